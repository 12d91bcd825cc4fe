"""What waits for another person on each contract of the world under test."""

from datetime import datetime

from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.correction import CorrectedFact, Correction, CorrectionState
from contract_platform.domain.vocabulary import Role


def asked_correction(uow: UnitOfWork, now: datetime, key: str, mark: str, handler: str, *, settled: bool) -> str:
    """A correction of the contract's name that its officer asked for; returns its id."""
    correction = Correction(
        id=f"{key}-k",
        contract_id=key,
        fact=CorrectedFact.NAME,
        subject_id="",
        before=f"保洁服务合同{mark}",
        after=f"保洁合同{mark}",
        reason=f"登记有误{mark}",
        evidence_version_id=f"{key}-draft-v1",
        state=CorrectionState.REJECTED if settled else CorrectionState.PENDING,
        asked_by=handler,
        asked_as=Role.HANDLER,
        asked_at=now,
    )
    uow.corrections.add(correction)
    return correction.id
