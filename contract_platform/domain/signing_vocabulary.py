"""Identifiers of sealing, signing and comparing; their labels stand in ``labels_signing``."""

from enum import auto

from contract_platform.domain.vocabulary import Name


class SignedAs(Name):
    """In what capacity somebody signs for a party."""

    LEGAL_REPRESENTATIVE = auto()
    IN_PERSON = auto()
    AUTHORISED = auto()


class DifferenceKind(Name):
    """What a signed copy says otherwise than the reviewed text."""

    AMOUNT = auto()
    PARTY = auto()
    TERM = auto()
    DATE = auto()
    PAYMENT = auto()
    LIABILITY = auto()
    DISPUTE = auto()
    OTHER = auto()


class SignatureVerdict(Name):
    """What is known of a digital signature in a PDF; what could not be verified is never called valid."""

    VALID = auto()
    UNTRUSTED = auto()
    MODIFIED = auto()
    UNVERIFIABLE = auto()


class DeviationState(Name):
    """States of a statement that a signed copy differs."""

    KNOWN = auto()
    RETRACTED = auto()
    SETTLED = auto()


class MarkKind(Name):
    """What stays with a contract for good, with its reason."""

    AGAINST_ADVICE = auto()
    SIGNED_LATE = auto()
    URGENT = auto()
