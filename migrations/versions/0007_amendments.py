"""What supplements, changes, renewals, call-offs and termination agreements do to the contract they hang on."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "amendments",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("parent_id", sa.String(length=64), nullable=False),
        sa.Column("relation", sa.String(length=200), nullable=False),
        sa.Column("money", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("clauses", sa.LargeBinary(), nullable=False),
        sa.Column("bearing", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("cap_basis", sa.LargeBinary(), nullable=False),
        sa.Column("cap_basis_by", sa.String(length=64), nullable=True),
        sa.Column("cap_basis_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_amendments_contract_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["contracts.id"], name=op.f("fk_amendments_parent_id")),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_amendments_created_by")),
        sa.ForeignKeyConstraint(["cap_basis_by"], ["people.id"], name=op.f("fk_amendments_cap_basis_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendments")),
        sa.UniqueConstraint("contract_id", name=op.f("uq_amendments_contract_id")),
    )
    op.create_index(op.f("ix_amendments_parent_id"), "amendments", ["parent_id"])
