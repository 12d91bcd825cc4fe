"""委托代办: posts are lent for a while to a colleague of the same unit, by their holder or by the unit's head."""

from datetime import date, timedelta
from typing import Final

import msgspec

from contract_platform.application.circumstances import unit_and_above
from contract_platform.application.load import expect_revision
from contract_platform.application.once import once
from contract_platform.application.people_commands import NewDelegation
from contract_platform.application.people_views import AbsentView, DelegationChoices, DelegationView, LentPost, Named
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.trace import record
from contract_platform.domain.absence import Delegation, may_be_lent
from contract_platform.domain.errors import Forbidden, Invalid, NotFound, Refused
from contract_platform.domain.people import Actor, Post
from contract_platform.domain.vocabulary import Role

LONGEST: Final = 183  # days; whoever is away for longer gives up the post
HEADS: Final = frozenset({Role.HANDLER_LEAD, Role.BUREAU_LEAD})
"""Roles that may see to a deputy for others: the head of a unit, the bureau's lead for the bureau."""


def lend_posts(
    platform: Platform, actor: Actor, new: NewDelegation, *, idempotency_key: str | None = None
) -> DelegationView:
    """Lend; ``Refused`` with the reason, ``Forbidden`` for posts that are not the actor's to lend."""

    def done() -> DelegationView:
        delegation = checked(uow, platform, actor, new)
        uow.delegations.add(delegation)
        data = {
            "from": delegation.from_id,
            "to": delegation.to_id,
            "first_day": delegation.first_day,
            "last_day": delegation.last_day,
            "reason": delegation.reason,
        }
        record(uow, platform, actor, "delegation.created", object_id=delegation.id, data=data)
        return delegation_view(uow, platform, actor, delegation)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, "delegation.create", idempotency_key, DelegationView, done)


def checked(uow: UnitOfWork, platform: Platform, actor: Actor, new: NewDelegation) -> Delegation:
    """The delegation that is asked for, once nothing stands against it."""
    today = platform.clock.today()
    absent_id = new.from_id or actor.person_id
    last = new.first_day + timedelta(days=LONGEST)
    if not new.reason.strip():
        raise Invalid("reason_missing")
    if not max(new.first_day, today) <= new.last_day <= last:
        raise Invalid("delegation_days_wrong", longest=LONGEST)
    staff = Staff(uow, today)
    lendable = staff.lendable_by(actor, absent_id)
    if not lendable:
        raise Forbidden("delegation_of_others")
    asked = set(new.post_ids) or {post.id for post in lendable}
    posts = [post for post in lendable if post.id in asked]
    if len(posts) < len(asked):
        raise Refused("posts_not_lendable")
    if not all(staff.may_fill_in(absent_id, new.to_id, post) for post in posts):
        raise Refused("deputy_does_not_fit")
    delegation = Delegation(
        id=platform.new_id(),
        from_id=absent_id,
        to_id=new.to_id,
        post_ids=tuple(post.id for post in posts),
        first_day=new.first_day,
        last_day=new.last_day,
        reason=new.reason.strip(),
        created_by=actor.person_id,
        created_at=platform.clock.now(),
    )
    if any(delegation.clashes(other) for other in uow.delegations.find(from_id=absent_id)):
        raise Refused("delegation_clashes")
    return delegation


class Staff:
    """Who can sign in and holds posts that can be lent today; read once, asked often."""

    def __init__(self, uow: UnitOfWork, today: date) -> None:
        self.names = {person.id: person.name for person in uow.people.find(disabled=False)}
        self.posts: dict[str, list[Post]] = {}
        for post in uow.posts.find():
            if post.person_id in self.names and post.held_on(today) and may_be_lent(post):
                self.posts.setdefault(post.person_id, []).append(post)
        units = {post.unit_id for posts in self.posts.values() for post in posts}
        self._above = {unit_id: unit_and_above(uow, unit_id) for unit_id in units}

    def lendable_by(self, actor: Actor, absent_id: str) -> list[Post]:
        """The posts of somebody that the actor may lend: one's own, of others those in the units one heads."""
        held = self.posts.get(absent_id, [])
        if absent_id == actor.person_id:
            return held
        headed = units_headed(actor)
        return [post for post in held if post.unit_id in headed]

    def may_fill_in(self, absent_id: str, deputy_id: str, post: Post) -> bool:
        """Whether somebody else in office works in the post's unit, in one above it, or in one below it."""
        own = self.posts.get(deputy_id, []) if deputy_id != absent_id else []
        return any(one.unit_id in self._above[post.unit_id] or post.unit_id in self._above[one.unit_id] for one in own)


def units_headed(actor: Actor) -> frozenset[str]:
    """The units for whose people the actor may see to deputies."""
    heads = (post for post in actor.own_posts() if post.role in HEADS)
    return frozenset(unit for post in heads for unit in actor.subtree[post.unit_id])


def end_delegation(platform: Platform, actor: Actor, delegation_id: str, *, revision: int) -> DelegationView:
    """End it today: by the one who is back, the deputy, or whoever could have lent the posts."""
    with platform.unit_of_work() as uow:
        delegation = visible(uow, actor, delegation_id)
        expect_revision(delegation, revision)
        today = platform.clock.today()
        if delegation.end() < today:
            raise Refused("delegation_ended")
        ended = msgspec.structs.replace(delegation, ended_on=today, ended_by=actor.person_id)
        delegation = uow.delegations.save(ended)
        record(uow, platform, actor, "delegation.ended", object_id=delegation.id)
        return delegation_view(uow, platform, actor, delegation)


def list_delegations(platform: Platform, actor: Actor) -> tuple[DelegationView, ...]:
    """Those from and to the reader, and those of the units one heads; running ones first."""
    with platform.reading() as uow:
        found = [one for one in uow.delegations.find() if concerns(uow, actor, one)]
        views = [delegation_view(uow, platform, actor, one) for one in found]
    return tuple(sorted(views, key=lambda one: (one.state == "over", one.first_day)))


def choices(platform: Platform, actor: Actor) -> DelegationChoices:
    """Whose posts the reader may lend, and who may fill in for each; oneself first."""
    with platform.reading() as uow:
        staff = Staff(uow, platform.clock.today())
        asked = sorted(staff.posts, key=lambda one: (one != actor.person_id, staff.names[one]))
        found = ((person_id, staff.lendable_by(actor, person_id)) for person_id in asked)
        return DelegationChoices(
            absent=tuple(absent_view(uow, staff, person_id, posts) for person_id, posts in found if posts)
        )


def absent_view(uow: UnitOfWork, staff: Staff, person_id: str, posts: list[Post]) -> AbsentView:
    """Somebody whose posts may be lent, with the colleagues who fit all of them."""
    fits = (one for one in staff.posts if all(staff.may_fill_in(person_id, one, post) for post in posts))
    deputies = tuple(Named(id=one, name=staff.names[one]) for one in sorted(fits, key=staff.names.__getitem__))
    return AbsentView(id=person_id, name=staff.names[person_id], posts=lent(uow, posts), deputies=deputies)


def concerns(uow: UnitOfWork, actor: Actor, delegation: Delegation) -> bool:
    """Whether the reader has to do with a delegation."""
    if actor.person_id in {delegation.from_id, delegation.to_id, delegation.created_by}:
        return True
    headed = units_headed(actor)
    return any(uow.posts.get(post_id).unit_id in headed for post_id in delegation.post_ids)


def visible(uow: UnitOfWork, actor: Actor, delegation_id: str) -> Delegation:
    """The delegation, or ``NotFound`` when it does not concern the actor."""
    delegation = uow.delegations.get(delegation_id)
    if not concerns(uow, actor, delegation):
        raise NotFound("delegation_not_found", id=delegation_id)
    return delegation


def delegation_view(uow: UnitOfWork, platform: Platform, actor: Actor, delegation: Delegation) -> DelegationView:
    """A delegation with names."""
    today = platform.clock.today()
    over = delegation.end() < today
    state = "over" if over else ("running" if delegation.holds_on(today) else "planned")
    return DelegationView(
        id=delegation.id,
        revision=delegation.revision,
        absent=Named(id=delegation.from_id, name=uow.people.get(delegation.from_id).name),
        deputy=Named(id=delegation.to_id, name=uow.people.get(delegation.to_id).name),
        posts=lent(uow, [uow.posts.get(post_id) for post_id in delegation.post_ids]),
        first_day=delegation.first_day,
        last_day=delegation.last_day,
        ended_on=delegation.ended_on,
        reason=delegation.reason,
        state=state,
        may_end=not over and concerns(uow, actor, delegation),
    )


def lent(uow: UnitOfWork, posts: list[Post]) -> tuple[LentPost, ...]:
    """Posts with the names of their units."""
    return tuple(LentPost(id=post.id, role=post.role, unit=uow.units.get(post.unit_id).short_name) for post in posts)
