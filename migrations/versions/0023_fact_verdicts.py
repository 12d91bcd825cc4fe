"""What people said of the facts the machine read."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "fact_verdicts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("version_id", sa.String(length=64), nullable=False),
        sa.Column("fact", sa.String(length=200), nullable=False),
        sa.Column("verdict", sa.String(length=200), nullable=False),
        sa.Column("machine", sa.LargeBinary(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("by", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_fact_verdicts_contract_id")),
        sa.ForeignKeyConstraint(["version_id"], ["versions.id"], name=op.f("fk_fact_verdicts_version_id")),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_fact_verdicts_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_verdicts")),
        sa.UniqueConstraint("contract_id", "fact", name=op.f("uq_fact_verdicts_contract_id_fact")),
    )
