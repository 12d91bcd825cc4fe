"""The scheduled sweep: flags what is overdue, moves what the calendar moves, raises and lifts alerts.

Everything is read first, without a lock; each change is a short transaction of its own, and a change that is no longer
right when its turn comes is left to the next sweep. Sweeping twice has the effect of once.
"""

from collections.abc import Callable, Iterator
from functools import partial

import msgspec

from contract_platform.application.act_on_contract import follow
from contract_platform.application.go_live import go_live, is_backlog
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.raise_alerts import cancel_alert, lift_alert, raise_alert
from contract_platform.application.tasks_of_contract import retask_obligation
from contract_platform.application.trace import record
from contract_platform.application.watch import OPEN_FILINGS, OPEN_OBLIGATIONS, Contracts, watches
from contract_platform.domain import alert as alerts_table
from contract_platform.domain.contract import Clock
from contract_platform.domain.errors import Conflict
from contract_platform.domain.followups import Alert, Filing, Obligation
from contract_platform.domain.lifecycle import LIFECYCLE
from contract_platform.domain.people import SYSTEM_ACTOR
from contract_platform.domain.vocabulary import AlertLevel, ObligationState, Role, State
from contract_platform.policy.windows import level_on

Change = Callable[[UnitOfWork], None]
LEVELS = tuple(AlertLevel)
replace = msgspec.structs.replace


def sweep_deadlines(platform: Platform) -> int:
    """Bring everything that has a day up to date; returns how many changes were made."""
    with platform.reading() as uow:
        changes = list(due_changes(uow, platform))
    made = 0
    for change in changes:
        try:
            with platform.unit_of_work() as uow:
                change(uow)
            made += 1
        except Conflict:  # somebody worked on it meanwhile: the next sweep sees how it stands
            continue
    return made


def due_changes(uow: UnitOfWork, platform: Platform) -> Iterator[Change]:
    """What is not as today's date wants it."""
    yield from lapses(uow, platform)
    yield from overdue_filings(uow, platform)
    yield from overdue_obligations(uow, platform)
    yield from alert_changes(uow, platform)


def lapses(uow: UnitOfWork, platform: Platform) -> Iterator[Change]:
    """A supplement that did not come in time counts as a return (视为退回)."""
    for clock in uow.clocks.find(ended_on=None, name="SUPPLEMENT"):
        if clock.due_on < platform.clock.today():
            yield partial(lapse, platform, clock)


def lapse(platform: Platform, clock: Clock, uow: UnitOfWork) -> None:
    """Back to drafting, by the table's own row."""
    contract = uow.contracts.get(clock.contract_id)
    for row in LIFECYCLE.rows(State.SUPPLEMENTING, "lapse"):
        if contract.state == row.source:
            follow(uow, platform, SYSTEM_ACTOR, contract, row, Role.SYSTEM)


def overdue_filings(uow: UnitOfWork, platform: Platform) -> Iterator[Change]:
    """The flag stays for ever once set."""
    for state in OPEN_FILINGS:
        for filing in uow.filings.find(state=state, overdue=False):
            if (filing.step_due_on or filing.due_on) < platform.clock.today():
                yield partial(flag_filing, platform, filing)


def flag_filing(platform: Platform, filing: Filing, uow: UnitOfWork) -> None:
    """Mark a filing overdue."""
    uow.filings.save(replace(filing, overdue=True))
    data = {"target": filing.target, "due_on": filing.due_on}
    record(
        uow,
        platform,
        SYSTEM_ACTOR,
        "filing.overdue",
        object_id=filing.id,
        contract_id=filing.contract_id,
        role=Role.SYSTEM,
        data=data,
    )


def overdue_obligations(uow: UnitOfWork, platform: Platform) -> Iterator[Change]:
    """What was planned falls due on its day and is overdue after it."""
    today = platform.clock.today()
    contracts = Contracts(uow)
    for state in OPEN_OBLIGATIONS:
        for obligation in uow.obligations.find(state=state):
            if obligation.due_on is None or contracts.get(obligation.contract_id).sign_date is None:
                continue
            due = ObligationState.DUE if obligation.due_on <= today else obligation.state
            now = replace(obligation, state=due, overdue=obligation.overdue or obligation.due_on < today)
            if now != obligation:
                yield partial(fall_due, platform, now)


def fall_due(platform: Platform, obligation: Obligation, uow: UnitOfWork) -> None:
    """Save the obligation as today's date wants it, and make it somebody's task; old stock is one list, not tasks."""
    obligation = uow.obligations.save(obligation)
    contract = uow.contracts.get(obligation.contract_id)
    data = {"kind": obligation.kind, "due_on": obligation.due_on, "overdue": obligation.overdue}
    record(
        uow,
        platform,
        SYSTEM_ACTOR,
        "obligation.fall_due",
        object_id=obligation.id,
        contract_id=contract.id,
        role=Role.SYSTEM,
        data=data,
    )
    if obligation.due_on is None or not is_backlog(contract, obligation.due_on, go_live(platform)):
        retask_obligation(uow, platform, SYSTEM_ACTOR, contract, obligation)


def alert_changes(uow: UnitOfWork, platform: Platform) -> Iterator[Change]:
    """Alerts to raise, to lift to a graver colour, and to cancel because their cause is gone."""
    known = {alert.cause: alert for alert in uow.alerts.find()}
    since = go_live(platform)
    seen = set()
    for watch in watches(uow, platform):
        seen.add(watch.cause)
        windows = profile_of(platform, watch.contract).warnings(watch.kind)
        level = level_on(platform.calendar, windows, platform.clock.today(), watch.due_on)
        alert = known.get(watch.cause)
        if level is None or watch.settled or (alert is not None and not is_graver(alert, level)):
            continue
        if alert is None and is_backlog(watch.contract, watch.due_on, since):
            continue
        if alert is None:
            yield partial(raise_alert, platform, watch, level)
        else:
            yield partial(lift_alert, platform, alert, level, watch.title)
    for cause, alert in known.items():
        # what was overdue stays until somebody has disposed of it
        if cause not in seen and alert.state not in alerts_table.ENDED and alert.level != AlertLevel.RED:
            yield partial(cancel_alert, platform, alert)


def is_graver(alert: Alert, level: AlertLevel) -> bool:
    """Whether an open alert has to change its colour."""
    return alert.state not in alerts_table.ENDED and LEVELS.index(level) > LEVELS.index(alert.level)
