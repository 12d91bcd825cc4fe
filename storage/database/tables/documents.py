"""Documents, versions, analyses, verdicts, remarks, and the words they are found by."""

import sqlalchemy as sa

from contract_platform.domain.followups import Reply, Selector
from storage.database.tables.metadata import (
    code,
    instant,
    key,
    loose,
    metadata,
    reference,
    required,
    revision,
    sealed,
    words,
)
from storage.database.types import Serial

documents = sa.Table(
    "documents",
    metadata,
    key(),
    revision(),
    reference("contract_id", "contracts"),
    code("kind"),
    words("title"),
    loose("current_version_id"),
    sa.Index(None, "contract_id", "kind"),
)
versions = sa.Table(
    "versions",
    metadata,
    key(),
    revision(),
    reference("document_id", "documents"),
    reference("contract_id", "contracts"),
    required("no", sa.Integer),
    words("filename"),
    code("sha256"),
    code("media"),
    required("size", sa.BigInteger),
    reference("uploaded_by", "people"),
    instant("uploaded_at"),
    code("analysis_state"),
    loose("analysis_id"),
    code("unreadable", optional=True),
    sa.UniqueConstraint("document_id", "no"),
    sa.Index(None, "contract_id"),
    sa.Index(None, "sha256"),
    sa.Index(None, "analysis_state"),
)
analyses = sa.Table(
    "analyses",
    metadata,
    key(),
    reference("version_id", "versions"),
    code("engine_version"),
    code("profile_version"),
    instant("finished_at"),
    required("high", sa.Integer),
    required("medium", sa.Integer),
    required("low", sa.Integer),
    sealed("analyses", "search_text"),
    sealed("analyses", "body", bytes),
    sa.Index(None, "version_id"),
)
verdicts = sa.Table(
    "verdicts",
    metadata,
    key(),
    revision(),
    reference("contract_id", "contracts"),
    code("finding_id"),
    code("verdict"),
    sealed("verdicts", "reason"),
    reference("by", "people"),
    instant("at"),
    sa.UniqueConstraint("contract_id", "finding_id"),
)
remarks = sa.Table(
    "remarks",
    metadata,
    key(),
    revision(),
    reference("contract_id", "contracts"),
    reference("version_id", "versions"),
    sealed("remarks", "selector", Selector),
    sealed("remarks", "text"),
    reference("by", "people"),
    instant("at"),
    code("state"),
    sealed("remarks", "replies", tuple[Reply, ...]),
    reference("resolved_by", "people", optional=True),
    sa.Index(None, "version_id"),
    sa.Index(None, "contract_id"),
)
search_sections = sa.Table(
    "search_sections",
    metadata,
    sa.Column("id", Serial, primary_key=True, autoincrement=True),
    reference("contract_id", "contracts"),
    code("source"),
    words("words"),
    sa.Index(None, "contract_id", "source"),
)
