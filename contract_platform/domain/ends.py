"""What ends a contract, or holds it up: records of suspension, rescission, judgment, settlement, the end of a lease."""

from datetime import date, datetime

from contract_platform.domain.contract import Contract
from contract_platform.domain.performance_vocabulary import (
    Grade,
    JudgmentOutcome,
    OwedBy,
    RescissionGround,
    SettlementState,
    SuspensionGround,
    TermEndWay,
)
from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import Direction, State

LEASES = frozenset({"ASSET_LEASE"})
PUBLIC_HOUSING = "13"


class TermEnd(Record, frozen=True, kw_only=True):
    """What became of a lease at the end of its term, with what proves it.

    A renewal is proven by the signed contract, a suit by the dispute it is part of, everything else by a file.
    """

    id: str
    contract_id: str
    term_end: date
    way: TermEndWay
    note: str
    recorded_by: str
    recorded_at: datetime
    recorded_for: str | None = None
    evidence_version_id: str | None = None
    renewal_id: str | None = None
    dispute_id: str | None = None


class Suspension(Root, frozen=True, kw_only=True):
    """Performance stands still from a day on. ``estimate_fen``: what it may cost."""

    contract_id: str
    ground: SuspensionGround
    reason: str
    from_on: date
    recorded_by: str
    until_on: date | None = None
    estimate_fen: int | None = None
    evidence_version_id: str | None = None
    resumed_on: date | None = None


class Judgment(Record, frozen=True, kw_only=True):
    """What a court or arbitration body decided."""

    id: str
    contract_id: str
    outcome: JudgmentOutcome
    forum: str
    case_no: str
    decided_on: date
    recorded_by: str
    recorded_at: datetime
    evidence_version_id: str | None = None


class Settlement(Root, frozen=True, kw_only=True):
    """Who owes what once a contract has come to an end before its time; closed by somebody else than who agreed it.

    ``cause`` is the act of the contract table that made it necessary.
    """

    contract_id: str
    cause: str
    ground: RescissionGround | None
    ended_on: date
    state: SettlementState
    opened_at: datetime
    owed_by: OwedBy | None = None
    amount_fen: int = 0
    terms: str = ""
    due_on: date | None = None
    agreed_by: str | None = None
    agreed_for: str | None = None
    closed_on: date | None = None
    closed_by: str | None = None
    note: str = ""
    evidence_version_id: str | None = None


class Evaluation(Record, frozen=True, kw_only=True):
    """How well the other side performed; scores from 1 to 5."""

    id: str
    contract_id: str
    quality: int
    timeliness: int
    service: int
    grade: Grade
    text: str
    by: str
    at: datetime
    role: str


def is_lease(contract: Contract) -> bool:
    """Whether the government is the landlord: then the end of the term has to be seen to (民法典 art. 734)."""
    housing = contract.category == PUBLIC_HOUSING and contract.direction is Direction.RECEIVABLE
    return contract.rule_class in LEASES or housing


EVALUATED = frozenset({State.COMPLETED, State.TERMINATED, State.VOIDED})
"""States in which performance can be judged as a whole."""
EVALUABLE = EVALUATED | {State.PERFORMING, State.SUSPENDED}
