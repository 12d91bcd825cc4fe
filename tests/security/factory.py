"""What a factory is: how to ask for one operation so that everything but the right to it is in order."""

from collections.abc import Callable
from typing import Any

import msgspec

from contract_platform.domain.lifecycle import LIFECYCLE
from contract_platform.domain.machine import Machine
from contract_platform.domain.vocabulary import Role, State
from tests.security.staff import Member
from tests.security.stages import Bundle
from tests.security.world import World

Body = Callable[[World, Bundle, Member], Any]
Expects = Callable[[World, Member], int | None]


class Factory(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of request of an operation.

    ``children`` picks a child by its state ("filing_id": "RECEIVED-DUE"), ``paths`` gives path parameters that are no
    ids of a contract or its children; ``in_body`` marks requests that name their contract in the body alone.
    ``machine`` with ``act`` is the table that decides about the act, ``asks`` the operation whose row says in which
    relation, where it is not the request's own. ``states`` are the contract's states in which an operation without a
    table is possible, None for all. ``refuses`` are roles whom a guard of the table refuses (409) although the row is
    theirs. ``takers`` are the only roles the request is open to, where the row says more than that; None for all of
    its row. ``expects`` gives the status where it depends on something else than contracts; None = it succeeds.
    """

    act: str = ""
    stage: str = State.UNDER_REVIEW
    children: dict[str, str] = {}
    paths: dict[str, str] = {}
    in_body: bool = False
    query: dict[str, str] = {}
    body: Body | None = None
    content: bytes = b""
    machine: Machine | None = None
    asks: str = ""
    states: frozenset[State] | None = None
    refuses: frozenset[Role] = frozenset()
    takers: frozenset[Role] | None = None
    expects: Expects | None = None


def given(**fields: Any) -> Body:
    """A body that is the same for everybody."""
    return lambda _world, _bundle, _who: fields


def act(name: str, stage: str, **fields: Any) -> Factory:
    """An act of the contract's table."""
    return Factory(act=name, stage=stage, machine=LIFECYCLE, body=given(action=name, **fields))


def beside(
    machine: Machine,
    name: str,
    child: tuple[str, str],
    *,
    asks: str = "",
    refuses: frozenset[Role] = frozenset(),
    **fields: Any,
) -> Factory:
    """An act on something beside the main line, of a contract that is being performed."""
    parameter, state = child
    return Factory(
        act=f"{name} {state}",
        stage=State.PERFORMING,
        machine=machine,
        children={parameter: state},
        body=given(action=name, **fields),
        asks=asks,
        refuses=refuses,
    )
