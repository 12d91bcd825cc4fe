"""An obligation entered by hand, where the text does not name it in a readable way."""

from datetime import date

from contract_platform.application.commands import NewObligation
from contract_platform.application.due_days import due_fields, sme_day
from contract_platform.application.followup_views import obligation_view
from contract_platform.application.load import visible_contract
from contract_platform.application.once import once
from contract_platform.application.permit import permit_as
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform
from contract_platform.application.trace import record
from contract_platform.application.views import ObligationView
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Invalid
from contract_platform.domain.followups import Obligation
from contract_platform.domain.payment import MILLION
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import LegalLimit, ObligationState

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
            kind=new.kind,
            side=new.side,
            content=new.content,
            amount_fen=new.amount_fen,
            condition=new.condition,
            late_rate=late_rate(platform, contract, new),
            **due_fields(platform, new.kind, agreed_day(platform, contract, new)),
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


def agreed_day(platform: Platform, contract: Contract, new: NewObligation) -> date | None:
    """The day given, or what follows from the delivery to a small or medium firm; the earlier of both."""
    if new.delivered_on is None:
        return new.due_on
    lawful = sme_day(platform, contract, new.delivered_on, new.agreed_days)
    return min(lawful, new.due_on) if new.due_on else lawful


def late_rate(platform: Platform, contract: Contract, new: NewObligation) -> int | None:
    """What was agreed; towards a small or medium firm the law's rate where nothing was."""
    if new.late_rate is not None or new.delivered_on is None:
        return new.late_rate
    percent = profile_of(platform, contract).limits[LegalLimit.SME_DAILY_INTEREST].percent
    return round(percent * MILLION / 100)
