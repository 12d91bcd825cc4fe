"""How somebody stands to a supervision notice."""

from datetime import date

from contract_platform.application.ports import Platform
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.people import Actor
from contract_platform.domain.supervision import SUPERVISION, Supervision, SupervisionCircumstances


def standing(
    platform: Platform,
    actor: Actor,
    contract: Contract,
    notice: Supervision | None,
    action: str,
    *,
    text: str = "",
    due_on: date | None = None,
) -> SupervisionCircumstances:
    """What the guards of the notice's table look at, in the first role of the row that is held."""
    operation = "supervision.act" if notice else "supervision.create"
    rows = SUPERVISION.rows(notice.state if notice else None, action)
    held = acting_roles(actor, contract, operation)
    role = next((role for role in (rows[0].roles if rows else ()) if role in held), None)
    return SupervisionCircumstances(
        supervision=notice,
        contract=contract,
        actor_id=actor.person_id,
        today=platform.clock.today(),
        acted_for=acted_for(actor, contract, operation, role),
        role=role,
        text=text,
        due_on=due_on,
    )
