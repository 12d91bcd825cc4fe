"""Units, people, contracts, documents."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "people",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(length=200), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("username", name=op.f("uq_people_username")),
    )
    op.create_table(
        "units",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("parent_id", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["units.id"], name=op.f("fk_units_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
    )
    op.create_table(
        "contracts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("handling_unit_id", sa.String(length=64), nullable=False),
        sa.Column("signing_body_id", sa.String(length=64), nullable=False),
        sa.Column("handler_id", sa.String(length=64), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("secrecy_declared", sa.Boolean(), nullable=False),
        sa.Column("category", sa.String(length=200), nullable=False),
        sa.Column("rule_class", sa.String(length=200), nullable=False),
        sa.Column("direction", sa.String(length=200), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=True),
        sa.Column("amount_reason", sa.Text(), nullable=True),
        sa.Column("amount_kind", sa.String(length=200), nullable=False),
        sa.Column("currency", sa.String(length=200), nullable=False),
        sa.Column("parties", sa.LargeBinary(), nullable=False),
        sa.Column("procurement_method", sa.String(length=200), nullable=True),
        sa.Column("award_notice_date", sa.Date(), nullable=True),
        sa.Column("key_project", sa.Boolean(), nullable=False),
        sa.Column("planned_sign_date", sa.Date(), nullable=True),
        sa.Column("term_start", sa.Date(), nullable=True),
        sa.Column("term_end", sa.Date(), nullable=True),
        sa.Column("sign_date", sa.Date(), nullable=True),
        sa.Column("tier", sa.String(length=200), nullable=True),
        sa.Column("tier_rule", sa.Text(), nullable=True),
        sa.Column("profile", sa.String(length=200), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("facts_confirmed", sa.Boolean(), nullable=False),
        sa.Column("contract_no", sa.String(length=200), nullable=True),
        sa.Column("review_no", sa.String(length=200), nullable=True),
        sa.Column("reviewer_id", sa.String(length=64), nullable=True),
        sa.Column("returned_from", sa.String(length=200), nullable=True),
        sa.Column("review_due", sa.Date(), nullable=True),
        sa.Column("draft_version_id", sa.String(length=64), nullable=True),
        sa.Column("approved_version_id", sa.String(length=64), nullable=True),
        sa.Column("signed_version_id", sa.String(length=64), nullable=True),
        sa.Column("parent_id", sa.String(length=64), nullable=True),
        sa.Column("relation", sa.String(length=200), nullable=False),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["handler_id"], ["people.id"], name=op.f("fk_contracts_handler_id")),
        sa.ForeignKeyConstraint(["handling_unit_id"], ["units.id"], name=op.f("fk_contracts_handling_unit_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["contracts.id"], name=op.f("fk_contracts_parent_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["people.id"], name=op.f("fk_contracts_reviewer_id")),
        sa.ForeignKeyConstraint(["signing_body_id"], ["units.id"], name=op.f("fk_contracts_signing_body_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contracts")),
        sa.UniqueConstraint("contract_no", name=op.f("uq_contracts_contract_no")),
        sa.UniqueConstraint("review_no", name=op.f("uq_contracts_review_no")),
    )
    op.create_index(op.f("ix_contracts_amount_fen_id"), "contracts", ["amount_fen", "id"], unique=False)
    op.create_index(op.f("ix_contracts_draft_version_id"), "contracts", ["draft_version_id"], unique=False)
    op.create_index(op.f("ix_contracts_handler_id"), "contracts", ["handler_id"], unique=False)
    op.create_index(
        op.f("ix_contracts_handling_unit_id_updated_at_id"),
        "contracts",
        ["handling_unit_id", "updated_at", "id"],
        unique=False,
    )
    op.create_index(op.f("ix_contracts_sign_date_id"), "contracts", ["sign_date", "id"], unique=False)
    op.create_index(op.f("ix_contracts_state_updated_at_id"), "contracts", ["state", "updated_at", "id"], unique=False)
    op.create_index(op.f("ix_contracts_updated_at_id"), "contracts", ["updated_at", "id"], unique=False)
    op.create_table(
        "posts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_posts_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_posts_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posts")),
    )
    op.create_index(op.f("ix_posts_person_id"), "posts", ["person_id"], unique=False)
    op.create_index(op.f("ix_posts_unit_id_role"), "posts", ["unit_id", "role"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_sessions_person_id")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_person_id"), "sessions", ["person_id"], unique=False)
    op.create_table(
        "clocks",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("suspensions", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_clocks_contract_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clocks")),
    )
    op.create_index(op.f("ix_clocks_contract_id"), "clocks", ["contract_id"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=200), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("target", sa.String(length=200), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_decisions_contract_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_decisions_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_contract_id"), "decisions", ["contract_id"], unique=False)
    op.create_table(
        "documents",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("current_version_id", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_documents_contract_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_contract_id_kind"), "documents", ["contract_id", "kind"], unique=False)
    op.create_table(
        "opinions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.String(length=64), nullable=True),
        sa.Column("conclusion", sa.String(length=200), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("items", sa.LargeBinary(), nullable=False),
        sa.Column("drafter_id", sa.String(length=64), nullable=False),
        sa.Column("drafted_at", INSTANT, nullable=False),
        sa.Column("signer_id", sa.String(length=64), nullable=True),
        sa.Column("issued_at", INSTANT, nullable=True),
        sa.Column("number", sa.String(length=200), nullable=True),
        sa.Column("adoption", sa.LargeBinary(), nullable=False),
        sa.Column("adoption_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_opinions_contract_id")),
        sa.ForeignKeyConstraint(["drafter_id"], ["people.id"], name=op.f("fk_opinions_drafter_id")),
        sa.ForeignKeyConstraint(["signer_id"], ["people.id"], name=op.f("fk_opinions_signer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opinions")),
        sa.UniqueConstraint("number", name=op.f("uq_opinions_number")),
    )
    op.create_index(op.f("ix_opinions_contract_id"), "opinions", ["contract_id"], unique=False)
    op.create_table(
        "signings",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("version_id", sa.String(length=64), nullable=True),
        sa.Column("sha256", sa.String(length=200), nullable=False),
        sa.Column("signatures", sa.LargeBinary(), nullable=False),
        sa.Column("confirmations", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_signings_contract_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signings")),
    )
    op.create_index(op.f("ix_signings_contract_id"), "signings", ["contract_id"], unique=False)
    op.create_table(
        "verdicts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("finding_id", sa.String(length=200), nullable=False),
        sa.Column("verdict", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("by", sa.String(length=64), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_verdicts_by")),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_verdicts_contract_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdicts")),
        sa.UniqueConstraint("contract_id", "finding_id", name=op.f("uq_verdicts_contract_id_finding_id")),
    )
    op.create_table(
        "versions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(length=64), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("filename", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=200), nullable=False),
        sa.Column("media", sa.String(length=200), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("uploaded_by", sa.String(length=64), nullable=False),
        sa.Column("uploaded_at", INSTANT, nullable=False),
        sa.Column("analysis_state", sa.String(length=200), nullable=False),
        sa.Column("analysis_id", sa.String(length=64), nullable=True),
        sa.Column("unreadable", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_versions_contract_id")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_versions_document_id")),
        sa.ForeignKeyConstraint(["uploaded_by"], ["people.id"], name=op.f("fk_versions_uploaded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
        sa.UniqueConstraint("document_id", "no", name=op.f("uq_versions_document_id_no")),
    )
    op.create_index(op.f("ix_versions_analysis_state"), "versions", ["analysis_state"], unique=False)
    op.create_index(op.f("ix_versions_contract_id"), "versions", ["contract_id"], unique=False)
    op.create_index(op.f("ix_versions_sha256"), "versions", ["sha256"], unique=False)
    op.create_table(
        "analyses",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("version_id", sa.String(length=64), nullable=False),
        sa.Column("engine_version", sa.String(length=200), nullable=False),
        sa.Column("profile_version", sa.String(length=200), nullable=False),
        sa.Column("finished_at", INSTANT, nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("medium", sa.Integer(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("search_text", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["versions.id"], name=op.f("fk_analyses_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_analyses")),
    )
    op.create_index(op.f("ix_analyses_version_id"), "analyses", ["version_id"], unique=False)
    op.create_table(
        "remarks",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.String(length=64), nullable=False),
        sa.Column("version_id", sa.String(length=64), nullable=False),
        sa.Column("selector", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("by", sa.String(length=64), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("replies", sa.LargeBinary(), nullable=False),
        sa.Column("resolved_by", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_remarks_by")),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name=op.f("fk_remarks_contract_id")),
        sa.ForeignKeyConstraint(["resolved_by"], ["people.id"], name=op.f("fk_remarks_resolved_by")),
        sa.ForeignKeyConstraint(["version_id"], ["versions.id"], name=op.f("fk_remarks_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remarks")),
    )
    op.create_index(op.f("ix_remarks_contract_id"), "remarks", ["contract_id"], unique=False)
    op.create_index(op.f("ix_remarks_version_id"), "remarks", ["version_id"], unique=False)
