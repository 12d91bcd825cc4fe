"""What a person stands for today beside the own posts: posts lent by colleagues, invitations, recusals."""

from collections.abc import Iterable
from datetime import date

from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.absence import may_be_lent
from contract_platform.domain.endorsement import COSIGNERS
from contract_platform.domain.people import Post
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState


def lent_posts(uow: UnitOfWork, person_id: str, today: date) -> tuple[Post, ...]:
    """Posts in which the person fills in today for colleagues who can sign in and still hold them.

    What the person was lent is not lent on: each delegation names posts of the one who is away.
    """
    found = []
    for delegation in uow.delegations.find(to_id=person_id):
        if not delegation.holds_on(today) or uow.people.get(delegation.from_id).disabled:
            continue
        posts = uow.posts.find(person_id=delegation.from_id)
        found += [post for post in posts if post.id in delegation.post_ids and post.held_on(today)]
    return tuple(post for post in found if may_be_lent(post))


def invited_to(uow: UnitOfWork, person_id: str, today: date) -> frozenset[str]:
    """The contracts to which the person is invited today."""
    return frozenset(one.contract_id for one in uow.invitations.find(person_id=person_id) if one.holds_on(today))


def cosigning(
    uow: UnitOfWork, posts: Iterable[Post], subtree: dict[str, tuple[str, ...]]
) -> frozenset[tuple[str, str]]:
    """Pairs of contract and unit: what the units of those who answer for them were asked to co-sign and may look at."""
    reached = {unit for post in posts if post.role in COSIGNERS for unit in subtree[post.unit_id]}
    if not reached:
        return frozenset()
    open_ones = uow.endorsements.find(kind=EndorsementKind.UNIT, ended_at=None)
    return frozenset(
        (one.contract_id, str(one.unit_id))
        for one in open_ones
        if one.unit_id in reached and one.state not in {EndorsementState.TAKEN_OUT, EndorsementState.CANCELLED}
    )


def recused_from(uow: UnitOfWork, people: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Pairs of contract and person: the contracts from which these people keep apart."""
    found = (one for person in people for one in uow.recusals.find(person_id=person, lifted_at=None))
    return frozenset((one.contract_id, one.person_id) for one in found)
