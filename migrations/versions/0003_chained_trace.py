"""The place of each event among those of its contract, and the way to the events that are not chained yet."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

UNSEALED = sa.text("seq IS NULL")


def upgrade() -> None:
    """Add them."""
    op.add_column("events", sa.Column("prior", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_events_unsealed", "events", ["xid", "position"], sqlite_where=UNSEALED, postgresql_where=UNSEALED
    )
