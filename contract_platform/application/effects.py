"""What an act leaves on the record beyond the new state. One function per act that has an effect of its own."""

from collections.abc import Callable

import msgspec

from contract_platform.application import clocks
from contract_platform.application.act import Act
from contract_platform.application.circumstances import current_signing, newest_opinion
from contract_platform.application.end_effects import record_judgment, rescind, resume, suspend
from contract_platform.application.endorsements import ask_own_unit, ask_units
from contract_platform.application.marks import mark_signing, mark_urgency
from contract_platform.application.open_filings import open_filings
from contract_platform.application.policy_of_contract import profile_of, routing_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.tasks_of_contract import retask_plan
from contract_platform.domain.contract import Contract
from contract_platform.domain.opinion import Opinion
from contract_platform.domain.signing import SealUse
from contract_platform.domain.vocabulary import AdoptionChoice, State

replace = msgspec.structs.replace


def submit(act: Act, contract: Contract) -> Contract:
    """From now on the contract lives under the profile in force today, whatever is published later."""
    mark_urgency(act.uow, act.platform, act.actor, contract)
    return replace(contract, profile=profile_of(act.platform, contract).key)


def cosign(act: Act, contract: Contract) -> Contract:
    """The units are asked at once; asking again gives the period anew."""
    if contract.state == State.DRAFTING:
        contract = submit(act, contract)
    clocks.end(act.uow, act.platform, contract, "COSIGNING")
    ask_units(act.uow, act.platform, act.actor, contract, act.command.unit_ids, act.command.reason)
    return contract


def pass_on(act: Act, contract: Contract) -> Contract:
    """The route and the rule that chose it are recorded."""
    routing = routing_of(act.uow, act.platform, contract)
    return replace(contract, tier=routing.tier, tier_rule=f"{routing.rule}（{routing.basis}）")


def accept(act: Act, contract: Contract) -> Contract:
    """受理 names the reviewer and gives the review number, which stays when the contract comes back."""
    number = contract.review_no or next_number(act, contract, "review")
    return replace(contract, reviewer_id=act.command.reviewer_id, review_no=number)


def reassign(act: Act, contract: Contract) -> Contract:
    """Another reviewer goes on; the review number and the clock stay."""
    return replace(contract, reviewer_id=act.command.reviewer_id)


def ask_supplement(act: Act, contract: Contract) -> Contract:  # noqa: ARG001 - the shape of an effect
    """Supplying leads back to where it was asked."""
    return replace(contract, returned_from=contract.state)


def supply(act: Act, contract: Contract) -> Contract:  # noqa: ARG001 - the shape of an effect
    """Back at its source."""
    return replace(contract, returned_from=None)


def propose(act: Act, contract: Contract) -> Contract:
    """The drafted opinion; one that was sent back is written anew under the same record."""
    content = {
        "conclusion": act.command.conclusion,
        "body": act.command.body,
        "items": act.command.items,
        "version_id": contract.draft_version_id,
        "drafter_id": act.actor.person_id,
        "drafted_at": act.platform.clock.now(),
    }
    drafted = newest_opinion(act.uow, contract)
    if drafted is not None and drafted.issued_at is None:
        act.uow.opinions.save(replace(drafted, **content))
    else:
        act.uow.opinions.add(
            Opinion(id=act.platform.new_id(), contract_id=contract.id, round=contract.round, **content)
        )
    return contract


def sign_off(act: Act, contract: Contract) -> Contract:
    """The opinion gets its number and is issued the same moment."""
    number = next_number(act, contract, "opinion")
    issued = {"number": number, "issued_at": act.platform.clock.now(), "signer_id": act.actor.person_id}
    act.uow.opinions.save(replace(opinion_of(act, contract), **issued))
    return contract


def submit_adoption(act: Act, contract: Contract) -> Contract:
    """What the unit did with each item, kept with the opinion."""
    answers = act.command.adoption
    stated = {
        "adoption": answers,
        "adoption_at": act.platform.clock.now(),
        "items_answered": len(answers),
        "items_adopted": sum(one.choice != AdoptionChoice.NOT_ADOPTED for one in answers),
    }
    act.uow.opinions.save(replace(opinion_of(act, contract), **stated))
    return contract


def extend(act: Act, contract: Contract) -> Contract:
    """The review's clock gets the profile's extension."""
    clocks.extend(act.uow, act.platform, contract, "REVIEW")
    return contract


def re_review(act: Act, contract: Contract) -> Contract:  # noqa: ARG001 - the shape of an effect
    """A new round: the approval does not carry over."""
    return replace(contract, round=contract.round + 1, approved_version_id=None)


def use_seal(act: Act, contract: Contract) -> Contract:
    """The use of the seals is kept: which, by whom kept, on how many copies."""
    given = act.command
    used = SealUse(
        id=act.platform.new_id(),
        contract_id=contract.id,
        round=contract.round,
        seals=given.seals,
        keeper=given.keeper.strip(),
        copies=given.copies,
        sealed_on=given.sealed_on,
        recorded_by=act.actor.person_id,
        recorded_at=act.platform.clock.now(),
    )
    act.uow.seal_uses.add(used)
    return contract


def sign(act: Act, contract: Contract) -> Contract:
    """The signing date is the last signature's; filings fall due from it."""
    signing = current_signing(act.uow, contract)
    assert signing is not None, "two people confirmed it"
    mark_signing(act.uow, act.platform, act.actor, contract, act.command)
    act.uow.signings.save(replace(signing, signatures=act.command.signatures))
    signed_on = max(one.signed_on for one in act.command.signatures)
    # the state is the row's own target already here, because the tasks that open below are tasks of performance
    contract = replace(contract, state=State.PERFORMING, sign_date=signed_on)
    open_filings(act.uow, act.platform, act.actor, contract)
    retask_plan(act.uow, act.platform, act.actor, contract)
    return contract


EFFECTS: dict[str, Callable[[Act, Contract], Contract]] = {
    "submit": submit,
    "cosign": cosign,
    "pass": pass_on,
    "accept": accept,
    "reassign": reassign,
    "request_supplement": ask_supplement,
    "supply": supply,
    "propose": propose,
    "sign_off": sign_off,
    "submit_adoption": submit_adoption,
    "extend": extend,
    "re_review": re_review,
    "use_seal": use_seal,
    "sign": sign,
    "suspend": suspend,
    "resume": resume,
    "rescind": rescind,
    "record_judgment": record_judgment,
}


def approve_text(act: Act, contract: Contract) -> Contract:  # noqa: ARG001 - the shape of an effect
    """What has been reviewed is the text to be signed (审定文本)."""
    return replace(contract, approved_version_id=contract.draft_version_id)


def reserve_number(act: Act, contract: Contract) -> Contract:
    """The contract number is reserved as soon as the contract may be signed."""
    number = contract.contract_no or next_number(act, contract, "contract")
    return replace(approve_text(act, contract), contract_no=number)


def begin_round(act: Act, contract: Contract) -> Contract:  # noqa: ARG001 - the shape of an effect
    """Back in drafting: a new round under the profile in force when it is submitted again; numbers stay."""
    fresh = {"tier": None, "tier_rule": None, "profile": "", "returned_from": None, "approved_version_id": None}
    return replace(contract, round=contract.round + 1, **fresh)


def review_side_by_side(act: Act, contract: Contract) -> Contract:
    """Where the unit has not reviewed before (并行审查), the route is chosen here and the unit is asked now."""
    if contract.tier is not None:
        return contract
    contract = pass_on(act, contract)
    ask_own_unit(act.uow, act.platform, act.actor, contract)
    return contract


ENTERING: dict[State, Callable[[Act, Contract], Contract]] = {
    State.DRAFTING: begin_round,
    State.FORWARDING: review_side_by_side,
    State.SUBMITTED: review_side_by_side,
    State.AWAITING_DECISION: approve_text,
    State.READY_TO_SIGN: reserve_number,
}


TAKEN_BACK: dict[State, dict[str, object]] = {
    State.DRAFTING: {"profile": "", "tier": None, "tier_rule": None},
    State.UNIT_COSIGNING: {"tier": None, "tier_rule": None},
    State.UNIT_REVIEW: {"tier": None, "tier_rule": None, "approved_version_id": None},
    State.SUBMITTED: {"reviewer_id": None, "returned_from": None},
    State.UNDER_REVIEW: {"returned_from": None},
    State.CONFIRMING: {"approved_version_id": None},
}
"""What the act that led out of a state had set on the contract; numbers that were given stay with it."""


def take_back(contract: Contract, target: State) -> Contract:
    """The contract as it was before it was sent on (取回)."""
    before = dict(TAKEN_BACK.get(target, {}))
    if target == State.SUPPLEMENTING:
        before["returned_from"] = contract.state
    return replace(contract, **before)


def opinion_of(act: Act, contract: Contract) -> Opinion:
    """The opinion of this round, which the table has made sure of."""
    opinion = newest_opinion(act.uow, contract)
    assert opinion is not None, "no way into this state without one"
    return opinion


def next_number(act: Act, contract: Contract, kind: str) -> str:
    """The same within an act."""
    return number_for(act.uow, act.platform, contract, kind)


def number_for(uow: UnitOfWork, platform: Platform, contract: Contract, kind: str) -> str:
    """The next human number of a kind under the contract's profile; numbers are never used twice."""
    profile = profile_of(platform, contract)
    year = platform.clock.today().year
    return profile.number(kind, year, uow.next_number(profile.series(kind, year)))
