"""Old stock: what contracts entered later owe since before the platform was there, one list instead of alerts."""

from collections import defaultdict
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.application.queries import BacklogItem, BacklogPage, BacklogRow
from contract_platform.application.watch import OPEN_FILINGS, OPEN_OBLIGATIONS, PERFORMED, TITLE
from contract_platform.domain.labels import LABELS
from contract_platform.domain.relations import Scope
from contract_platform.domain.vocabulary import AlertKind, ObligationKind, Origin
from storage.database.queries.pages import Sort, page
from storage.database.queries.scope import in_scope
from storage.database.tables.contracts import contracts
from storage.database.tables.followups import filings, obligations
from storage.database.tables.people import people, units

c, f, o = contracts.c, filings.c, obligations.c
Items = dict[str, list[BacklogItem]]


def page_of(connection: Connection, scope: Scope, since: date, after: str | None, limit: int) -> BacklogPage:
    """A page of contracts with what they owe."""
    joined = contracts.join(units, units.c.id == c.handling_unit_id).join(people, people.c.id == c.handler_id)
    owing = sa.or_(
        c.id.in_(sa.select(f.contract_id).where(*open_filing(since))),
        c.id.in_(sa.select(o.contract_id).where(*open_obligation(since))),
        sa.and_(*ended_term(since)),
    )
    chosen = (
        sa.select(
            c.id,
            c.name,
            c.contract_no,
            c.paper_no,
            c.origin,
            c.sign_date,
            units.c.short_name,
            people.c.name.label("handler"),
        )
        .select_from(joined)
        .where(in_scope(scope), c.origin != Origin.PLATFORM, c.sign_date.is_not(None), owing)
    )
    sort = Sort(column=c.sign_date, tie=c.id, descending=False, kind=date)
    rows, cursor, total, capped = page(
        connection, chosen, sort, after=after, limit=limit, place=lambda found: found.sign_date
    )
    items = items_of(connection, [row.id for row in rows], since)
    return BacklogPage(rows=tuple(row_of(row, items) for row in rows), next=cursor, total=total, capped=capped)


def open_filing(since: date) -> tuple[sa.ColumnElement[bool], ...]:
    """Filings that should have been made before."""
    return f.state.in_(OPEN_FILINGS), f.due_on < since


def open_obligation(since: date) -> tuple[sa.ColumnElement[bool], ...]:
    """Obligations that fell due before; the end of the term is looked at on the contract."""
    return o.state.in_(OPEN_OBLIGATIONS), o.due_on < since, o.kind != ObligationKind.TERM_END


def ended_term(since: date) -> tuple[sa.ColumnElement[bool], ...]:
    """Terms that ended before of contracts that are still performed."""
    return c.state.in_(PERFORMED), c.term_end < since


def items_of(connection: Connection, ids: list[str], since: date) -> Items:
    """What each of these contracts owes, oldest first."""
    found: Items = defaultdict(list)
    for row in connection.execute(sa.select(filings).where(f.contract_id.in_(ids), *open_filing(since))):
        title = LABELS["FilingTarget"].get(row.target, (row.target,))[0]
        found[row.contract_id].append(item(AlertKind.FILING, row.id, title, row.due_on))
    for row in connection.execute(sa.select(obligations).where(o.contract_id.in_(ids), *open_obligation(since))):
        title = f"{LABELS['ObligationKind'][row.kind][0]}：{row.content[:TITLE]}"
        found[row.contract_id].append(item(AlertKind.OBLIGATION, row.id, title, row.due_on))
    ended = sa.select(c.id, c.term_end).where(c.id.in_(ids), *ended_term(since))
    for row in connection.execute(ended):
        title = LABELS["AlertKind"][AlertKind.TERM_END][0]
        found[row.id].append(item(AlertKind.TERM_END, row.id, title, row.term_end))
    return {key: sorted(owed, key=lambda one: one.due_on) for key, owed in found.items()}


def item(kind: AlertKind, subject_id: str, title: str, due_on: date) -> BacklogItem:
    """One thing that is owed."""
    return BacklogItem(kind=kind, subject_id=subject_id, title=title, due_on=due_on)


def row_of(row: Any, items: Items) -> BacklogRow:
    """A contract for reading."""
    return BacklogRow(
        contract_id=row.id,
        name=row.name,
        number=row.contract_no or row.paper_no,
        origin=Origin(row.origin),
        handling_unit=row.short_name,
        handler=row.handler,
        items=tuple(items.get(row.id, ())),
    )
