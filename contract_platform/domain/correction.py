"""更正: a wrong formal fact is corrected by two people, and the old value stays beside the new one.

One asks, with a reason and a proof; another one confirms: the head or legal officer of the unit for what the unit
states, the bureau for filings it accepted. Nothing is edited: the request keeps what was there, what is there now, and
which deadlines moved.
"""

from datetime import date, datetime
from enum import auto
from typing import Final

from contract_platform.domain.lifecycle import SIGNED
from contract_platform.domain.machine import Guard, Machine, Reason, Transition
from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import FilingState, Name, Role, State


class CorrectedFact(Name):
    """What can be corrected once a contract has been signed."""

    NAME = auto()
    SIGN_DATE = auto()
    AMOUNT = auto()
    TERM_START = auto()
    TERM_END = auto()
    PARTY_NAME = auto()
    PARTY_CODE = auto()
    FILING_DATE = auto()
    FILING_NUMBER = auto()
    FILING_UNDONE = auto()
    FILING_NOT_REQUIRED = auto()


class CorrectionState(Name):
    """States of a correction that waits for another person."""

    PENDING = auto()
    CONFIRMED = auto()
    REJECTED = auto()
    WITHDRAWN = auto()


class MovedDeadline(Record, frozen=True, kw_only=True):
    """A deadline that a correction moved: what it is of (kind and member of the labels), from when to when."""

    kind: str
    member: str
    before: date | None
    after: date | None


class Correction(Root, frozen=True, kw_only=True):
    """A correction asked for. ``subject_id``: the filing, or the party by its name as it was; "" for the contract.

    ``before`` and ``after`` are the values as text: days in ISO form, amounts in fen, "" where there is none.
    """

    contract_id: str
    fact: CorrectedFact
    subject_id: str
    before: str
    after: str
    reason: str
    evidence_version_id: str
    state: CorrectionState
    asked_by: str
    asked_as: Role
    asked_at: datetime
    of_bureau: bool = False
    asked_for: str | None = None  # the colleague whose deputy asked
    decided_by: str | None = None
    decided_for: str | None = None
    decided_at: datetime | None = None
    note: str = ""
    moved: tuple[MovedDeadline, ...] = ()


class CorrectionCircumstances(Record, frozen=True, kw_only=True):
    """What is known when a correction is asked for or decided on.

    ``current``: the value now, which has to be the one the request saw. ``pending``: the same is asked for already.
    """

    state_of_contract: State
    fact: CorrectedFact
    of_bureau: bool
    actor_id: str
    acted_for: str | None = None
    asked_by: str | None = None
    asked_for: str | None = None
    before: str = ""
    after: str = ""
    current: str = ""
    reason: str = ""
    evidence: bool = False
    pending: bool = False


OF_FILINGS: Final = frozenset(
    {
        CorrectedFact.FILING_DATE,
        CorrectedFact.FILING_NUMBER,
        CorrectedFact.FILING_UNDONE,
        CorrectedFact.FILING_NOT_REQUIRED,
    }
)
OF_PARTIES: Final = frozenset({CorrectedFact.PARTY_NAME, CorrectedFact.PARTY_CODE})
OF_DAYS: Final = frozenset(
    {CorrectedFact.SIGN_DATE, CorrectedFact.TERM_START, CorrectedFact.TERM_END, CorrectedFact.FILING_DATE}
)
DONE: Final = frozenset({FilingState.FILED, FilingState.REPORTED})


def _open(c: CorrectionCircumstances) -> Reason | None:
    return None if c.state_of_contract in SIGNED else Reason(code="correction_not_now")


def _different(c: CorrectionCircumstances) -> Reason | None:
    return None if c.after != c.before else Reason(code="correction_changes_nothing")


def _only_one(c: CorrectionCircumstances) -> Reason | None:
    return Reason(code="correction_pending") if c.pending else None


def _reasoned(c: CorrectionCircumstances) -> Reason | None:
    return None if c.reason.strip() else Reason(code="reason_missing")


def _proven(c: CorrectionCircumstances) -> Reason | None:
    return None if c.evidence else Reason(code="correction_unproven")


def _other_person(c: CorrectionCircumstances) -> Reason | None:
    asked = {c.asked_by, c.asked_for} - {None}
    return Reason(code="own_correction") if asked & {c.actor_id, c.acted_for} else None


def _same_person(c: CorrectionCircumstances) -> Reason | None:
    mine = c.asked_by == c.actor_id or (c.acted_for is not None and c.acted_for in {c.asked_by, c.asked_for})
    return None if mine else Reason(code="correction_of_others")


def _as_seen(c: CorrectionCircumstances) -> Reason | None:
    return None if c.current == c.before else Reason(code="correction_outdated")


GUARDS = {
    "contract_signed": Guard(check=_open, basis="签订前的要素由承办人直接修改；归档后的更正须先调卷"),
    "something_changes": Guard(check=_different, basis="更正须写明正确的内容", of_input=True),
    "nothing_pending": Guard(check=_only_one, basis="同一事项的更正逐次办理", of_input=True),
    "reason_given": Guard(check=_reasoned, basis="更正和不予更正须说明理由", of_input=True),
    "evidence_given": Guard(check=_proven, basis="更正须有凭据", of_input=True),
    "other_person": Guard(check=_other_person, basis="更正须经两人：申请与确认不得为同一人"),
    "own_request": Guard(check=_same_person, basis="申请由申请人本人撤回"),
    "as_seen": Guard(check=_as_seen, basis="确认的须是申请时的内容"),
}
CONDITIONS = {"of_unit": lambda c: not c.of_bureau, "of_bureau": lambda c: c.of_bureau}

C, R = CorrectionState, Role
T = Transition
ASKERS: Final = (R.HANDLER, R.HANDLER_LEAD, R.UNIT_LEGAL, R.FILING_OFFICER)
UNIT: Final = (R.HANDLER_LEAD, R.UNIT_LEGAL)
BUREAU: Final = (R.FILING_OFFICER, R.BUREAU_LEAD)
ASKED: Final = ("contract_signed", "something_changes", "nothing_pending", "reason_given", "evidence_given")
APART: Final = ("contract_signed", "other_person", "as_seen")

# fmt: off
TRANSITIONS = (
    # source     action      target       roles   when            guards
    T(None,      "ask",      C.PENDING,   ASKERS, (),             ASKED),
    T(C.PENDING, "confirm",  C.CONFIRMED, UNIT,   ("of_unit",),   APART),
    T(C.PENDING, "confirm",  C.CONFIRMED, BUREAU, ("of_bureau",), APART),
    T(C.PENDING, "reject",   C.REJECTED,  UNIT,   ("of_unit",),   ("other_person", "reason_given")),
    T(C.PENDING, "reject",   C.REJECTED,  BUREAU, ("of_bureau",), ("other_person", "reason_given")),
    T(C.PENDING, "withdraw", C.WITHDRAWN, ASKERS, (),             ("own_request",)),
)
# fmt: on
ENDED = frozenset({C.CONFIRMED, C.REJECTED, C.WITHDRAWN})
CORRECTION = Machine(name="correction", transitions=TRANSITIONS, guards=GUARDS, conditions=CONDITIONS, terminal=ENDED)
