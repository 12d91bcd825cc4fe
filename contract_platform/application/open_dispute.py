"""A dispute is recorded: what it is about, with whom, on which side the unit stands, since when limitation counts."""

from datetime import date

import msgspec

from contract_platform.application.dispute_views import DisputeView, blank, dispute_view
from contract_platform.application.load import visible_contract
from contract_platform.application.once import once
from contract_platform.application.performance_commands import NewDispute
from contract_platform.application.permit import permit
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform
from contract_platform.application.trace import record
from contract_platform.domain.access import acted_for
from contract_platform.domain.contract import Contract
from contract_platform.domain.dispute import DISPUTE, Dispute
from contract_platform.domain.errors import Invalid
from contract_platform.domain.people import Actor
from contract_platform.domain.performance_vocabulary import DisputePeriod, DisputeState


def open_dispute(
    platform: Platform, actor: Actor, contract_id: str, new: NewDispute, *, idempotency_key: str | None = None
) -> DisputeView:
    """Open it; ``Refused`` for a contract that is not signed or has ended."""
    if not (new.title.strip() and new.cause.strip() and new.opponent.strip()):
        raise Invalid("dispute_incomplete")
    if new.arisen_on is not None and new.arisen_on > platform.clock.today():
        raise Invalid("day_in_the_future")

    def done() -> DisputeView:
        contract = visible_contract(uow, actor, contract_id)
        role = permit(actor, "dispute.open", contract)
        away = acted_for(actor, contract, "dispute.open", role)
        facts = msgspec.structs.replace(blank(contract, actor, platform), role=role, acted_for=away)
        DISPUTE.advance(None, "open", role, facts)
        dispute = Dispute(
            id=platform.new_id(),
            contract_id=contract.id,
            state=DisputeState.OPEN,
            title=new.title.strip(),
            cause=new.cause.strip(),
            opponent=new.opponent.strip(),
            nature=new.nature,
            position=new.position,
            opened_by=actor.person_id,
            opened_at=platform.clock.now(),
            claim_fen=new.claim_fen,
            limitation_from=new.arisen_on,
            limitation_due=limitation_due(platform, contract, new.arisen_on),
        )
        uow.disputes.add(dispute)
        data = {"nature": dispute.nature, "position": dispute.position, "claim_fen": dispute.claim_fen}
        about = {"object_id": dispute.id, "contract_id": contract.id}
        record(uow, platform, actor, "dispute.open", **about, role=role, acted_for=away, data=data)
        return dispute_view(uow, platform, actor, contract, dispute)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"dispute.open/{contract_id}", idempotency_key, DisputeView, done)


def limitation_due(platform: Platform, contract: Contract, start: date | None) -> date | None:
    """The last day of the limitation period (民法典 art. 188)."""
    if start is None:
        return None
    return profile_of(platform, contract).disputes[DisputePeriod.LIMITATION].due(platform.calendar, start)
