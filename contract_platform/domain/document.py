"""Documents of a contract, their versions, and what reading a version produced."""

from datetime import datetime

from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import AnalysisState, DocumentKind, Role

OFFICERS = frozenset({Role.HANDLER, Role.HANDLER_LEAD, Role.UNIT_LEGAL})
SIGNERS = frozenset({Role.SIGNATORY, Role.SEAL_KEEPER})
PROOFS = frozenset({DocumentKind.ATTACHMENT, DocumentKind.EVIDENCE})
"""What may stand for minutes, a letter of authority or a receipt."""
UPLOADERS: dict[DocumentKind, frozenset[Role]] = {
    DocumentKind.DRAFT: OFFICERS,
    DocumentKind.SIGNED: OFFICERS | SIGNERS,
    DocumentKind.EVIDENCE: OFFICERS | SIGNERS | {Role.GOV_OFFICE},
    DocumentKind.ATTACHMENT: OFFICERS | SIGNERS | {Role.GOV_OFFICE},
}
"""Who brings which kind of file, among those who may bring any."""

CLOSED = frozenset({AnalysisState.QUARANTINED, AnalysisState.PURGED})
"""Versions that nobody reads."""


class Document(Root, frozen=True, kw_only=True):
    """A document of a contract; its content lives in versions."""

    contract_id: str
    kind: DocumentKind
    title: str
    current_version_id: str | None = None


class Version(Root, frozen=True, kw_only=True):
    """One uploaded file. ``sha256`` is the key in the object store, ``media`` the sniffed type (docx, pdf, …).

    ``analysis_id`` points at the analysis that is shown; ``unreadable`` is the code why there is none.
    ``no`` counts from 1 within the document; ``size`` is in bytes.
    """

    document_id: str
    contract_id: str
    no: int
    filename: str
    sha256: str
    media: str
    size: int
    uploaded_by: str
    uploaded_at: datetime
    analysis_state: AnalysisState
    analysis_id: str | None = None
    unreadable: str | None = None


class RecognisedPage(Root, frozen=True, kw_only=True):
    """A page of a file that is a picture, waiting for recognition or recognised; kept for every reading of its bytes.

    ``engine`` is what recognised it: another one begins anew. ``code`` says why a page could not be read; ``body`` is
    what the engine found, in its own form. Its id is made of the file's SHA-256 and the page's number, from 1.
    """

    sha256: str
    page: int
    engine: str
    done: bool = False
    code: str = ""
    body: bytes = b""

    @staticmethod
    def id_of(sha256: str, page: int) -> str:
        """The id of a page of a file."""
        return f"{sha256[:48]}-{page}"


class Recognition(Record, frozen=True, kw_only=True):
    """How far recognising a file's pages has come; ``failed`` are the pages done that could not be read."""

    total: int
    done: int
    failed: tuple[int, ...] = ()


class StoredAnalysis(Record, frozen=True, kw_only=True):
    """A finished analysis of a version: the JSON bytes of ``analysis.model.Analysis`` and what made it.

    ``layout`` are the msgpack bytes of its ``analysis.pages.Page`` records, kept apart because only the view of the
    pages needs them.
    """

    id: str
    version_id: str
    engine_version: str
    profile_version: str
    finished_at: datetime
    body: bytes
    search_text: str
    layout: bytes = b""
    high: int
    medium: int
    low: int


class FindingVerdict(Root, frozen=True, kw_only=True):
    """A person's verdict on a machine finding; survives re-analysis because the finding's id does."""

    contract_id: str
    finding_id: str
    verdict: str  # "adopted" | "rejected"
    reason: str
    by: str
    at: datetime


class FactVerdict(Root, frozen=True, kw_only=True):
    """What a person said of a fact the machine read: kept beside the machine's value, whatever is read later.

    ``fact``: key of ``analysis.fact_entries``. ``machine``: the machine's value the person saw, "" for none, in the
    version ``version_id``. ``value``: the person's own, only of a correction. ``role``: in which the
    person spoke; a reviewer's word is not replaced by the handler's.
    """

    contract_id: str
    version_id: str
    fact: str
    verdict: str  # "approved" | "rejected" | "corrected"
    machine: str
    value: str
    reason: str
    by: str
    role: Role
    at: datetime
