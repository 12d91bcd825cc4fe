"""What follows once the facts of a contract entered after its signing are confirmed: its route, and what it owes."""

import msgspec

from contract_platform.application.late_alerts import alert_at_once, settle_unreviewed
from contract_platform.application.open_filings import open_filings
from contract_platform.application.policy_of_contract import routing_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.tasks_of_contract import retask_entry, retask_plan
from contract_platform.domain.contract import Contract
from contract_platform.domain.people import Actor


def complete_entry(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> Contract:
    """The route it should have taken, filings that its kind asks for beside the first, the plan read from its text."""
    routing = routing_of(uow, platform, contract)
    rule = f"{routing.rule}（{routing.basis}）"
    contract = uow.contracts.save(msgspec.structs.replace(contract, tier=routing.tier, tier_rule=rule))
    open_filings(uow, platform, actor, contract)
    settle_unreviewed(uow, platform, contract)
    alert_at_once(uow, platform, contract)
    retask_entry(uow, platform, actor, contract)
    retask_plan(uow, platform, actor, contract)
    return contract
