"""Another calendar moves what is running: clocks, open filings and their tasks; the trace says from when to when.

A clock that stands still is reckoned when it goes on. Alerts follow at the next sweep: one of a day that is not due any
more is cancelled, one of the new day is raised.
"""

import msgspec

from contract_platform.application.clocks import is_suspended, reckoned, with_review_due
from contract_platform.application.deadline_views import filing_period
from contract_platform.application.due_days import reckoned_day
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.tasks_of_contract import retask_all
from contract_platform.application.trace import record
from contract_platform.application.watch import OPEN_FILINGS, OPEN_OBLIGATIONS, Contracts
from contract_platform.domain.deadlines import reckon
from contract_platform.domain.people import SYSTEM_ACTOR
from contract_platform.domain.vocabulary import Role
from contract_platform.policy.calendar import Calendar

Moved = dict[str, list[dict[str, object]]]
"""What has moved, by contract."""
replace = msgspec.structs.replace


def reckon_again(uow: UnitOfWork, platform: Platform, calendar: Calendar) -> None:
    """Bring every open deadline that the calendar counts in line with it; nothing the second time."""
    moved: Moved = {}
    move_clocks(uow, platform, calendar, moved)
    move_filings(uow, platform, calendar, moved)
    move_obligations(uow, calendar, moved)
    for contract_id, deadlines in moved.items():
        contract = uow.contracts.get(contract_id)
        due = with_review_due(uow, contract)
        contract = uow.contracts.save(due) if due != contract else contract
        record(
            uow,
            platform,
            SYSTEM_ACTOR,
            "contract.reckoned_again",
            object_id=contract.id,
            contract_id=contract.id,
            role=Role.SYSTEM,
            data={"deadlines": deadlines},
        )
        retask_all(uow, platform, SYSTEM_ACTOR, contract)


def move_clocks(uow: UnitOfWork, platform: Platform, calendar: Calendar, moved: Moved) -> None:
    """Clocks that count now."""
    for clock in uow.clocks.find(ended_on=None):
        after = clock if is_suspended(clock) else reckoned(platform, clock, calendar)
        if after != clock:
            uow.replace_clock(after)
            note(moved, clock.contract_id, {"name": clock.name, "from": clock.due_on, "to": after.due_on})


def move_filings(uow: UnitOfWork, platform: Platform, calendar: Calendar, moved: Moved) -> None:
    """Filings that are not done; that one was overdue stays on it."""
    contracts = Contracts(uow)
    for filing in (one for state in OPEN_FILINGS for one in uow.filings.find(state=state)):
        contract = contracts.get(filing.contract_id)
        if contract.sign_date is None:
            continue
        period = filing_period(profile_of(platform, contract), filing)
        due = reckon(calendar, contract.sign_date, period.days, period.unit)
        if (due.due_on, due.provisional) != (filing.due_on, filing.provisional):
            uow.filings.save(replace(filing, due_on=due.due_on, provisional=due.provisional))
            note(moved, contract.id, {"name": filing.target, "from": filing.due_on, "to": due.due_on})


def move_obligations(uow: UnitOfWork, calendar: Calendar, moved: Moved) -> None:
    """Obligations nobody has performed; what was agreed stays, the day it falls on is reckoned."""
    for obligation in (one for state in OPEN_OBLIGATIONS for one in uow.obligations.find(state=state)):
        if obligation.agreed_on is None:
            continue
        after = replace(obligation, **reckoned_day(calendar, obligation.kind, obligation.agreed_on))
        if after != obligation:
            uow.obligations.save(after)
            told: dict[str, object] = {"name": str(obligation.kind), "from": obligation.due_on, "to": after.due_on}
            note(moved, obligation.contract_id, told)


def note(moved: Moved, contract_id: str, deadline: dict[str, object]) -> None:
    """One more deadline of a contract."""
    moved.setdefault(contract_id, []).append(deadline)


def reckon_by_the_calendar_in_force(platform: Platform) -> None:
    """For a calendar that came with another version of the platform, which nobody approves here; once a day."""
    with platform.unit_of_work() as uow:
        reckon_again(uow, platform, platform.calendar)
