"""Nothing rests with somebody who is gone: contracts go to the pool of their unit, reviews to whoever names reviewers.

One function brings everything of one person in line with what that person can do today; it may run at any time and
changes nothing the second time. It runs when somebody is frozen, comes back, is given or loses a post, and once a day
for posts whose last day has passed.
"""

import msgspec

from contract_platform.application.circumstances import unit_and_above
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.reviewers import is_reviewer
from contract_platform.application.tasks_of_contract import retask_all, retask_handover
from contract_platform.application.trace import record
from contract_platform.application.vacate_tasks import vacate_tasks
from contract_platform.domain.contract import Contract
from contract_platform.domain.handover import OPEN, Handover
from contract_platform.domain.lifecycle import IN_REVIEW, TERMINAL
from contract_platform.domain.people import SYSTEM_ACTOR, Actor
from contract_platform.domain.vocabulary import HandoverCause, HandoverState, Role

replace = msgspec.structs.replace


def settle_work(uow: UnitOfWork, platform: Platform, actor: Actor, person_id: str) -> None:
    """Move what the person can do no longer, and give back what waited in the pool if they can again."""
    for contract in uow.contracts.find(handler_id=person_id):
        if contract.state not in TERMINAL:
            settle_contract(uow, platform, actor, contract)
    for handover in uow.handovers.find(to_id=person_id, state=HandoverState.ASSIGNED):
        settle_assignment(uow, platform, actor, handover)
    if not is_reviewer(uow, platform, person_id):
        for contract in uow.contracts.find(reviewer_id=person_id):
            if contract.state in IN_REVIEW:
                release_reviewer(uow, platform, actor, contract)
    vacate_tasks(uow, platform, actor, person_id)
    if uow.people.get(person_id).disabled:
        end_delegations(uow, platform, actor, person_id)
        end_invitations(uow, platform, actor, person_id)


def settle_contract(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """A contract whose officer cannot act is in the pool, one whose officer can is not."""
    waiting = open_handover(uow, contract.id)
    if can_handle(uow, platform, contract.handler_id, contract):
        if waiting is not None and waiting.cause != HandoverCause.VOLUNTARY:
            move(uow, platform, actor, contract, waiting, "cancel", HandoverState.CANCELLED)
    elif waiting is None:
        pool(uow, platform, actor, contract)
    elif waiting.cause == HandoverCause.VOLUNTARY:
        # the offer stands, but it is not the leaver's to withdraw any more
        uow.handovers.save(replace(waiting, cause=cause_of(uow, contract.handler_id)))
        retask_all(uow, platform, actor, contract)


def settle_assignment(uow: UnitOfWork, platform: Platform, actor: Actor, handover: Handover) -> None:
    """What was assigned to somebody who cannot take over goes back where it came from."""
    contract = uow.contracts.get(handover.contract_id)
    if handover.to_id is None or can_handle(uow, platform, handover.to_id, contract):
        return
    if handover.cause == HandoverCause.VOLUNTARY:
        move(uow, platform, actor, contract, handover, "cancel", HandoverState.CANCELLED)
    else:
        move(uow, platform, actor, contract, handover, "repool", HandoverState.POOLED, to_id=None)


def pool(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """Put a contract into the pool of its unit."""
    handover = Handover(
        id=platform.new_id(),
        contract_id=contract.id,
        unit_id=contract.handling_unit_id,
        from_id=contract.handler_id,
        cause=cause_of(uow, contract.handler_id),
        state=HandoverState.POOLED,
        opened_at=platform.clock.now(),
        opened_by=actor.person_id,
    )
    uow.handovers.add(handover)
    tell(uow, platform, actor, handover, "pool")
    retask_handover(uow, platform, actor, contract, handover)
    retask_all(uow, platform, actor, contract)


def move(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    handover: Handover,
    action: str,
    state: HandoverState,
    **changes: object,
) -> Handover:
    """A handover into another state, with its trace and the tasks that follow."""
    ended = platform.clock.now() if state not in OPEN else None
    handover = uow.handovers.save(replace(handover, state=state, ended_at=ended, **changes))
    tell(uow, platform, actor, handover, action)
    retask_handover(uow, platform, actor, contract, handover)
    retask_all(uow, platform, actor, contract)
    return handover


def tell(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    handover: Handover,
    action: str,
    *,
    role: Role | None = None,
    acted_for: str | None = None,
) -> None:
    """The trace of a handover: from whom to whom, and why."""
    data = {"from": handover.from_id, "to": handover.to_id, "cause": handover.cause, "note": handover.note}
    record(
        uow,
        platform,
        actor,
        f"handover.{action}",
        object_id=handover.id,
        contract_id=handover.contract_id,
        role=role,
        acted_for=acted_for,
        data=data,
    )


def release_reviewer(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """The contract waits for another reviewer to be named; its clock runs on."""
    gone = contract.reviewer_id
    contract = uow.contracts.save(replace(contract, reviewer_id=None, updated_at=platform.clock.now()))
    data = {"reviewer_id": gone}
    record(uow, platform, actor, "contract.release_reviewer", object_id=contract.id, contract_id=contract.id, data=data)
    retask_all(uow, platform, actor, contract)


def end_delegations(uow: UnitOfWork, platform: Platform, actor: Actor, person_id: str) -> None:
    """Nobody acts for somebody who is gone, and somebody who is gone acts for nobody."""
    today = platform.clock.today()
    for delegation in (*uow.delegations.find(from_id=person_id), *uow.delegations.find(to_id=person_id)):
        if delegation.ended_on is None and delegation.last_day >= today:
            uow.delegations.save(replace(delegation, ended_on=today, ended_by=actor.person_id))
            record(uow, platform, actor, "delegation.ended", object_id=delegation.id)


def end_invitations(uow: UnitOfWork, platform: Platform, actor: Actor, person_id: str) -> None:
    """Invitations of somebody who is gone."""
    for invitation in uow.invitations.find(person_id=person_id, ended_at=None):
        ended = {"ended_at": platform.clock.now(), "ended_by": actor.person_id}
        uow.invitations.save(replace(invitation, **ended))
        key, contract_id = invitation.id, invitation.contract_id
        record(uow, platform, actor, "invitation.ended", object_id=key, contract_id=contract_id)


def open_handover(uow: UnitOfWork, contract_id: str) -> Handover | None:
    """The handover of a contract that has not ended."""
    return next((one for one in uow.handovers.find(contract_id=contract_id) if one.state in OPEN), None)


def cause_of(uow: UnitOfWork, person_id: str) -> HandoverCause:
    """Whether the person is gone or only the post."""
    return HandoverCause.LEFT if uow.people.get(person_id).disabled else HandoverCause.POST_ENDED


def can_handle(uow: UnitOfWork, platform: Platform, person_id: str, contract: Contract) -> bool:
    """Whether somebody can act as officer of the contract today: enabled, in a handler's post that reaches its unit."""
    if uow.people.get(person_id).disabled:
        return False
    today = platform.clock.today()
    posts = (post for post in uow.posts.find(person_id=person_id, role=Role.HANDLER) if post.held_on(today))
    reached = unit_and_above(uow, contract.handling_unit_id)
    return any(post.unit_id in reached for post in posts)


def settle_lapsed_posts(platform: Platform) -> None:
    """Everything of people whose post has ended; once a day, since a last day passes without anybody acting.

    People who are disabled are gone through as well: whatever left something with them, it does not stay there.
    """
    today = platform.clock.today()
    with platform.reading() as uow:
        ended = (post for post in uow.posts.find() if post.valid_to is not None and post.valid_to < today)
        lapsed = {*(post.person_id for post in ended), *(person.id for person in uow.people.find(disabled=True))}
    for person_id in sorted(lapsed):
        with platform.unit_of_work() as uow:
            settle_work(uow, platform, SYSTEM_ACTOR, person_id)
