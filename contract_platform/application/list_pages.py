"""Lists: what a person sees of the ledger, the inbox, the alerts and the figures."""

from collections.abc import Iterable

import msgspec

from contract_platform.application.followup_views import alert_acts
from contract_platform.application.go_live import go_live
from contract_platform.application.metrics import MetricView, list_of, read_metrics
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import (
    AlertPage,
    AlertRow,
    BacklogPage,
    LedgerFilter,
    LedgerPage,
    Overview,
    TaskPage,
    TaskRow,
)
from contract_platform.application.shown import masked
from contract_platform.domain.deadlines import days_left
from contract_platform.domain.people import Actor, Post
from contract_platform.domain.relations import scope_of
from contract_platform.domain.vocabulary import AlertKind, AlertLevel, AlertState, Role


def list_contracts(
    platform: Platform, actor: Actor, filter_: LedgerFilter, *, after: str | None, limit: int
) -> LedgerPage:
    """A page of the ledger."""
    wanted = list_of(platform, filter_)
    return masked(platform.queries.ledger(scope_of(actor), wanted, after=after, limit=limit))


def list_tasks(platform: Platform, actor: Actor, tab: str, *, after: str | None, limit: int) -> TaskPage:
    """A page of the inbox, with the days left of open tasks."""
    lent = [post for post in actor.posts if post.person_id != actor.person_id]
    away = tuple((post.person_id, post.role) for post in lent)
    roles = (*reach(actor, actor.own_posts()), *reach(actor, lent))
    page = platform.queries.tasks(scope_of(actor), tab, roles=roles, away=away, after=after, limit=limit)
    today = platform.clock.today()
    with platform.reading() as uow:
        names = {person_id: uow.people.get(person_id).name for person_id in actor.absent()}
    rows = tuple(
        msgspec.structs.replace(
            row,
            days_left=days_left(platform.calendar, today, row.due_on, row.unit)
            if row.due_on is not None and row.closed_at is None
            else None,
            acted_for=names.get(filled_in_for(actor, row) or ""),
        )
        for row in page.rows
    )
    return masked(msgspec.structs.replace(page, rows=rows))


def reach(actor: Actor, posts: Iterable[Post]) -> tuple[tuple[Role, str], ...]:
    """Each role with every unit in which it is held."""
    return tuple((post.role, unit) for post in posts for unit in actor.subtree.get(post.unit_id, (post.unit_id,)))


def filled_in_for(actor: Actor, row: TaskRow) -> str | None:
    """The colleague for whom an open task is the deputy's, None where it is the person's own."""
    if row.closed_at is not None or row.person_id == actor.person_id:
        return None
    if row.person_id is not None:
        return row.person_id if row.person_id in actor.absent() else None
    held = reach(actor, actor.own_posts())
    if any(role == row.role and row.unit_id in {unit, None} for role, unit in held):
        return None
    lent = (post for post in actor.posts if post.role == row.role and post.person_id != actor.person_id)
    return next((post.person_id for post in lent), None)


def list_alerts(
    platform: Platform,
    actor: Actor,
    *,
    levels: tuple[AlertLevel, ...] = (),
    states: tuple[AlertState, ...] = (),
    kinds: tuple[AlertKind, ...] = (),
    units: tuple[str, ...] = (),
    after: str | None,
    limit: int,
) -> AlertPage:
    """A page of alerts, most urgent first."""
    page = platform.queries.alerts(
        scope_of(actor), levels=levels, states=states, kinds=kinds, units=units, after=after, limit=limit
    )
    with platform.reading() as uow:
        rows = tuple(alert_shown(uow, platform, actor, row) for row in page.rows)
    return msgspec.structs.replace(page, rows=rows)


def list_backlog(platform: Platform, actor: Actor, *, after: str | None, limit: int) -> BacklogPage:
    """A page of what was overdue before the platform was there: one list instead of an alert each (存量待清理)."""
    return masked(platform.queries.backlog(scope_of(actor), go_live(platform), after=after, limit=limit))


def alert_shown(uow: UnitOfWork, platform: Platform, actor: Actor, row: AlertRow) -> AlertRow:
    """A row with what depends on the day and on who reads it."""
    left = days_left(platform.calendar, platform.clock.today(), row.due_on, row.unit)
    acts = alert_acts(actor, uow.contracts.get(row.contract_id), uow.alerts.get(row.id))
    return masked(msgspec.structs.replace(row, days_left=left, acts=acts))


class OverviewView(Overview, frozen=True, kw_only=True):
    """The same with the figures of the dictionary."""

    metrics: tuple[MetricView, ...]


def overview(platform: Platform, actor: Actor, year: int) -> OverviewView:
    """The figures of one year, over what the person sees."""
    scope = scope_of(actor)
    found = platform.queries.overview(scope, year, platform.clock.today())
    return OverviewView(**msgspec.structs.asdict(found), metrics=read_metrics(platform, scope, year))
