"""Fills in what the guards of the contract table look at."""

from typing import Any

from contract_platform.application.end_facts import end_standing
from contract_platform.application.family_limits import standing_of
from contract_platform.application.papers import papers
from contract_platform.application.policy_of_contract import is_forwarded, profile_of, routing_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_version import analysis_of
from contract_platform.application.reviewers import reviewer_remains
from contract_platform.application.submission_of_contract import lead_time, materials_missing
from contract_platform.domain import filing, obligation, quarantine
from contract_platform.domain.contract import Contract, Decision
from contract_platform.domain.document import CLOSED, Version
from contract_platform.domain.guards import Circumstances
from contract_platform.domain.lifecycle import RECALLABLE
from contract_platform.domain.opinion import Opinion
from contract_platform.domain.performance_vocabulary import DisputeState
from contract_platform.domain.relations import UNIT_ROLES
from contract_platform.domain.signing import Signing
from contract_platform.domain.vocabulary import ObligationState, Role
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState

SENT_TO = frozenset({"contract", "endorsement"})
"""Subjects of the tasks of those a contract was sent to."""
LEAVING = frozenset({"withdraw", "abandon", "pull_back", "recall"})
"""Acts by which a contract leaves the line: open while one of its files is set apart."""


def circumstances(
    uow: UnitOfWork, platform: Platform, contract: Contract, actor_id: str, acted_for: str | None = None
) -> Circumstances:
    """Everything known about the contract; what a person enters is added by the act itself."""
    opinion = newest_opinion(uow, contract)
    draft = uow.versions.get(contract.draft_version_id) if contract.draft_version_id else None
    signing = current_signing(uow, contract)
    decisions = uow.decisions.find(contract_id=contract.id)
    tier = contract.tier or routing_of(uow, platform, contract).tier
    return Circumstances(
        contract=contract,
        actor_id=actor_id,
        **hands(uow, platform, contract, actor_id, acted_for),
        today=platform.clock.today(),
        tier=tier,
        forwarded=is_forwarded(uow, platform, contract),
        draft_state=draft.analysis_state if draft else None,
        draft_since_opinion=revised_since(draft, opinion),
        unresolved_changes=unresolved_changes(uow, contract),
        opinion=opinion,
        reactions={name: one.reaction for name, one in profile_of(platform, contract).opinions.items()},
        reviewer_remains=reviewer_remains(uow, platform, contract),
        **papers(uow, platform, contract, opinion, decisions),
        extended=any(made.action == "extend" and made.round == contract.round for made in decisions),
        signed_copy=has_signed_copy(uow, contract),
        confirmations=len(signing.confirmations) if signing else 0,
        open_obligations=open_obligations(uow, contract.id),
        family=standing_of(uow, platform, contract),
        ends=end_standing(uow, contract),
        open_disputes=len(uow.disputes.find(contract_id=contract.id, state=DisputeState.OPEN)),
        materials_missing=materials_missing(uow, platform, contract),
        lead_time=lead_time(uow, platform, contract, tier),
        open_filings=sum(f.state not in filing.ENDED for f in uow.filings.find(contract_id=contract.id)),
        answers_missing=answers_missing(uow, contract, EndorsementKind.UNIT),
        side_by_side=not profile_of(platform, contract).reviewing.series.on,
        unit_reviews_missing=answers_missing(uow, contract, EndorsementKind.REVIEW),
        **sending(uow, contract, decisions),
    )


def answers_missing(uow: UnitOfWork, contract: Contract, kind: EndorsementKind) -> int:
    """How many statements of a kind are not there yet."""
    asked = {"kind": kind, "state": EndorsementState.ASKED, "ended_at": None}
    return len(uow.endorsements.find(contract_id=contract.id, **asked))


def sending(uow: UnitOfWork, contract: Contract, decisions: list[Decision]) -> dict[str, Any]:
    """How the contract came to where it stands, and whether those it was sent to have opened it."""
    newest = decisions[-1] if decisions else None
    if newest is None or newest.target != contract.state or newest.action not in RECALLABLE:
        return {}
    waiting = uow.tasks.find(contract_id=contract.id, closed_at=None)
    return {
        "came_from": newest.source,
        "sent_by": frozenset({newest.person_id, newest.acted_for} - {None}),
        "opened": any(task.seen_at for task in waiting if task.subject in SENT_TO),
    }


def hands(
    uow: UnitOfWork, platform: Platform, contract: Contract, actor_id: str, acted_for: str | None
) -> dict[str, Any]:
    """What depends on whose hands an act is in: a deputy and the one who is away count as one."""
    people = {actor_id, acted_for} - {None}
    return {
        "acted_for": acted_for,
        "earlier_roles": roles_taken(uow, contract.id, actor_id, acted_for),
        "partial": any(works_in_unit(uow, platform, contract, person) for person in people if person),
    }


def roles_taken(uow: UnitOfWork, contract_id: str, *people: str | None) -> frozenset[Role]:
    """The roles in which these people have acted on the contract, by themselves, as deputies or through deputies."""
    concerned = {person for person in people if person is not None}
    made = uow.decisions.find(contract_id=contract_id)
    return frozenset(one.role for one in made if concerned & {one.person_id, one.acted_for})


def works_in_unit(uow: UnitOfWork, platform: Platform, contract: Contract, person_id: str) -> bool:
    """Whether somebody does the handling unit's own work: as its officer, or in a post of it or of a unit above."""
    if person_id == contract.handler_id:
        return True
    today = platform.clock.today()
    own = [post for post in uow.posts.find(person_id=person_id) if post.role in UNIT_ROLES and post.held_on(today)]
    return bool(own) and bool({post.unit_id for post in own} & unit_and_above(uow, contract.handling_unit_id))


def unit_and_above(uow: UnitOfWork, unit_id: str) -> frozenset[str]:
    """A unit and those it belongs to."""
    found: set[str] = set()
    next_id: str | None = unit_id
    while next_id is not None and next_id not in found:
        found.add(next_id)
        next_id = uow.units.get(next_id).parent_id
    return frozenset(found)


def newest_opinion(uow: UnitOfWork, contract: Contract) -> Opinion | None:
    """The opinion of the current round."""
    found = uow.opinions.find(contract_id=contract.id, round=contract.round)
    return max(found, key=lambda opinion: opinion.id, default=None)


def current_signing(uow: UnitOfWork, contract: Contract) -> Signing | None:
    """The signing of the signed copy that counts now, compared with the text that is approved now."""
    if contract.signed_version_id is None:
        return None
    pair = {"version_id": contract.signed_version_id, "reviewed_version_id": contract.approved_version_id}
    found = uow.signings.find(contract_id=contract.id, **pair)
    return found[-1] if found else None


def has_signed_copy(uow: UnitOfWork, contract: Contract) -> bool:
    """Whether there is a signed copy that people can read."""
    if contract.signed_version_id is None:
        return False
    return uow.versions.get(contract.signed_version_id).analysis_state not in CLOSED


def quarantined(uow: UnitOfWork, contract: Contract) -> bool:
    """Whether a file the contract rests on is set apart and nobody has decided about it."""
    resting = {contract.draft_version_id, contract.approved_version_id, contract.signed_version_id}
    held = uow.quarantines.find(contract_id=contract.id)
    return any(one.version_id in resting and one.state not in quarantine.ENDED for one in held)


def open_obligations(uow: UnitOfWork, contract_id: str) -> int:
    """Obligations that stand between the contract and its end; mere proposals do not."""
    settled = obligation.ENDED | {ObligationState.PROPOSED}
    return sum(one.state not in settled for one in uow.obligations.find(contract_id=contract_id))


def revised_since(draft: Version | None, opinion: Opinion | None) -> bool:
    """Whether a new draft came after the opinion."""
    if draft is None or opinion is None or opinion.issued_at is None:
        return False
    return draft.uploaded_at > opinion.issued_at


def unresolved_changes(uow: UnitOfWork, contract: Contract) -> int:
    """Tracked changes left in the approved text; asked only between approval and signature."""
    if contract.approved_version_id is None or contract.sign_date is not None:
        return 0
    analysis = analysis_of(uow, uow.versions.get(contract.approved_version_id))
    return len(analysis.document.revisions) if analysis else 0
