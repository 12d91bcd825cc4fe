"""Follow-ups, search, the outbox and the trace."""

import sqlalchemy as sa
from alembic import op

from migrations import engine_specific

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "events",
        sa.Column("position", SERIAL, autoincrement=True, nullable=False),
        sa.Column("xid", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("type", sa.String(length=200), nullable=False),
        sa.Column("schema_version", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("post", sa.String(length=64), nullable=True),
        sa.Column("role", sa.String(length=200), nullable=True),
        sa.Column("acted_for", sa.String(length=64), nullable=True),
        sa.Column("session", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("object_type", sa.String(length=200), nullable=False),
        sa.Column("object_id", sa.String(length=200), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=True),
        sa.Column("event_time", INSTANT, nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=True),
        sa.Column("hash", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_events")),
        sa.UniqueConstraint("id", name=op.f("uq_events_id")),
        sa.UniqueConstraint("seq", name=op.f("uq_events_seq")),
    )
    op.create_index(op.f("ix_events_contract_id"), "events", ["contract_id"], unique=False)
    op.create_index(op.f("ix_events_xid_position"), "events", ["xid", "position"], unique=False)
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("lane", sa.String(length=200), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("run_at", INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("lease_until", INSTANT, nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("finished_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    op.create_index(op.f("ix_jobs_lane_state_run_at"), "jobs", ["lane", "state", "run_at"], unique=False)
    op.create_index(op.f("ix_jobs_name_key"), "jobs", ["name", "key"], unique=False)
    op.create_table(
        "numbers",
        sa.Column("series", sa.String(length=200), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("series", name=op.f("pk_numbers")),
    )
    op.create_table(
        "responses",
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("operation", sa.String(length=200), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "operation", "key", name=op.f("pk_responses")),
    )
    op.create_table(
        "alerts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("cause", sa.String(length=300), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=True),
        sa.Column("level", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("unit", sa.String(length=200), nullable=False),
        sa.Column("raised_at", INSTANT, nullable=False),
        sa.Column("title", sa.LargeBinary(), nullable=False),
        sa.Column("disposal", sa.LargeBinary(), nullable=False),
        sa.Column("disposed_by", sa.String(length=64), nullable=True),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_alerts_contract_id")),
        sa.ForeignKeyConstraint(["disposed_by"], ["people.id"], name=op.f("fk_alerts_disposed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
        sa.UniqueConstraint("cause", name=op.f("uq_alerts_cause")),
    )
    op.create_index(op.f("ix_alerts_contract_id"), "alerts", ["contract_id"], unique=False)
    op.create_index(op.f("ix_alerts_due_on_id"), "alerts", ["due_on", "id"], unique=False)
    op.create_table(
        "filings",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("target", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("submitted_at", INSTANT, nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("number", sa.String(length=200), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("evidence_version_id", sa.String(length=64), nullable=True),
        sa.Column("overdue", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_filings_contract_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filings")),
        sa.UniqueConstraint("contract_id", "target", name=op.f("uq_filings_contract_id_target")),
    )
    op.create_index(op.f("ix_filings_state_due_on"), "filings", ["state", "due_on"], unique=False)
    op.create_table(
        "obligations",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("side", sa.String(length=200), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("amount_fen", sa.BigInteger(), nullable=True),
        sa.Column("condition", sa.LargeBinary(), nullable=False),
        sa.Column("clause", sa.Text(), nullable=False),
        sa.Column("evidence_version_id", sa.String(length=64), nullable=True),
        sa.Column("evidenced_by", sa.String(length=64), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("overdue", sa.Boolean(), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_obligations_contract_id")),
        sa.ForeignKeyConstraint(["evidenced_by"], ["people.id"], name=op.f("fk_obligations_evidenced_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obligations")),
    )
    op.create_index(op.f("ix_obligations_contract_id"), "obligations", ["contract_id"], unique=False)
    op.create_index(op.f("ix_obligations_state_due_on"), "obligations", ["state", "due_on"], unique=False)
    op.create_table(
        "search_sections",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_search_sections_contract_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_sections")),
    )
    op.create_index(
        op.f("ix_search_sections_contract_id_source"), "search_sections", ["contract_id", "source"], unique=False
    )
    op.create_table(
        "tasks",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=True),
        sa.Column("person_id", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=True),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("unit", sa.String(length=200), nullable=False),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("closed_by", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_tasks_contract_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_tasks_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_tasks_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
    )
    op.create_index(op.f("ix_tasks_closed_by"), "tasks", ["closed_by"], unique=False)
    op.create_index(op.f("ix_tasks_contract_id"), "tasks", ["contract_id"], unique=False)
    op.create_index(op.f("ix_tasks_person_id_closed_at"), "tasks", ["person_id", "closed_at"], unique=False)
    op.create_index(op.f("ix_tasks_role_unit_id_closed_at"), "tasks", ["role", "unit_id", "closed_at"], unique=False)
    engine_specific.make()
