"""Files that an act names as its proof: minutes, a letter of authority, a receipt, a voucher."""

from contract_platform.application.load import visible_version
from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import PROOFS
from contract_platform.domain.errors import Invalid
from contract_platform.domain.people import Actor


def check_own(uow: UnitOfWork, actor: Actor, contract: Contract, version_id: str | None) -> None:
    """``NotFound`` for a file that is not there for the actor, ``Invalid`` for one of another contract."""
    if version_id is None:
        return
    owner, _, _ = visible_version(uow, actor, version_id)
    if owner.id != contract.id:
        raise Invalid("evidence_of_other_contract")


def check_proof(uow: UnitOfWork, actor: Actor, contract: Contract, version_id: str | None) -> bool:
    """Whether a file is named; it has to be the contract's own, and an attachment or evidence."""
    if not version_id:
        return False
    check_own(uow, actor, contract, version_id)
    _, document, _ = visible_version(uow, actor, version_id)
    if document.kind not in PROOFS:
        raise Invalid("file_is_no_proof", kind=document.kind)
    return True
