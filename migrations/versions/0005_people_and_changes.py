"""Administrators' changes, handovers, delegations, invitations, recusals; whom somebody acted for; 三员 kept apart."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
OPEN = sa.text("state IN ('ASSIGNED', 'POOLED')")
ADMINISTRATORS = "('SYS_ADMIN', 'SEC_ADMIN', 'AUDIT_ADMIN')"
FORBIDDEN = f"""
    SELECT 1 FROM posts p WHERE p.person_id = NEW.person_id AND p.id <> NEW.id AND p.role <> NEW.role
    AND (p.role IN {ADMINISTRATORS} OR NEW.role IN {ADMINISTRATORS})
    AND (NEW.valid_to IS NULL OR (p.valid_from <= NEW.valid_to AND NEW.valid_from <= NEW.valid_to))
    AND (p.valid_to IS NULL OR (NEW.valid_from <= p.valid_to AND p.valid_from <= p.valid_to))
"""  # noqa: S608 - constants
REFUSAL = "an administrator holds no other post"
SQLITE = tuple(
    f"CREATE TRIGGER posts_apart_{when.lower()} BEFORE {when} ON posts WHEN EXISTS ({FORBIDDEN}) "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for when in ("INSERT", "UPDATE")
)
# whoever writes a post of a person waits for the others who do: two grants at once must see each other
POSTGRESQL = (
    (
        "CREATE FUNCTION keep_posts_apart() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "PERFORM 1 FROM people WHERE id = NEW.person_id FOR UPDATE; "
        f"IF EXISTS ({FORBIDDEN}) THEN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'check_violation'; END IF; "
        "RETURN NEW; END $$"
    ),
    ("CREATE TRIGGER posts_apart BEFORE INSERT OR UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION keep_posts_apart()"),
)


def upgrade() -> None:
    """Make the tables, the columns and the triggers."""
    extend_tables()
    op.create_table(
        "changes",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.String(length=200), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("requested_by", sa.String(length=64), nullable=False),
        sa.Column("requested_at", INSTANT, nullable=False),
        sa.Column("decided_by", sa.String(length=64), nullable=True),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_changes_decided_by")),
        sa.ForeignKeyConstraint(["requested_by"], ["people.id"], name=op.f("fk_changes_requested_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
        sa.UniqueConstraint("number", name=op.f("uq_changes_number")),
    )
    op.create_index(op.f("ix_changes_state_number"), "changes", ["state", "number"], unique=False)
    op.create_index(op.f("ix_changes_subject_id"), "changes", ["subject_id"], unique=False)
    op.create_table(
        "handovers",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("from_id", sa.String(length=64), nullable=False),
        sa.Column("cause", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("opened_by", sa.String(length=200), nullable=False),
        sa.Column("to_id", sa.String(length=64), nullable=True),
        sa.Column("assigned_by", sa.String(length=64), nullable=True),
        sa.Column("assigned_at", INSTANT, nullable=True),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["assigned_by"], ["people.id"], name=op.f("fk_handovers_assigned_by")),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_handovers_contract_id")),
        sa.ForeignKeyConstraint(["from_id"], ["people.id"], name=op.f("fk_handovers_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["people.id"], name=op.f("fk_handovers_to_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_handovers_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
    )
    op.create_index(
        "uq_handovers_open", "handovers", ["contract_id"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN
    )
    op.create_index(op.f("ix_handovers_unit_id_state"), "handovers", ["unit_id", "state"], unique=False)
    op.create_index(op.f("ix_handovers_from_id"), "handovers", ["from_id"], unique=False)
    op.create_index(op.f("ix_handovers_to_id"), "handovers", ["to_id"], unique=False)
    op.create_table(
        "delegations",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.String(length=64), nullable=False),
        sa.Column("to_id", sa.String(length=64), nullable=False),
        sa.Column("post_ids", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_by", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_delegations_created_by")),
        sa.ForeignKeyConstraint(["from_id"], ["people.id"], name=op.f("fk_delegations_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["people.id"], name=op.f("fk_delegations_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegations")),
    )
    op.create_index(op.f("ix_delegations_from_id"), "delegations", ["from_id"], unique=False)
    op.create_index(op.f("ix_delegations_to_id"), "delegations", ["to_id"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("invited_by", sa.String(length=64), nullable=False),
        sa.Column("invited_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("ended_by", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_invitations_contract_id")),
        sa.ForeignKeyConstraint(["invited_by"], ["people.id"], name=op.f("fk_invitations_invited_by")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_invitations_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
    )
    op.create_index(op.f("ix_invitations_contract_id"), "invitations", ["contract_id"], unique=False)
    op.create_index(op.f("ix_invitations_person_id"), "invitations", ["person_id"], unique=False)
    op.create_table(
        "recusals",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("lifted_at", INSTANT, nullable=True),
        sa.Column("lifted_by", sa.String(length=64), nullable=True),
        sa.Column("lifted_why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_recusals_contract_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_recusals_person_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["people.id"], name=op.f("fk_recusals_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recusals")),
    )
    op.create_index(op.f("ix_recusals_contract_id"), "recusals", ["contract_id"], unique=False)
    op.create_index(op.f("ix_recusals_person_id"), "recusals", ["person_id"], unique=False)


def extend_tables() -> None:
    """Columns of tables that are there, and the triggers on posts."""
    op.add_column("units", sa.Column("closed_on", sa.Date(), nullable=True))
    op.add_column("decisions", sa.Column("acted_for", sa.String(length=64), nullable=True))
    op.add_column("obligations", sa.Column("evidenced_for", sa.String(length=64), nullable=True))
    op.add_column("alerts", sa.Column("disposed_for", sa.String(length=64), nullable=True))
    with op.batch_alter_table("posts") as posts:
        posts.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("posts") as posts:
        posts.alter_column("revision", server_default=None)
    op.create_index(op.f("ix_events_type"), "events", ["type"], unique=False)
    op.create_index(op.f("ix_events_actor"), "events", ["actor"], unique=False)
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
