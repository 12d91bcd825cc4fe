"""One small engine for every table of states: look up, role, all guards together, the chosen row."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from contract_platform.domain.errors import Forbidden, Refused
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Role


class Reason(Record, frozen=True, kw_only=True):
    """Why something is not possible: a stable code with parameters, worded by the catalogue."""

    code: str
    params: dict[str, object] = {}


class Guard(Record, frozen=True, kw_only=True):
    """A named condition with its legal or practical reason.

    ``check`` answers None where the condition holds. ``of_input`` marks conditions on what a person is about to
    enter: they are asked when the act arrives, not when its button is drawn.
    """

    check: Callable[[Any], Reason | None]
    basis: str
    of_input: bool = False


class Transition(Record, frozen=True):
    """A row of a table. ``source`` None = a way into the machine.

    ``when`` names the conditions that choose between rows of one source and action; exactly one row may hold.
    ``guards`` must all hold. ``clock`` names the period of the profile within which the act is expected,
    counted from entering ``source``.
    """

    source: str | None
    action: str
    target: str
    roles: tuple[Role, ...]
    when: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    clock: str = ""


class Machine(Record, frozen=True, kw_only=True):
    """A table with the guards it refers to and the states in which nothing is expected any more."""

    name: str
    transitions: tuple[Transition, ...]
    guards: Mapping[str, Guard]
    conditions: Mapping[str, Callable[[Any], bool]]
    terminal: frozenset[str]

    def rows(self, source: str | None, action: str | None = None) -> tuple[Transition, ...]:
        """The rows leaving a state, in table order: the main act first."""
        return tuple(
            row for row in self.transitions if row.source == source and (action is None or row.action == action)
        )

    def branch(self, source: str | None, action: str, facts: object) -> Transition | None:
        """The row of that action whose conditions hold, None where the action leads nowhere from here."""
        return next((row for row in self.rows(source, action) if self._holds(row, facts)), None)

    def obstacles(self, row: Transition, facts: object, *, preview: bool = False) -> tuple[Reason, ...]:
        """Every reason that stands against a row, not only the first; ``preview`` leaves input out."""
        named = (self.guards[name] for name in row.guards)
        found = (guard.check(facts) for guard in named if not (preview and guard.of_input))
        return tuple(reason for reason in found if reason is not None)

    def advance(self, source: str | None, action: str, role: Role | None, facts: object) -> Transition:
        """The row to follow; ``Refused`` with all reasons, or ``Forbidden`` where the role is not the row's."""
        row = self.branch(source, action, facts)
        if row is None:
            raise Refused("action_not_possible_now", action=action, state=source or "")
        if role not in row.roles:
            raise Forbidden("action_forbidden", action=action)
        reasons = self.obstacles(row, facts)
        if reasons:
            raise Refused("action_refused", action=action, reasons=reasons)
        return row

    def _holds(self, row: Transition, facts: object) -> bool:
        return all(self.conditions[name](facts) for name in row.when)


def each(
    sources: Iterable[str],
    action: str,
    target: str,
    roles: tuple[Role, ...],
    when: tuple[str, ...] = (),
    guards: tuple[str, ...] = (),
) -> tuple[Transition, ...]:
    """The same row for several sources; target ``"="`` stays in the state."""
    return tuple(
        Transition(source, action, source if target == "=" else target, roles, when, guards) for source in sources
    )
