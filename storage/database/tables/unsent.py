"""Forms that were begun and not sent."""

import sqlalchemy as sa

from storage.database.tables.metadata import code, instant, key, metadata, reference, revision, sealed

unsent_forms = sa.Table(
    "unsent_forms",
    metadata,
    key(),
    revision(),
    reference("person_id", "people"),
    code("object_id"),
    code("form"),
    sealed("unsent_forms", "text"),
    instant("kept_at"),
    sa.UniqueConstraint("person_id", "object_id", "form"),
)
