"""What is looked at before a contract goes to the archive: DA/T 70-2018, its four properties and their parts."""

from enum import auto

from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Name, State

PACKAGED = frozenset({State.ARCHIVED})
REVIEW_FILES = frozenset({State.WITHDRAWN, State.ABANDONED, State.NOT_ACCEPTED})
ARCHIVABLE_STATES = frozenset({State.COMPLETED, State.TERMINATED, State.VOIDED})


class ArchiveProperty(Name):
    """The four properties of an electronic record."""

    AUTHENTIC = auto()
    COMPLETE = auto()
    USABLE = auto()
    SAFE = auto()


class ArchiveCheck(Name):
    """The parts of the four properties, in their order."""

    BYTES = auto()
    PROCESS = auto()
    METADATA = auto()
    NUMBERING = auto()
    SIGNED_COPY = auto()
    FORMATS = auto()
    SET_APART = auto()


class CheckResult(Name):
    """``NOTED`` does not keep a contract from the archive; ``FAILED`` does."""

    PASSED = auto()
    NOTED = auto()
    FAILED = auto()


PROPERTY_OF = {
    ArchiveCheck.BYTES: ArchiveProperty.AUTHENTIC,
    ArchiveCheck.PROCESS: ArchiveProperty.AUTHENTIC,
    ArchiveCheck.METADATA: ArchiveProperty.COMPLETE,
    ArchiveCheck.NUMBERING: ArchiveProperty.COMPLETE,
    ArchiveCheck.SIGNED_COPY: ArchiveProperty.COMPLETE,
    ArchiveCheck.FORMATS: ArchiveProperty.USABLE,
    ArchiveCheck.SET_APART: ArchiveProperty.SAFE,
}


class Checked(Record, frozen=True, kw_only=True):
    """What a part of the four properties came to; ``found`` names the files or fields that do not hold."""

    check: ArchiveCheck
    result: CheckResult
    found: tuple[str, ...] = ()


def packable(state: State) -> bool:
    """Whether a file of this contract is closed, so that a package of it stays as it is."""
    return state in PACKAGED | REVIEW_FILES
