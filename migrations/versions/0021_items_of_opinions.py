"""How many items of an opinion were answered and adopted: the figures count them."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Earlier answers are not counted again: nothing has been in service yet."""
    with op.batch_alter_table("opinions") as table:
        table.add_column(sa.Column("items_answered", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("items_adopted", sa.Integer(), nullable=False, server_default="0"))
