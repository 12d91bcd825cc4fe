"""Every act and every refusal becomes an event in the commit it belongs to."""

from collections.abc import Mapping

import msgspec

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.events import Event, Job
from contract_platform.domain.people import Actor
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
    data: Mapping[str, object] | None = None,
) -> Event:
    """Add an event to the unit of work. ``type_`` is ``<object>.<past or action>``, e.g. ``contract.submit``."""
    now = platform.clock.now()
    post = actor.post_as(role) if role else (actor.posts[0] if len(actor.posts) == 1 else None)
    event = Event(
        id=platform.new_id(),
        type=type_,
        schema_version=1,
        actor=actor.person_id,
        post=post.id if post else None,
        role=post.role if post else role,
        acted_for=None,
        session=actor.session,
        address=actor.address,
        object_type=type_.partition(".")[0],
        object_id=object_id,
        contract_id=contract_id,
        event_time=now,
        recorded_at=now,
        data=canonical(data or {}),
    )
    uow.events.add(event)
    return event


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
