"""Official documents as they were issued, and the bureau's templates. What stands in a document is sealed."""

import sqlalchemy as sa

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

papers = sa.Table(
    "papers",
    metadata,
    key(),
    revision(),
    reference("contract_id", "contracts"),
    code("form"),
    required("no", sa.Integer),
    words("title"),
    code("number"),
    instant("issued_at"),
    code("issued_by"),
    code("act"),
    sealed("papers", "content", bytes),
    code("content_sha256"),
    code("template_sha256"),
    code("subject_id"),
    loose("version_id"),
    instant("voided_at", optional=True),
    sa.Column("docx_sha256", sa.String(64)),
    required("docx_size", sa.Integer),
    sa.Column("pdf_sha256", sa.String(64)),
    required("pdf_size", sa.Integer),
    words("no_pdf"),
    sa.UniqueConstraint("contract_id", "form", "no"),
    sa.Index("ix_papers_docx_sha256", "docx_sha256"),
    sa.Index("ix_papers_pdf_sha256", "pdf_sha256"),
    sa.Index("ix_papers_version_id", "version_id"),
)

form_templates = sa.Table(
    "form_templates",
    metadata,
    key(),
    revision(),
    code("form"),
    code("sha256"),
    words("filename"),
    instant("adopted_at"),
    required("change_number", sa.Integer),
    sa.Index("ix_form_templates_form", "form"),
)
