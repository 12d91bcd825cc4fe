"""The read side: what pages show, filtered by what the reader may see."""

from datetime import date, datetime
from typing import Protocol

import msgspec

from contract_platform.domain.contract import Party
from contract_platform.domain.metrics import MetricPart
from contract_platform.domain.relations import Scope
from contract_platform.domain.signing_vocabulary import MarkKind
from contract_platform.domain.vocabulary import (
    AlertKind,
    AlertLevel,
    AlertState,
    AnalysisState,
    Direction,
    FilingState,
    Origin,
    State,
    Tier,
)


class View(msgspec.Struct, frozen=True):
    """A row or page for reading."""


class LedgerFilter(View, frozen=True, kw_only=True):
    """Filters of the ledger; empty means "any". ``text`` matches name, numbers, party and body text.

    ``year`` is the year of signing. ``filing``: ``overdue`` (open and past due), ``late`` (filed late), ``on_time``
    or a FilingState. ``mark``: with this mark. ``alert``: an AlertLevel with an open alert. ``risk``: "high" = the
    draft has high risks. ``metric``: a list behind a figure, ``<key>.<part>`` (``domain/metrics.py``); ``live_since``
    and ``as_of`` are filled in for it, and ``year`` is then the figure's own.
    ``sort``: ``-updated`` (default), ``-amount``, ``amount``, ``-signed``, ``due``.
    """

    text: str = ""
    states: tuple[State, ...] = ()
    units: tuple[str, ...] = ()
    category: str = ""
    tier: Tier | None = None
    direction: Direction | None = None
    amount_from_fen: int | None = None
    amount_to_fen: int | None = None
    year: int | None = None
    month: int | None = None
    filing: str = ""
    alert: str = ""
    risk: str = ""
    origin: Origin | None = None
    mark: MarkKind | None = None
    metric: str = ""
    handler_id: str = ""
    sort: str = "-updated"
    live_since: date | None = None
    as_of: date | None = None

    def knowing(self, live_since: date, today: date) -> "LedgerFilter":
        """The same, knowing since when the platform is in service and which day it is."""
        return msgspec.structs.replace(self, live_since=live_since, as_of=today)


class Span(View, frozen=True, kw_only=True):
    """How long something took: the day it began on, the day it ended on, and when it stood still (from, to)."""

    started_on: date
    ended_on: date
    suspensions: tuple[tuple[date, date | None], ...] = ()


class Measured(View, frozen=True, kw_only=True):
    """What a figure is reckoned from: how many contracts its lists hold; spans of those that count, or items."""

    counts: dict[MetricPart, int]
    spans: tuple[Span, ...] = ()
    items: int = 0
    items_counted: int = 0


class LedgerRow(View, frozen=True, kw_only=True):
    """One contract in the ledger; never carries body text."""

    id: str
    name: str
    state: State
    tier: Tier | None
    origin: Origin
    paper_no: str | None
    category: str
    handling_unit_id: str
    handling_unit: str
    handler: str
    counterparty: str
    direction: Direction
    amount_fen: int | None
    contract_no: str | None
    review_no: str | None
    filing_no: str | None
    filing_state: FilingState | None
    filing_overdue: bool
    sign_date: date | None
    term_end: date | None
    updated_at: datetime
    high: int
    medium: int
    low: int
    alert: AlertLevel | None
    alert_due: date | None
    alert_unit: str | None
    analysis_state: AnalysisState | None
    marks: tuple[MarkKind, ...]


class LedgerPage(View, frozen=True, kw_only=True):
    """A keyset page. ``next`` is the cursor of the following page; ``total`` stops at 1000 (``capped``)."""

    rows: tuple[LedgerRow, ...]
    next: str | None
    total: int
    capped: bool


class AlertRow(View, frozen=True, kw_only=True):
    """One alert. When it is shown: ``days_left`` in its ``unit`` of days, ``acts`` that are open to the reader."""

    id: str
    revision: int
    contract_id: str
    contract_name: str
    contract_no: str | None
    handling_unit: str
    kind: AlertKind
    level: AlertLevel
    state: AlertState
    title: str
    due_on: date
    unit: str
    provisional: bool
    raised_at: datetime
    disposal: str
    subject_id: str
    days_left: int | None = None
    acts: tuple[str, ...] = ()


class AlertPage(View, frozen=True, kw_only=True):
    """A keyset page of alerts."""

    rows: tuple[AlertRow, ...]
    next: str | None
    total: int
    capped: bool


class BacklogItem(View, frozen=True, kw_only=True):
    """Something that was overdue before the platform was there and is not settled yet."""

    kind: AlertKind
    subject_id: str
    title: str
    due_on: date


class BacklogRow(View, frozen=True, kw_only=True):
    """A contract with its old stock, oldest first."""

    contract_id: str
    name: str
    number: str | None
    origin: Origin
    handling_unit: str
    handler: str
    items: tuple[BacklogItem, ...]


class BacklogPage(View, frozen=True, kw_only=True):
    """A keyset page of the old stock."""

    rows: tuple[BacklogRow, ...]
    next: str | None
    total: int
    capped: bool


class EventRow(View, frozen=True, kw_only=True):
    """One entry of a contract's timeline; ``acted_for`` names the colleague whose deputy the actor was.

    ``seq`` is the entry's number in the chained trace, None for the seconds until it is chained.
    """

    id: str
    type: str
    actor: str
    role: str | None
    unit: str | None
    acted_for: str | None
    address: str
    event_time: datetime
    recorded_at: datetime
    seq: int | None
    data: dict[str, object]


class MonthRow(View, frozen=True, kw_only=True):
    """Signed, filed, and of those due in the month how many were filed in time."""

    month: int
    signed: int
    filed: int
    filed_on_time: int
    filing_due: int


class StageRow(View, frozen=True, kw_only=True):
    """How many live contracts stand in a state."""

    state: State
    count: int


class UnitRow(View, frozen=True, kw_only=True):
    """Filing in time per handling unit."""

    unit_id: str
    unit: str
    filing_due: int
    filed_on_time: int
    overdue: int


class Overview(View, frozen=True, kw_only=True):
    """Figures of the bureau's first page for one year. Amounts are signed contracts', per direction, never summed.

    ``alerts``: open alerts by level (all years). ``filing_due``: filings of contracts signed that year whose day has
    come; ``filed_on_time`` of them filed by it. ``marks``: how many of them bear each mark.
    """

    year: int
    signed: int
    payable_fen: int
    receivable_fen: int
    filing_due: int
    filed_on_time: int
    filing_overdue: int
    alerts: dict[str, int]
    marks: dict[str, int]
    months: tuple[MonthRow, ...]
    stages: tuple[StageRow, ...]
    units: tuple[UnitRow, ...]


class Likeness(View, frozen=True, kw_only=True):
    """What other contracts are compared by; ``hashes`` are of the drafts.

    ``since`` bounds those of equal amount and those of the same unit.
    """

    contract_id: str
    unit_id: str
    hashes: tuple[str, ...]
    name: str
    amount_fen: int | None
    since: datetime


class SimilarRow(View, frozen=True, kw_only=True):
    """A contract that shares a file, the name, the amount or the unit with another one."""

    id: str
    name: str
    state: State
    handling_unit: str
    contract_no: str | None
    amount_fen: int | None
    created_at: datetime
    parent_id: str | None
    parties: tuple[Party, ...]
    draft_version_id: str | None
    same_file: bool


class Reading(View, frozen=True, kw_only=True):
    """That a draft was read; ``current``: it is the draft the contract goes by now."""

    contract_id: str
    analysis_id: str
    current: bool


class FindingBody(View, frozen=True, kw_only=True):
    """The bytes of one analysis."""

    id: str
    body: bytes


class Queries(Protocol):
    """Everything pages read in bulk. Every method filters by ``scope``."""

    def ledger(self, scope: Scope, filter_: LedgerFilter, *, after: str | None, limit: int) -> LedgerPage:
        """Contracts in scope."""
        ...

    def opened_since(self, instant: datetime) -> tuple[str, ...]:
        """The ids of all contracts opened since an instant, oldest first; for no reader's eyes, so without a scope."""
        ...

    def readings(self, limit: int) -> tuple[Reading, ...]:
        """The newest readings of drafts; for counting, so without a scope."""
        ...

    def finding_bodies(self, ids: tuple[str, ...]) -> tuple[FindingBody, ...]:
        """The bodies of some analyses; for counting, so without a scope."""
        ...

    def drafted(self, after: str | None, limit: int) -> tuple[str, ...]:
        """Contracts with a draft, newest first; the caller decides what of them may be told."""
        ...

    def visible(self, scope: Scope, contract_id: str) -> bool:
        """Whether the contract is in scope."""
        ...

    def similar(self, scope: Scope, wanted: Likeness) -> tuple[SimilarRow, ...]:
        """Contracts in scope that are under way or in force and share a file, the name or the amount, newest first."""
        ...

    def alerts(
        self,
        scope: Scope,
        *,
        levels: tuple[AlertLevel, ...],
        states: tuple[AlertState, ...],
        kinds: tuple[AlertKind, ...],
        units: tuple[str, ...],
        after: str | None,
        limit: int,
    ) -> AlertPage:
        """Alerts in scope, most urgent first."""
        ...

    def backlog(self, scope: Scope, since: date, *, after: str | None, limit: int) -> BacklogPage:
        """Contracts entered later of which something was due before a day and is still open (存量待清理)."""
        ...

    def timeline(self, contract_id: str) -> list[EventRow]:
        """Everything that happened to a contract, oldest first."""
        ...

    def measure(self, scope: Scope, key: str, year: int, since: date, today: date) -> Measured:
        """What a figure is reckoned from; ``since``: the day the platform went into service."""
        ...

    def overview(self, scope: Scope, year: int, today: date) -> Overview:
        """The bureau's figures."""
        ...

    def events_after(self, cursor: str, limit: int) -> list[tuple[str, str, str | None]]:
        """(event id, type, contract id) recorded after the cursor, oldest first; feeds the server-sent events."""
        ...

    def first_day(self) -> date | None:
        """The day of the first entry of the trace, None before anything happened."""
        ...

    def last_event(self) -> str:
        """The cursor of the newest event, "" when there is none."""
        ...
