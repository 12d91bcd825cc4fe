"""The table of one alert: signed for, disposed of, verified by somebody else."""

from contract_platform.domain.contract import Contract
from contract_platform.domain.followups import Alert
from contract_platform.domain.machine import Guard, Machine, Reason, Transition, each
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import AlertKind, AlertState, Role

A, R = AlertState, Role
T = Transition
OF_ACTS = frozenset({AlertKind.UNREVIEWED})
"""Alerts that an act raises; all others are raised by a day that comes near."""
CONCERNED = (R.HANDLER, R.HANDLER_LEAD, R.BUREAU_REVIEWER)
SUPERVISOR = (R.PERF_SUPERVISOR,)


class AlertCircumstances(Record, frozen=True, kw_only=True):
    """What is known when an act on an alert is asked for."""

    alert: Alert
    contract: Contract
    actor_id: str
    acted_for: str | None = None
    role: Role | None = None
    note: str = ""
    undisposed: bool = False  # a lease whose end nobody has seen to


def _concerned(c: AlertCircumstances) -> Reason | None:
    stranger = c.role == Role.BUREAU_REVIEWER and c.alert.kind != AlertKind.REVIEW
    return Reason(code="alert_of_others") if stranger else None


def _noted(c: AlertCircumstances) -> Reason | None:
    return None if c.note.strip() else Reason(code="reason_missing")


def _other_person(c: AlertCircumstances) -> Reason | None:
    reported = {c.alert.disposed_by, c.alert.disposed_for} - {None}
    return Reason(code="own_disposal") if reported & {c.actor_id, c.acted_for} else None


def _seen_to(c: AlertCircumstances) -> Reason | None:
    return Reason(code="term_end_not_disposed") if c.undisposed else None


GUARDS = {
    "concerned": Guard(check=_concerned, basis="审查员只处置审查期限，其余由承办单位处置"),
    "reason_given": Guard(check=_noted, basis="处置和退回须写明情况", of_input=True),
    "term_end_disposed": Guard(
        check=_seen_to, basis="民法典第734条：租期届满须续签、收回、重新招租或起诉，方可销号", of_input=True
    ),
    "other_person": Guard(check=_other_person, basis="处置与核实不得为同一人"),
}

ANSWERED = ("concerned", "reason_given", "term_end_disposed")
VERIFIED = ("other_person", "term_end_disposed")

# fmt: off
TRANSITIONS = (
    # source                     action         target          roles        when  guards
    T(None,                      "raise",       A.RAISED,       (R.SYSTEM,)),
    *each((A.RAISED, A.RETURNED), "acknowledge", A.ACKNOWLEDGED, CONCERNED,  (),   ("concerned",)),
    T(A.ACKNOWLEDGED,            "dispose",     A.DISPOSED,     CONCERNED,   (),   ANSWERED),
    T(A.DISPOSED,                "close",       A.CLOSED,       SUPERVISOR,  (),   VERIFIED),
    T(A.DISPOSED,                "return",      A.RETURNED,     SUPERVISOR,  (),   ("reason_given",)),
    *each((A.RAISED, A.ACKNOWLEDGED, A.DISPOSED, A.RETURNED), "cancel", A.CANCELLED, (R.SYSTEM,)),
)
# fmt: on
ENDED = frozenset({A.CLOSED, A.CANCELLED})
ALERT = Machine(name="alert", transitions=TRANSITIONS, guards=GUARDS, conditions={}, terminal=ENDED)
