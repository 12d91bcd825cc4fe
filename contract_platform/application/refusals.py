"""A refusal is an event too: who asked for what, and why not."""

from contract_platform.application.ports import Platform
from contract_platform.application.trace import record
from contract_platform.domain.people import Actor


def record_refusal(platform: Platform, actor: Actor, operation: str, object_id: str, code: str) -> None:
    """Write ``access.refused`` in a transaction of its own: the refused one has been rolled back."""
    with platform.unit_of_work() as uow:
        data = {"operation": operation, "code": code}
        record(uow, platform, actor, "access.refused", object_id=object_id or operation, data=data)
