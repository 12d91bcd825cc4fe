"""Counting failed attempts per account name and per address, and refusing more of them for a while.

Names are counted whether or not somebody has them, so a lock tells nothing about who exists.
"""

from collections.abc import Callable, Iterable

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.shown_time import shown
from contract_platform.application.trace import record
from contract_platform.domain.credentials import Failures, counted
from contract_platform.domain.errors import Refused, Unauthenticated
from contract_platform.domain.people import Actor
from contract_platform.domain.records import Record


class Subject(Record, frozen=True):
    """What attempts are counted against: a keyed digest, what it is of, and the failures that lock it."""

    digest: str
    kind: str  # account | address
    limit: int


def account(platform: Platform, username: str) -> Subject:
    """An account by the name that was typed."""
    digest = platform.keys.digest("sign-in account", username.strip().casefold())
    return Subject(digest, "account", platform.sign_in_rules.policy.failures)


def subjects(platform: Platform, username: str, address: str) -> tuple[Subject, ...]:
    """Account and address, in the order in which all transactions hold them; no address on a local socket."""
    found = [account(platform, username)]
    if address:
        digest = platform.keys.digest("sign-in address", address)
        found.append(Subject(digest, "address", platform.sign_in_rules.address_failures))
    return tuple(sorted(found, key=lambda subject: subject.digest))


def lock(platform: Platform, wanted: Iterable[Subject], look: Callable[[str], Failures]) -> Failures | None:
    """The lock that lasts longest, or None; ``look`` is asked about every subject in any case."""
    now = platform.clock.now()
    found = [look(subject.digest) for subject in wanted]
    locks = [one for one in found if one.locked(now)]
    return max(locks, key=lambda one: one.locked_until or now, default=None)


def count(uow: UnitOfWork, platform: Platform, actor: Actor, wanted: Iterable[Subject]) -> Failures | None:
    """Count one failure against all subjects and note what that locked; the lock, if there is one now."""
    now = platform.clock.now()
    locked = None
    for subject in wanted:
        failures = counted(uow.failures.hold(subject.digest), platform.sign_in_rules.policy, now, limit=subject.limit)
        uow.failures.keep(failures)
        if failures.locked(now):
            locked = failures
            data = {"what": subject.kind}
            record(uow, platform, actor, "session.locked", object_id=actor.person_id, data=data)
    return locked


def refuse(locked: Failures | None) -> None:
    """``Unauthenticated`` while there is a lock, saying until when."""
    if locked is not None and locked.locked_until is not None:
        raise Unauthenticated("sign_in_locked", until=shown(locked.locked_until))


def refuse_act(locked: Failures | None) -> None:
    """The same for somebody who is signed in: ``Refused``, the session stays."""
    if locked is not None and locked.locked_until is not None:
        raise Refused("confirmation_locked", until=shown(locked.locked_until))
