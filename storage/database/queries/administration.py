"""Lists about people: accounts, changes, handovers, the trace as the audit administrator reads it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.application.people_queries import (
    AccountFilter,
    ChangeFilter,
    Found,
    HandoverFilter,
    TraceFilter,
)
from contract_platform.application.people_views import TracePage, TraceRow
from contract_platform.domain.administrators import ADMINISTRATORS
from contract_platform.domain.change import ChangeRequest
from contract_platform.domain.errors import Invalid
from contract_platform.domain.handover import Handover
from contract_platform.domain.people import Person
from contract_platform.domain.relations import Scope
from storage.database.queries.pages import Sort, page
from storage.database.queries.scope import in_scope
from storage.database.tables.changes import changes, handovers
from storage.database.tables.contracts import contracts
from storage.database.tables.ledger import events
from storage.database.tables.people import people, posts, units

p, h, e = people.c, handovers.c, events.c
NEWEST_CHANGE = Sort(column=changes.c.number, tie=changes.c.id, descending=True, kind=int, nullable=False)
NEWEST_HANDOVER = Sort(column=h.opened_at, tie=h.id, descending=True, kind=datetime, nullable=False)
BY_USERNAME = Sort(column=p.username, tie=p.id, descending=False, kind=str, nullable=False)
NEWEST_ENTRY = Sort(column=e.position, tie=e.id, descending=True, kind=int, nullable=False)

actors, absent, named, placed = (
    people.alias("actors"), people.alias("absent"), people.alias("named"), units.alias("placed"),
)  # fmt: skip
OF_ADMINISTRATORS = sa.or_(
    e.role.in_(sorted(ADMINISTRATORS)),
    e.actor.in_(sa.select(posts.c.person_id).where(posts.c.role.in_(sorted(ADMINISTRATORS)))),
)
SIGNING_IN = sa.or_(e.type.startswith("session."), e.type.startswith("password."), e.type.startswith("totp."))
LISTS: dict[str, sa.ColumnElement[bool]] = {
    "acts": sa.not_(sa.or_(e.type.startswith("session."), e.type.startswith("access."))),
    "sign_ins": SIGNING_IN,
    "administrators": sa.and_(OF_ADMINISTRATORS, sa.not_(e.type.startswith("session."))),
    "refusals": e.type.startswith("access."),
    "verifications": e.type.startswith("trace."),
}


class PeopleLists:
    """``PeopleQueries`` over the database."""

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reading = reading

    def accounts(
        self, wanted: AccountFilter, today: date, *, after: str | None, limit: int
    ) -> tuple[tuple[Person, ...], Found]:
        """Accounts by user name."""
        chosen = sa.select(*(p[name] for name in Person.__struct_fields__)).where(*account_is(wanted, today))
        with self._reading() as connection:
            rows, found = read(connection, chosen, BY_USERNAME, after, limit, "username")
        return tuple(msgspec.convert(row, Person, from_attributes=True) for row in rows), found

    def changes(
        self, wanted: ChangeFilter, *, after: str | None, limit: int
    ) -> tuple[tuple[ChangeRequest, ...], Found]:
        """Changes, newest first."""
        c = changes.c
        chosen = sa.select(*(c[name] for name in ChangeRequest.__struct_fields__))
        if wanted.states:
            chosen = chosen.where(c.state.in_(wanted.states))
        if wanted.kinds:
            chosen = chosen.where(c.kind.in_(wanted.kinds))
        if wanted.requested_by:
            chosen = chosen.where(c.requested_by == wanted.requested_by)
        with self._reading() as connection:
            rows, found = read(connection, chosen, NEWEST_CHANGE, after, limit, "number")
        return tuple(msgspec.convert(row, ChangeRequest, from_attributes=True) for row in rows), found

    def handovers(
        self, scope: Scope, wanted: HandoverFilter, *, after: str | None, limit: int
    ) -> tuple[tuple[Handover, ...], Found]:
        """Handovers of contracts in scope, newest first; none where no way to be concerned is asked for."""
        ways = (
            (wanted.unit_ids, h.unit_id.in_(wanted.unit_ids)),
            (wanted.to_id, h.to_id == wanted.to_id),
            (wanted.from_id, h.from_id == wanted.from_id),
        )
        asked = [condition for given, condition in ways if given]
        known = handovers.join(contracts, contracts.c.id == h.contract_id)
        chosen = sa.select(*(h[name] for name in Handover.__struct_fields__)).select_from(known)
        chosen = chosen.where(in_scope(scope), sa.or_(sa.false(), *asked))
        if wanted.states:
            chosen = chosen.where(h.state.in_(wanted.states))
        with self._reading() as connection:
            rows, found = read(connection, chosen, NEWEST_HANDOVER, after, limit, "opened_at")
        return tuple(msgspec.convert(row, Handover, from_attributes=True) for row in rows), found

    def trace(self, wanted: TraceFilter, *, after: str | None, limit: int) -> TracePage:
        """Entries of the trace, newest first; of acts on contracts only that they happened."""
        if wanted.list not in LISTS:
            raise Invalid("unknown_list", list=wanted.list)
        joined = (
            events.outerjoin(actors, actors.c.id == e.actor)
            .outerjoin(absent, absent.c.id == e.acted_for)
            .outerjoin(named, named.c.id == e.object_id)
            .outerjoin(placed, placed.c.id == e.object_id)
            .outerjoin(posts, posts.c.id == e.post)
            .outerjoin(units, units.c.id == posts.c.unit_id)
        )
        chosen = (
            sa.select(
                e.id, e.position, e.type, e.actor, actors.c.name, actors.c.username, e.role, units.c.short_name,
                absent.c.name.label("absent"), e.address, e.object_type, e.object_id,
                sa.func.coalesce(named.c.name, placed.c.name).label("object_name"), e.recorded_at, e.contract_id,
                e.data,
            ).select_from(joined).where(LISTS[wanted.list], *entry_is(wanted))
        )  # fmt: skip
        with self._reading() as connection:
            rows, found = read(connection, chosen, NEWEST_ENTRY, after, limit, "position")
        return TracePage(
            rows=tuple(entry_of(row) for row in rows), next=found.next, total=found.total, capped=found.capped
        )

    def signed_in(self, people: tuple[str, ...]) -> dict[str, datetime]:
        """When each of these people signed in last."""
        newest = sa.select(e.actor, sa.func.max(e.recorded_at).label("at")).where(
            e.type == "session.created", e.actor.in_(people)
        )
        with self._reading() as connection:
            return {row.actor: row.at for row in connection.execute(newest.group_by(e.actor))}

    def posts_in(self, unit_ids: tuple[str, ...], today: date) -> dict[str, int]:
        """How many people hold posts in each of the units on a day."""
        counted = sa.select(posts.c.unit_id, sa.func.count(posts.c.person_id.distinct()).label("people"))
        held = counted.where(posts.c.unit_id.in_(unit_ids), held_on(today)).group_by(posts.c.unit_id)
        with self._reading() as connection:
            return {row.unit_id: row.people for row in connection.execute(held)}


def read(
    connection: Connection, chosen: sa.Select[Any], sort: Sort, after: str | None, limit: int, place: str
) -> tuple[list[sa.Row[Any]], Found]:
    """A keyset page and what is told about it."""
    rows, cursor, total, capped = page(
        connection, chosen, sort, after=after, limit=limit, place=lambda row: getattr(row, place)
    )
    return rows, Found(next=cursor, total=total, capped=capped)


def held_on(today: date) -> sa.ColumnElement[bool]:
    """Posts held on a day."""
    c = posts.c
    return sa.and_(c.valid_from <= today, sa.or_(c.valid_to.is_(None), c.valid_to >= today))


def account_is(wanted: AccountFilter, today: date) -> list[sa.ColumnElement[bool]]:
    """The filters of accounts."""
    found: list[sa.ColumnElement[bool]] = []
    text = wanted.text.strip()
    if text:
        found.append(sa.or_(p.username.contains(text.lower(), autoescape=True), p.name.contains(text, autoescape=True)))
    if wanted.state:
        found.append(p.disabled == (wanted.state == "disabled"))
    if wanted.unit_id or wanted.role:
        held = [held_on(today)]
        if wanted.unit_id:
            held.append(posts.c.unit_id == wanted.unit_id)
        if wanted.role:
            held.append(posts.c.role == wanted.role)
        found.append(p.id.in_(sa.select(posts.c.person_id).where(*held)))
    return found


def entry_is(wanted: TraceFilter) -> list[sa.ColumnElement[bool]]:
    """The filters of the trace."""
    found: list[sa.ColumnElement[bool]] = []
    text = wanted.text.strip()
    if text:
        names = (actors.c.name.contains(text, autoescape=True), actors.c.username.contains(text, autoescape=True))
        found.append(sa.or_(*names, e.actor == text))
    if wanted.type:
        found.append(e.type.startswith(wanted.type, autoescape=True))
    if wanted.object_id:
        found.append(sa.or_(e.object_id == wanted.object_id, e.contract_id == wanted.object_id))
    if wanted.first is not None:
        found.append(e.recorded_at >= wanted.first)
    if wanted.before is not None:
        found.append(e.recorded_at < wanted.before)
    return found


def entry_of(row: Any) -> TraceRow:
    """An entry for reading; what was said or entered on a contract stays with the contract."""
    return TraceRow(
        id=row.id, type=row.type, actor_id=row.actor, actor=row.name or row.actor, username=row.username,
        role=row.role, unit=row.short_name, acted_for=row.absent, address=row.address, object_type=row.object_type,
        object_id=row.object_id, object_name=row.object_name, recorded_at=row.recorded_at,
        data={} if row.contract_id else msgspec.json.decode(row.data),
    )  # fmt: skip
