"""Who has to do what by when: tasks follow the states of the contract and of what runs beside it."""

from datetime import date

import msgspec

from contract_platform.application.clocks import is_suspended, running_clocks
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.filing import FILING
from contract_platform.domain.followups import Filing, Obligation, Task
from contract_platform.domain.lifecycle import taker
from contract_platform.domain.machine import Machine
from contract_platform.domain.obligation import OBLIGATION
from contract_platform.domain.people import Actor
from contract_platform.domain.records import Record
from contract_platform.domain.relations import UNIT_ROLES
from contract_platform.domain.vocabulary import ObligationState, Role

CONTRACT, FILING_TASK, OBLIGATION_TASK, PLAN = "contract", "filing", "obligation", "plan"


class Wanted(Record, frozen=True, kw_only=True):
    """The task that should be open."""

    role: Role
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


def retask_plan(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """One task while proposals of a signed contract wait to be confirmed, however many they are."""
    proposed = uow.obligations.find(contract_id=contract.id, state=ObligationState.PROPOSED)
    wanted = Wanted(role=Role.HANDLER) if proposed and contract.sign_date is not None else None
    set_task(uow, platform, actor, contract, PLAN, contract.id, wanted)


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
    person = assignee(contract, wanted.role) if wanted else None
    for task in uow.tasks.find(contract_id=contract.id, subject=subject, subject_id=subject_id, closed_at=None):
        if wanted and (task.role, task.person_id, task.state) == (wanted.role, person, contract.state):
            if (task.due_on, task.unit) != (wanted.due_on, wanted.unit):
                uow.tasks.save(msgspec.structs.replace(task, due_on=wanted.due_on, unit=wanted.unit))
            return
        uow.tasks.save(msgspec.structs.replace(task, closed_at=now, closed_by=actor.person_id))
    if wanted is None:
        return
    uow.tasks.add(
        Task(
            id=platform.new_id(),
            contract_id=contract.id,
            role=wanted.role,
            unit_id=contract.handling_unit_id if wanted.role in UNIT_ROLES else None,
            person_id=person,
            state=contract.state,
            subject=subject,
            subject_id=subject_id,
            opened_at=now,
            due_on=wanted.due_on,
            unit=wanted.unit,
        )
    )


def assignee(contract: Contract, role: Role) -> str | None:
    """The one person a role means on this contract; None = whoever holds it."""
    return {Role.HANDLER: contract.handler_id, Role.BUREAU_REVIEWER: contract.reviewer_id}.get(role)
