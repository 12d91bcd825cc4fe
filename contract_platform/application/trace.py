"""Every act and every refusal becomes an event in the commit it belongs to."""

from collections.abc import Mapping

import msgspec

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.shown import masked_data
from contract_platform.domain.events import Event, Job
from contract_platform.domain.people import Actor, Post
from contract_platform.domain.vocabulary import Role


def canonical(data: Mapping[str, object]) -> bytes:
    """Canonical JSON (RFC 8785) of data whose keys are ASCII and whose numbers are integers, as all event data is."""
    return msgspec.json.encode(data, order="sorted")


def record(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    type_: str,
    *,
    object_id: str,
    contract_id: str | None = None,
    role: Role | None = None,
    acted_for: str | None = None,
    data: Mapping[str, object] | None = None,
) -> Event:
    """Add an event to the unit of work. ``type_`` is ``<object>.<past or action>``, e.g. ``contract.submit``.

    Personal numbers in ``data`` are masked: what is written here stays for good.

    Who acts in a role that only a colleague's lent post gives has acted for that colleague, whether it is said or not.
    """
    now = platform.clock.now()
    post = post_of(actor, role, acted_for)
    event = Event(
        id=platform.new_id(),
        type=type_,
        schema_version=1,
        actor=actor.person_id,
        post=post.id if post else None,
        role=post.role if post else role,
        acted_for=post.person_id if post and post.person_id != actor.person_id else acted_for,
        session=actor.session,
        address=actor.address,
        object_type=type_.partition(".")[0],
        object_id=object_id,
        contract_id=contract_id,
        event_time=now,
        recorded_at=now,
        data=canonical(masked_data(data or {})),
    )
    uow.events.add(event)
    return event


def post_of(actor: Actor, role: Role | None, acted_for: str | None) -> Post | None:
    """The post of an act: in its role, or the only one the person has."""
    if role is None:
        return actor.posts[0] if len(actor.posts) == 1 else None
    lent = (post for post in actor.posts if post.role == role)
    return actor.post_as(role, acted_for) or next(lent, None)


def enqueue(uow: UnitOfWork, platform: Platform, name: str, key: str, *, lane: str) -> None:
    """Put background work into the same commit; a waiting job of the same name and key is not doubled."""
    now = platform.clock.now()
    uow.jobs.add(
        Job(
            id=platform.new_id(),
            name=name,
            key=key,
            lane=lane,
            body=canonical({"key": key}),
            state="waiting",
            run_at=now,
        )
    )
