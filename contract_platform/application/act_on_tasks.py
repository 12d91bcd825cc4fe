"""Many tasks at once: claimed, or assigned to one person; all of them or none."""

import msgspec

from contract_platform.application.act_on_task import act
from contract_platform.application.load import visible_contract
from contract_platform.application.once import once
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.application.task_commands import Assign, Claim, TaskBatch
from contract_platform.domain.errors import Conflict, Refused
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor


class BatchDone(View, frozen=True, kw_only=True):
    """How many tasks a batch moved."""

    count: int


def act_on_tasks(
    platform: Platform, actor: Actor, batch: TaskBatch, *, idempotency_key: str | None = None
) -> BatchDone:
    """Claim or assign; ``Refused`` naming the first of them that stands in the way."""

    def done() -> BatchDone:
        chosen = {one.id: one.revision for one in batch.tasks}
        for no, (task_id, revision) in enumerate(chosen.items(), start=1):
            act_on_one(uow, platform, actor, batch, no, task_id, revision)
        return BatchDone(count=len(chosen))

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, "task.batch", idempotency_key, BatchDone, done)


def act_on_one(
    uow: UnitOfWork, platform: Platform, actor: Actor, batch: TaskBatch, no: int, task_id: str, revision: int
) -> None:
    """One of them; what is refused says which one of those chosen."""
    task = uow.tasks.get(task_id)
    contract = visible_contract(uow, actor, task.contract_id)
    command = Claim() if batch.to_id is None else Assign(to_id=batch.to_id)
    try:
        act(uow, platform, actor, contract, task, command, revision=revision)
    except (Refused, Conflict) as refusal:
        reasons = refusal.params.get("reasons") or (Reason(code=refusal.code, params=plain(refusal.params)),)
        raise Refused("batch_stopped", no=no, reasons=reasons) from refusal


def plain(params: dict[str, object]) -> dict[str, object]:
    """The parameters of an error as those of a reason."""
    return {name: msgspec.to_builtins(value) for name, value in params.items()}
