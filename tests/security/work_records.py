"""What hangs on the contracts of the world under test beside the acts themselves: statements, notices, copies."""

from datetime import datetime

from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.endorsement import Endorsement
from contract_platform.domain.vocabulary import Role
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState


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
