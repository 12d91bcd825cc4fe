"""A signed copy that is known to differ, and the pair of texts a comparison is about."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table."""
    op.add_column("signings", sa.Column("reviewed_version_id", sa.String(length=64), nullable=True))
    op.create_table(
        "deviations",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("version_id", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=200), nullable=False),
        sa.Column("reviewed_version_id", sa.String(length=64), nullable=True),
        sa.Column("differences", sa.LargeBinary(), nullable=False),
        sa.Column("stated_by", sa.String(length=64), nullable=False),
        sa.Column("stated_at", INSTANT, nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("resolved_by", sa.String(length=64), nullable=True),
        sa.Column("resolved_at", INSTANT, nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_deviations_contract_id")),
        sa.ForeignKeyConstraint(["version_id"], ["versions.id"], name=op.f("fk_deviations_version_id")),
        sa.ForeignKeyConstraint(["stated_by"], ["people.id"], name=op.f("fk_deviations_stated_by")),
        sa.ForeignKeyConstraint(["resolved_by"], ["people.id"], name=op.f("fk_deviations_resolved_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deviations")),
    )
    op.create_index(op.f("ix_deviations_contract_id_state"), "deviations", ["contract_id", "state"])
