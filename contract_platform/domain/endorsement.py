"""Statements asked for beside the main line: other units co-sign (会签), further people give an opinion (加签).

All of them are asked at once and all must answer; then the contract, or the task that waited, goes on by itself.
Whoever does not answer is urged, or taken out with a reason, so that nobody's silence stops a contract for good.
"""

from datetime import datetime
from typing import Final

from contract_platform.domain.contract import Contract
from contract_platform.domain.machine import Guard, Machine, Reason, Transition
from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import Role
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState

COSIGNERS: Final = (Role.HANDLER_LEAD, Role.UNIT_LEGAL)
"""Who answers for a unit: its head, or the legal officer the head gave it to."""


class Endorsement(Root, frozen=True, kw_only=True):
    """One statement on a contract that was asked for in a round.

    ``unit_id`` is the unit asked, ``person_id`` the person; ``role`` the post in which the answer is given, ``task_id``
    the task that waits for a person. A unit that was asked sees the contract until ``ended_at``.
    """

    contract_id: str
    kind: EndorsementKind
    round: int
    state: EndorsementState
    role: Role
    question: str
    asked_by: str
    asked_at: datetime
    unit_id: str | None = None
    person_id: str | None = None
    task_id: str | None = None
    answer: str = ""
    answered_by: str | None = None
    answered_for: str | None = None  # the colleague whose deputy answered
    answered_at: datetime | None = None
    ended_at: datetime | None = None


class EndorsementCircumstances(Record, frozen=True, kw_only=True):
    """What is known when somebody answers, or takes somebody out.

    ``mine``: the task of this statement lies with the actor. ``earlier_roles``: roles in which the actor, or whoever is
    away, acted on the contract before. ``heads``: the actor heads the handling unit; ``asked``: the actor asked.
    """

    endorsement: Endorsement
    contract: Contract
    actor_id: str
    acted_for: str | None = None
    role: Role | None = None
    mine: bool = False
    heads: bool = False
    asked: bool = False
    earlier_roles: frozenset[Role] = frozenset()
    text: str = ""


def _asked_of_me(c: EndorsementCircumstances) -> Reason | None:
    return None if c.mine else Reason(code="endorsement_of_others")


def _fresh(c: EndorsementCircumstances) -> Reason | None:
    others = sorted(c.earlier_roles - {c.role, Role.SYSTEM}) if c.role else []
    return Reason(code="decided_already", params={"roles": others}) if others else None


def _said(c: EndorsementCircumstances) -> Reason | None:
    return None if c.text.strip() else Reason(code="reason_missing")


def _may_take_out(c: EndorsementCircumstances) -> Reason | None:
    may = {EndorsementKind.UNIT: c.heads, EndorsementKind.PERSON: c.asked}.get(c.endorsement.kind, False)
    return None if may else Reason(code="endorsement_not_yours_to_end")


GUARDS = {
    "asked_of_me": Guard(check=_asked_of_me, basis="由被征求意见的单位负责人、其指定的人员或被加签人本人答复"),
    "not_decided_otherwise": Guard(check=_fresh, basis="职责分离：同一合同不得由同一人在不同岗位重复决定"),
    "answer_given": Guard(check=_said, basis="提出意见、不同意的，须写明意见和理由", of_input=True),
    "reason_given": Guard(check=_said, basis="移出须说明理由", of_input=True),
    "may_take_out": Guard(
        check=_may_take_out, basis="会签单位由承办单位负责人移出，加签人由加签的人移出，单位法制审核不得移出"
    ),
}

E, K = EndorsementState, EndorsementKind
T = Transition
ANSWERERS = tuple(role for role in Role if role not in {Role.SYSTEM, Role.OBSERVER} and not role.endswith("_ADMIN"))
"""Posts in which somebody can be asked; whether it is this person stands in the guard."""
SYSTEM = (Role.SYSTEM,)
MINE = ("asked_of_me", "not_decided_otherwise")

# fmt: off
TRANSITIONS = (
    # source     action               target       roles       when  guards
    T(None,      "ask",               E.ASKED,     ANSWERERS),
    T(E.ASKED,   "agree",             E.AGREED,    ANSWERERS,  (),   MINE),
    T(E.ASKED,   "remark",            E.REMARKED,  ANSWERERS,  (),   (*MINE, "answer_given")),
    T(E.ASKED,   "object",            E.OBJECTED,  ANSWERERS,  (),   (*MINE, "answer_given")),
    T(E.ASKED,   "take_out",          E.TAKEN_OUT, ANSWERERS,  (),   ("may_take_out", "reason_given")),
    T(E.ASKED,   "vacate",            E.TAKEN_OUT, SYSTEM),
    T(E.ASKED,   "lapse_with_round",  E.CANCELLED, SYSTEM),
)
# fmt: on
ENDED = frozenset(E) - {E.ASKED}
ENDORSEMENT = Machine(name="endorsement", transitions=TRANSITIONS, guards=GUARDS, conditions={}, terminal=ENDED)
