"""What a person enters with an act, as the guards see it."""

from contract_platform.application.circumstances import roles_taken, works_in_unit
from contract_platform.application.commands import (
    Accept,
    ContractCommand,
    Cosign,
    Decide,
    Override,
    Propose,
    Reassign,
    RequestSupplement,
    Sign,
    SubmitAdoption,
    UseSeal,
)
from contract_platform.application.end_facts import ending
from contract_platform.application.endorsements import unfit_units
from contract_platform.application.own_file import check_proof
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.reviewers import is_recused, is_reviewer
from contract_platform.domain.contract import Contract
from contract_platform.domain.people import Actor
from contract_platform.domain.signing import PartySignature
from contract_platform.domain.signing_vocabulary import SignedAs
from contract_platform.domain.vocabulary import Role


def entered(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, command: ContractCommand
) -> dict[str, object]:
    """The fields of ``Circumstances`` that the command fills."""
    given: dict[str, object] = {"reason": command.reason}
    match command:
        case Accept() | Reassign():
            given |= named_reviewer(uow, platform, contract, command.reviewer_id)
        case Cosign():
            unfit = unfit_units(uow, platform, contract, command.unit_ids)
            given |= {"units_asked": command.unit_ids, "units_unfit": unfit}
        case RequestSupplement():
            given |= {"defects": tuple(item for item in command.items if item.strip())}
        case Propose():
            given |= {"conclusion": command.conclusion, "body": command.body, "items": command.items}
        case SubmitAdoption():
            given |= {"adoption": command.adoption}
        case Decide():
            minutes = check_proof(uow, actor, contract, command.minutes_version_id)
            given |= {"passed": command.passed, "deferred": command.deferred, "minutes_given": minutes}
        case Override():
            given |= {"minutes_given": check_proof(uow, actor, contract, command.minutes_version_id)}
        case UseSeal():
            given |= {"sealed_on": command.sealed_on, "seals": command.seals, "keeper": command.keeper}
        case Sign():
            unproven = tuple(one.party for one in command.signatures if not proven(uow, actor, contract, one))
            given |= {"signatures": command.signatures, "unproven": unproven}
        case _:
            pass
    return given | ending(uow, actor, contract, command)


def proven(uow: UnitOfWork, actor: Actor, contract: Contract, signature: PartySignature) -> bool:
    """Whether somebody may sign for a party: its representative, the person itself, or by a letter of authority."""
    letter = check_proof(uow, actor, contract, signature.authority_version_id)
    return letter or signature.signed_as != SignedAs.AUTHORISED


def named_reviewer(uow: UnitOfWork, platform: Platform, contract: Contract, person_id: str) -> dict[str, object]:
    """Whether the person named is a reviewer, and what makes them unfit for this contract."""
    qualified = is_reviewer(uow, platform, person_id)
    return {
        "reviewer_id": person_id,
        "reviewer_qualified": qualified,
        "reviewer_recused": is_recused(uow, contract, person_id),
        "reviewer_partial": qualified and works_in_unit(uow, platform, contract, person_id),
        "reviewer_decided_as": roles_taken(uow, contract.id, person_id) - {Role.BUREAU_REVIEWER},
    }
