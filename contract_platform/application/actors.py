"""Who acts: a person with the posts held today and the units these reach."""

from datetime import date

from contract_platform.application.ports import UnitOfWork
from contract_platform.application.standing import cosigning, invited_to, lent_posts, recused_from
from contract_platform.domain.credentials import Step
from contract_platform.domain.people import Actor, Person, Unit


def subtree(units: list[Unit], root: str) -> tuple[str, ...]:
    """The ids of a unit and all below it."""
    found = [root]
    for unit_id in found:
        found.extend(unit.id for unit in units if unit.parent_id == unit_id)
    return tuple(found)


def actor_of(
    uow: UnitOfWork, person: Person, today: date, *, session: str = "", address: str = "", step: Step | None = None
) -> Actor:
    """The person with the posts held today and those lent by colleagues who are away."""
    units = uow.units.find()
    own = tuple(post for post in uow.posts.find(person_id=person.id) if post.held_on(today))
    posts = (*own, *lent_posts(uow, person.id, today))
    reached = {post.unit_id: subtree(units, post.unit_id) for post in posts}
    return Actor(
        person_id=person.id,
        name=person.name,
        posts=posts,
        subtree=reached,
        invited=invited_to(uow, person.id, today),
        recused=recused_from(uow, sorted({person.id, *(post.person_id for post in posts)})),
        cosigning=cosigning(uow, posts, reached),
        session=session,
        address=address,
        step=step,
    )
