"""Administrators' changes, and how work moves between people: handovers, delegations, invitations, recusals."""

import sqlalchemy as sa

from contract_platform.domain.change import ChangeBody
from contract_platform.domain.handover import OPEN
from storage.database.tables.metadata import code, instant, key, loose, metadata, reference, required, revision, words
from storage.database.types import Json

IS_OPEN = sa.text(f"state IN ({', '.join(repr(str(state)) for state in sorted(OPEN))})")

changes = sa.Table(
    "changes",
    metadata,
    key(),
    revision(),
    sa.Column("number", sa.Integer, nullable=False, unique=True),
    code("kind"),
    code("state"),
    required("body", Json(ChangeBody)),
    code("subject_id"),
    required("about", Json(tuple[str, ...])),
    words("reason"),
    reference("requested_by", "people"),
    instant("requested_at"),
    reference("decided_by", "people", optional=True),
    instant("decided_at", optional=True),
    words("note"),
    sa.Index(None, "state", "number"),
    sa.Index(None, "subject_id"),
)
handovers = sa.Table(
    "handovers",
    metadata,
    key(),
    revision(),
    reference("contract_id", "contracts"),
    reference("unit_id", "units"),
    reference("from_id", "people"),
    code("cause"),
    code("state"),
    instant("opened_at"),
    code("opened_by"),
    reference("to_id", "people", optional=True),
    reference("assigned_by", "people", optional=True),
    instant("assigned_at", optional=True),
    instant("ended_at", optional=True),
    words("note"),
    # at most one open handover a contract, whoever opens it
    sa.Index("uq_handovers_open", "contract_id", unique=True, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN),
    sa.Index(None, "unit_id", "state"),
    sa.Index(None, "from_id"),
    sa.Index(None, "to_id"),
)
delegations = sa.Table(
    "delegations",
    metadata,
    key(),
    revision(),
    reference("from_id", "people"),
    reference("to_id", "people"),
    required("post_ids", Json(tuple[str, ...])),
    required("first_day", sa.Date),
    required("last_day", sa.Date),
    words("reason"),
    reference("created_by", "people"),
    instant("created_at"),
    sa.Column("ended_on", sa.Date),
    loose("ended_by"),
    sa.Index(None, "from_id"),
    sa.Index(None, "to_id"),
)
invitations = sa.Table(
    "invitations",
    metadata,
    key(),
    revision(),
    reference("contract_id", "contracts"),
    reference("person_id", "people"),
    required("until", sa.Date),
    words("reason"),
    reference("invited_by", "people"),
    instant("invited_at"),
    instant("ended_at", optional=True),
    loose("ended_by"),
    sa.Index(None, "contract_id"),
    sa.Index(None, "person_id"),
)
recusals = sa.Table(
    "recusals",
    metadata,
    key(),
    revision(),
    reference("contract_id", "contracts"),
    reference("person_id", "people"),
    words("reason"),
    reference("recorded_by", "people"),
    instant("recorded_at"),
    instant("lifted_at", optional=True),
    loose("lifted_by"),
    words("lifted_why"),
    sa.Index(None, "contract_id"),
    sa.Index(None, "person_id"),
)
