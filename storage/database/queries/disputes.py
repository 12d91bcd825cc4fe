"""The list of disputes: each with where it stands now and the nearest deadline that is still open."""

from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.application.dispute_queries import DisputeFilter, DisputePage, DisputeRow
from contract_platform.domain.relations import Scope
from storage.database.queries.administration import PeopleLists
from storage.database.queries.pages import Sort, page
from storage.database.queries.scope import in_scope
from storage.database.tables.contracts import contracts
from storage.database.tables.ends import dispute_stages, disputes
from storage.database.tables.people import units

c, d, s = contracts.c, disputes.c, dispute_stages.c
NEWEST = Sort(column=d.opened_at, tie=d.id, descending=True, kind=datetime, nullable=False)
LAST = sa.select(s.id).where(s.dispute_id == d.id).order_by(s.begun_on.desc(), s.id.desc()).limit(1)
NEAREST = sa.select(sa.func.min(s.deadline)).where(s.dispute_id == d.id, s.met_on.is_(None), s.ended_on.is_(None))
last = dispute_stages.alias("last")
JOINED = (
    disputes.join(contracts, c.id == d.contract_id)
    .join(units, units.c.id == c.handling_unit_id)
    .outerjoin(last, last.c.id == LAST.correlate(disputes).scalar_subquery())
)
COLUMNS: list[Any] = [
    d.id, d.contract_id, c.name.label("contract_name"), c.contract_no, units.c.short_name.label("handling_unit"),
    d.title, d.opponent, d.nature, d.position, d.state, d.claim_fen, d.opened_at, last.c.kind.label("stage"),
    last.c.forum, last.c.case_no, NEAREST.correlate(disputes).scalar_subquery().label("deadline"), d.limitation_due,
    d.outcome, d.resolved_on, d.paid_fen,
]  # fmt: skip


def dispute_page(
    connection: Connection, scope: Scope, wanted: DisputeFilter, after: str | None, limit: int
) -> DisputePage:
    """A page of disputes over contracts in scope, newest first."""
    chosen = sa.select(*COLUMNS).select_from(JOINED).where(in_scope(scope), *filtered(wanted))
    found = page(connection, chosen, NEWEST, after=after, limit=limit, place=lambda row: row.opened_at)
    rows = tuple(msgspec.convert(row, DisputeRow, from_attributes=True) for row in found[0])
    return DisputePage(rows=rows, next=found[1], total=found[2], capped=found[3])


def filtered(wanted: DisputeFilter) -> list[sa.ColumnElement[bool]]:
    """The filter as conditions; ``text`` is looked for in the contract's name and numbers and in case numbers."""
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.states:
        conditions.append(d.state.in_(wanted.states))
    if wanted.stages:
        conditions.append(last.c.kind.in_(wanted.stages))
    if wanted.units:
        conditions.append(c.handling_unit_id.in_(wanted.units))
    if text := wanted.text.strip():
        numbered = sa.select(s.dispute_id).where(s.case_no.contains(text, autoescape=True))
        named = [c.name.contains(text, autoescape=True), c.contract_no.contains(text, autoescape=True)]
        conditions.append(sa.or_(*named, d.id.in_(numbered)))
    return conditions


class DisputeLists(PeopleLists):
    """The lists about people, and that of disputes."""

    def disputes(self, scope: Scope, filter_: DisputeFilter, *, after: str | None, limit: int) -> DisputePage:
        """Disputes over contracts in scope, newest first."""
        with self._reading() as connection:
            return dispute_page(connection, scope, filter_, after, limit)
