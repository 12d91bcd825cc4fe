"""Handing a contract over to another officer (移交): nothing may rest with somebody who is gone.

优化营商环境条例 art. 31 forbids to break a contract because people or offices change; a lease nobody followed after an
officer left is how it happens. A person who leaves puts contracts into the pool of their unit; its head assigns them;
the officer changes when the new one takes over, never before.
"""

from datetime import datetime

from contract_platform.domain.contract import Contract
from contract_platform.domain.machine import Guard, Machine, Reason, Transition
from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import HandoverCause, HandoverState, Role


class Handover(Root, frozen=True, kw_only=True):
    """One contract on its way from one officer to another; ``unit_id`` is the unit that handles it."""

    contract_id: str
    unit_id: str
    from_id: str
    cause: HandoverCause
    state: HandoverState
    opened_at: datetime
    opened_by: str
    to_id: str | None = None
    assigned_by: str | None = None
    assigned_at: datetime | None = None
    ended_at: datetime | None = None
    note: str = ""


class HandoverCircumstances(Record, frozen=True, kw_only=True):
    """What is known when an act on a handover is asked for.

    ``fits``: the officer named, or about to take over, holds that post there today and can sign in.
    ``decided_as``: roles other than the handler's in which this officer acted on the contract before.
    """

    handover: Handover
    contract: Contract
    actor_id: str
    acted_for: str | None = None
    role: Role | None = None
    officer_id: str | None = None
    fits: bool = True
    decided_as: frozenset[Role] = frozenset()
    note: str = ""


def _fits(c: HandoverCircumstances) -> Reason | None:
    if c.officer_id is None or c.officer_id == c.handover.from_id or not c.fits:
        return Reason(code="officer_does_not_fit")
    if c.decided_as or c.officer_id == c.contract.reviewer_id:
        return Reason(code="officer_decided_before", params={"roles": sorted(c.decided_as)})
    return None


def _offered_to_me(c: HandoverCircumstances) -> Reason | None:
    return None if c.handover.to_id == c.actor_id else Reason(code="handover_of_others")


def _opened_by_me(c: HandoverCircumstances) -> Reason | None:
    mine = {c.handover.from_id, c.handover.opened_by} & {c.actor_id, c.acted_for}
    return None if mine else Reason(code="handover_of_others")


def _noted(c: HandoverCircumstances) -> Reason | None:
    return None if c.note.strip() else Reason(code="reason_missing")


def _voluntary(c: HandoverCircumstances) -> bool:
    return c.handover.cause == HandoverCause.VOLUNTARY


GUARDS = {
    "officer_fits": Guard(check=_fits, basis="接收人须为承办单位在任承办人，且未以其他岗位办理过本合同", of_input=True),
    "offered_to_me": Guard(check=_offered_to_me, basis="移交由指定的接收人接收"),
    "opened_by_me": Guard(check=_opened_by_me, basis="主动移交由移交人或提出移交的负责人撤回"),
    "reason_given": Guard(check=_noted, basis="移交、退回须说明情况", of_input=True),
}
CONDITIONS = {"voluntary": _voluntary, "pooled": lambda c: not _voluntary(c)}

H = HandoverState
T = Transition
HANDLER, LEAD, SYSTEM = (Role.HANDLER,), (Role.HANDLER_LEAD,), (Role.SYSTEM,)
OFFERING = (Role.HANDLER, Role.HANDLER_LEAD)

# fmt: off
TRANSITIONS = (
    # source      action      target        roles    when            guards
    T(None,       "pool",     H.POOLED,     SYSTEM),
    T(None,       "offer",    H.ASSIGNED,   OFFERING, (),             ("officer_fits", "reason_given")),
    T(H.POOLED,   "assign",   H.ASSIGNED,   LEAD,    (),             ("officer_fits",)),
    T(H.ASSIGNED, "take_over", H.TAKEN_OVER, HANDLER, (),            ("offered_to_me", "officer_fits")),
    T(H.ASSIGNED, "decline",  H.CANCELLED,  HANDLER, ("voluntary",), ("offered_to_me", "reason_given")),
    T(H.ASSIGNED, "decline",  H.POOLED,     HANDLER, ("pooled",),    ("offered_to_me", "reason_given")),
    T(H.ASSIGNED, "assign",   H.ASSIGNED,   LEAD,    (),             ("officer_fits",)),
    T(H.ASSIGNED, "withdraw", H.CANCELLED,  OFFERING, ("voluntary",), ("opened_by_me",)),
    T(H.ASSIGNED, "repool",   H.POOLED,     SYSTEM),
    T(H.POOLED,   "cancel",   H.CANCELLED,  SYSTEM),
    T(H.ASSIGNED, "cancel",   H.CANCELLED,  SYSTEM),
)
# fmt: on
OPEN = frozenset({H.POOLED, H.ASSIGNED})
ENDED = frozenset({H.TAKEN_OVER, H.CANCELLED})
HANDOVER = Machine(name="handover", transitions=TRANSITIONS, guards=GUARDS, conditions=CONDITIONS, terminal=ENDED)
