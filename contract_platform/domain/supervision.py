"""督办: a numbered, dated notice that has to be answered and is closed by whoever supervises, never by who answered."""

from datetime import date, datetime
from typing import Final

from contract_platform.domain.contract import Contract
from contract_platform.domain.machine import Guard, Machine, Reason, Transition, each
from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import Role
from contract_platform.domain.work_vocabulary import SupervisionState

SUPERVISORS: Final = (Role.PERF_SUPERVISOR, Role.BUREAU_LEAD)
CONCERNED: Final = (Role.HANDLER_LEAD, Role.HANDLER)


class Supervision(Root, frozen=True, kw_only=True):
    """One notice to the unit that handles a contract: what has to be done, and by which day."""

    number: str
    contract_id: str
    unit_id: str
    state: SupervisionState
    demand: str
    due_on: date
    issued_by: str
    issued_as: Role
    issued_at: datetime
    answer: str = ""
    answered_by: str | None = None
    answered_for: str | None = None  # the colleague whose deputy answered
    answered_at: datetime | None = None
    note: str = ""
    ended_at: datetime | None = None


class SupervisionCircumstances(Record, frozen=True, kw_only=True):
    """What is known when an act on a notice is asked for; ``due_on`` and ``text`` are what is entered."""

    supervision: Supervision | None
    contract: Contract
    actor_id: str
    today: date
    acted_for: str | None = None
    role: Role | None = None
    text: str = ""
    due_on: date | None = None


def _said(c: SupervisionCircumstances) -> Reason | None:
    return None if c.text.strip() else Reason(code="reason_missing")


def _ahead(c: SupervisionCircumstances) -> Reason | None:
    ahead = c.due_on is not None and c.due_on > c.today
    return None if ahead else Reason(code="supervision_day_past", params={"today": c.today})


def _concerned(c: SupervisionCircumstances) -> Reason | None:
    theirs = c.role == Role.HANDLER and c.contract.handler_id != (c.acted_for or c.actor_id)
    return Reason(code="not_your_contract") if theirs else None


def _other_person(c: SupervisionCircumstances) -> Reason | None:
    answered = {c.supervision.answered_by, c.supervision.answered_for} - {None} if c.supervision else set()
    return Reason(code="own_answer") if answered & {c.actor_id, c.acted_for} else None


GUARDS = {
    "demand_given": Guard(check=_said, basis="督办单须写明督办事项和要求", of_input=True),
    "day_ahead": Guard(check=_ahead, basis="督办单须写明答复期限", of_input=True),
    "concerned": Guard(check=_concerned, basis="由承办单位负责人或本合同承办人答复"),
    "answer_given": Guard(check=_said, basis="督办须书面答复", of_input=True),
    "other_person": Guard(check=_other_person, basis="答复与核实不得为同一人"),
    "reason_given": Guard(check=_said, basis="退回、撤销须说明理由", of_input=True),
}

S = SupervisionState
T = Transition

# fmt: off
TRANSITIONS = (
    # source                      action       target       roles        when  guards
    T(None,                       "supervise", S.ISSUED,    SUPERVISORS, (),   ("demand_given", "day_ahead")),
    *each((S.ISSUED, S.RETURNED), "answer",    S.ANSWERED,  CONCERNED,   (),   ("concerned", "answer_given")),
    T(S.ANSWERED,                 "close",     S.CLOSED,    SUPERVISORS, (),   ("other_person",)),
    T(S.ANSWERED,                 "return",    S.RETURNED,  SUPERVISORS, (),   ("other_person", "reason_given")),
    *each((S.ISSUED, S.RETURNED), "revoke",    S.REVOKED,   SUPERVISORS, (),   ("reason_given",)),
)
# fmt: on
ENDED = frozenset({S.CLOSED, S.REVOKED})
SUPERVISION = Machine(name="supervision", transitions=TRANSITIONS, guards=GUARDS, conditions={}, terminal=ENDED)
