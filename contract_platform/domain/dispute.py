"""A dispute over a contract: its own small table, with a row per step before courts, arbitrators and authorities."""

from datetime import date, datetime

from contract_platform.domain.contract import Contract
from contract_platform.domain.lifecycle import SIGNED
from contract_platform.domain.machine import Guard, Machine, Reason, Transition
from contract_platform.domain.performance_vocabulary import (
    DisputeNature,
    DisputeOutcome,
    DisputePeriod,
    DisputePosition,
    DisputeStageKind,
    DisputeState,
)
from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import Role

D, R = DisputeState, Role
T = Transition
IN_COURT = frozenset(set(DisputeStageKind) - {DisputeStageKind.NEGOTIATION, DisputeStageKind.MEDIATION})
"""Stages that stop the limitation period: somebody who decides has been asked."""


class Dispute(Root, frozen=True, kw_only=True):
    """A dispute. ``limitation_from`` is the day from which the claim's limitation counts (民法典 art. 188, 195).

    ``claim_fen`` is what is asked for, None where it is no sum; ``paid_fen`` what it cost or brought in the end.
    """

    contract_id: str
    state: DisputeState
    title: str
    cause: str
    opponent: str
    nature: DisputeNature
    position: DisputePosition
    opened_by: str
    opened_at: datetime
    claim_fen: int | None = None
    limitation_from: date | None = None
    limitation_due: date | None = None
    outcome: DisputeOutcome | None = None
    result: str = ""
    paid_fen: int | None = None
    resolved_on: date | None = None
    evidence_version_id: str | None = None


class DisputeStage(Root, frozen=True, kw_only=True):
    """One step: where, what was served when, by when something has to be done, and what came of it.

    ``period`` is what the law gives time for, None where the deadline was set by hand or there is none.
    """

    dispute_id: str
    contract_id: str
    kind: DisputeStageKind
    forum: str
    case_no: str
    begun_on: date
    period: DisputePeriod | None = None
    served_on: date | None = None
    deadline: date | None = None
    basis: str = ""
    met_on: date | None = None
    ended_on: date | None = None
    result: str = ""
    evidence_version_id: str | None = None


class DisputeCircumstances(Record, frozen=True, kw_only=True):
    """What is known when an act on a dispute is asked for."""

    contract: Contract
    actor_id: str
    today: date
    dispute: Dispute | None = None
    acted_for: str | None = None
    role: Role | None = None
    open_stages: int = 0
    stage_known: bool = False
    days: tuple[date | None, ...] = ()
    note: str = ""
    outcome: DisputeOutcome | None = None
    evidence_given: bool = False


def _unless(holds: bool, code: str) -> Reason | None:  # noqa: FBT001 - a condition is what this is about
    return None if holds else Reason(code=code)


def _own(c: DisputeCircumstances) -> Reason | None:
    stranger = c.role is Role.HANDLER and c.contract.handler_id != (c.acted_for or c.actor_id)
    return _unless(not stranger, "not_your_contract")


def _past(c: DisputeCircumstances) -> Reason | None:
    return _unless(all(day is None or day <= c.today for day in c.days), "day_in_the_future")


GUARDS = {
    "own_contract": Guard(check=_own, basis="承办人只办理本人承办的合同"),
    "contract_signed": Guard(
        check=lambda c: _unless(c.contract.state in SIGNED, "contract_not_signed"), basis="已签订合同的争议在此登记"
    ),
    "days_past": Guard(check=_past, basis="送达、办理、裁判日期不晚于登记日", of_input=True),
    "stage_known": Guard(
        check=lambda c: _unless(c.stage_known, "stage_not_found"), basis="须指明本争议的一个程序环节", of_input=True
    ),
    "reason_given": Guard(
        check=lambda c: _unless(bool(c.note.strip()), "reason_missing"), basis="须写明情况", of_input=True
    ),
    "outcome_given": Guard(
        check=lambda c: _unless(c.outcome is not None, "dispute_outcome_missing"), basis="结案须登记结果", of_input=True
    ),
    "evidence_given": Guard(
        check=lambda c: _unless(c.evidence_given, "dispute_evidence_missing"),
        basis="结案须附裁判文书、调解书、和解协议或撤诉裁定",
        of_input=True,
    ),
    "stages_ended": Guard(
        check=lambda c: _unless(c.open_stages == 0, "dispute_stages_open"), basis="各程序环节登记结果后方可结案"
    ),
}
UNIT = (R.UNIT_LEGAL, R.HANDLER, R.HANDLER_LEAD)
LEGAL = (R.UNIT_LEGAL, R.HANDLER_LEAD)
CONCLUDED = ("stages_ended", "days_past", "outcome_given", "reason_given", "evidence_given")

# fmt: off
TRANSITIONS = (
    # source       action        target      roles  when  guards
    T(None,        "open",       D.OPEN,     UNIT,  (),   ("own_contract", "contract_signed")),
    T(D.OPEN,      "add_stage",  D.OPEN,     UNIT,  (),   ("own_contract", "days_past")),
    T(D.OPEN,      "meet",       D.OPEN,     UNIT,  (),   ("own_contract", "stage_known", "days_past")),
    T(D.OPEN,      "end_stage",  D.OPEN,     UNIT,  (),   ("own_contract", "stage_known", "days_past", "reason_given")),
    T(D.OPEN,      "interrupt",  D.OPEN,     UNIT,  (),   ("own_contract", "days_past", "reason_given")),
    T(D.OPEN,      "resolve",    D.RESOLVED, LEGAL, (),   CONCLUDED),
    T(D.RESOLVED,  "reopen",     D.OPEN,     LEGAL, (),   ("contract_signed", "reason_given")),
)
# fmt: on
DISPUTE = Machine(
    name="dispute", transitions=TRANSITIONS, guards=GUARDS, conditions={}, terminal=frozenset({D.RESOLVED})
)
