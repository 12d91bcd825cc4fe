"""The calendar and the profiles as they hold here: as shipped, with what was decided here laid over it."""

from datetime import date, timedelta

import msgspec

from contract_platform.domain.change import CalendarYear, PolicyVersion
from contract_platform.domain.errors import Invalid
from contract_platform.domain.records import Record
from contract_platform.policy.calendar import Calendar, Rest, Year, calendar_of, load_years
from contract_platform.policy.drafting import drafted
from contract_platform.policy.profile import PolicyProfile, load_profiles, pinned

DAY = timedelta(days=1)
replace = msgspec.structs.replace


class Suspension(Record, frozen=True, kw_only=True):
    """Since when and why a risk rule is not asked, and the number of the request that was approved."""

    since: date
    reason: str
    number: int


class Rulebook(Record, frozen=True, kw_only=True):
    """Everything deadlines are reckoned by, and the risk rules that rest. ``calendar`` is that of ``years``."""

    years: tuple[Year, ...]
    profiles: tuple[PolicyProfile, ...]
    calendar: Calendar
    suspended: dict[str, Suspension] = {}


def shipped() -> Rulebook:
    """What comes with the platform; a contradiction in a file refuses to load."""
    years = load_years()
    return Rulebook(years=years, profiles=load_profiles(), calendar=calendar_of(years))


def adopt(book: Rulebook, number: int, decided: CalendarYear | PolicyVersion) -> Rulebook:
    """The book with one more decision, which bears the number of its request.

    Raises:
        ValueError: The plan or the profile contradicts itself, or the version does not follow its base.
        Invalid: There is no such base.
    """
    if isinstance(decided, CalendarYear):
        others = (plan for plan in book.years if plan.year != decided.year)
        years = tuple(sorted((*others, plan_of(decided)), key=lambda plan: plan.year))
        return replace(book, years=years, calendar=calendar_of(years))
    return replace(book, profiles=versioned(book.profiles, number, decided))


def suspend(book: Rulebook, rule: str, suspension: Suspension) -> Rulebook:
    """The book with one rule resting."""
    return replace(book, suspended=book.suspended | {rule: suspension})


def resume(book: Rulebook, rule: str) -> Rulebook:
    """The book with a rule asked again."""
    return replace(book, suspended={name: one for name, one in book.suspended.items() if name != rule})


def plan_of(decided: CalendarYear) -> Year:
    """The plan of a year that was decided here."""
    rest = tuple(Rest(name=block.name, first=block.first, last=block.last) for block in decided.rest)
    return Year(year=decided.year, official=True, basis=decided.basis, rest=rest, work=decided.work)


def versioned(profiles: tuple[PolicyProfile, ...], number: int, body: PolicyVersion) -> tuple[PolicyProfile, ...]:
    """The profiles with another version of one, which takes over from the version it was drafted on."""
    base = pinned(profiles, body.base)
    if base is not newest(profiles, body.profile) or body.effective_from <= base.effective_from:
        raise ValueError(f"{body.base} is not the newest version, or is not in force yet on {body.effective_from}")
    version = f"{base.version.partition('+')[0]}+{number}"
    new = replace(drafted(base, body.content, body.basis), version=version, effective_from=body.effective_from)
    ended = replace(base, effective_to=body.effective_from - DAY)
    return (*(ended if one is base else one for one in profiles), new)


def newest(profiles: tuple[PolicyProfile, ...], profile_id: str) -> PolicyProfile:
    """The version of a profile that none follows yet, or ``Invalid("profile_unknown")``."""
    versions = versions_of(profiles, profile_id)
    if not versions:
        raise Invalid("profile_unknown", profile=profile_id)
    return versions[-1]


def versions_of(profiles: tuple[PolicyProfile, ...], profile_id: str) -> tuple[PolicyProfile, ...]:
    """The versions of a profile, oldest first."""
    return tuple(sorted((one for one in profiles if one.id == profile_id), key=lambda one: one.effective_from))
