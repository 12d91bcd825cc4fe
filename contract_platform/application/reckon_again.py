"""Another calendar moves what is running: clocks, open filings and their tasks; the trace says from when to when.

Alerts follow at the next sweep: one of a day that is not due any more is cancelled, one of the new day is raised.
"""

import msgspec

from contract_platform.application.clocks import reckoned, with_review_due
from contract_platform.application.deadline_views import filing_period
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.tasks_of_contract import retask_all
from contract_platform.application.trace import record
from contract_platform.application.watch import OPEN_FILINGS
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import reckon
from contract_platform.domain.lifecycle import TERMINAL
from contract_platform.domain.people import SYSTEM_ACTOR
from contract_platform.domain.vocabulary import Role
from contract_platform.policy.calendar import Calendar

replace = msgspec.structs.replace


def reckon_again(uow: UnitOfWork, platform: Platform, calendar: Calendar) -> None:
    """Bring every open deadline that the calendar counts in line with it."""
    for contract in uow.contracts.find():
        if contract.state in TERMINAL:
            continue
        moved = [*clocks_moved(uow, platform, calendar, contract), *filings_moved(uow, platform, calendar, contract)]
        if moved:
            due = with_review_due(uow, contract)
            now = uow.contracts.save(due) if due != contract else contract
            tell(uow, platform, now, moved)
            retask_all(uow, platform, SYSTEM_ACTOR, now)


def clocks_moved(
    uow: UnitOfWork, platform: Platform, calendar: Calendar, contract: Contract
) -> list[dict[str, object]]:
    """Running clocks of a contract, reckoned anew where that makes a difference."""
    moved = []
    for clock in uow.clocks.find(contract_id=contract.id, ended_on=None):
        after = reckoned(platform, clock, calendar)
        if after != clock:
            uow.replace_clock(after)
            moved.append({"name": clock.name, "from": clock.due_on, "to": after.due_on})
    return moved


def filings_moved(
    uow: UnitOfWork, platform: Platform, calendar: Calendar, contract: Contract
) -> list[dict[str, object]]:
    """Open filings of a contract; that one was overdue stays on it."""
    moved = []
    for filing in uow.filings.find(contract_id=contract.id):
        if contract.sign_date is None or filing.state not in OPEN_FILINGS:
            continue
        period = filing_period(profile_of(platform, contract), filing)
        due = reckon(calendar, contract.sign_date, period.days, period.unit)
        if (due.due_on, due.provisional) != (filing.due_on, filing.provisional):
            uow.filings.save(replace(filing, due_on=due.due_on, provisional=due.provisional))
            moved.append({"name": filing.target, "from": filing.due_on, "to": due.due_on})
    return moved


def tell(uow: UnitOfWork, platform: Platform, contract: Contract, moved: list[dict[str, object]]) -> None:
    """What moved, for everybody who follows the contract."""
    record(
        uow,
        platform,
        SYSTEM_ACTOR,
        "contract.reckoned_again",
        object_id=contract.id,
        contract_id=contract.id,
        role=Role.SYSTEM,
        data={"deadlines": moved},
    )
