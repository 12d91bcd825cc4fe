"""Asking the access table about one contract."""

from typing import Any

from contract_platform.domain.access import ROWS, acted_for, acting_roles, ended, kept_apart
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Forbidden, Refused
from contract_platform.domain.people import Actor
from contract_platform.domain.relations import Relation
from contract_platform.domain.vocabulary import Role


def permit(actor: Actor, operation: str, contract: Contract) -> Role:
    """The role in which the person may do this on the contract, the weightiest of the table's first.

    ``Forbidden`` without the role or its relation to the contract, ``Refused`` where the contract has ended.
    """
    roles = acting_roles(actor, contract, operation)
    if not roles:
        raise Forbidden("recused") if kept_apart(actor, contract) else refusal(actor, operation)
    if ended(contract, operation):
        raise Refused("contract_ended", state=contract.state)
    return next(role for role in Role if role in roles)


def permit_as(actor: Actor, operation: str, contract: Contract) -> dict[str, Any]:
    """The same, as the trace records it: ``role``, and ``acted_for`` where it is a colleague's post."""
    role = permit(actor, operation, contract)
    return {"role": role, "acted_for": acted_for(actor, contract, operation, role)}


def refusal(actor: Actor, operation: str) -> Forbidden:
    """Whose act it is, where a post of the person would do and only the relation to this contract is missing."""
    missing = {ROWS[operation].grants.get(role) for role in actor.roles()}
    if Relation.OWN in missing:
        return Forbidden("not_your_contract", operation=operation)
    if Relation.ASSIGNED in missing:
        return Forbidden("not_the_reviewer", operation=operation)
    return Forbidden("operation_forbidden", operation=operation)
