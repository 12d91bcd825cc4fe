"""A contract's family as it is stored."""

from contract_platform.application.ports import UnitOfWork
from contract_platform.domain import family as f
from contract_platform.domain.contract import Contract
from contract_platform.domain.vocabulary import ContractRelation


def amendment_of(uow: UnitOfWork, contract: Contract) -> f.Amendment | None:
    """What the contract does to the one it hangs on; None for an original."""
    if contract.parent_id is None:
        return None
    found = uow.amendments.find(contract_id=contract.id)
    return found[0] if found else None


def family_under(uow: UnitOfWork, original: Contract) -> f.Family:
    """An original contract with everything that hangs on it."""
    children = tuple(
        f.Child(contract=uow.contracts.get(amendment.contract_id), amendment=amendment)
        for amendment in uow.amendments.find(parent_id=original.id)
    )
    return f.Family(original=original, children=children)


def total_of(uow: UnitOfWork, contract: Contract) -> int | None:
    """What a supplement, change or termination agreement is measured by: the whole; None for all others."""
    amendment = amendment_of(uow, contract)
    if amendment is None or amendment.relation not in {*f.AMENDING, ContractRelation.TERMINATION}:
        return None
    return f.total_fen(family_under(uow, uow.contracts.get(amendment.parent_id)), contract.id)
