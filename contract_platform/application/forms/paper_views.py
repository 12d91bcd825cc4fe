"""What the pages see of official documents."""

from datetime import datetime

from contract_platform.application.queries import View
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.machine import Reason


class PaperView(View, frozen=True, kw_only=True):
    """An issued document; digests are SHA-256.

    ``ready``: its files are made; ``no_pdf`` says why there is none. ``subject_id`` is the filing it is about, if any.
    """

    id: str
    form: FormKind
    subject_id: str
    no: int
    title: str
    number: str
    issued_at: datetime
    issued_by: str
    voided_at: datetime | None
    internal: bool
    ready: bool
    content_sha256: str
    docx_sha256: str | None
    pdf_sha256: str | None
    no_pdf: Reason | None


class PreviewView(View, frozen=True, kw_only=True):
    """A document that can be looked at before it is issued; ``subject_id`` is the filing it is about, if any."""

    form: FormKind
    subject_id: str
    internal: bool


class PapersView(View, frozen=True, kw_only=True):
    """The documents of a contract as their reader may see them; ``archive``: so is its file for the archive."""

    papers: tuple[PaperView, ...]
    previews: tuple[PreviewView, ...]
    archive: bool
