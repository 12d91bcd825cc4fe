"""The acts that a table offers to somebody now, and what still stands against each."""

from collections.abc import Callable, Container

from contract_platform.application.views import ActionView
from contract_platform.domain.machine import Machine
from contract_platform.domain.vocabulary import Role


def offers(
    machine: Machine,
    state: str,
    roles: frozenset[Role],
    facts_as: Callable[[Role], object],
    *,
    known: Container[str] | None = None,
) -> tuple[ActionView, ...]:
    """Acts of the roles held, in table order; the first act of a state is its main one.

    Reasons about what a person has yet to enter are left out. ``known`` limits the acts to those that can be asked
    for. Acts a role may never take are not offered at all.
    """
    rows = machine.rows(state)
    main = next((row.action for row in rows if row.roles[0] != Role.SYSTEM), None)
    found: dict[str, ActionView] = {}
    for row in rows:
        role = next((role for role in row.roles if role in roles), None)
        if role is None or row.action in found or (known is not None and row.action not in known):
            continue
        facts = facts_as(role)
        branch = machine.branch(state, row.action, facts)
        if branch is None:
            continue
        reasons = machine.obstacles(branch, facts, preview=True)
        found[row.action] = ActionView(
            action=row.action, enabled=not reasons, reasons=reasons, primary=row.action == main
        )
    return tuple(found.values())
