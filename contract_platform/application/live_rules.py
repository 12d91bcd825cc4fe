"""The rulebook in force: what is shipped, and every plan, policy version and resting rule that was approved here.

Any process may approve one, and all of them reckon by it a few seconds later. The approved requests themselves are
what is read; nothing is stored twice.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import reduce
from threading import Lock
from time import monotonic
from typing import Protocol

from contract_platform.domain.change import CalendarYear, ChangeRequest, PolicyVersion, RuleResume, RuleSuspend
from contract_platform.domain.deadlines import SHANGHAI
from contract_platform.domain.vocabulary import ChangeKind, ChangeState
from contract_platform.policy.rulebook import Rulebook, Suspension, adopt, resume, suspend

KINDS = (ChangeKind.CALENDAR_YEAR, ChangeKind.POLICY_VERSION, ChangeKind.RULE_SUSPEND, ChangeKind.RULE_RESUME)
SECONDS = 5.0  # for how long another process may go on with what it read


class Changes(Protocol):
    """The table of requests."""

    def find(self, **equals: object) -> list[ChangeRequest]:
        """Requests whose columns equal the given values."""
        ...


class Reading(Protocol):
    """As much of a reading transaction as is needed here."""

    @property
    def changes(self) -> Changes:
        """The requests."""
        ...


class LiveRules:
    """Called for the rulebook; safe to call from any thread at any time."""

    def __init__(self, ground: Rulebook, reading: Callable[[], AbstractContextManager[Reading]]) -> None:
        self._ground = ground
        self._reading = reading
        self._lock = Lock()
        self._known: tuple[tuple[str, ...], Rulebook] | None = None
        self._until = 0.0

    def __call__(self) -> Rulebook:
        """The rulebook, at most a few seconds old."""
        if self._known is None:
            return self.fresh()
        # whoever comes while another reads goes on with what is known: they may hold what that reading waits for
        if monotonic() >= self._until and self._lock.acquire(blocking=False):
            try:
                return self._read()
            finally:
                self._lock.release()
        return self._known[1]

    def fresh(self) -> Rulebook:
        """The rulebook as of now."""
        with self._lock:
            return self._read()

    def _read(self) -> Rulebook:
        with self._reading() as uow:
            found = [one for kind in KINDS for one in uow.changes.find(kind=kind, state=ChangeState.APPROVED)]
        found.sort(key=lambda change: change.number)
        ids = tuple(change.id for change in found)
        if self._known is None or self._known[0] != ids:
            self._known = ids, reduce(with_change, found, self._ground)
        self._until = monotonic() + SECONDS
        return self._known[1]


def with_change(book: Rulebook, change: ChangeRequest) -> Rulebook:
    """The rulebook with one approved change."""
    match change.body:
        case RuleSuspend(rule=rule):
            assert change.decided_at is not None
            since = change.decided_at.astimezone(SHANGHAI).date()
            return suspend(book, rule, Suspension(since=since, reason=change.reason, number=change.number))
        case RuleResume(rule=rule):
            return resume(book, rule)
        case CalendarYear() | PolicyVersion() as decided:
            return adopt(book, change.number, decided)
        case other:
            raise TypeError(type(other).__name__)
