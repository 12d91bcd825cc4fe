"""Alerts: signed for and disposed of by those concerned, verified by the supervision."""

import msgspec

from contract_platform.application.commands import AlertCommand
from contract_platform.application.followup_views import alert_acts
from contract_platform.application.holding import refuse_unless_free
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.once import once
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import AlertRow
from contract_platform.application.shown import masked
from contract_platform.application.tasks_of_contract import ALERT_TASK, retask_alert
from contract_platform.application.trace import record
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.alert import ALERT, AlertCircumstances
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import days_left
from contract_platform.domain.ends import is_lease
from contract_platform.domain.followups import Alert
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import AlertKind, AlertState


def act_on_alert(
    platform: Platform,
    actor: Actor,
    alert_id: str,
    command: AlertCommand,
    *,
    revision: int,
    idempotency_key: str | None = None,
) -> AlertRow:
    """Follow the alert's table; ``Refused`` with every reason, ``Forbidden`` for another's act."""

    def done() -> AlertRow:
        alert = uow.alerts.get(alert_id)
        contract = visible_contract(uow, actor, alert.contract_id)
        permit(actor, "alert.act", contract)
        expect_revision(alert, revision)
        return row_of(uow, platform, actor, contract, act(uow, platform, actor, contract, alert, command))

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"alert.act/{alert_id}", idempotency_key, AlertRow, done)


def act(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, alert: Alert, command: AlertCommand
) -> Alert:
    """One act: the row of the table, what it leaves, the trace."""
    facts = AlertCircumstances(
        alert=alert,
        contract=contract,
        actor_id=actor.person_id,
        note=command.note,
        undisposed=is_undisposed(uow, contract, alert),
    )
    possible = ALERT.branch(alert.state, command.action, facts)
    held = acting_roles(actor, contract, "alert.act")
    role = next((role for role in possible.roles if role in held), None) if possible else None
    away = acted_for(actor, contract, "alert.act", role)
    row = ALERT.advance(alert.state, command.action, role, msgspec.structs.replace(facts, role=role, acted_for=away))
    refuse_unless_free(uow, actor, contract, ALERT_TASK, alert.id, command.action, role)
    change: dict[str, object] = {}
    if row.action == "dispose":
        change = {"disposal": command.note.strip(), "disposed_by": actor.person_id, "disposed_for": away}
    elif row.action == "close":
        change = {"closed_at": platform.clock.now()}
    alert = uow.alerts.save(msgspec.structs.replace(alert, state=AlertState(row.target), **change))
    retask_alert(uow, platform, actor, contract, alert)
    data = {"kind": alert.kind, "to": row.target, "note": command.note}
    type_ = f"alert.{row.action}"
    about = {"object_id": alert.id, "contract_id": contract.id}
    record(uow, platform, actor, type_, **about, role=role, acted_for=away, data=data)
    return alert


def is_undisposed(uow: UnitOfWork, contract: Contract, alert: Alert) -> bool:
    """Whether it is the end of a lease's term that nobody has seen to."""
    if alert.kind is not AlertKind.TERM_END or not is_lease(contract):
        return False
    return not any(one.term_end == alert.due_on for one in uow.term_ends.find(contract_id=contract.id))


def row_of(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, alert: Alert) -> AlertRow:
    """The alert as the list shows it."""
    row = AlertRow(
        **{name: getattr(alert, name) for name in AlertRow.__struct_fields__ if hasattr(alert, name)},
        contract_name=contract.name,
        contract_no=contract.contract_no,
        handling_unit=uow.units.get(contract.handling_unit_id).short_name,
        days_left=days_left(platform.calendar, platform.clock.today(), alert.due_on, alert.unit),
        acts=alert_acts(actor, contract, alert),
    )
    return masked(row)
