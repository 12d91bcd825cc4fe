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
