"""Pages of scans as they are recognised, and where the text of an analysis stands on its pages."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the column; analyses made before have no places."""
    op.create_table(
        "recognised_pages",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=200), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("engine", sa.String(length=200), nullable=False),
        sa.Column("done", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("code", sa.String(length=200), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recognised_pages")),
    )
    op.create_index(op.f("ix_recognised_pages_sha256"), "recognised_pages", ["sha256"])
    with op.batch_alter_table("analyses") as analyses:
        analyses.add_column(sa.Column("layout", sa.LargeBinary(), server_default="", nullable=False))
    with op.batch_alter_table("analyses") as analyses:
        analyses.alter_column("layout", server_default=None)
