"""Changes as pages show them: with the names they refer to, and what the reader may decide."""

from collections.abc import Iterator

import msgspec

from contract_platform.application.offers import offers
from contract_platform.application.people_queries import ChangeFilter
from contract_platform.application.people_views import ChangeRequestPage, ChangeRequestView
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain import change as c
from contract_platform.domain.errors import NotFound
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import Role


def list_changes(
    platform: Platform, actor: Actor, wanted: ChangeFilter, *, after: str | None, limit: int
) -> ChangeRequestPage:
    """A page of changes, newest first."""
    found, page = platform.queries.changes(wanted, after=after, limit=limit)
    with platform.reading() as uow:
        rows = tuple(change_view(uow, actor, change) for change in found)
    return ChangeRequestPage(rows=rows, next=page.next, total=page.total, capped=page.capped)


def change_view(uow: UnitOfWork, actor: Actor, change: c.ChangeRequest) -> ChangeRequestView:
    """One change with names."""
    facts = facts_of(uow, actor, change)
    acts = offers(c.CHANGE, change.state, roles_of(actor), lambda _: facts)
    return ChangeRequestView(
        id=change.id,
        revision=change.revision,
        number=change.number,
        kind=change.kind,
        state=change.state,
        body=shown_body(change.body),
        names=dict(names_in(uow, change)),
        reason=change.reason,
        requested_by=uow.people.get(change.requested_by).name,
        requested_at=change.requested_at,
        decided_by=uow.people.get(change.decided_by).name if change.decided_by else None,
        decided_at=change.decided_at,
        note=change.note,
        actions=tuple(one for one in acts if deciding_role(actor, change, one.action, facts)),
    )


def shown_body(body: c.ChangeBody) -> c.ChangeBody:
    """A body as lists show it; a version of the policy has a page of its own for its content."""
    return msgspec.structs.replace(body, content={}) if isinstance(body, c.PolicyVersion) else body


def facts_of(uow: UnitOfWork, actor: Actor, change: c.ChangeRequest, note: str = "") -> c.ChangeCircumstances:
    """What the guards look at."""
    body = change.body
    seen = not isinstance(body, c.PolicyVersion) or bool(
        uow.policy_replays.find(digest=body.digest, person_id=actor.person_id)
    )
    return c.ChangeCircumstances(
        kind=change.kind,
        about=change.about,
        actor_id=actor.person_id,
        requested_by=change.requested_by,
        note=note,
        replayed=seen,
    )


def roles_of(actor: Actor) -> frozenset[Role]:
    """The administrator the reader is."""
    return frozenset(role for role in (Role.SYS_ADMIN, Role.SEC_ADMIN) if actor.post_as(role))


def deciding_role(actor: Actor, change: c.ChangeRequest, action: str, facts: c.ChangeCircumstances) -> Role | None:
    """The role of the table's row, where the person holds it."""
    row = c.CHANGE.branch(change.state, action, facts)
    return next((role for role in row.roles if role in roles_of(actor)), None) if row else None


def names_in(uow: UnitOfWork, change: c.ChangeRequest) -> Iterator[tuple[str, str]]:
    """Names for the ids that stand in a body; what is gone has none."""
    ids = {getattr(change.body, name, None) for name in ("person_id", "unit_id", "parent_id")}
    post_id = getattr(change.body, "post_id", None)
    if post_id is not None:
        post = uow.posts.get(post_id)
        yield post_id, post.role
        yield f"{post_id}/person", uow.people.get(post.person_id).name
        yield f"{post_id}/unit", uow.units.get(post.unit_id).name
    for key in ids - {None}:
        for records in (uow.people, uow.units):
            try:
                yield str(key), records.get(str(key)).name
            except NotFound:
                continue
