"""Identifiers of what happens to a contract after its signature: disputes, ends, settlements, evaluation."""

from enum import auto

from contract_platform.domain.vocabulary import Name


class DisputeState(Name):
    """Whether a dispute is still being dealt with."""

    OPEN = auto()
    RESOLVED = auto()


class DisputeStageKind(Name):
    """Where a dispute is dealt with."""

    NEGOTIATION = auto()
    MEDIATION = auto()
    RECONSIDERATION = auto()
    FIRST_INSTANCE = auto()
    SECOND_INSTANCE = auto()
    RETRIAL = auto()
    ARBITRATION = auto()
    ENFORCEMENT = auto()


class DisputeNature(Name):
    """Which law a dispute goes by; it decides the way it takes."""

    CIVIL = auto()
    ADMINISTRATIVE = auto()


class DisputePosition(Name):
    """On which side the unit stands."""

    CLAIMANT = auto()
    RESPONDENT = auto()


class DisputeOutcome(Name):
    """How a dispute ended, seen from the unit."""

    WON = auto()
    PARTLY = auto()
    LOST = auto()
    SETTLED = auto()
    WITHDRAWN = auto()


class DisputePeriod(Name):
    """What the law gives time for."""

    LIMITATION = auto()
    ANSWER = auto()
    APPEAL_JUDGMENT = auto()
    APPEAL_RULING = auto()
    RECONSIDERATION_APPLY = auto()
    RECONSIDERATION_REPLY = auto()
    SUE_AFTER_RECONSIDERATION = auto()
    ADMINISTRATIVE_SUIT = auto()
    RETRIAL = auto()
    ENFORCEMENT = auto()
    SET_ASIDE_AWARD = auto()


class TermEndWay(Name):
    """What became of a lease at the end of its term."""

    RENEWED = auto()
    RECOVERED = auto()
    RELET = auto()
    SUED = auto()


class SuspensionGround(Name):
    """Why performance is suspended."""

    AGREED = auto()
    STATUTORY = auto()
    PUBLIC_INTEREST = auto()
    ORDERED = auto()


class RescissionGround(Name):
    """Why a contract is rescinded."""

    AGREED = auto()
    CONTRACTUAL = auto()
    STATUTORY = auto()
    PUBLIC_INTEREST = auto()


class JudgmentOutcome(Name):
    """What a court or arbitration body decided about a contract."""

    VOID = auto()
    REVOKED = auto()
    RESCINDED = auto()
    PERFORM = auto()


class OwedBy(Name):
    """Who owes the balance of a settlement."""

    OURS = auto()
    THEIRS = auto()
    NOBODY = auto()


class SettlementState(Name):
    """States of a settlement."""

    OPEN = auto()
    AGREED = auto()
    CLOSED = auto()


class Grade(Name):
    """How well a contract was performed."""

    EXCELLENT = auto()
    GOOD = auto()
    PASS = auto()
    FAIL = auto()
