"""How people prove who they are: what is known of their passwords and second factors, and failed attempts."""

import sqlalchemy as sa

from storage.database.tables.metadata import code, instant, metadata, reference, required, revision
from storage.database.types import Json

credentials = sa.Table(
    "credentials",
    metadata,
    sa.Column("id", sa.String(64), sa.ForeignKey("people.id"), primary_key=True),
    revision(),
    instant("set_at", optional=True),
    instant("given_at", optional=True),
    required("past", Json(tuple[str, ...])),
    sa.Column("totp", sa.LargeBinary),
    instant("totp_since", optional=True),
    required("totp_step", sa.BigInteger),
    sa.Column("enrolling", sa.LargeBinary),
)
recovery_codes = sa.Table(
    "recovery_codes",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    reference("person_id", "people"),
    code("digest"),
    instant("made_at"),
    instant("used_at", optional=True),
    sa.Index(None, "person_id"),
)
failures = sa.Table(
    "sign_in_failures",
    metadata,
    sa.Column("subject", sa.String(64), primary_key=True),
    required("count", sa.Integer),
    instant("first_at", optional=True),
    instant("locked_until", optional=True),
)
