"""Lists: what a person sees of the ledger, the inbox, the alerts and the figures."""

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
)
from contract_platform.application.shown import masked
from contract_platform.domain.deadlines import days_left
from contract_platform.domain.people import Actor
from contract_platform.domain.relations import scope_of
from contract_platform.domain.vocabulary import AlertKind, AlertLevel, AlertState


def list_contracts(
    platform: Platform, actor: Actor, filter_: LedgerFilter, *, after: str | None, limit: int
) -> LedgerPage:
    """A page of the ledger."""
    wanted = list_of(platform, filter_)
    return masked(platform.queries.ledger(scope_of(actor), wanted, after=after, limit=limit))


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
