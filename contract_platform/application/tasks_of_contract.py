"""Who has to do what by when: tasks follow the states of the contract and of what runs beside it."""

from datetime import date

import msgspec

from contract_platform.application.clocks import is_suspended, running_clocks
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.access import named_for
from contract_platform.domain.contract import Contract
from contract_platform.domain.filing import FILING
from contract_platform.domain.followups import Alert, Filing, Obligation, Task
from contract_platform.domain.handover import OPEN, Handover
from contract_platform.domain.lifecycle import taker
from contract_platform.domain.machine import Machine
from contract_platform.domain.obligation import OBLIGATION
from contract_platform.domain.people import Actor
from contract_platform.domain.records import Record
from contract_platform.domain.relations import UNIT_ROLES
from contract_platform.domain.vocabulary import AlertState, HandoverCause, HandoverState, ObligationState, Role

CONTRACT, FILING_TASK, OBLIGATION_TASK, PLAN, HANDOVER_TASK = "contract", "filing", "obligation", "plan", "handover"
ALERT_TASK, ENTRY = "alert", "entry"


class Wanted(Record, frozen=True, kw_only=True):
    """The task that should be open; ``person_id`` where it is for somebody other than the role means."""

    role: Role
    person_id: str | None = None
    due_on: date | None = None
    unit: str = "working"


def retask(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """Open the task of the contract's state and close the one before."""
    role = taker(contract.state)
    pressing = (clock for clock in running_clocks(uow, contract.id) if not is_suspended(clock))
    nearest = min(pressing, key=lambda clock: clock.due_on, default=None)
    wanted = None
    if role is not None:
        wanted = Wanted(role=role)
        if nearest is not None:
            wanted = Wanted(role=role, due_on=nearest.due_on, unit=nearest.unit)
    set_task(uow, platform, actor, contract, CONTRACT, contract.id, wanted)


def retask_filing(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, filing: Filing) -> None:
    """The task of a filing: whoever its next act is for."""
    role = next_role(FILING, filing.state)
    wanted = Wanted(role=role, due_on=filing.due_on) if role else None
    set_task(uow, platform, actor, contract, FILING_TASK, filing.id, wanted)


def retask_obligation(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, obligation: Obligation
) -> None:
    """An obligation is somebody's task once it is due or waits for verification."""
    waiting = obligation.state in {ObligationState.DUE, ObligationState.EVIDENCED, ObligationState.BREACHED}
    role = next_role(OBLIGATION, obligation.state) if waiting else None
    wanted = Wanted(role=role, due_on=obligation.due_on, unit="natural") if role else None
    set_task(uow, platform, actor, contract, OBLIGATION_TASK, obligation.id, wanted)


def retask_alert(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, alert: Alert) -> None:
    """An alert that was disposed of waits for the supervision; before that it stands on the alerts' own page."""
    wanted = Wanted(role=Role.PERF_SUPERVISOR) if alert.state == AlertState.DISPOSED else None
    set_task(uow, platform, actor, contract, ALERT_TASK, alert.id, wanted)


def retask_plan(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """One task while proposals of a signed contract wait to be confirmed, however many they are."""
    proposed = uow.obligations.find(contract_id=contract.id, state=ObligationState.PROPOSED)
    wanted = Wanted(role=Role.HANDLER) if proposed and contract.sign_date is not None else None
    set_task(uow, platform, actor, contract, PLAN, contract.id, wanted)


def retask_entry(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """Facts of a contract entered after it was signed wait for their confirmation."""
    wanted = Wanted(role=Role.HANDLER) if contract.is_being_entered else None
    set_task(uow, platform, actor, contract, ENTRY, contract.id, wanted)


def retask_handover(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, handover: Handover) -> None:
    """A contract without an officer is for the unit's head to assign, one assigned for the new officer to take over."""
    wanted = {
        HandoverState.POOLED: Wanted(role=Role.HANDLER_LEAD),
        HandoverState.ASSIGNED: Wanted(role=Role.HANDLER, person_id=handover.to_id),
    }.get(handover.state)
    set_task(uow, platform, actor, contract, HANDOVER_TASK, handover.id, wanted)


def retask_all(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """Everything open about a contract lies anew with whoever it is for now."""
    retask(uow, platform, actor, contract)
    for filing in uow.filings.find(contract_id=contract.id):
        retask_filing(uow, platform, actor, contract, filing)
    for obligation in uow.obligations.find(contract_id=contract.id):
        retask_obligation(uow, platform, actor, contract, obligation)
    retask_plan(uow, platform, actor, contract)
    retask_entry(uow, platform, actor, contract)


def next_role(machine: Machine, state: str) -> Role | None:
    """Whose the main act of a state is."""
    return next((row.roles[0] for row in machine.rows(state) if row.roles[0] != Role.SYSTEM), None)


def set_task(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    subject: str,
    subject_id: str,
    wanted: Wanted | None,
) -> None:
    """Make exactly the wanted task of a subject open; the one closed was done by the actor."""
    now = platform.clock.now()
    role, person = lies_with(uow, contract, wanted) if wanted else (None, None)
    for task in uow.tasks.find(contract_id=contract.id, subject=subject, subject_id=subject_id, closed_at=None):
        if wanted and (task.role, task.person_id, task.state) == (role, person, contract.state):
            if (task.due_on, task.unit) != (wanted.due_on, wanted.unit):
                uow.tasks.save(msgspec.structs.replace(task, due_on=wanted.due_on, unit=wanted.unit))
            return
        uow.tasks.save(msgspec.structs.replace(task, closed_at=now, closed_by=actor.person_id))
    if wanted is None or role is None:
        return
    uow.tasks.add(
        Task(
            id=platform.new_id(),
            contract_id=contract.id,
            role=role,
            unit_id=contract.handling_unit_id if role in UNIT_ROLES else None,
            person_id=person,
            state=contract.state,
            subject=subject,
            subject_id=subject_id,
            opened_at=now,
            due_on=wanted.due_on,
            unit=wanted.unit,
        )
    )


def lies_with(uow: UnitOfWork, contract: Contract, wanted: Wanted) -> tuple[Role, str | None]:
    """The role and person a task is for; what nobody is left to do lies with whoever names somebody."""
    if wanted.person_id is not None:
        return wanted.role, wanted.person_id
    if wanted.role == Role.HANDLER and is_pooled(uow, contract.id):
        return Role.HANDLER_LEAD, None
    if wanted.role == Role.BUREAU_REVIEWER and contract.reviewer_id is None:
        return Role.BUREAU_LEAD, None
    return wanted.role, named_for(contract, wanted.role)


def is_pooled(uow: UnitOfWork, contract_id: str) -> bool:
    """Whether the contract's officer is gone and nobody has taken over yet."""
    found = uow.handovers.find(contract_id=contract_id)
    return any(one.state in OPEN and one.cause != HandoverCause.VOLUNTARY for one in found)
