"""What is known to differ between the signed copy and the reviewed text."""

from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.deviation import Deviation, Difference
from contract_platform.domain.errors import Refused
from contract_platform.domain.signing_vocabulary import DeviationState


def known_deviations(uow: UnitOfWork, contract: Contract) -> tuple[Deviation, ...]:
    """The open statements about the bytes that count as the signed copy now and the text that is approved now."""
    if contract.signed_version_id is None:
        return ()
    sha256 = uow.versions.get(contract.signed_version_id).sha256
    stated = uow.deviations.find(contract_id=contract.id, sha256=sha256, state=DeviationState.KNOWN)
    return tuple(one for one in stated if one.reviewed_version_id == contract.approved_version_id)


def differences(uow: UnitOfWork, contract: Contract) -> tuple[Difference, ...]:
    """Everything that is known to differ."""
    return tuple(difference for one in known_deviations(uow, contract) for difference in one.differences)


def refuse_deviating(uow: UnitOfWork, contract: Contract) -> None:
    """``Refused`` for a copy that is known to differ, saying in what."""
    found = differences(uow, contract)
    if found:
        raise Refused("signed_copy_differs", differences=[one.kind for one in found])


def text_changed(uow: UnitOfWork, contract: Contract) -> bool:
    """Whether another text was uploaded after the approval."""
    if contract.approved_version_id is None or contract.draft_version_id in {None, contract.approved_version_id}:
        return False
    draft, approved = (uow.versions.get(str(key)) for key in (contract.draft_version_id, contract.approved_version_id))
    return draft.sha256 != approved.sha256
