"""Minutes of a decision, uses of seals, and marks that stay with a contract."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.add_column("decisions", sa.Column("minutes_version_id", sa.String(length=64), nullable=True))
    op.create_table(
        "seal_uses",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("seals", sa.Text(), nullable=False),
        sa.Column("keeper", sa.LargeBinary(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("sealed_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_seal_uses_contract_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["people.id"], name=op.f("fk_seal_uses_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seal_uses")),
    )
    op.create_index(op.f("ix_seal_uses_contract_id"), "seal_uses", ["contract_id"])
    op.create_table(
        "marks",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("mark", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("by", sa.String(length=64), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_marks_contract_id")),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_marks_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_marks")),
        sa.UniqueConstraint("contract_id", "mark", name=op.f("uq_marks_contract_id_mark")),
    )
    op.create_index(op.f("ix_marks_mark_contract_id"), "marks", ["mark", "contract_id"])
