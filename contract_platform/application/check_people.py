"""What must never be true about people and their work, looked for in the whole database; ``doctor`` asks it."""

from collections.abc import Iterator

from contract_platform.application.circumstances import unit_and_above
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.settle_work import can_handle
from contract_platform.application.tasks_of_contract import is_pooled
from contract_platform.domain.administrators import KINDS, exclude_each_other, overlap, remaining
from contract_platform.domain.handover import OPEN
from contract_platform.domain.lifecycle import IN_REVIEW, TERMINAL
from contract_platform.domain.people import Person
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import HandoverState, Role


class Violation(Record, frozen=True, kw_only=True):
    """One thing that is wrong: a stable code and the record it is about."""

    code: str
    object_id: str


def violations(platform: Platform) -> tuple[Violation, ...]:
    """Everything that is wrong, in one snapshot."""
    with platform.reading() as uow:
        gone = uow.people.find(disabled=True)
        return (
            *resting_tasks(uow, gone),
            *resting_contracts(uow, platform, gone),
            *resting_reviews(uow, gone),
            *standing_delegations(uow, platform, gone),
            *mixed_posts(uow),
            *missing_administrators(uow, platform),
            *pools_without_head(uow, platform),
        )


def resting_tasks(uow: UnitOfWork, gone: list[Person]) -> Iterator[Violation]:
    """An open task that only somebody who is gone could do."""
    for person in gone:
        for task in uow.tasks.find(person_id=person.id, closed_at=None):
            yield Violation(code="task_rests_with_disabled", object_id=task.id)


def resting_contracts(uow: UnitOfWork, platform: Platform, gone: list[Person]) -> Iterator[Violation]:
    """A live contract whose officer is gone and that nobody is handing over."""
    for person in gone:
        for contract in uow.contracts.find(handler_id=person.id):
            if contract.state not in TERMINAL and not is_pooled(uow, contract.id):
                yield Violation(code="contract_rests_with_disabled", object_id=contract.id)
    for handover in uow.handovers.find():
        contract = uow.contracts.get(handover.contract_id)
        if handover.state in OPEN and contract.handler_id != handover.from_id:
            yield Violation(code="handover_of_another_officer", object_id=handover.id)
        assigned = handover.state == HandoverState.ASSIGNED and handover.to_id is not None
        if assigned and not can_handle(uow, platform, str(handover.to_id), contract):
            yield Violation(code="handover_to_somebody_unfit", object_id=handover.id)


def resting_reviews(uow: UnitOfWork, gone: list[Person]) -> Iterator[Violation]:
    """A review under way whose reviewer is gone."""
    for person in gone:
        for contract in uow.contracts.find(reviewer_id=person.id):
            if contract.state in IN_REVIEW:
                yield Violation(code="review_rests_with_disabled", object_id=contract.id)


def standing_delegations(uow: UnitOfWork, platform: Platform, gone: list[Person]) -> Iterator[Violation]:
    """A deputy of somebody who is gone, or a deputy who is gone."""
    today = platform.clock.today()
    for person in gone:
        for delegation in (*uow.delegations.find(from_id=person.id), *uow.delegations.find(to_id=person.id)):
            if delegation.holds_on(today):
                yield Violation(code="delegation_with_disabled", object_id=delegation.id)


def mixed_posts(uow: UnitOfWork) -> Iterator[Violation]:
    """An administrator who holds another post."""
    for kind in KINDS:
        for post in uow.posts.find(role=kind):
            others = uow.posts.find(person_id=post.person_id)
            if any(exclude_each_other(post.role, one.role) and overlap(post, one) for one in others):
                yield Violation(code="administrator_with_other_post", object_id=post.id)


def missing_administrators(uow: UnitOfWork, platform: Platform) -> Iterator[Violation]:
    """A kind of administrator of whom there is none, once there are any."""
    posts = [post for kind in KINDS for post in uow.posts.find(role=kind)]
    people = uow.people.find(disabled=False)
    for kind in KINDS if posts else ():
        if not remaining(kind, posts, people, platform.clock.today()):
            yield Violation(code="no_administrator_left", object_id=kind)


def pools_without_head(uow: UnitOfWork, platform: Platform) -> Iterator[Violation]:
    """A contract in the pool of a unit that has nobody to assign it."""
    today = platform.clock.today()
    heads = [post for post in uow.posts.find(role=Role.HANDLER_LEAD) if post.held_on(today)]
    heads = [post for post in heads if not uow.people.get(post.person_id).disabled]
    headed = {post.unit_id for post in heads}
    for handover in uow.handovers.find(state=HandoverState.POOLED):
        if not headed & unit_and_above(uow, handover.unit_id):
            yield Violation(code="pool_without_head", object_id=handover.id)
