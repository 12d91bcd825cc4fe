"""The inbox over the database: open and done tasks, contracts one keeps an eye on, supervision notices."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.application.inbox_queries import (
    Desk,
    DueDays,
    InboxCounts,
    InboxFilter,
    MatterPage,
    MatterRow,
    SupervisionFilter,
    SupervisionPage,
    SupervisionRow,
    TaskPage,
    TaskRow,
)
from contract_platform.domain.errors import Invalid
from contract_platform.domain.relations import UNIT_ROLES, Scope
from contract_platform.domain.work_vocabulary import TaskStage
from storage.database import search
from storage.database.queries.pages import CAP, Sort, page
from storage.database.queries.scope import in_scope
from storage.database.tables.contracts import contracts, decisions
from storage.database.tables.documents import analyses, versions
from storage.database.tables.followups import tasks
from storage.database.tables.people import people, units
from storage.database.tables.work import copies, follows, supervisions

c, t, s, d = contracts.c, tasks.c, supervisions.c, decisions.c
main = tasks.alias("main")
handlers, holders, senders, issuers, answerers = (
    people.alias(name) for name in ("handlers", "holders", "senders", "issuers", "answerers")
)
NUMBER = sa.func.coalesce(c.contract_no, c.review_no).label("number")
UNIT = units.c.short_name.label("handling_unit")
SENT = ("submit", "cosign", "re_review")
"""Acts by which an officer submits a contract."""
OWNED = contracts.join(units, units.c.id == c.handling_unit_id).join(handlers, handlers.c.id == c.handler_id)
TASKS = (
    OWNED.join(tasks, t.contract_id == c.id)
    .outerjoin(holders, holders.c.id == t.person_id)
    .outerjoin(senders, senders.c.id == t.opened_by)
    .outerjoin(versions, versions.c.id == c.draft_version_id)
    .outerjoin(analyses, analyses.c.id == versions.c.analysis_id)
)
TASK_COLUMNS: list[Any] = [
    t.id, t.revision, t.contract_id, c.name.label("contract_name"), NUMBER, t.state, c.state.label("state_now"),
    t.stage, t.role, t.subject, t.subject_id, UNIT, handlers.c.name.label("handler"), c.amount_fen,
    sa.func.coalesce(analyses.c.high, 0).label("high"), t.opened_at, senders.c.name.label("sender"), t.due_on, t.unit,
    t.closed_at, t.unit_id, t.person_id, holders.c.name.label("person"), t.seen_at, t.urges, t.urged_on,
]  # fmt: skip


class WorkLists:
    """``InboxQueries`` over the database."""

    _reading: Callable[[], AbstractContextManager[Connection]]

    def tasks(
        self, desk: Desk, tab: str, wanted: InboxFilter, days: DueDays | None, *, after: str | None, limit: int
    ) -> TaskPage:
        """Open tasks by their day, done ones newest first."""
        tabs = {"todo": open_for, "team": headed_by, "done": done_by}
        if tab not in tabs:
            raise Invalid("unknown_tab", tab=tab)
        at = t.closed_at if tab == "done" else t.opened_at
        sort, name = sort_of(wanted.sort or ("-at" if tab == "done" else "due"), at, t.due_on, t.id)
        with self._reading() as connection:
            chosen = sa.select(*TASK_COLUMNS, at.label("at")).select_from(TASKS)
            chosen = chosen.where(in_scope(desk.scope), tabs[tab](desk))
            chosen = chosen.where(*contract_is(connection, wanted), *task_is(wanted), *due_in(t.due_on, days))
            rows, cursor, total, capped = page(connection, chosen, sort, after=after, limit=limit, place=named(name))
        found = tuple(msgspec.convert(row, TaskRow, from_attributes=True) for row in rows)
        return TaskPage(rows=found, next=cursor, total=total, capped=capped)

    def matters(
        self, desk: Desk, tab: str, wanted: InboxFilter, days: DueDays | None, *, after: str | None, limit: int
    ) -> MatterPage:
        """Contracts one has submitted, was told of, or follows, newest first."""
        source, key, columns, mine = matters_of(desk, tab)
        at = columns[0]
        sort, name = sort_of(wanted.sort or "-at", at, main.c.due_on, key)
        with self._reading() as connection:
            chosen = sa.select(
                key.label("id"), c.id.label("contract_id"), c.name.label("contract_name"), NUMBER, c.state, UNIT,
                handlers.c.name.label("handler"), c.amount_fen, *(one.label(label) for one, label in
                zip(columns, ("at", "by", "note", "read_at"), strict=True)), main.c.role,
                holders.c.name.label("person"), main.c.stage,
                sa.func.coalesce(main.c.taken_at, main.c.opened_at).label("since"), main.c.seen_at, main.c.urges,
                main.c.due_on, main.c.unit,
            ).select_from(source).where(in_scope(desk.scope), mine)  # fmt: skip
            chosen = chosen.where(*contract_is(connection, wanted), *due_in(main.c.due_on, days))
            if wanted.unread:
                chosen = chosen.where(columns[3].is_(None))
            rows, cursor, total, capped = page(connection, chosen, sort, after=after, limit=limit, place=named(name))
        found = tuple(msgspec.convert(row, MatterRow, from_attributes=True) for row in rows)
        return MatterPage(rows=found, next=cursor, total=total, capped=capped)

    def inbox_counts(self, desk: Desk, today: date) -> InboxCounts:
        """Every number up to the cap."""
        seen, todo = in_scope(desk.scope), open_for(desk)
        joined = tasks.join(contracts, c.id == t.contract_id)
        with self._reading() as connection:

            def count(source: Any, *conditions: sa.ColumnElement[bool]) -> int:
                inner = sa.select(sa.literal(1)).select_from(source).where(seen, *conditions).limit(CAP)
                return connection.scalar(sa.select(sa.func.count()).select_from(inner.subquery())) or 0

            copied = copies.join(contracts, c.id == copies.c.contract_id)
            to_me = copies.c.to_id == desk.scope.person_id
            followed = follows.join(contracts, c.id == follows.c.contract_id)
            return InboxCounts(
                todo=count(joined, todo),
                pool=count(joined, todo, t.person_id.is_(None)),
                overdue=count(joined, todo, t.due_on < today),
                started=count(contracts, c.id.in_(sa.select(sent_by(desk).c.contract_id))),
                copied=count(copied, to_me),
                unread=count(copied, to_me, copies.c.read_at.is_(None)),
                followed=count(followed, follows.c.person_id == desk.scope.person_id),
                team=count(joined, headed_by(desk), t.person_id.is_(None)) if desk.headed or desk.heads else None,
            )

    def supervisions(
        self, scope: Scope, wanted: SupervisionFilter, days: DueDays | None, *, after: str | None, limit: int
    ) -> SupervisionPage:
        """Notices, newest first."""
        placed = units.alias("placed")
        joined = (
            supervisions.join(contracts, c.id == s.contract_id)
            .join(placed, placed.c.id == s.unit_id)
            .join(issuers, issuers.c.id == s.issued_by)
            .outerjoin(answerers, answerers.c.id == s.answered_by)
        )
        newest = Sort(column=s.issued_at, tie=s.id, descending=True, kind=datetime, nullable=False)
        with self._reading() as connection:
            chosen = sa.select(
                s.id, s.revision, s.number, s.contract_id, c.name.label("contract_name"),
                sa.func.coalesce(c.contract_no, c.review_no).label("contract_number"),
                placed.c.short_name.label("unit"), s.state, s.demand, s.due_on, issuers.c.name.label("issued_by"),
                s.issued_as, s.issued_at, s.answer, answerers.c.name.label("answered_by"), s.answered_at, s.note,
                s.ended_at,
            ).select_from(joined).where(in_scope(scope), *due_in(s.due_on, days))  # fmt: skip
            chosen = chosen.where(*text_is(connection, wanted.text))
            for column, values in ((s.state, wanted.states), (s.unit_id, wanted.units)):
                if values:
                    chosen = chosen.where(column.in_(values))
            if wanted.contract_id:
                chosen = chosen.where(s.contract_id == wanted.contract_id)
            rows, cursor, total, capped = page(
                connection, chosen, newest, after=after, limit=limit, place=named("issued_at")
            )
        found = tuple(msgspec.convert(row, SupervisionRow, from_attributes=True) for row in rows)
        return SupervisionPage(rows=found, next=cursor, total=total, capped=capped)


def named(column: str) -> Callable[[Any], Any]:
    """The value of a column of a row."""
    return lambda row: getattr(row, column)


def sort_of(
    wanted: str, at: sa.ColumnElement[Any], due: sa.ColumnElement[Any], tie: sa.ColumnElement[str]
) -> tuple[Sort, str]:
    """The order and the column it goes by; ``Invalid`` for one there is not."""
    columns: dict[str, tuple[sa.ColumnElement[Any], type[int | str | date | datetime], str]] = {
        "at": (at, datetime, "at"), "due": (due, date, "due_on"), "amount": (c.amount_fen, int, "amount_fen"),
    }  # fmt: skip
    name = wanted.removeprefix("-")
    if name not in columns:
        raise Invalid("unknown_sort", sort=wanted)
    column, kind, place = columns[name]
    return Sort(column=column, tie=tie, descending=wanted.startswith("-"), kind=kind), place


def open_for(desk: Desk) -> sa.ColumnElement[bool]:
    """Open tasks for the person: by name, for a colleague who is away, or of a role held and not claimed by others."""
    held = [sa.and_(t.role == role, sa.or_(t.unit_id == unit, t.unit_id.is_(None))) for role, unit in desk.roles]
    filled_in = [sa.and_(t.person_id == person, t.role == role) for person, role in desk.away]
    free = sa.and_(t.person_id.is_(None), sa.or_(sa.false(), *held))
    return sa.and_(t.closed_at.is_(None), sa.or_(t.person_id == desk.scope.person_id, *filled_in, free))


def headed_by(desk: Desk) -> sa.ColumnElement[bool]:
    """Open tasks of those the person heads, whoever holds them."""
    inside = sa.and_(t.role.in_(sorted(UNIT_ROLES)), t.unit_id.in_(desk.headed))
    beside = sa.and_(t.role.in_(desk.heads), t.unit_id.is_(None))
    return sa.and_(t.closed_at.is_(None), sa.or_(inside, beside))


def done_by(desk: Desk) -> sa.ColumnElement[bool]:
    """Tasks the person has done."""
    return sa.and_(t.closed_by == desk.scope.person_id, t.stage == TaskStage.DONE)


def contract_is(connection: Connection, wanted: InboxFilter) -> list[sa.ColumnElement[bool]]:
    """The filters on the contract itself."""
    found = text_is(connection, wanted.text)
    if wanted.units:
        found.append(c.handling_unit_id.in_(wanted.units))
    if wanted.states:
        found.append(c.state.in_(wanted.states))
    return found


def text_is(connection: Connection, text: str) -> list[sa.ColumnElement[bool]]:
    """Contracts in which every word is found."""
    words = search.matching(connection.dialect.name, text)
    return [c.id.in_(one) for one in words] if words or not text.strip() else [sa.false()]


HOLDINGS: dict[str, sa.ColumnElement[bool]] = {
    "mine": sa.and_(t.person_id.is_not(None), t.stage != TaskStage.WAITING),
    "pool": t.person_id.is_(None),
    "waiting": t.stage == TaskStage.WAITING,
}


def task_is(wanted: InboxFilter) -> list[sa.ColumnElement[bool]]:
    """The filters on the task."""
    found: list[sa.ColumnElement[bool]] = []
    if wanted.kinds:
        found.append(t.subject.in_(wanted.kinds))
    if wanted.holding:
        if wanted.holding not in HOLDINGS:
            raise Invalid("unknown_filter", name="holding", value=wanted.holding)
        found.append(HOLDINGS[wanted.holding])
    return found


def due_in(column: sa.ColumnElement[Any], days: DueDays | None) -> list[sa.ColumnElement[bool]]:
    """Whether a day lies within the days asked for."""
    if days is None:
        return []
    if days.never:
        return [column.is_(None)]
    found = [column >= days.first] if days.first else []
    return [*found, column <= days.last] if days.last else found


def sent_by(desk: Desk) -> sa.Subquery:
    """The contracts the person has submitted, and when last; a deputy's submission is that of both."""
    person = desk.scope.person_id
    mine = sa.or_(d.person_id == person, d.acted_for == person)
    newest = sa.select(d.contract_id, sa.func.max(d.at).label("at")).where(d.action.in_(SENT), mine)
    return newest.group_by(d.contract_id).subquery("sent")


def matters_of(
    desk: Desk, tab: str
) -> tuple[sa.FromClause, sa.ColumnElement[str], tuple[sa.ColumnElement[Any], ...], sa.ColumnElement[bool]]:
    """Where a tab reads from, its key, its own columns (at, by, note, read_at), and what makes a row the person's."""
    person = desk.scope.person_id
    if tab == "started":
        sent = sent_by(desk)
        source = OWNED.join(sent, sent.c.contract_id == c.id)
        return turning(source), c.id, (sent.c.at, sa.null(), sa.null(), sa.null()), sa.true()
    if tab == "copied":
        joined = OWNED.join(copies, copies.c.contract_id == c.id).join(senders, senders.c.id == copies.c.by_id)
        own = (copies.c.at, senders.c.name, copies.c.note, copies.c.read_at)
        return turning(joined), copies.c.id, own, copies.c.to_id == person
    if tab == "followed":
        joined = OWNED.join(follows, follows.c.contract_id == c.id)
        return turning(joined), c.id, (follows.c.since, sa.null(), sa.null(), sa.null()), follows.c.person_id == person
    raise Invalid("unknown_tab", tab=tab)


def turning(source: sa.FromClause) -> sa.FromClause:
    """The same with whose turn it is: the open task of the contract's state and whoever holds it."""
    current = sa.and_(main.c.contract_id == c.id, main.c.subject == "contract", main.c.closed_at.is_(None))
    return source.outerjoin(main, current).outerjoin(holders, holders.c.id == main.c.person_id)
