"""Files that bear a secrecy mark: set apart at once, erased or released by two people.

保守国家秘密法 (2024) art. 31 forbids processing state secrets in systems that are not built for them. Nobody
reads such a file here; the security administrator or the head of the unit asks for what is to happen, and another of
them agrees.
"""

from datetime import datetime
from typing import Final

from contract_platform.domain.machine import Guard, Machine, Reason, Transition
from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import QuarantineState, Role


class Quarantine(Root, frozen=True, kw_only=True):
    """One version set apart. ``sha256`` and ``size`` (bytes) are all that is kept of it once it is erased.

    ``marks`` are the secrecy marks that were read on it.
    """

    contract_id: str
    version_id: str
    sha256: str
    size: int
    marks: tuple[str, ...]
    uploaded_by: str
    found_at: datetime
    state: QuarantineState = QuarantineState.HELD
    requested_by: str | None = None
    requested_at: datetime | None = None
    reason: str = ""
    decided_by: str | None = None
    decided_at: datetime | None = None


class QuarantineCircumstances(Record, frozen=True, kw_only=True):
    """What is known when an act is asked for."""

    quarantine: Quarantine
    actor_id: str
    reason: str = ""


def _other_person(c: QuarantineCircumstances) -> Reason | None:
    return Reason(code="own_request") if c.quarantine.requested_by == c.actor_id else None


def _own_request(c: QuarantineCircumstances) -> Reason | None:
    return None if c.quarantine.requested_by == c.actor_id else Reason(code="request_of_others")


def _not_the_uploader(c: QuarantineCircumstances) -> Reason | None:
    return Reason(code="own_upload") if c.quarantine.uploaded_by == c.actor_id else None


def _reasoned(c: QuarantineCircumstances) -> Reason | None:
    return None if c.reason.strip() else Reason(code="reason_missing")


GUARDS = {
    "other_person": Guard(check=_other_person, basis="清除和解除隔离须由两人先后办理"),
    "own_request": Guard(check=_own_request, basis="申请由申请人本人撤回"),
    "not_the_uploader": Guard(check=_not_the_uploader, basis="上传人不得决定本人所传文件的处置"),
    "reason_given": Guard(check=_reasoned, basis="申请和驳回须说明理由", of_input=True),
}
Q, T = QuarantineState, Transition
BOTH: Final = (Role.SEC_ADMIN, Role.HANDLER_LEAD)
ASKING, DECIDING = ("not_the_uploader", "reason_given"), ("not_the_uploader", "other_person")

# fmt: off
TRANSITIONS = (
    # source               action             target               roles            when  guards
    T(None,                "isolate",         Q.HELD,              (Role.SYSTEM,)),
    T(Q.HELD,              "request_purge",   Q.PURGE_REQUESTED,   BOTH,            (),   ASKING),
    T(Q.HELD,              "request_release", Q.RELEASE_REQUESTED, BOTH,            (),   ASKING),
    T(Q.PURGE_REQUESTED,   "approve",         Q.PURGED,            BOTH,            (),   DECIDING),
    T(Q.PURGE_REQUESTED,   "reject",          Q.HELD,              BOTH,            (),   (*DECIDING, "reason_given")),
    T(Q.PURGE_REQUESTED,   "withdraw",        Q.HELD,              BOTH,            (),   ("own_request",)),
    T(Q.RELEASE_REQUESTED, "approve",         Q.RELEASED,          BOTH,            (),   DECIDING),
    T(Q.RELEASE_REQUESTED, "reject",          Q.HELD,              BOTH,            (),   (*DECIDING, "reason_given")),
    T(Q.RELEASE_REQUESTED, "withdraw",        Q.HELD,              BOTH,            (),   ("own_request",)),
)
# fmt: on
ENDED = frozenset({Q.PURGED, Q.RELEASED})
QUARANTINE = Machine(name="quarantine", transitions=TRANSITIONS, guards=GUARDS, conditions={}, terminal=ENDED)
