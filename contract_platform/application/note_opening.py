"""When one of those a task is for first opens the contract: from then on it is not taken back any more (取回)."""

from datetime import datetime

import msgspec

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.trace import record
from contract_platform.domain.circulation import Copy
from contract_platform.domain.errors import Conflict
from contract_platform.domain.followups import Task
from contract_platform.domain.people import Actor
from contract_platform.domain.task import takes

replace = msgspec.structs.replace


def note_opening(platform: Platform, actor: Actor, contract_id: str) -> None:
    """Note that the person has looked at the contract, where that is news to somebody.

    Reading goes on where another one changed the task at the same moment: then it has been opened, or taken back.
    """
    with platform.reading() as uow:
        if not (unopened(uow, actor, contract_id) or unread(uow, actor, contract_id)):
            return
    try:
        with platform.unit_of_work() as uow:
            now = platform.clock.now()
            for task in unopened(uow, actor, contract_id):
                open_task(uow, platform, actor, task, now)
            for copy in unread(uow, actor, contract_id):
                uow.copies.save(replace(copy, read_at=now))
    except Conflict:
        return


def open_task(uow: UnitOfWork, platform: Platform, actor: Actor, task: Task, now: datetime) -> None:
    """The first look at a task, with its trace."""
    uow.tasks.save(replace(task, seen_at=now, seen_by=actor.person_id))
    data = {"subject": task.subject, "task_role": task.role}
    record(
        uow, platform, actor, "task.opened", object_id=task.id, contract_id=task.contract_id, role=task.role, data=data
    )


def unopened(uow: UnitOfWork, actor: Actor, contract_id: str) -> list[Task]:
    """Open tasks for the person that nobody has looked at yet; whoever sent them does not count."""
    found = uow.tasks.find(contract_id=contract_id, closed_at=None, seen_at=None)
    return [task for task in found if task.opened_by != actor.person_id and takes(actor, task)]


def unread(uow: UnitOfWork, actor: Actor, contract_id: str) -> list[Copy]:
    """Copies for the person that have not been read."""
    return uow.copies.find(contract_id=contract_id, to_id=actor.person_id, read_at=None)
