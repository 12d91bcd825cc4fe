"""Asking the access table about one contract."""

from contract_platform.domain.access import ALLOWED, acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Forbidden
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import Role


def permit(actor: Actor, operation: str, contract: Contract) -> Role:
    """The role in which the person may do this on the contract, the weightiest of the table's first; ``Forbidden``."""
    roles = ALLOWED[operation] & acting_roles(actor, contract)
    if not roles:
        raise Forbidden("operation_forbidden", operation=operation)
    return next(role for role in Role if role in roles)
