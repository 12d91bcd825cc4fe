"""What hangs on the contracts of the world under test beside the acts themselves: statements, notices, copies."""

from collections.abc import Iterable
from datetime import datetime

from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.circulation import Copy, Follow
from contract_platform.domain.contract import Contract, Decision
from contract_platform.domain.endorsement import Endorsement
from contract_platform.domain.followups import Task
from contract_platform.domain.lifecycle import taker
from contract_platform.domain.supervision import Supervision
from contract_platform.domain.vocabulary import Role, State
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState, SupervisionState, TaskStage

SOMEBODY = "disabled"


def past_statement(uow: UnitOfWork, contract: Contract, mark: str, now: datetime) -> str:
    """What a unit was once asked; only the world opens one."""
    statement = Endorsement(
        id=f"{contract.id}-e",
        contract_id=contract.id,
        kind=EndorsementKind.UNIT,
        round=contract.round,
        state=EndorsementState.CANCELLED,
        role=Role.HANDLER_LEAD,
        question=f"会签{mark}",
        asked_by=contract.handler_id,
        asked_at=now,
        unit_id=contract.handling_unit_id,
        ended_at=now,
    )
    uow.endorsements.add(statement)
    return statement.id


def main_task(uow: UnitOfWork, contract: Contract, now: datetime) -> str:
    """The task of the contract's state, of whoever it is; one that is closed where nobody is waited for."""
    waiting = taker(contract.state)
    role = waiting or Role.HANDLER
    person = {Role.HANDLER: contract.handler_id, Role.BUREAU_REVIEWER: contract.reviewer_id}.get(role)
    inside = role in {Role.HANDLER, Role.HANDLER_LEAD, Role.UNIT_LEGAL}
    held = TaskStage.POOLED if person is None else TaskStage.HELD
    task = Task(
        id=f"{contract.id}-t",
        contract_id=contract.id,
        role=role,
        unit_id=contract.handling_unit_id if inside else None,
        person_id=person,
        stage=held if waiting else TaskStage.DROPPED,
        state=contract.state,
        subject="contract",
        subject_id=contract.id,
        opened_at=now,
        closed_at=None if waiting else now,
        closed_by=None if waiting else SOMEBODY,
    )
    uow.tasks.add(task)
    return task.id


def notice(uow: UnitOfWork, contract: Contract, mark: str, now: datetime, *, settled: bool) -> str:
    """A supervision notice to the contract's unit."""
    issued = Supervision(
        id=f"{contract.id}-n",
        number=f"督{mark}",
        contract_id=contract.id,
        unit_id=contract.handling_unit_id,
        state=SupervisionState.CLOSED if settled else SupervisionState.ISSUED,
        demand=f"请办理{mark}",
        due_on=now.date(),
        issued_by=SOMEBODY,
        issued_as=Role.PERF_SUPERVISOR,
        issued_at=now,
    )
    uow.supervisions.add(issued)
    return issued.id


def circulate(uow: UnitOfWork, contract: Contract, mark: str, now: datetime, people: Iterable[str]) -> None:
    """The contract was submitted by its officer, copied to some people and is followed by them, in sight or not."""
    submitted = Decision(
        id=f"{contract.id}-d",
        contract_id=contract.id,
        round=1,
        action="submit",
        source=State.DRAFTING,
        target=State.UNIT_REVIEW,
        person_id=contract.handler_id,
        role=Role.HANDLER,
        at=now,
    )
    uow.decisions.add(submitted)
    for person in people:
        copied = Copy(
            id=f"{contract.id}-c-{person}", contract_id=contract.id, to_id=person, by_id=SOMEBODY, at=now, note=mark
        )
        uow.copies.add(copied)
        followed = Follow(id=Follow.key(person, contract.id), person_id=person, contract_id=contract.id, since=now)
        uow.follows.add(followed)
