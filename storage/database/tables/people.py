"""Units, people, posts, sessions."""

import sqlalchemy as sa

from storage.database.tables.metadata import code, instant, key, metadata, reference, required, revision, words

units = sa.Table(
    "units",
    metadata,
    key(),
    revision(),
    words("name"),
    words("short_name"),
    code("kind"),
    reference("parent_id", "units", optional=True),
    sa.Column("closed_on", sa.Date),
)
people = sa.Table(
    "people",
    metadata,
    key(),
    revision(),
    sa.Column("username", sa.String(200), nullable=False, unique=True),
    words("name"),
    words("password_hash"),
    required("disabled", sa.Boolean),
    required("demo", sa.Boolean),
)
posts = sa.Table(
    "posts",
    metadata,
    key(),
    revision(),
    reference("person_id", "people"),
    reference("unit_id", "units"),
    code("role"),
    required("valid_from", sa.Date),
    sa.Column("valid_to", sa.Date),
    sa.Index(None, "person_id"),
    sa.Index(None, "unit_id", "role"),
)
sessions = sa.Table(
    "sessions",
    metadata,
    key("token_hash"),
    reference("person_id", "people"),
    instant("created_at"),
    instant("seen_at"),
    code("address"),
    code("awaiting", optional=True),
    required("strong", sa.Boolean),
    required("provided", sa.Boolean),
    instant("ended_at", optional=True),
    code("ended_because"),
    code("ended_from"),
    sa.Index(None, "person_id"),
)
