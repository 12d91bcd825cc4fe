"""What a unit sends beside the text of a contract, and the facts its form asks for."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the columns."""
    op.create_table(
        "submissions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("materials", sa.LargeBinary(), nullable=False),
        sa.Column("inquiries", sa.LargeBinary(), nullable=False),
        sa.Column("consultations", sa.LargeBinary(), nullable=False),
        sa.Column("urgencies", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_submissions_contract_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submissions")),
        sa.UniqueConstraint("contract_id", name=op.f("uq_submissions_contract_id")),
    )
    for name in ("funding_source", "exemption"):
        op.add_column("contracts", sa.Column(name, sa.String(length=200), nullable=True))
    for name in ("budget_item", "procurement_no", "exemption_reason"):
        op.add_column("contracts", sa.Column(name, sa.Text(), nullable=True))
    for name in ("public_interest", "authorised", "urgent"):
        op.add_column("contracts", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
