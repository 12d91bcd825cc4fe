"""What people ask for after a contract's signature: children, plans, disputes, ends."""

from datetime import date
from typing import Annotated

import msgspec

from contract_platform.application.commands import Fen, LateRate
from contract_platform.domain.performance_vocabulary import (
    DisputeNature,
    DisputeOutcome,
    DisputePeriod,
    DisputePosition,
    DisputeStageKind,
    Grade,
    OwedBy,
    TermEndWay,
)
from contract_platform.domain.vocabulary import ContractRelation, MoneyEffect, ObligationKind

Line = Annotated[str, msgspec.Meta(max_length=200)]
Score = Annotated[int, msgspec.Meta(ge=1, le=5)]
Words = Annotated[str, msgspec.Meta(max_length=4000)]


class NewChild(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A contract that hangs on another one: what it is to it, why, which clauses, what stays in force."""

    relation: ContractRelation
    reason: str
    clauses: str = ""
    bearing: str = ""
    money: MoneyEffect = MoneyEffect.NONE
    name: str = ""
    secrecy_declared: bool = False


class NewDispute(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A dispute as it is first recorded; ``arisen_on`` is the day from which limitation counts."""

    title: Line
    cause: Words
    opponent: Line
    nature: DisputeNature
    position: DisputePosition
    claim_fen: Annotated[int, msgspec.Meta(ge=0)] | None = None
    arisen_on: date | None = None


class DisputeCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on a dispute: add_stage | meet | end_stage | interrupt | resolve | reopen.

    ``days`` with ``basis`` set a deadline that no law's period fits, such as one an arbitration body has set.
    """

    action: str
    note: Words = ""
    stage_id: str | None = None
    kind: DisputeStageKind | None = None
    forum: Line = ""
    case_no: Line = ""
    begun_on: date | None = None
    period: DisputePeriod | None = None
    served_on: date | None = None
    days: Annotated[int, msgspec.Meta(ge=1, le=3650)] | None = None
    basis: Line = ""
    done_on: date | None = None
    outcome: DisputeOutcome | None = None
    paid_fen: Annotated[int, msgspec.Meta(ge=0)] | None = None
    evidence_version_id: str | None = None


class NewPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One obligation again and again: on ``first_on`` and every so many months until ``last_on``."""

    kind: ObligationKind
    side: str
    content: str
    first_on: date
    last_on: date
    every_months: Annotated[int, msgspec.Meta(ge=1, le=120)]
    amount_fen: int | None = None
    late_rate: LateRate | None = None


class NewTermEnd(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What became of a lease at the end of its term."""

    way: TermEndWay
    note: Words
    evidence_version_id: str | None = None
    renewal_id: str | None = None
    dispute_id: str | None = None


class SettlementCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on a settlement: agree | close | return."""

    action: str
    note: Words = ""
    owed_by: OwedBy | None = None
    amount_fen: Fen | None = None
    terms: Words = ""
    due_on: date | None = None
    done_on: date | None = None
    evidence_version_id: str | None = None


class NewEvaluation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How well the other side performed, 1 to 5 each."""

    quality: Score
    timeliness: Score
    service: Score
    grade: Grade
    text: Words
