"""What people ask for about units, accounts, posts and the work that moves between people."""

from datetime import date
from typing import Annotated

import msgspec

from contract_platform.domain.change import AskedChange, Key

Reason = Annotated[str, msgspec.Meta(max_length=1000)]
Keys = Annotated[tuple[Key, ...], msgspec.Meta(max_length=500)]


class _Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A request body; unknown fields are errors."""


class ChangeAsked(_Asked, frozen=True, kw_only=True):
    """A change with the reason for it."""

    change: AskedChange
    reason: Reason


class ChangeCommand(_Asked, frozen=True, kw_only=True):
    """A decision on a change: approve | reject | withdraw."""

    action: str
    note: Reason = ""


class HandoverOffer(_Asked, frozen=True, kw_only=True):
    """Contracts for another officer; no contract named = all of one's own."""

    to_id: Key
    contract_ids: Keys = ()
    reason: Reason


class HandoverCommand(_Asked, frozen=True, kw_only=True):
    """An act on one handover: assign (with ``to_id``) | take_over | decline | withdraw."""

    action: str
    to_id: Key | None = None
    note: Reason = ""


class PoolAssignment(_Asked, frozen=True, kw_only=True):
    """Everything one person left, for one officer."""

    from_id: Key
    to_id: Key


class NewDelegation(_Asked, frozen=True, kw_only=True):
    """A deputy for a while; ``from_id`` None = for oneself, no posts named = all that can be lent."""

    to_id: Key
    first_day: date
    last_day: date
    reason: Reason
    from_id: Key | None = None
    post_ids: Keys = ()


class NewInvitation(_Asked, frozen=True, kw_only=True):
    """Counsel or an expert for one contract."""

    person_id: Key
    until: date
    reason: Reason


class NewRecusal(_Asked, frozen=True, kw_only=True):
    """Somebody who keeps out of one contract; None = oneself."""

    reason: Reason
    person_id: Key | None = None


class Lifting(_Asked, frozen=True, kw_only=True):
    """Why a recusal is lifted."""

    reason: Reason
