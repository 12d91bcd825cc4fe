"""The part of the vocabulary that is about tasks, statements asked for and supervision."""

from enum import auto

from contract_platform.domain.vocabulary import Name


class TaskStage(Name):
    """How far one task has come; ``DONE`` by whoever it was for, ``DROPPED`` because it was for nobody any more."""

    POOLED = auto()
    HELD = auto()
    WAITING = auto()
    DONE = auto()
    DROPPED = auto()


class EndorsementKind(Name):
    """Who is asked for a statement on a contract: a whole unit (会签) or one person beside the holder (加签).

    ``REVIEW``: the legal officer of the contract's own unit, whose review runs beside the bureau's (并行审查).
    """

    UNIT = auto()
    REVIEW = auto()
    PERSON = auto()


class EndorsementState(Name):
    """States of one statement that was asked for."""

    ASKED = auto()
    AGREED = auto()
    REMARKED = auto()
    OBJECTED = auto()
    TAKEN_OUT = auto()
    CANCELLED = auto()


class SupervisionState(Name):
    """States of one supervision notice (督办单)."""

    ISSUED = auto()
    ANSWERED = auto()
    RETURNED = auto()
    CLOSED = auto()
    REVOKED = auto()
