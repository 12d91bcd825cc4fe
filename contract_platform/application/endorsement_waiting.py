"""A task that waited for further opinions goes on when nobody is asked any more."""

import msgspec

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.trace import record
from contract_platform.domain.contract import Contract
from contract_platform.domain.people import Actor
from contract_platform.domain.work_vocabulary import EndorsementState, TaskStage


def stop_waiting(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, task_id: str) -> None:
    """Back to the holder of the task, when nobody is asked any more."""
    task = uow.tasks.get(task_id)
    if task.stage != TaskStage.WAITING or uow.endorsements.find(task_id=task_id, state=EndorsementState.ASKED):
        return
    uow.tasks.save(msgspec.structs.replace(task, stage=TaskStage.HELD))
    record(uow, platform, actor, "task.answers_in", object_id=task.id, contract_id=contract.id)
