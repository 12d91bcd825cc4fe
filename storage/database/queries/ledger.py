"""The ledger of contracts: filters, orders, rows."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.application.queries import LedgerFilter, LedgerPage, LedgerRow
from contract_platform.domain.errors import Invalid
from contract_platform.domain.relations import Scope
from contract_platform.domain.signing_vocabulary import MarkKind
from contract_platform.domain.vocabulary import (
    AlertLevel,
    AlertState,
    AnalysisState,
    Direction,
    FilingState,
    Origin,
    State,
    Tier,
)
from storage.database import search
from storage.database.queries.metrics import Period, part_of
from storage.database.queries.pages import Sort, page
from storage.database.queries.scope import in_scope
from storage.database.tables.contracts import contracts, marks
from storage.database.tables.documents import analyses, versions
from storage.database.tables.followups import alerts, filings
from storage.database.tables.people import people, units

BUREAU = "JUSTICE_BUREAU"
CLOSED = (AlertState.CLOSED, AlertState.CANCELLED)
ENDED = (FilingState.FILED, FilingState.REPORTED, FilingState.NOT_REQUIRED)
c, f, a = contracts.c, filings.c, alerts.c
URGENT = sa.select(a.id).where(a.contract_id == c.id, a.state.not_in(CLOSED)).order_by(a.due_on, a.id).limit(1)
COLUMNS: list[Any] = [
    c.id, c.name, c.state, c.tier, c.origin, c.paper_no,
    c.category, c.handling_unit_id, c.parties, c.direction, c.amount_fen, c.contract_no,
    c.review_no, c.sign_date, c.term_end, c.updated_at, units.c.short_name, people.c.name.label("handler"),
    f.number.label("filing_no"), f.state.label("filing_state"), f.overdue,
    analyses.c.high, analyses.c.medium, analyses.c.low, versions.c.analysis_state,
    a.level, a.due_on, a.unit.label("alert_unit"),
]  # fmt: skip
JOINED = (
    contracts.join(units, units.c.id == c.handling_unit_id)
    .join(people, people.c.id == c.handler_id)
    .outerjoin(filings, sa.and_(f.contract_id == c.id, f.target == BUREAU))
    .outerjoin(versions, versions.c.id == sa.func.coalesce(c.draft_version_id, c.signed_version_id))
    .outerjoin(analyses, analyses.c.id == versions.c.analysis_id)
    .outerjoin(alerts, a.id == URGENT.correlate(contracts).scalar_subquery())
)
SORTS: dict[str, tuple[Sort, str]] = {
    "-updated": (Sort(column=c.updated_at, tie=c.id, descending=True, kind=datetime, nullable=False), "updated_at"),
    "-amount": (Sort(column=c.amount_fen, tie=c.id, descending=True, kind=int), "amount_fen"),
    "amount": (Sort(column=c.amount_fen, tie=c.id, descending=False, kind=int), "amount_fen"),
    "-signed": (Sort(column=c.sign_date, tie=c.id, descending=True, kind=date), "sign_date"),
    "due": (Sort(column=a.due_on, tie=c.id, descending=False, kind=date), "due_on"),
}


def ledger(connection: Connection, scope: Scope, wanted: LedgerFilter, *, after: str | None, limit: int) -> LedgerPage:
    """A page of contracts in scope."""
    if wanted.sort not in SORTS:
        raise Invalid("unknown_sort", sort=wanted.sort)
    sort, name = SORTS[wanted.sort]
    conditions = [in_scope(scope), *plain(wanted), *derived(wanted)]
    texts = search.matching(connection.dialect.name, wanted.text)
    conditions += [c.id.in_(text) for text in texts] if texts or not wanted.text.strip() else [sa.false()]
    chosen = sa.select(*COLUMNS).select_from(JOINED).where(*conditions)

    def place(found: Any) -> Any:
        return getattr(found, name)

    rows, cursor, total, capped = page(connection, chosen, sort, after=after, limit=limit, place=place)
    marked = marks_of(connection, [found.id for found in rows])
    shown = tuple(row_of(found, marked.get(found.id, ())) for found in rows)
    return LedgerPage(rows=shown, next=cursor, total=total, capped=capped)


def marks_of(connection: Connection, keys: list[str]) -> dict[str, tuple[MarkKind, ...]]:
    """The marks of each of these contracts."""
    chosen = sa.select(marks.c.contract_id, marks.c.mark).where(marks.c.contract_id.in_(keys)).order_by(marks.c.mark)
    found: dict[str, tuple[MarkKind, ...]] = {}
    for key, mark in connection.execute(chosen):
        found[key] = (*found.get(key, ()), MarkKind(mark))
    return found


def plain(wanted: LedgerFilter) -> list[sa.ColumnElement[bool]]:
    """Filters on the contract's own columns."""
    found: list[sa.ColumnElement[bool]] = []
    equal = {
        c.category: wanted.category,
        c.tier: wanted.tier,
        c.direction: wanted.direction,
        c.origin: wanted.origin,
        c.handler_id: wanted.handler_id,
    }
    found += [column == value for column, value in equal.items() if value]
    if wanted.states:
        found.append(c.state.in_(wanted.states))
    if wanted.units:
        found.append(c.handling_unit_id.in_(wanted.units))
    if wanted.amount_from_fen is not None:
        found.append(c.amount_fen >= wanted.amount_from_fen)
    if wanted.amount_to_fen is not None:
        found.append(c.amount_fen <= wanted.amount_to_fen)
    return found


def derived(wanted: LedgerFilter) -> list[sa.ColumnElement[bool]]:
    """Filters on what belongs to the contract."""
    found: list[sa.ColumnElement[bool]] = []
    if wanted.metric:
        period = Period(wanted.year, wanted.live_since or date.min, wanted.as_of or date.max)
        found.append(part_of(wanted.metric, period))
    elif wanted.year is not None:
        first = date(wanted.year, wanted.month or 1, 1)
        last = date(
            wanted.year + (wanted.month in {None, 12}), 1 if wanted.month in {None, 12} else (wanted.month or 0) + 1, 1
        )
        found += [c.sign_date >= first, c.sign_date < last]
    if wanted.filing:
        found.append(filing_is(wanted.filing))
    if wanted.alert:
        open_alert = sa.select(a.contract_id).where(a.level == wanted.alert, a.state.not_in(CLOSED))
        found.append(c.id.in_(open_alert))
    if wanted.mark:
        found.append(c.id.in_(sa.select(marks.c.contract_id).where(marks.c.mark == wanted.mark)))
    if wanted.risk == "high":
        found.append(analyses.c.high > 0)
    return found


def filing_is(wanted: str) -> sa.ColumnElement[bool]:
    """``overdue``, ``late``, ``on_time``, or a state of the filing with the bureau."""
    ended = f.state.in_(ENDED)
    if wanted == "overdue":
        return sa.and_(f.overdue, sa.not_(ended))
    if wanted == "late":
        return sa.and_(f.overdue, ended)
    if wanted == "on_time":
        return sa.and_(sa.not_(f.overdue), ended)
    return f.state == wanted


def row_of(row: Any, marked: tuple[MarkKind, ...]) -> LedgerRow:
    """A row for reading."""
    return LedgerRow(
        id=row.id, name=row.name, state=State(row.state), tier=Tier(row.tier) if row.tier else None,
        origin=Origin(row.origin), paper_no=row.paper_no, category=row.category,
        handling_unit_id=row.handling_unit_id, handling_unit=row.short_name, handler=row.handler,
        counterparty="、".join(party.name for party in row.parties if party.side == "counter"),
        direction=Direction(row.direction), amount_fen=row.amount_fen, contract_no=row.contract_no,
        review_no=row.review_no, filing_no=row.filing_no,
        filing_state=FilingState(row.filing_state) if row.filing_state else None, filing_overdue=bool(row.overdue),
        sign_date=row.sign_date, term_end=row.term_end, updated_at=row.updated_at,
        high=row.high or 0, medium=row.medium or 0, low=row.low or 0,
        alert=AlertLevel(row.level) if row.level else None, alert_due=row.due_on, alert_unit=row.alert_unit,
        analysis_state=AnalysisState(row.analysis_state) if row.analysis_state else None, marks=marked,
    )  # fmt: skip
