"""A task that one person has taken, or that waits for a further opinion, is not done by somebody else meanwhile."""

from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Refused
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor
from contract_platform.domain.task import takes
from contract_platform.domain.vocabulary import Role
from contract_platform.domain.work_vocabulary import TaskStage


def refuse_unless_free(
    uow: UnitOfWork, actor: Actor, contract: Contract, subject: str, subject_id: str, action: str, role: Role | None
) -> None:
    """``Refused`` where the task of a subject is somebody else's now, or waits; acts in other roles are free."""
    reason = reason_against(uow, actor, contract, subject, subject_id, role)
    if reason is not None:
        raise Refused("action_refused", action=action, reasons=(reason,))


def reason_against(
    uow: UnitOfWork, actor: Actor, contract: Contract, subject: str, subject_id: str, role: Role | None
) -> Reason | None:
    """Why an act in a role cannot be taken now although its table allows it; None where nothing holds it up."""
    for task in uow.tasks.find(contract_id=contract.id, subject=subject, subject_id=subject_id, closed_at=None):
        if task.role != role:
            continue
        if task.taken_at is not None and not takes(actor, task):
            return Reason(code="task_held_by_other", params={"name": uow.people.get(task.person_id or "").name})
        if task.stage == TaskStage.WAITING:
            return Reason(code="task_waits_for_signers")
    return None
