"""Units and accounts as administrators see them: posts past and future, locks, changes that wait."""

from datetime import date

from contract_platform.application.people_queries import AccountFilter
from contract_platform.application.people_views import AccountPage, AccountPost, AccountRow, UnitView
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.weigh_change import is_locked
from contract_platform.domain.people import Actor, Person
from contract_platform.domain.vocabulary import ChangeState


def list_units(platform: Platform, actor: Actor) -> tuple[UnitView, ...]:  # noqa: ARG001 - the access table decides who asks
    """All units, closed ones too, with how many people hold posts there today."""
    with platform.reading() as uow:
        units = uow.units.find()
        waiting = numbers_of_pending(uow)
    people = platform.queries.posts_in(tuple(unit.id for unit in units), platform.clock.today())
    return tuple(
        UnitView(
            id=unit.id,
            revision=unit.revision,
            name=unit.name,
            short_name=unit.short_name,
            kind=unit.kind,
            parent_id=unit.parent_id,
            closed_on=unit.closed_on,
            people=people.get(unit.id, 0),
            pending=waiting.get(unit.id),
        )
        for unit in units
    )


def list_accounts(
    platform: Platform,
    actor: Actor,  # noqa: ARG001 - the access table decides who asks
    wanted: AccountFilter,
    *,
    after: str | None,
    limit: int,
) -> AccountPage:
    """A page of accounts by user name."""
    today = platform.clock.today()
    found, page = platform.queries.accounts(wanted, today, after=after, limit=limit)
    last = platform.queries.signed_in(tuple(person.id for person in found))
    with platform.reading() as uow:
        names = {unit.id: unit.short_name for unit in uow.units.find()}
        waiting = numbers_of_pending(uow)
        rows = tuple(
            AccountRow(
                id=person.id,
                username=person.username,
                name=person.name,
                disabled=person.disabled,
                locked=is_locked(uow, platform, person),
                posts=posts_of(uow, person, names, today),
                pending=waiting.get(person.id),
                signed_in_at=last.get(person.id),
            )
            for person in found
        )
    return AccountPage(rows=rows, next=page.next, total=page.total, capped=page.capped)


def posts_of(uow: UnitOfWork, person: Person, names: dict[str, str], today: date) -> tuple[AccountPost, ...]:
    """The posts of an account, those held today first."""
    posts = sorted(uow.posts.find(person_id=person.id), key=lambda post: (not post.held_on(today), post.id))
    return tuple(
        AccountPost(
            id=post.id,
            role=post.role,
            unit_id=post.unit_id,
            unit=names[post.unit_id],
            valid_from=post.valid_from,
            valid_to=post.valid_to,
            held=post.held_on(today),
        )
        for post in posts
    )


def numbers_of_pending(uow: UnitOfWork) -> dict[str, int]:
    """The number of the change that waits, by the units and people it is about."""
    waiting = uow.changes.find(state=ChangeState.PENDING)
    return {key: change.number for change in waiting for key in (change.subject_id, *change.about)}
