"""Payments in parts, and what an obligation says about its day and about delay."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table and the columns; what is known so far was agreed for the day it is due on."""
    with op.batch_alter_table("obligations") as batch:
        batch.add_column(sa.Column("agreed_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("provisional", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.add_column(sa.Column("late_rate", sa.Integer(), nullable=True))
    with op.batch_alter_table("obligations") as batch:
        batch.alter_column("provisional", server_default=None)
    op.execute("UPDATE obligations SET agreed_on = due_on")
    op.create_table(
        "payments",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("obligation_id", sa.String(length=64), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("evidence_version_id", sa.String(length=64), nullable=True),
        sa.Column("voucher_no", sa.LargeBinary(), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("entered_by", sa.String(length=64), nullable=False),
        sa.Column("entered_for", sa.String(length=64), nullable=True),
        sa.Column("entered_at", INSTANT, nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("cancelled_at", INSTANT, nullable=True),
        sa.Column("cancelled_by", sa.String(length=64), nullable=True),
        sa.Column("cancel_reason", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["obligation_id"], ["obligations.id"], name=op.f("fk_payments_obligation_id")),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_payments_contract_id")),
        sa.ForeignKeyConstraint(["entered_by"], ["people.id"], name=op.f("fk_payments_entered_by")),
        sa.ForeignKeyConstraint(["cancelled_by"], ["people.id"], name=op.f("fk_payments_cancelled_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
    )
    for column in ("obligation_id", "contract_id"):
        op.create_index(op.f(f"ix_payments_{column}"), "payments", [column])
