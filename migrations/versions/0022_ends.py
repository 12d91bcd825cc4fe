"""Ends of terms, suspensions, judgments, settlements and evaluations."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "term_ends",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("term_end", sa.Date(), nullable=False),
        sa.Column("way", sa.String(length=200), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("recorded_by", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("recorded_for", sa.String(length=64), nullable=True),
        sa.Column("evidence_version_id", sa.String(length=64), nullable=True),
        sa.Column("renewal_id", sa.String(length=64), nullable=True),
        sa.Column("dispute_id", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_term_ends_contract_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["people.id"], name=op.f("fk_term_ends_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term_ends")),
    )
    op.create_index(op.f("ix_term_ends_contract_id"), "term_ends", ["contract_id"])
    op.create_table(
        "suspensions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("ground", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.String(length=64), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("estimate_fen", sa.BigInteger(), nullable=True),
        sa.Column("evidence_version_id", sa.String(length=64), nullable=True),
        sa.Column("resumed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_suspensions_contract_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["people.id"], name=op.f("fk_suspensions_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suspensions")),
    )
    op.create_index(op.f("ix_suspensions_contract_id"), "suspensions", ["contract_id"])
    op.create_table(
        "judgments",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("outcome", sa.String(length=200), nullable=False),
        sa.Column("forum", sa.Text(), nullable=False),
        sa.Column("case_no", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("evidence_version_id", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_judgments_contract_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["people.id"], name=op.f("fk_judgments_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgments")),
    )
    op.create_index(op.f("ix_judgments_contract_id"), "judgments", ["contract_id"])
    op.create_table(
        "settlements",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("cause", sa.String(length=200), nullable=False),
        sa.Column("ground", sa.String(length=200), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("owed_by", sa.String(length=200), nullable=True),
        sa.Column("amount_fen", sa.BigInteger(), nullable=False),
        sa.Column("terms", sa.LargeBinary(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("agreed_by", sa.String(length=64), nullable=True),
        sa.Column("agreed_for", sa.String(length=64), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_by", sa.String(length=64), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("evidence_version_id", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_settlements_contract_id")),
        sa.ForeignKeyConstraint(["agreed_by"], ["people.id"], name=op.f("fk_settlements_agreed_by")),
        sa.ForeignKeyConstraint(["closed_by"], ["people.id"], name=op.f("fk_settlements_closed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settlements")),
    )
    op.create_index(op.f("ix_settlements_contract_id"), "settlements", ["contract_id"])
    op.create_index(op.f("ix_settlements_state_due_on"), "settlements", ["state", "due_on"])
    op.create_table(
        "evaluations",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("quality", sa.Integer(), nullable=False),
        sa.Column("timeliness", sa.Integer(), nullable=False),
        sa.Column("service", sa.Integer(), nullable=False),
        sa.Column("grade", sa.String(length=200), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("by", sa.String(length=64), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_evaluations_contract_id")),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_evaluations_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluations")),
    )
    op.create_index(op.f("ix_evaluations_contract_id"), "evaluations", ["contract_id"])
