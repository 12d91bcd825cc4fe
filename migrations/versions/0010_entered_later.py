"""What is known of contracts that were entered after they had been signed."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the number on the paper and the review elsewhere."""
    op.add_column("contracts", sa.Column("paper_no", sa.String(length=200), nullable=True))
    op.add_column("contracts", sa.Column("earlier_review", sa.Text(), nullable=True))
