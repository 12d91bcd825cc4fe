"""A creating request that is sent twice creates once: the response is kept in the same commit as the change."""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from contract_platform.application.ports import Platform, StoredResponse, UnitOfWork
from contract_platform.domain.people import Actor

T = TypeVar("T")


def once(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    operation: str,
    key: str | None,
    kind: type[T],
    make: Callable[[], T],
) -> T:
    """The stored response of (person, operation, key), or a new one from ``make``; without a key always a new one."""
    if key is None:
        return make()
    stored = uow.responses.get(actor.person_id, operation, key)
    if stored is not None:
        return msgspec.json.decode(stored.body, type=kind)
    made = make()
    uow.responses.add(
        StoredResponse(
            key=key,
            person_id=actor.person_id,
            operation=operation,
            status=201,
            body=msgspec.json.encode(made),
            at=platform.clock.now(),
        )
    )
    return made
