"""What stands against another calendar."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from contract_platform.application.ports import Platform
from contract_platform.domain.change import CalendarYear, RestDays
from contract_platform.domain.deadlines import days_between
from contract_platform.domain.machine import Reason
from contract_platform.policy.calendar import SATURDAY

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
