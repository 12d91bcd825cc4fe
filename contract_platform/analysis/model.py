r"""The records that reading and analysis exchange.

Offsets are half-open ``[start, end)`` in Unicode code points of the canonical text: block texts joined by ``\n``,
numbering labels left out, tracked changes accepted, table cells joined by ``\t`` and table rows by ``\n``.
``quote == text[start:end]`` holds everywhere.
"""

from datetime import date
from enum import StrEnum

import msgspec

from contract_platform.analysis.pages import Page


class Record(msgspec.Struct, frozen=True):
    """A frozen record; subclasses name ``kw_only=True``, which msgspec does not inherit."""


class Unreadable(Exception):
    """A file that is refused for analysis; ``code`` is stable and translated by the screens.

    scan_without_text_layer | nothing_recognised | page_illegible | encrypted | not_a_contract_file_type |
    text_not_extractable | empty | damaged | too_large | suspected_secret.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


# --- what a reader delivers -------------------------------------------------------------------------------------


class Span(Record, frozen=True, kw_only=True):
    """Half-open range of code points in the canonical text."""

    start: int
    end: int


class Revision(Record, frozen=True, kw_only=True):
    """One tracked change: where it stands in the accepted text, and the text that was inserted or deleted.

    A deletion has ``start == end``: its text is not part of the canonical text.
    """

    kind: str  # "inserted" | "deleted"
    start: int
    end: int
    text: str
    author: str = ""
    at: str = ""


class Block(Record, frozen=True, kw_only=True):
    """A paragraph or a table of the document, the unit that remarks and findings are anchored to.

    ``id`` is ``p-<first 12 hex digits of the SHA-256 of the text>-<n>``, so it survives insertions elsewhere.
    ``label`` is the automatic number of the paragraph (Word numbering) as displayed; it is not part of ``text``.
    """

    id: str
    kind: str  # "paragraph" | "table"
    text: str
    start: int
    label: str = ""
    list_id: str = ""  # the list of an automatic number; set also where its format prints nothing
    list_level: int | None = None
    outline_level: int | None = None
    style: str = ""
    bold: bool = False
    centered: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    page: int | None = None
    part: str = "body"  # "body" | "toc" | "header" | "footer" | "footnote" | "textbox"

    @property
    def end(self) -> int:
        """Offset just behind the last code point of the block."""
        return self.start + len(self.text)


class Doubt(Record, frozen=True, kw_only=True):
    """A word that was recognised on a scan with a confidence in 0..1 so low that a person should look."""

    start: int
    end: int
    confidence: float


class UnreadPage(Record, frozen=True, kw_only=True):
    """A page whose text could not be recognised; ``code`` is one of ``reasons``."""

    page: int
    code: str


class DocumentText(Record, frozen=True, kw_only=True):
    """The one text model of every format."""

    format: str  # "docx" | "pdf" | "txt" | "image"
    text: str
    blocks: tuple[Block, ...]
    page_count: int | None = None
    revisions: tuple[Revision, ...] = ()
    comment_count: int = 0
    blanks: tuple[Span, ...] = ()  # blanks only the format shows: underlined spaces, content controls left empty
    notes: tuple[str, ...] = ()  # codes of what the reader left out or could not read, e.g. "images_not_read"
    marks: tuple[str, ...] = ()  # secrecy marks on the text, in its headers or footers
    pages: tuple[Page, ...] = ()  # where the text stands on its pages, of formats that have pages
    doubts: tuple[Doubt, ...] = ()  # of recognised text
    unread: tuple[UnreadPage, ...] = ()


# --- what analysis finds ----------------------------------------------------------------------------------------


class Clause(Record, frozen=True, kw_only=True):
    """A node of the clause tree, in document order; ``parent`` is the id of the enclosing clause.

    ``level`` 0 = chapter or part (章, 部分), 1 = top-level article, 2 and deeper = items.
    ``part`` names the document part ("" for the main contract, "annex:<title>" for annexes and sub-agreements).
    """

    id: str
    number: str
    heading: str
    category: str
    level: int
    start: int
    end: int
    start_text: str
    categories: tuple[str, ...] = ()
    parent: str | None = None
    part: str = ""


class Evidence(Record, frozen=True, kw_only=True):
    """Where a value was read: ``quote == text[start:end]``; ``confidence`` in 0..1."""

    quote: str
    start: int
    end: int
    confidence: float = 1.0


class TextFact(Record, frozen=True, kw_only=True):
    """A value that is itself text (title, contract number, term)."""

    value: str
    evidence: Evidence | None = None


class PartyFact(Record, frozen=True, kw_only=True):
    """A party as the text names it; ``name`` is None where the blank is unfilled.

    ``role`` as written (甲方, 采购人 …); ``uscc_valid`` is the GB 32100 check digit verdict, None without a code.
    ``other_names`` are names the text gives the same role elsewhere.
    """

    role: str
    name: str | None
    uscc: str | None = None
    uscc_valid: bool | None = None
    alias: tuple[str, ...] = ()
    address: str | None = None
    legal_representative: str | None = None
    evidence: Evidence | None = None
    other_names: tuple[Evidence, ...] = ()


class AmountFact(Record, frozen=True, kw_only=True):
    """The contract amount in integer fen; ``kind`` fixed | cap | estimate | unit_price | formula."""

    value_fen: int | None
    figures: str | None = None
    words: str | None = None
    figures_fen: int | None = None
    words_fen: int | None = None
    kind: str = "fixed"
    currency: str = "CNY"
    evidence: Evidence | None = None


class DateFact(Record, frozen=True, kw_only=True):
    """A date; ``value`` is None where the text names an event or a blank instead."""

    value: date | None
    precision: str = "day"  # "month" where the text names no day: the value is then the first of the month
    evidence: Evidence | None = None


class PaymentFact(Record, frozen=True, kw_only=True):
    """One row of the payment plan. ``percent`` is of ``base``; ``cumulative`` marks 支付至."""

    text: str
    percent: float | None = None
    amount_fen: int | None = None
    trigger: str | None = None
    due: str | None = None
    due_date: date | None = None
    kind: str = "progress"  # advance | progress | acceptance | settlement | retention | final | rent
    base: str | None = None
    cumulative: bool = False
    by_person: bool = False  # a person gave ``percent``
    evidence: Evidence | None = None


class DisputeFact(Record, frozen=True, kw_only=True):
    """How disputes are settled: ``method`` arbitration | court | both | none."""

    method: str
    body: str | None = None
    evidence: Evidence | None = None


class Facts(Record, frozen=True, kw_only=True):
    """Everything read from the text that the contract record needs; None means "not found", never "none"."""

    title: TextFact | None = None
    contract_number: TextFact | None = None
    parties: tuple[PartyFact, ...] = ()
    amount: AmountFact | None = None
    signed: DateFact | None = None
    start: DateFact | None = None
    end: DateFact | None = None
    term: TextFact | None = None
    payments: tuple[PaymentFact, ...] = ()
    dispute: DisputeFact | None = None
    blanks: tuple[Evidence, ...] = ()
    direction: str | None = None  # "payable" | "receivable" | "none" as seen from the government side


class Severity(StrEnum):
    """How much a risk can hurt."""

    HIGH = "HIGH"
    MEDIUM = "MEDIUM"
    LOW = "LOW"


class Verdict(StrEnum):
    """What one rule says about one contract."""

    FOUND = "found"
    CLEAR = "clear"
    NOT_APPLICABLE = "not_applicable"
    COULD_NOT_BE_CHECKED = "could_not_be_checked"


class LegalBasis(Record, frozen=True, kw_only=True):
    """A dated row of law: ``provenance`` V (full text read), VP (page read), M (from memory)."""

    law: str
    article: str
    effective_from: date | None = None
    effective_to: date | None = None
    provenance: str = "M"


class Finding(Record, frozen=True, kw_only=True):
    """A risk with its evidence. ``id`` is stable across re-analysis: hash of rule, block id and quote."""

    id: str
    rule: str
    severity: Severity
    title: str
    message: str
    suggestion: str
    basis: tuple[LegalBasis, ...]
    clause_id: str | None
    clause: str | None  # number as displayed, for people
    block_id: str | None
    start: int | None
    end: int | None
    quote: str
    params: dict[str, str] = {}


class Coverage(Record, frozen=True, kw_only=True):
    """One rule's verdict with the reason code (never empty unless ``found`` or ``clear``)."""

    verdict: Verdict
    reason: str = ""
    params: dict[str, str] = {}


class Context(Record, frozen=True, kw_only=True):
    """What analysis may know beyond the text. ``today`` chooses the law in force where the contract has no date.

    ``rule_class`` is a class code of the risk rules (GOODS, SERVICE …) confirmed by a person; None lets analysis
    decide. ``parameters`` are thresholds from the policy profile, keyed ``rule.parameter``.
    """

    today: date
    rule_class: str | None = None
    parameters: dict[str, float] = {}
    award_amount_fen: int | None = None
    budget_fen: int | None = None
    award_supplier: str | None = None
    secrecy_cleared: bool = False  # two people have found that its secrecy marks are none
    suspended: dict[str, dict[str, str]] = {}  # rules that rest, with the parameters of the reason
    reviewed_text: str | None = None  # the text that was reviewed, where this document is the signed copy
    said: dict[str, str | None] = {}  # values people gave for facts, by ``fact_entries`` key; None: there is none


class Analysis(Record, frozen=True, kw_only=True):
    """The whole result for one document.

    ``clauses`` and ``facts`` are the machine's own; ``findings`` rest on what people said of them where they did.
    """

    engine_version: str
    document: DocumentText
    category: str  # free text, e.g. 租赁合同
    rule_class: str  # code of the risk rules
    contract_class: str  # code 01..16 of the register
    clauses: tuple[Clause, ...]
    facts: Facts
    findings: tuple[Finding, ...]
    coverage: dict[str, Coverage]
