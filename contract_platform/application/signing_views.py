"""The signing of a contract as its page shows it: seals, signatures, marks, and what the profile demands."""

from contract_platform.application.circumstances import newest_opinion
from contract_platform.application.deviations import known_deviations
from contract_platform.application.followup_views import as_role
from contract_platform.application.names import Names
from contract_platform.application.offers import offers
from contract_platform.application.papers import award_due, valid_until
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.views import (
    ActionView,
    DeviationView,
    MarkView,
    SealUseView,
    SigningDemands,
    SigningView,
)
from contract_platform.domain.access import acted_for, acting_roles, ended
from contract_platform.domain.contract import Contract
from contract_platform.domain.deviation import DEVIATION, Deviation, DeviationCircumstances
from contract_platform.domain.guards import CONFIRMERS
from contract_platform.domain.people import Actor
from contract_platform.domain.signing import Signing
from contract_platform.domain.vocabulary import Role


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


def can_confirm(uow: UnitOfWork, actor: Actor, contract: Contract, signing: Signing | None) -> bool:
    """Whether the reader may still state that the signed copy equals the approved text."""
    if contract.signed_version_id is None or contract.approved_version_id is None or known_deviations(uow, contract):
        return False
    if not acting_roles(actor, contract, "signing.confirm") or ended(contract, "signing.confirm"):
        return False
    given = signing.confirmations if signing else ()
    confirmed = {person for one in given for person in (one.person_id, one.acted_for)}
    role = next(role for role in Role if role in acting_roles(actor, contract, "signing.confirm"))
    mine = {actor.person_id, acted_for(actor, contract, "signing.confirm", role)} - {None}
    return len(given) < CONFIRMERS and not mine & confirmed


def deviation_views(uow: UnitOfWork, actor: Actor, contract: Contract, names: Names) -> tuple[DeviationView, ...]:
    """Every statement that a signed copy differs, oldest first, with what the reader may do about it."""
    current = {one.id for one in known_deviations(uow, contract)}
    return tuple(
        DeviationView(
            deviation=one,
            stated_by=names.of(one.stated_by),
            resolved_by=names.of(one.resolved_by) if one.resolved_by else None,
            current=one.id in current,
            actions=acts_on(actor, contract, one) if one.id in current else (),
        )
        for one in uow.deviations.find(contract_id=contract.id)
    )


def acts_on(actor: Actor, contract: Contract, deviation: Deviation) -> tuple[ActionView, ...]:
    """Taking it back, or letting it stand."""
    facts = DeviationCircumstances(deviation=deviation, contract=contract, actor_id=actor.person_id)
    seen = as_role(actor, contract, "deviation.act", facts)
    return offers(DEVIATION, deviation.state, acting_roles(actor, contract, "deviation.act"), seen)
