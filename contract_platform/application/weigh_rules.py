"""What stands against another calendar or other periods."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from contract_platform.application.ports import Platform
from contract_platform.domain.change import CalendarYear, PolicyRevision, RestDays
from contract_platform.domain.deadlines import days_between
from contract_platform.domain.errors import Invalid
from contract_platform.domain.machine import Reason
from contract_platform.policy.adjustable import adjustable
from contract_platform.policy.calendar import SATURDAY
from contract_platform.policy.profile import profile_on

LONGEST = 31  # days of one holiday; more is a slip of the pen
Reasons = tuple[Reason, ...]


def against_year(platform: Platform, body: CalendarYear) -> Reasons:
    """A plan names days of its year, each once, and no working day that is one anyway."""
    return tuple(_against_blocks(body)) or tuple(_against_days(platform, body))


def _against_blocks(body: CalendarYear) -> Iterator[Reason]:
    if not body.rest and not body.work:
        yield Reason(code="calendar_empty")
    for block in body.rest:
        if not 0 <= (block.last - block.first).days < LONGEST:
            yield Reason(code="calendar_days_reversed", params={"name": block.name, "longest": LONGEST})


def _against_days(platform: Platform, body: CalendarYear) -> Iterator[Reason]:
    rest = [day for block in body.rest for day in days_of(block)]
    others = [plan for plan in platform.rules().years if plan.year != body.year]
    elsewhere_off = {day for plan in others for day in plan.rest_days()}
    elsewhere_worked = {day for plan in others for day in plan.work}
    for day, count in sorted(Counter([*rest, *body.work]).items()):
        if not date(body.year - 1, 12, 1) <= day <= date(body.year, 12, 31):
            yield Reason(code="calendar_other_year", params={"day": day.isoformat(), "year": body.year})
        elif count > 1 or day in (elsewhere_worked if day in rest else elsewhere_off):
            yield Reason(code="calendar_day_twice", params={"day": day.isoformat()})
        elif day in body.work and day.weekday() < SATURDAY:
            yield Reason(code="calendar_works_anyway", params={"day": day.isoformat()})


def days_of(block: RestDays) -> Iterator[date]:
    """Every day of a block."""
    return days_between(block.first, block.last)


def against_revision(platform: Platform, body: PolicyRevision) -> Reasons:
    """A revision begins today or later, on no other's first day, and sets values that are there and are not law."""
    if body.effective_from < platform.clock.today():
        return (Reason(code="policy_day_past"),)
    try:
        before = profile_on(platform.profiles, body.profile, body.effective_from)
    except Invalid:
        return (Reason(code="policy_unknown", params={"profile": body.profile}),)
    if before.effective_from == body.effective_from:
        return (Reason(code="policy_day_taken", params={"day": body.effective_from.isoformat()}),)
    known = {one.name: one for one in adjustable(before)}
    found = []
    for name, count in Counter(one.name for one in body.values).items():
        if name not in known or count > 1:
            found.append(Reason(code="policy_value_unknown", params={"value": name}))
        elif known[name].fixed:
            found.append(Reason(code="policy_value_fixed", params={"basis": known[name].basis}))
    return tuple(found)
