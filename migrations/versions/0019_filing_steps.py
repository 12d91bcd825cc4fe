"""The steps of a filing: when it came in, went back and is due to be checked or corrected, and its receipt."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    with op.batch_alter_table("filings") as table:
        for name in ("received_on", "returned_on", "step_due_on"):
            table.add_column(sa.Column(name, sa.Date(), nullable=True))
        table.add_column(sa.Column("receipt_no", sa.String(length=200), nullable=True))
        table.create_unique_constraint(op.f("uq_filings_receipt_no"), ["receipt_no"])
