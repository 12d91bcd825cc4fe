"""A signed contract is filed with every target of its profile; each has its own deadline."""

from collections.abc import Iterator

from contract_platform.application.go_live import is_of_old_stock
from contract_platform.application.policy_of_contract import is_procurement, profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.tasks_of_contract import retask_filing
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import reckon
from contract_platform.domain.followups import Filing
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import FilingState, Tier


def open_filings(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """Open the filings that are not there yet, and make each somebody's task."""
    known = {filing.target for filing in uow.filings.find(contract_id=contract.id)}
    for filing in filings_due(platform, contract):
        if filing.target not in known:
            uow.filings.add(filing)
            retask_filing(uow, platform, actor, contract, filing)


def filings_due(platform: Platform, contract: Contract) -> Iterator[Filing]:
    """One filing for each target, due from the signing date; none is asked of what is older than the platform."""
    assert contract.sign_date is not None
    major = contract.tier == Tier.MAJOR
    awarded = contract.award_notice_date is not None
    spared = is_of_old_stock(platform, contract)
    for target in profile_of(platform, contract).filing_targets:
        if not target.applies(procurement=is_procurement(contract), major=major, award=awarded):
            continue
        due = reckon(platform.calendar, contract.sign_date, target.period.days, target.period.unit)
        yield Filing(
            id=platform.new_id(),
            contract_id=contract.id,
            target=target.target,
            kind=target.kind,
            state=FilingState.NOT_REQUIRED if spared else FilingState.DUE,
            due_on=due.due_on,
            provisional=due.provisional,
            overdue=not spared and due.due_on < platform.clock.today(),
        )
