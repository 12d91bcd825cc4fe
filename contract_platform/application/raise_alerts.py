"""Raising, lifting and cancelling an alert, each with its trace: the system's own acts."""

import msgspec

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.trace import record
from contract_platform.application.watch import Watch
from contract_platform.domain.followups import Alert
from contract_platform.domain.people import SYSTEM_ACTOR
from contract_platform.domain.vocabulary import AlertLevel, AlertState, Role

replace = msgspec.structs.replace


def raise_alert(platform: Platform, watch: Watch, level: AlertLevel, uow: UnitOfWork) -> None:
    """A new alert; its cause is unique, so of two sweeps one raises it."""
    alert = Alert(
        id=platform.new_id(),
        contract_id=watch.contract.id,
        kind=watch.kind,
        cause=watch.cause,
        subject_id=watch.subject_id,
        level=level,
        state=AlertState.RAISED,
        due_on=watch.due_on,
        unit=watch.unit,
        raised_at=platform.clock.now(),
        title=watch.title,
        provisional=watch.provisional,
    )
    uow.alerts.add(alert)
    note(uow, platform, alert, "alert.raised")


def lift_alert(platform: Platform, alert: Alert, level: AlertLevel, title: str, uow: UnitOfWork) -> None:
    """The same alert in a graver colour, and as it has to be called by now."""
    note(uow, platform, uow.alerts.save(replace(alert, level=level, title=title)), "alert.lifted")


def cancel_alert(platform: Platform, alert: Alert, uow: UnitOfWork) -> None:
    """The cause is gone before it was overdue."""
    cancelled = replace(alert, state=AlertState.CANCELLED, closed_at=platform.clock.now())
    note(uow, platform, uow.alerts.save(cancelled), "alert.cancelled")


def note(uow: UnitOfWork, platform: Platform, alert: Alert, type_: str) -> None:
    """The trace of what the sweep did to an alert."""
    data = {"kind": alert.kind, "level": alert.level, "due_on": alert.due_on}
    record(
        uow,
        platform,
        SYSTEM_ACTOR,
        type_,
        object_id=alert.id,
        contract_id=alert.contract_id,
        role=Role.SYSTEM,
        data=data,
    )
