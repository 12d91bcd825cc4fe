"""The signing of a contract as its page shows it: seals, signatures, marks, and what the profile demands."""

from contract_platform.application.circumstances import newest_opinion
from contract_platform.application.names import Names
from contract_platform.application.papers import award_due, valid_until
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.views import MarkView, SealUseView, SigningDemands, SigningView
from contract_platform.domain.contract import Contract
from contract_platform.domain.signing import Signing


def signing_view(signing: Signing | None, names: Names) -> SigningView | None:
    """The signing with the names of those who compared the texts."""
    if signing is None:
        return None
    return SigningView(signing=signing, confirmed_by=tuple(names.of(one.person_id) for one in signing.confirmations))


def seal_uses(uow: UnitOfWork, contract: Contract, names: Names) -> tuple[SealUseView, ...]:
    """Every use of our seals, oldest first."""
    found = uow.seal_uses.find(contract_id=contract.id)
    return tuple(SealUseView(use=one, recorder=names.of(one.recorded_by)) for one in found)


def marks(uow: UnitOfWork, contract: Contract) -> tuple[MarkView, ...]:
    """What stays with the contract for good."""
    found = uow.marks.find(contract_id=contract.id)
    return tuple(MarkView(mark=one.mark, reason=one.reason, at=one.at) for one in found)


def demands(uow: UnitOfWork, platform: Platform, contract: Contract) -> SigningDemands:
    """What the contract's profile asks for between the decision and the signature."""
    profile = profile_of(platform, contract)
    return SigningDemands(
        decision_minutes=profile.signing.decision_minutes.on,
        ruling_minutes=profile.signing.ruling_minutes.on,
        seals=profile.seals.members,
        award_due=award_due(uow, contract),
        valid_until=valid_until(platform, contract, newest_opinion(uow, contract)),
    )
