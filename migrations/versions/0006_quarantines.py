"""Files that bear a secrecy mark, set apart until two people decide."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "quarantines",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("version_id", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=200), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.Column("uploaded_by", sa.String(length=64), nullable=False),
        sa.Column("found_at", INSTANT, nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("requested_by", sa.String(length=64), nullable=True),
        sa.Column("requested_at", INSTANT, nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("decided_by", sa.String(length=64), nullable=True),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_quarantines_contract_id")),
        sa.ForeignKeyConstraint(["version_id"], ["versions.id"], name=op.f("fk_quarantines_version_id")),
        sa.ForeignKeyConstraint(["uploaded_by"], ["people.id"], name=op.f("fk_quarantines_uploaded_by")),
        sa.ForeignKeyConstraint(["requested_by"], ["people.id"], name=op.f("fk_quarantines_requested_by")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_quarantines_decided_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantines")),
    )
    for column in ("version_id", "contract_id", "sha256"):
        op.create_index(op.f(f"ix_quarantines_{column}"), "quarantines", [column])
