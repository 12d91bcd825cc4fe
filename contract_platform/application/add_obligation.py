"""An obligation entered by hand, where the text does not name it in a readable way."""

import msgspec

from contract_platform.application.act_on_obligation import day_of_performance
from contract_platform.application.commands import NewObligation
from contract_platform.application.followup_views import obligation_view
from contract_platform.application.load import visible_contract
from contract_platform.application.once import once
from contract_platform.application.permit import permit_as
from contract_platform.application.ports import Platform
from contract_platform.application.trace import record
from contract_platform.application.views import ObligationView
from contract_platform.domain.errors import Invalid
from contract_platform.domain.followups import Obligation
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import ObligationState

SIDES = frozenset({"ours", "theirs"})


def add_obligation(
    platform: Platform, actor: Actor, contract_id: str, new: NewObligation, *, idempotency_key: str | None = None
) -> ObligationView:
    """Enter it as planned; ``Invalid`` for what no obligation can be."""
    if not new.content.strip():
        raise Invalid("content_missing")
    if new.side not in SIDES:
        raise Invalid("side_unknown", side=new.side)
    if new.amount_fen is not None and new.amount_fen < 0:
        raise Invalid("amount_negative")

    def done() -> ObligationView:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, "obligation.create", contract)
        obligation = Obligation(
            id=platform.new_id(),
            contract_id=contract.id,
            state=ObligationState.PLANNED,
            **msgspec.structs.asdict(new) | {"due_on": day_of_performance(platform, new.kind, new.due_on)},
        )
        uow.obligations.add(obligation)
        record(
            uow,
            platform,
            actor,
            "obligation.created",
            object_id=obligation.id,
            contract_id=contract.id,
            **standing,
            data={"kind": obligation.kind, "due_on": obligation.due_on},
        )
        return obligation_view(platform, actor, contract, obligation)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"obligation.create/{contract_id}", idempotency_key, ObligationView, done)
