"""Tasks that are claimed and passed on; statements asked for, notices of supervision, copies, contracts followed."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables and the columns."""
    extend_tasks()
    op.create_table(
        "endorsements",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("question", sa.LargeBinary(), nullable=False),
        sa.Column("asked_by", sa.String(length=64), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=True),
        sa.Column("person_id", sa.String(length=64), nullable=True),
        sa.Column("task_id", sa.String(length=64), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("answered_by", sa.String(length=64), nullable=True),
        sa.Column("answered_for", sa.String(length=64), nullable=True),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["people.id"], name=op.f("fk_endorsements_answered_by")),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_endorsements_asked_by")),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_endorsements_contract_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_endorsements_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_endorsements_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_endorsements")),
    )
    op.create_index(op.f("ix_endorsements_contract_id"), "endorsements", ["contract_id"], unique=False)
    op.create_index(op.f("ix_endorsements_unit_id_ended_at"), "endorsements", ["unit_id", "ended_at"], unique=False)
    op.create_index(op.f("ix_endorsements_person_id_ended_at"), "endorsements", ["person_id", "ended_at"], unique=False)
    op.create_table(
        "supervisions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=200), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("demand", sa.LargeBinary(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("issued_by", sa.String(length=64), nullable=False),
        sa.Column("issued_as", sa.String(length=200), nullable=False),
        sa.Column("issued_at", INSTANT, nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("answered_by", sa.String(length=64), nullable=True),
        sa.Column("answered_for", sa.String(length=64), nullable=True),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["people.id"], name=op.f("fk_supervisions_answered_by")),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_supervisions_contract_id")),
        sa.ForeignKeyConstraint(["issued_by"], ["people.id"], name=op.f("fk_supervisions_issued_by")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_supervisions_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supervisions")),
        sa.UniqueConstraint("number", name=op.f("uq_supervisions_number")),
    )
    op.create_index(op.f("ix_supervisions_contract_id"), "supervisions", ["contract_id"], unique=False)
    op.create_index(op.f("ix_supervisions_state_due_on"), "supervisions", ["state", "due_on"], unique=False)
    circulation()


def circulation() -> None:
    """Copies and follows."""
    op.create_table(
        "copies",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("to_id", sa.String(length=64), nullable=False),
        sa.Column("by_id", sa.String(length=64), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("read_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_copies_by_id")),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_copies_contract_id")),
        sa.ForeignKeyConstraint(["to_id"], ["people.id"], name=op.f("fk_copies_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_copies")),
    )
    op.create_index(op.f("ix_copies_to_id_at"), "copies", ["to_id", "at"], unique=False)
    op.create_index(op.f("ix_copies_contract_id"), "copies", ["contract_id"], unique=False)
    op.create_table(
        "follows",
        sa.Column("id", sa.String(length=129), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_follows_contract_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_follows_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follows")),
    )
    op.create_index(op.f("ix_follows_person_id_since"), "follows", ["person_id", "since"], unique=False)
    op.create_index(op.f("ix_follows_contract_id"), "follows", ["contract_id"], unique=False)


def extend_tasks() -> None:
    """What became of each task."""
    with op.batch_alter_table("tasks") as tasks:
        tasks.add_column(sa.Column("stage", sa.String(length=200), nullable=False, server_default="POOLED"))
        tasks.add_column(sa.Column("opened_by", sa.String(length=64), nullable=True))
        tasks.add_column(sa.Column("taken_at", INSTANT, nullable=True))
        tasks.add_column(sa.Column("given_by", sa.String(length=64), nullable=True))
        tasks.add_column(sa.Column("note", sa.LargeBinary(), nullable=True))
        tasks.add_column(sa.Column("seen_at", INSTANT, nullable=True))
        tasks.add_column(sa.Column("seen_by", sa.String(length=64), nullable=True))
        tasks.add_column(sa.Column("urged_on", sa.Date(), nullable=True))
        tasks.add_column(sa.Column("urged_by", sa.String(length=64), nullable=True))
        tasks.add_column(sa.Column("urges", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE tasks SET stage = 'HELD' WHERE closed_at IS NULL AND person_id IS NOT NULL")
    op.execute("UPDATE tasks SET stage = 'DONE' WHERE closed_at IS NOT NULL")
    with op.batch_alter_table("tasks") as tasks:
        for name in ("stage", "urges"):
            tasks.alter_column(name, server_default=None)
