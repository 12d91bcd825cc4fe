"""Deadlines as people read them: days left in their own unit, and how the day was reckoned."""

from datetime import date

from contract_platform.application.clocks import is_suspended, reckoning, running_clocks
from contract_platform.application.filing_facts import STEPS
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.views import DeadlineView, ReckoningDay, ReckoningView
from contract_platform.domain.contract import Clock, Contract
from contract_platform.domain.deadlines import NATURAL, Reckoned, days_left, reckon
from contract_platform.domain.followups import Filing, Obligation
from contract_platform.domain.vocabulary import FilingState
from contract_platform.policy.profile import PolicyProfile
from contract_platform.policy.values import Period

TERM_END = "TERM_END"


def deadline(
    platform: Platform,
    name: str,
    due_on: date,
    unit: str,
    *,
    provisional: bool = False,
    ended_on: date | None = None,
    suspended: bool = False,
) -> DeadlineView:
    """Days left until a day; of a finished deadline, how many were left when it ended."""
    return DeadlineView(
        name=name,
        due_on=due_on,
        unit=unit,
        days_left=days_left(platform.calendar, ended_on or platform.clock.today(), due_on, unit),
        provisional=provisional,
        ended_on=ended_on,
        suspended=suspended,
    )


def clock_deadline(platform: Platform, clock: Clock) -> DeadlineView:
    """A clock of the main line; of a suspended one the day it would fall on if it went on tomorrow."""
    found = reckoning(platform, clock)
    return deadline(
        platform,
        clock.name,
        found.due_on,
        clock.unit,
        provisional=found.provisional,
        ended_on=clock.ended_on,
        suspended=is_suspended(clock),
    )


def filing_deadline(platform: Platform, contract: Contract, filing: Filing) -> DeadlineView:
    """A filing, in the unit of its period; it ends when it is submitted or entered."""
    unit = filing_period(profile_of(platform, contract), filing).unit
    return deadline(
        platform, filing.target, filing.due_on, unit, provisional=filing.provisional, ended_on=filing.done_on
    )


def step_deadline(platform: Platform, contract: Contract, filing: Filing) -> DeadlineView | None:
    """By when a submitted filing is checked, or a returned one corrected."""
    name = STEPS.get(filing.state)
    if name is None or filing.step_due_on is None:
        return None
    return deadline(platform, name, filing.step_due_on, profile_of(platform, contract).clock(name).unit)


def filing_period(profile: PolicyProfile, filing: Filing) -> Period:
    """The profile's period for the filing's target."""
    return next(target.period for target in profile.filing_targets if target.target == filing.target)


def obligation_deadline(platform: Platform, obligation: Obligation) -> DeadlineView | None:
    """An obligation's day, None while nobody knows it."""
    if obligation.due_on is None:
        return None
    return deadline(platform, obligation.kind, obligation.due_on, NATURAL, ended_on=obligation.done_on)


def contract_deadlines(uow: UnitOfWork, platform: Platform, contract: Contract) -> tuple[DeadlineView, ...]:
    """What runs on the main line now, and the end of a signed contract's term."""
    running = [clock_deadline(platform, clock) for clock in running_clocks(uow, contract.id)]
    if contract.sign_date is not None and contract.term_end is not None:
        official = platform.calendar.is_official(contract.term_end)
        running.append(deadline(platform, TERM_END, contract.term_end, NATURAL, provisional=not official))
    return tuple(running)


def contract_reckonings(uow: UnitOfWork, platform: Platform, contract: Contract) -> tuple[ReckoningView, ...]:
    """Every running deadline of the contract opened up: event, rule, days counted and skipped."""
    profile = profile_of(platform, contract)
    found = [
        opened(clock_deadline(platform, clock), reckoning(platform, clock), profile.clock(clock.name))
        for clock in running_clocks(uow, contract.id)
    ]
    for filing in uow.filings.find(contract_id=contract.id):
        if contract.sign_date is not None:
            period = filing_period(profile, filing)
            reckoned = reckon(platform.calendar, contract.sign_date, period.days, period.unit)
            found.append(opened(filing_deadline(platform, contract, filing), reckoned, period))
        step = opened_step(platform, contract, filing)
        found += [step] if step else []
    return tuple(found)


def opened_step(platform: Platform, contract: Contract, filing: Filing) -> ReckoningView | None:
    """How the day of a filing's present step was reckoned."""
    shown = step_deadline(platform, contract, filing)
    start = filing.returned_on if filing.state == FilingState.CORRECTING else filing.received_on
    if shown is None or start is None:
        return None
    period = profile_of(platform, contract).clock(shown.name)
    return opened(shown, reckon(platform.calendar, start, period.days, period.unit), period)


def opened(shown: DeadlineView, reckoned: Reckoned, period: Period) -> ReckoningView:
    """A deadline with its reckoning."""
    return ReckoningView(
        deadline=shown,
        start=reckoned.start,
        days=reckoned.days,
        skipped=tuple(ReckoningDay(day=one.day, reason=one.reason) for one in reckoned.skipped),
        rule=f"{shown.name} {period.days} {period.unit}",
        basis=period.basis,
    )
