"""加急: asked for by the officer, agreed to by the unit's head; it shortens the wait and never skips the review."""

from contract_platform.domain.machine import Guard, Machine, Reason, Transition
from contract_platform.domain.records import Record
from contract_platform.domain.submission_vocabulary import UrgencyState
from contract_platform.domain.vocabulary import Role, State

U, R = UrgencyState, Role
T = Transition


class UrgencyCircumstances(Record, frozen=True, kw_only=True):
    """What is known when something is asked about urgency. ``own``: whoever decides is whoever asked."""

    planned: bool
    own: bool
    reason: str


def _planned(c: UrgencyCircumstances) -> Reason | None:
    return None if c.planned else Reason(code="urgency_without_day")


def _reasoned(c: UrgencyCircumstances) -> Reason | None:
    return None if c.reason.strip() else Reason(code="reason_missing")


def _not_own(c: UrgencyCircumstances) -> Reason | None:
    return Reason(code="urgency_own") if c.own else None


GUARDS: dict[str, Guard] = {
    "day_planned": Guard(check=_planned, basis="加急须有拟签订日期"),
    "reasoned": Guard(check=_reasoned, basis="申请加急、不同意加急须说明理由", of_input=True),
    "not_own": Guard(check=_not_own, basis="加急由单位负责人同意，不得由申请人自己同意"),
}

# fmt: off
TRANSITIONS: tuple[Transition, ...] = (
    # source        action              target        roles               when  guards
    T(None,         "ask_urgency",      U.PENDING,    (R.HANDLER,),       (),   ("day_planned", "reasoned")),
    T(U.PENDING,    "confirm_urgency",  U.CONFIRMED,  (R.HANDLER_LEAD,),  (),   ("not_own",)),
    T(U.PENDING,    "refuse_urgency",   U.REFUSED,    (R.HANDLER_LEAD,),  (),   ("not_own", "reasoned")),
    T(U.PENDING,    "withdraw_urgency", U.WITHDRAWN,  (R.HANDLER,),       (),   ()),
    T(U.CONFIRMED,  "withdraw_urgency", U.WITHDRAWN,  (R.HANDLER,),       (),   ()),
    T(U.CONFIRMED,  "ask_urgency",      U.PENDING,    (R.HANDLER,),       (),   ("day_planned", "reasoned")),
    T(U.REFUSED,    "ask_urgency",      U.PENDING,    (R.HANDLER,),       (),   ("day_planned", "reasoned")),
    T(U.WITHDRAWN,  "ask_urgency",      U.PENDING,    (R.HANDLER,),       (),   ("day_planned", "reasoned")),
)
# fmt: on

URGENCY = Machine(name="urgency", transitions=TRANSITIONS, guards=GUARDS, conditions={}, terminal=frozenset())

URGENCY_OPEN = frozenset({State.DRAFTING, State.UNIT_COSIGNING})
"""States of the contract in which urgency is asked for and decided: before it is sent."""
