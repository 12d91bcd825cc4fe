"""Tasks and questions that rest with somebody who can do nothing about them: back to those they are for, or ended."""

from collections.abc import Callable

import msgspec

from contract_platform.application.act_on_task import unheld
from contract_platform.application.candidates import holders
from contract_platform.application.endorsement_waiting import stop_waiting
from contract_platform.application.people_in_sight import posts_in_sight
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.reviewers import is_recused
from contract_platform.application.tasks_of_contract import drop_signers, retask_endorsement
from contract_platform.application.trace import record
from contract_platform.domain.contract import Contract
from contract_platform.domain.endorsement import Endorsement
from contract_platform.domain.followups import Task
from contract_platform.domain.people import Actor
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState, TaskStage

replace = msgspec.structs.replace
Concerned = Callable[[str], bool]
"""Whether a contract, by its id, is meant."""


def vacate_tasks(
    uow: UnitOfWork, platform: Platform, actor: Actor, person_id: str, concerned: Concerned = lambda _: True
) -> None:
    """Everything of one person that the person cannot do today; nothing changes the second time."""
    for task in uow.tasks.find(person_id=person_id, closed_at=None):
        contract = uow.contracts.get(task.contract_id)
        if task.taken_at is not None and concerned(contract.id) and not can_hold(uow, platform, contract, task):
            vacate(uow, platform, actor, contract, task)
    asked = {"person_id": person_id, "kind": EndorsementKind.PERSON, "state": EndorsementState.ASKED}
    for statement in uow.endorsements.find(**asked):
        contract = uow.contracts.get(statement.contract_id)
        if concerned(contract.id) and not can_answer(uow, platform, contract, statement):
            ask_no_more(uow, platform, actor, contract, statement)


def can_answer(uow: UnitOfWork, platform: Platform, contract: Contract, statement: Endorsement) -> bool:
    """Whether somebody who was asked can still say something, in the post in which they were asked."""
    if is_recused(uow, contract, statement.person_id or ""):
        return False
    seen = ((post.person_id, post.role) for post in posts_in_sight(uow, platform, contract))
    return any(one == (statement.person_id, statement.role) for one in seen)


def ask_no_more(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, statement: Endorsement) -> None:
    """Taken out without anybody's act; the task that waited goes on."""
    ended = {"state": EndorsementState.TAKEN_OUT, "ended_at": platform.clock.now()}
    statement = uow.endorsements.save(replace(statement, **ended))
    key, data = statement.id, {"person": statement.person_id}
    record(uow, platform, actor, "endorsement.vacate", object_id=key, contract_id=contract.id, data=data)
    retask_endorsement(uow, platform, actor, contract, statement)
    stop_waiting(uow, platform, actor, contract, statement.task_id or "")


def can_hold(uow: UnitOfWork, platform: Platform, contract: Contract, task: Task) -> bool:
    """Whether whoever has taken a task can still do it."""
    found = (one for one in holders(uow, platform, contract, task) if one.person_id == task.person_id)
    return any(one.fits and not one.recused for one in found)


def vacate(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, task: Task) -> None:
    """Back into the pool; whoever was asked on its behalf is asked no more."""
    drop_signers(uow, platform, actor, task)
    uow.tasks.save(replace(task, stage=TaskStage.POOLED, **unheld(uow, task)))
    data = {"person": task.person_id, "subject": task.subject}
    record(uow, platform, actor, "task.vacate", object_id=task.id, contract_id=contract.id, data=data)
