"""A signed contract is filed with every target of its profile; each has its own deadline."""

from contract_platform.application.policy_of_contract import is_procurement, profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.tasks_of_contract import retask_filing
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import reckon
from contract_platform.domain.followups import Filing
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import FilingState, Tier


def open_filings(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """Open the filings, due from the signing date."""
    assert contract.sign_date is not None
    major = contract.tier == Tier.MAJOR
    for target in profile_of(platform, contract).filing_targets:
        if not target.applies(procurement=is_procurement(contract), major=major):
            continue
        due = reckon(platform.calendar, contract.sign_date, target.period.days, target.period.unit)
        filing = Filing(
            id=platform.new_id(),
            contract_id=contract.id,
            target=target.target,
            kind=target.kind,
            state=FilingState.DUE,
            due_on=due.due_on,
            provisional=due.provisional,
            overdue=due.due_on < platform.clock.today(),
        )
        uow.filings.add(filing)
        retask_filing(uow, platform, actor, contract, filing)
