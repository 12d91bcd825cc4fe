"""The calendar and the profiles as they hold here: as shipped, with what was decided here laid over it."""

from datetime import timedelta

import msgspec

from contract_platform.domain.change import CalendarYear, PolicyRevision
from contract_platform.domain.records import Record
from contract_platform.policy.adjustable import adjusted
from contract_platform.policy.calendar import Calendar, Rest, Year, calendar_of, load_years
from contract_platform.policy.profile import PolicyProfile, load_profiles, profile_on

DAY = timedelta(days=1)
replace = msgspec.structs.replace


class Rulebook(Record, frozen=True, kw_only=True):
    """Everything deadlines are reckoned by. ``calendar`` is that of ``years``."""

    years: tuple[Year, ...]
    profiles: tuple[PolicyProfile, ...]
    calendar: Calendar


def shipped() -> Rulebook:
    """What comes with the platform; a contradiction in a file refuses to load."""
    years = load_years()
    return Rulebook(years=years, profiles=load_profiles(), calendar=calendar_of(years))


def adopt(book: Rulebook, number: int, decided: CalendarYear | PolicyRevision) -> Rulebook:
    """The book with one more decision, which bears the number of its request.

    Raises:
        ValueError: The plan contradicts itself, or the revision begins when another version does.
        Invalid: There is no such profile on that day.
    """
    if isinstance(decided, CalendarYear):
        others = (plan for plan in book.years if plan.year != decided.year)
        years = tuple(sorted((*others, plan_of(decided)), key=lambda plan: plan.year))
        return replace(book, years=years, calendar=calendar_of(years))
    return replace(book, profiles=revised(book.profiles, number, decided))


def plan_of(decided: CalendarYear) -> Year:
    """The plan of a year that was decided here."""
    rest = tuple(Rest(name=block.name, first=block.first, last=block.last) for block in decided.rest)
    return Year(year=decided.year, official=True, basis=decided.basis, rest=rest, work=decided.work)


def revised(profiles: tuple[PolicyProfile, ...], number: int, revision: PolicyRevision) -> tuple[PolicyProfile, ...]:
    """The profiles with another version of one, which takes over from the version in force on its first day."""
    before = profile_on(profiles, revision.profile, revision.effective_from)
    values = {one.name: one.value for one in revision.values}
    version = f"{before.version.partition('+')[0]}+{number}"
    new = replace(adjusted(before, values, revision.basis), version=version, effective_from=revision.effective_from)
    ended = replace(before, effective_to=revision.effective_from - DAY)
    return (*(ended if one is before else one for one in profiles), new)
