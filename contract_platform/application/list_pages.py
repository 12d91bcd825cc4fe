"""Lists: what a person sees of the ledger, the inbox, the alerts and the figures."""

import msgspec

from contract_platform.application.followup_views import alert_acts
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import AlertPage, AlertRow, LedgerFilter, LedgerPage, Overview, TaskPage
from contract_platform.domain.deadlines import days_left
from contract_platform.domain.people import Actor
from contract_platform.domain.relations import scope_of
from contract_platform.domain.vocabulary import AlertKind, AlertLevel, AlertState


def list_contracts(
    platform: Platform, actor: Actor, filter_: LedgerFilter, *, after: str | None, limit: int
) -> LedgerPage:
    """A page of the ledger."""
    return platform.queries.ledger(scope_of(actor), filter_, after=after, limit=limit)


def list_tasks(platform: Platform, actor: Actor, tab: str, *, after: str | None, limit: int) -> TaskPage:
    """A page of the inbox, with the days left of open tasks."""
    reached = ((post, actor.subtree.get(post.unit_id, (post.unit_id,))) for post in actor.posts)
    roles = tuple((post.role, unit) for post, units in reached for unit in units)
    page = platform.queries.tasks(scope_of(actor), tab, roles=roles, after=after, limit=limit)
    today = platform.clock.today()
    rows = tuple(
        msgspec.structs.replace(row, days_left=days_left(platform.calendar, today, row.due_on, row.unit))
        if row.due_on is not None and row.closed_at is None
        else row
        for row in page.rows
    )
    return msgspec.structs.replace(page, rows=rows)


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


def alert_shown(uow: UnitOfWork, platform: Platform, actor: Actor, row: AlertRow) -> AlertRow:
    """A row with what depends on the day and on who reads it."""
    left = days_left(platform.calendar, platform.clock.today(), row.due_on, row.unit)
    acts = alert_acts(actor, uow.contracts.get(row.contract_id), uow.alerts.get(row.id))
    return msgspec.structs.replace(row, days_left=left, acts=acts)


def overview(platform: Platform, actor: Actor, year: int) -> Overview:
    """The figures of one year, over what the person sees."""
    return platform.queries.overview(scope_of(actor), year, platform.clock.today())
