"""The calendar and the periods as administrators see them: what holds, on what paper it rests, what waits."""

from contract_platform.application.people_views import PolicyVersion, RulesView, ValueView, YearView
from contract_platform.application.ports import Platform
from contract_platform.application.read_accounts import numbers_of_pending
from contract_platform.domain.change import RestDays
from contract_platform.domain.people import Actor
from contract_platform.policy.adjustable import adjustable
from contract_platform.policy.calendar import Year
from contract_platform.policy.profile import profile_on


def read_rules(platform: Platform, actor: Actor) -> RulesView:  # noqa: ARG001 - the access table decides who asks
    """Every year that is known, and the values of this platform's profile in force today."""
    book, today = platform.rules(), platform.clock.today()
    current = profile_on(book.profiles, platform.profile_id, today)
    with platform.reading() as uow:
        waiting = numbers_of_pending(uow)
    versions = sorted((one for one in book.profiles if one.id == current.id), key=lambda one: one.effective_from)
    return RulesView(
        years=tuple(year_view(plan, waiting.get(f"calendar/{plan.year}")) for plan in book.years),
        profile=current.id,
        name=current.name,
        version=current.version,
        values=tuple(
            ValueView(
                name=one.name,
                group=one.group,
                member=one.member,
                value=one.value,
                unit=one.unit,
                basis=one.basis,
                confirmed=one.provenance in {"verified", "decided"},
                fixed=one.fixed,
            )
            for one in adjustable(current)
        ),
        versions=tuple(
            PolicyVersion(version=one.version, effective_from=one.effective_from, effective_to=one.effective_to)
            for one in versions
        ),
        pending=waiting.get(f"policy/{current.id}"),
    )


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
