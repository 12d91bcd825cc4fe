"""Passwords' age and history, second factors, failed attempts; sessions that say why they ended.

Sessions are made anew: whoever is signed in signs in again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables; on PostgreSQL also forbid demo people, who are let in without what others have to show."""
    op.create_table(
        "credentials",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("set_at", INSTANT, nullable=True),
        sa.Column("given_at", INSTANT, nullable=True),
        sa.Column("past", sa.Text(), nullable=False),
        sa.Column("totp", sa.LargeBinary(), nullable=True),
        sa.Column("totp_since", INSTANT, nullable=True),
        sa.Column("totp_step", sa.BigInteger(), nullable=False),
        sa.Column("enrolling", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["people.id"], name=op.f("fk_credentials_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credentials")),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=200), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("used_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_recovery_codes_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_codes")),
    )
    op.create_index(op.f("ix_recovery_codes_person_id"), "recovery_codes", ["person_id"])
    op.create_table(
        "sign_in_failures",
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("first_at", INSTANT, nullable=True),
        sa.Column("locked_until", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_sign_in_failures")),
    )
    op.drop_table("sessions")
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("awaiting", sa.String(length=200), nullable=True),
        sa.Column("strong", sa.Boolean(), nullable=False),
        sa.Column("provided", sa.Boolean(), nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("ended_because", sa.String(length=200), nullable=False),
        sa.Column("ended_from", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_sessions_person_id")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_person_id"), "sessions", ["person_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.create_check_constraint("no_demo", "people", "NOT demo")
