"""Tasks and alerts."""

from datetime import date, datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.application.queries import AlertPage, AlertRow, TaskPage, TaskRow
from contract_platform.domain.errors import Invalid
from contract_platform.domain.relations import Scope
from contract_platform.domain.vocabulary import Role
from contract_platform.domain.work_vocabulary import TaskStage
from storage.database.queries.pages import Sort, page
from storage.database.queries.scope import in_scope
from storage.database.tables.contracts import contracts
from storage.database.tables.documents import analyses, versions
from storage.database.tables.followups import alerts, tasks
from storage.database.tables.people import people, units

c, t, a = contracts.c, tasks.c, alerts.c
UNIT = units.c.short_name.label("handling_unit")
OWNED = contracts.join(units, units.c.id == c.handling_unit_id)


def task_page(
    connection: Connection,
    scope: Scope,
    tab: str,
    roles: tuple[tuple[Role, str], ...],
    away: tuple[tuple[str, Role], ...],
    after: str | None,
    limit: int,
) -> TaskPage:
    """The inbox; open tasks by their day, done ones newest first."""
    joined = (
        OWNED.join(tasks, t.contract_id == c.id)
        .join(people, people.c.id == c.handler_id)
        .outerjoin(versions, versions.c.id == c.draft_version_id)
        .outerjoin(analyses, analyses.c.id == versions.c.analysis_id)
    )
    chosen = sa.select(
        t.id, t.contract_id, c.name.label("contract_name"), t.state, t.role, t.subject, t.subject_id, UNIT,
        people.c.name.label("handler"), c.amount_fen, sa.func.coalesce(analyses.c.high, 0).label("high"), t.opened_at,
        t.due_on, t.unit, t.closed_at, t.unit_id, t.person_id,
    ).select_from(joined).where(in_scope(scope), in_tab(scope, tab, roles, away))  # fmt: skip
    by_day = Sort(column=t.due_on, tie=t.id, descending=False, kind=date)
    newest = Sort(column=t.closed_at, tie=t.id, descending=True, kind=datetime)
    done = tab == "done"

    def place(row: Any) -> Any:
        return row.closed_at if done else row.due_on

    found = page(connection, chosen, newest if done else by_day, after=after, limit=limit, place=place)
    rows = tuple(msgspec.convert(row, TaskRow, from_attributes=True) for row in found[0])
    return TaskPage(rows=rows, next=found[1], total=found[2], capped=found[3])


def in_tab(
    scope: Scope, tab: str, roles: tuple[tuple[Role, str], ...], away: tuple[tuple[str, Role], ...]
) -> sa.ColumnElement[bool]:
    """Which tasks a tab shows."""
    if tab == "done":
        return sa.and_(t.closed_by == scope.person_id, t.stage == TaskStage.DONE)
    if tab == "mine":
        return sa.and_(t.closed_at.is_(None), c.handler_id == scope.person_id)
    if tab != "todo":
        raise Invalid("unknown_tab", tab=tab)
    held = [sa.and_(t.role == role, sa.or_(t.unit_id == unit, t.unit_id.is_(None))) for role, unit in roles]
    filled_in = [sa.and_(t.person_id == person, t.role == role) for person, role in away]
    return sa.and_(
        t.closed_at.is_(None),
        sa.or_(t.person_id == scope.person_id, *filled_in, sa.and_(t.person_id.is_(None), sa.or_(sa.false(), *held))),
    )


def alert_page(
    connection: Connection, scope: Scope, wanted: dict[str, tuple[str, ...]], after: str | None, limit: int
) -> AlertPage:
    """Alerts in scope by their day."""
    chosen = sa.select(
        a.id, a.revision, a.contract_id, c.name.label("contract_name"), c.contract_no, UNIT, a.kind, a.level, a.state,
        a.title, a.due_on, a.unit, a.provisional, a.raised_at, a.disposal, a.subject_id,
    ).select_from(OWNED.join(alerts, a.contract_id == c.id)).where(in_scope(scope))  # fmt: skip
    columns: dict[str, sa.ColumnElement[str]] = {
        "levels": a.level, "states": a.state, "kinds": a.kind, "units": c.handling_unit_id,
    }  # fmt: skip
    for name, values in wanted.items():
        if values:
            chosen = chosen.where(columns[name].in_(values))
    sort = Sort(column=a.due_on, tie=a.id, descending=False, kind=date)
    found = page(connection, chosen, sort, after=after, limit=limit, place=lambda row: row.due_on)
    rows = tuple(msgspec.convert(row, AlertRow, from_attributes=True) for row in found[0])
    return AlertPage(rows=rows, next=found[1], total=found[2], capped=found[3])
