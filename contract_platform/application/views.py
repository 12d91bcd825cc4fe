"""What use cases return: everything a page needs about one thing, and what its reader may do with it."""

from datetime import date, datetime

from contract_platform.analysis.model import Block, Clause, Coverage, Doubt, Facts, Finding, Revision, UnreadPage
from contract_platform.application.queries import View
from contract_platform.domain.contract import Contract, Party, ShortText
from contract_platform.domain.credentials import Step
from contract_platform.domain.deviation import Deviation
from contract_platform.domain.document import FindingVerdict, Recognition, Version
from contract_platform.domain.followups import Filing, Obligation
from contract_platform.domain.machine import Reason
from contract_platform.domain.opinion import Opinion
from contract_platform.domain.payment import Account, Payment
from contract_platform.domain.signing import SealUse, Signing
from contract_platform.domain.signing_vocabulary import MarkKind
from contract_platform.domain.submission_vocabulary import FundingSource
from contract_platform.domain.vocabulary import (
    AnalysisState,
    Direction,
    DocumentKind,
    Role,
    SealKind,
    State,
)


class PostView(View, frozen=True, kw_only=True):
    """A post of the signed-in person; ``acted_for`` names the colleague who is away, where it is lent."""

    id: str
    role: Role
    unit_id: str
    unit_name: str
    acted_for: str | None = None


class SessionView(View, frozen=True, kw_only=True):
    """The signed-in person. ``permissions`` are operation ids and lifecycle actions of the access table.

    ``step`` has to be done before anything else. The session ends in ``idle_seconds`` without use and in
    ``left_seconds`` at the latest.
    """

    person_id: str
    name: str
    username: str
    posts: tuple[PostView, ...]
    permissions: tuple[str, ...]
    demo: bool
    step: Step | None
    idle_seconds: int
    left_seconds: int


class PersonView(View, frozen=True, kw_only=True):
    """Somebody who can be named, e.g. as reviewer."""

    id: str
    name: str
    roles: tuple[Role, ...]
    units: tuple[str, ...]


class ActionView(View, frozen=True, kw_only=True):
    """An act the reader may do now, or may do once ``reasons`` are mended."""

    action: str
    enabled: bool
    reasons: tuple[Reason, ...] = ()
    primary: bool = False


class VersionView(View, frozen=True, kw_only=True):
    """A version with the name of who uploaded it.

    ``recognition`` is how far recognising its pages has come, told only by ``version.read`` while it goes on.
    """

    version: Version
    uploader: str
    kind: DocumentKind
    recognition: Recognition | None = None


class DocumentView(View, frozen=True, kw_only=True):
    """A document and its versions, newest first."""

    id: str
    kind: DocumentKind
    title: str
    versions: tuple[VersionView, ...]


class DeadlineView(View, frozen=True, kw_only=True):
    """A deadline with days left (negative = overdue by that many), in its own unit of days."""

    name: str
    due_on: date
    unit: str  # "working" | "natural"
    days_left: int
    provisional: bool
    ended_on: date | None = None
    suspended: bool = False


class ReckoningDay(View, frozen=True, kw_only=True):
    """A day that was not counted, and why."""

    day: date
    reason: str


class ReckoningView(View, frozen=True, kw_only=True):
    """How a deadline was reckoned."""

    deadline: DeadlineView
    start: date
    days: int
    skipped: tuple[ReckoningDay, ...]
    rule: str
    basis: str


class FilingView(View, frozen=True, kw_only=True):
    """A filing, its deadline and what the reader may do; ``step``: by when it is to be checked or corrected."""

    filing: Filing
    deadline: DeadlineView
    step: DeadlineView | None
    actions: tuple[ActionView, ...]


class ObligationView(View, frozen=True, kw_only=True):
    """An obligation, its deadline (None while no day is known), what was paid of it, and what the reader may do."""

    obligation: Obligation
    deadline: DeadlineView | None
    payments: tuple[Payment, ...]
    account: Account
    actions: tuple[ActionView, ...]


class DecisionView(View, frozen=True, kw_only=True):
    """Who decided what; ``acted_for`` is the name of the colleague whose deputy decided."""

    action: str
    source: State
    target: State
    person: str
    role: Role
    at: datetime
    reason: str
    round: int
    acted_for: str | None
    minutes_version_id: str | None


class SealUseView(View, frozen=True, kw_only=True):
    """A use of the seals with the name of who recorded it."""

    use: SealUse
    recorder: str


class DeviationView(View, frozen=True, kw_only=True):
    """A statement that a signed copy differs; ``current`` = it keeps the contract from being signed and filed now."""

    deviation: Deviation
    stated_by: str
    resolved_by: str | None
    current: bool
    actions: tuple[ActionView, ...]


class MarkView(View, frozen=True, kw_only=True):
    """A mark with its reason."""

    mark: MarkKind
    reason: str
    at: datetime


class SigningDemands(View, frozen=True, kw_only=True):
    """What the contract's profile demands before it is signed; ``seals`` are those that may be used."""

    decision_minutes: bool
    ruling_minutes: bool
    seals: tuple[SealKind, ...]
    award_due: date | None
    valid_until: date | None


class OpinionView(View, frozen=True, kw_only=True):
    """An opinion with names."""

    opinion: Opinion
    drafter: str
    signer: str | None


class SigningView(View, frozen=True, kw_only=True):
    """The signing with the names of those who confirmed."""

    signing: Signing
    confirmed_by: tuple[str, ...]


class StepView(View, frozen=True, kw_only=True):
    """One step of the stepper: draft, review, decide, sign, file, perform, archive."""

    key: str
    state: str  # "done" | "current" | "todo" | "skipped"


class RiskCounts(View, frozen=True, kw_only=True):
    """How far reading has come, and the risks found."""

    state: AnalysisState
    version_id: str
    unreadable: str | None
    high: int
    medium: int
    low: int


class ContractDetail(View, frozen=True, kw_only=True):
    """Everything the detail page shows. ``operations`` of the access table are open to the reader on this contract."""

    contract: Contract
    handling_unit: str
    signing_body: str
    handler: str
    reviewer: str | None
    steps: tuple[StepView, ...]
    actions: tuple[ActionView, ...]
    operations: tuple[str, ...]
    documents: tuple[DocumentView, ...]
    analysis: RiskCounts | None
    opinions: tuple[OpinionView, ...]
    signing: SigningView | None
    can_confirm_signing: bool
    filings: tuple[FilingView, ...]
    obligations: tuple[ObligationView, ...]
    deadlines: tuple[DeadlineView, ...]
    decisions: tuple[DecisionView, ...]
    seal_uses: tuple[SealUseView, ...]
    marks: tuple[MarkView, ...]
    deviations: tuple[DeviationView, ...]
    demands: SigningDemands


class ContractFacts(View, frozen=True, kw_only=True):
    """The facts a person confirms; the body of PATCH /contracts/{id}. Nothing here is a server-owned field."""

    name: str
    category: str
    rule_class: str
    direction: Direction
    signing_body_id: str
    amount_fen: int | None = None
    amount_reason: str | None = None
    amount_kind: str = "fixed"
    currency: str = "CNY"
    parties: tuple[Party, ...] = ()
    funding_source: FundingSource | None = None
    budget_item: ShortText | None = None
    procurement_method: str | None = None
    procurement_no: ShortText | None = None
    award_notice_date: date | None = None
    key_project: bool = False
    public_interest: bool = False
    authorised: bool = False
    exemption: ShortText | None = None
    exemption_reason: ShortText | None = None
    planned_sign_date: date | None = None
    term_start: date | None = None
    term_end: date | None = None


class Source(View, frozen=True, kw_only=True):
    """Where a suggested value was read."""

    quote: str
    start: int
    end: int
    confidence: float


class FactSuggestion(View, frozen=True, kw_only=True):
    """Facts read from the newest draft, for confirmation.

    ``sources`` maps field names to where they were read; ``doubts`` are codes of what a person should look at (e.g.
    ``amount_words_figures_differ``).
    """

    facts: ContractFacts
    contract_number: str | None
    sources: dict[str, Source]
    doubts: tuple[Reason, ...]


class AnalysisView(View, frozen=True, kw_only=True):
    """The text of a version with everything found in it. Offsets are Unicode code points."""

    version: Version
    format: str
    text_length: int
    page_count: int | None
    blocks: tuple[Block, ...]
    revisions: tuple[Revision, ...]
    comment_count: int
    notes: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    unread: tuple[UnreadPage, ...]
    engine_version: str
    category: str
    rule_class: str
    clauses: tuple[Clause, ...]
    facts: Facts
    findings: tuple[Finding, ...]
    coverage: dict[str, Coverage]
    verdicts: tuple[FindingVerdict, ...]


class RemarkReply(View, frozen=True, kw_only=True):
    """A reply with its author's name."""

    by: str
    at: datetime
    text: str


class RemarkView(View, frozen=True, kw_only=True):
    """A remark with names. ``orphan``: the quoted text is not in this version any more."""

    id: str
    revision: int
    version_id: str
    start: int
    end: int
    exact: str
    text: str
    by: str
    by_id: str
    at: datetime
    state: str
    replies: tuple[RemarkReply, ...]
    resolved_by: str | None
    orphan: bool
