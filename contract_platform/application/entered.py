"""What a person enters with an act, as the guards see it."""

from contract_platform.application.circumstances import roles_taken, works_in_unit
from contract_platform.application.commands import (
    Accept,
    ContractCommand,
    Decide,
    Propose,
    Reassign,
    RequestSupplement,
    Sign,
    SubmitAdoption,
    UseSeal,
)
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.vocabulary import Role


def entered(uow: UnitOfWork, platform: Platform, contract: Contract, command: ContractCommand) -> dict[str, object]:
    """The fields of ``Circumstances`` that the command fills."""
    given: dict[str, object] = {"reason": command.reason}
    match command:
        case Accept() | Reassign():
            given |= named_reviewer(uow, platform, contract, command.reviewer_id)
        case RequestSupplement():
            given |= {"defects": tuple(item for item in command.items if item.strip())}
        case Propose():
            given |= {"conclusion": command.conclusion, "body": command.body, "items": command.items}
        case SubmitAdoption():
            given |= {"adoption": command.adoption}
        case Decide():
            given |= {"passed": command.passed, "deferred": command.deferred}
        case UseSeal():
            given |= {"sealed_on": command.sealed_on}
        case Sign():
            given |= {"signatures": command.signatures}
        case _:
            pass
    return given


def named_reviewer(uow: UnitOfWork, platform: Platform, contract: Contract, person_id: str) -> dict[str, object]:
    """Whether the person named is a reviewer, and what makes them unfit for this contract."""
    qualified = is_reviewer(uow, platform, person_id)
    recused = bool(uow.recusals.find(contract_id=contract.id, person_id=person_id, lifted_at=None))
    return {
        "reviewer_id": person_id,
        "reviewer_qualified": qualified,
        "reviewer_recused": recused,
        "reviewer_partial": qualified and works_in_unit(uow, platform, contract, person_id),
        "reviewer_decided_as": roles_taken(uow, contract.id, person_id) - {Role.BUREAU_REVIEWER},
    }


def is_reviewer(uow: UnitOfWork, platform: Platform, person_id: str) -> bool:
    """Whether somebody in office today may be named as reviewer."""
    today = platform.clock.today()
    held = uow.posts.find(person_id=person_id, role=Role.BUREAU_REVIEWER)
    return any(post.held_on(today) for post in held) and not uow.people.get(person_id).disabled
