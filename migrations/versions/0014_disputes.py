"""Disputes and their steps."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "disputes",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("title", sa.LargeBinary(), nullable=False),
        sa.Column("cause", sa.LargeBinary(), nullable=False),
        sa.Column("opponent", sa.LargeBinary(), nullable=False),
        sa.Column("nature", sa.String(length=200), nullable=False),
        sa.Column("position", sa.String(length=200), nullable=False),
        sa.Column("opened_by", sa.String(length=64), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("claim_fen", sa.BigInteger(), nullable=True),
        sa.Column("limitation_from", sa.Date(), nullable=True),
        sa.Column("limitation_due", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=200), nullable=True),
        sa.Column("result", sa.LargeBinary(), nullable=False),
        sa.Column("paid_fen", sa.BigInteger(), nullable=True),
        sa.Column("resolved_on", sa.Date(), nullable=True),
        sa.Column("evidence_version_id", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_disputes_contract_id")),
        sa.ForeignKeyConstraint(["opened_by"], ["people.id"], name=op.f("fk_disputes_opened_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disputes")),
    )
    op.create_index(op.f("ix_disputes_contract_id"), "disputes", ["contract_id"])
    op.create_index(op.f("ix_disputes_state_opened_at_id"), "disputes", ["state", "opened_at", "id"])
    op.create_table(
        "dispute_stages",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.String(length=64), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("forum", sa.Text(), nullable=False),
        sa.Column("case_no", sa.Text(), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("period", sa.String(length=200), nullable=True),
        sa.Column("served_on", sa.Date(), nullable=True),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("result", sa.LargeBinary(), nullable=False),
        sa.Column("evidence_version_id", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["dispute_id"], ["disputes.id"], name=op.f("fk_dispute_stages_dispute_id")),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_dispute_stages_contract_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_stages")),
    )
    for column in ("dispute_id", "contract_id"):
        op.create_index(op.f(f"ix_dispute_stages_{column}"), "dispute_stages", [column])
