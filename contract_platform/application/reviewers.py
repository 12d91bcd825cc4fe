"""Who can be the reviewer of a contract."""

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.vocabulary import Role


def is_reviewer(uow: UnitOfWork, platform: Platform, person_id: str) -> bool:
    """Whether somebody in office today may be named as reviewer."""
    today = platform.clock.today()
    held = uow.posts.find(person_id=person_id, role=Role.BUREAU_REVIEWER)
    return any(post.held_on(today) for post in held) and not uow.people.get(person_id).disabled


def is_recused(uow: UnitOfWork, contract: Contract, person_id: str) -> bool:
    """Whether somebody keeps apart from the contract (回避)."""
    return bool(uow.recusals.find(contract_id=contract.id, person_id=person_id, lifted_at=None))


def reviewer_remains(uow: UnitOfWork, platform: Platform, contract: Contract) -> bool:
    """Whether whoever reviewed the contract can review it again."""
    person = contract.reviewer_id
    return person is not None and is_reviewer(uow, platform, person) and not is_recused(uow, contract, person)
