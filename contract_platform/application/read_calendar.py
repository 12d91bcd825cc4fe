"""The calendar as it holds: the plan of each year, on what paper it rests, what waits."""

from contract_platform.application.people_views import CalendarView, YearView
from contract_platform.application.ports import Platform
from contract_platform.application.read_accounts import numbers_of_pending
from contract_platform.domain.change import RestDays
from contract_platform.domain.people import Actor
from contract_platform.policy.calendar import Year


def read_calendar(platform: Platform, actor: Actor) -> CalendarView:  # noqa: ARG001 - everybody signed in reads the same
    """Every year that is known."""
    book = platform.rules()
    with platform.reading() as uow:
        waiting = numbers_of_pending(uow)
    years = tuple(year_view(plan, waiting.get(f"calendar/{plan.year}")) for plan in book.years)
    return CalendarView(version=book.calendar.version, years=years)


def year_view(plan: Year, pending: int | None) -> YearView:
    """One year."""
    return YearView(
        year=plan.year,
        official=plan.official,
        basis=plan.basis,
        rest=tuple(RestDays(name=block.name, first=block.first, last=block.last) for block in plan.rest),
        work=plan.work,
        pending=pending,
    )
