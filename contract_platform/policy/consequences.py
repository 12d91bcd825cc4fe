"""What a profile means for one contract that has lived: its way, its days, its filings, its numbers.

Two profiles asked the same question about the same contract give the replay: what would have been otherwise.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from contract_platform.domain.deadlines import received_on, reckon
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import State, SuspensionReason, Tier
from contract_platform.policy.calendar import Calendar
from contract_platform.policy.profile import PolicyProfile
from contract_platform.policy.routing import RoutingCase

FOR_EVER = "PERMANENT"
EXTENSION = "REVIEW_EXTENSION"
LEAD_TIME = "LEAD_TIME"
Serial = tuple[int, int]
"""Year and counter of a number."""


class Pause(Record, frozen=True, kw_only=True):
    """A time during which a clock may have stood still; ``last`` None = it still does. ``why`` None = nobody knows."""

    first: date
    last: date | None
    why: SuspensionReason | None


class Ran(Record, frozen=True, kw_only=True):
    """A clock that ran: from a day, or from an instant of receipt on which the business cut-off bears."""

    name: str
    started_on: date
    received_at: datetime | None = None
    extended: bool = False
    pauses: tuple[Pause, ...] = ()


class Lived(Record, frozen=True, kw_only=True):
    """What is known of a contract that has lived. ``submitted_at``: the newest submission; ``awarded``: after bids."""

    case: RoutingCase
    submitted_at: datetime | None = None
    clocks: tuple[Ran, ...] = ()
    opinion_on: date | None = None
    signed_on: date | None = None
    awarded: bool = False
    serials: dict[str, Serial] = {}


class Effect(Record, frozen=True, kw_only=True):
    """One thing that would be otherwise, such as ``tier`` or ``clock.REVIEW``; None = there would be none."""

    item: str
    before: str | None
    after: str | None


class Reckoner(Record, frozen=True, kw_only=True):
    """By which calendar days are counted, and up to when a clock that still stands is counted as standing."""

    calendar: Calendar
    today: date

    def due(self, start: date, days: int, unit: str, pauses: tuple[tuple[date, date | None], ...] = ()) -> str:
        """The due day."""
        found = reckon(self.calendar, start, days, unit, pauses, open_until=self.today)
        return found.due_on.isoformat()


def effects(before: PolicyProfile, after: PolicyProfile, lived: Lived, by: Reckoner) -> tuple[Effect, ...]:
    """What would be otherwise for a contract under the second profile."""
    old, new = dict(consequences(before, lived, by)), dict(consequences(after, lived, by))
    names = [*old, *(name for name in new if name not in old)]
    return tuple(
        Effect(item=name, before=old.get(name), after=new.get(name)) for name in names if old.get(name) != new.get(name)
    )


def consequences(profile: PolicyProfile, lived: Lived, by: Reckoner) -> Iterator[tuple[str, str]]:
    """Everything a profile decides about a contract, by name."""
    routing = profile.routing.decide(lived.case)
    yield "tier", routing.tier
    yield "rule", routing.rule
    yield "route", ">".join(stations(profile, routing.tier, government=lived.case.gov_party))
    yield from days(profile, lived, by)
    yield from filings(profile, lived, by, major=routing.tier == Tier.MAJOR)
    amount = profile.routing.measured(lived.case)
    for code, material in profile.materials.items():
        if material.asked_of(lived.case, amount, routing.tier):
            yield f"material.{code}", material.need
    for kind, (year, seq) in lived.serials.items():
        yield f"number.{kind}", profile.number(kind, year, seq)
    years = profile.keeping.retention_of(lived.case, routing.tier).years
    yield "retention", FOR_EVER if years is None else str(years)


def stations(profile: PolicyProfile, tier: Tier, *, government: bool) -> tuple[State, ...]:
    """Where a contract stops before it may be signed."""
    if tier != Tier.MAJOR:
        return (State.UNIT_REVIEW, State.READY_TO_SIGN)
    forwarded = (State.FORWARDING,) if government and profile.reviewing.forwarding.on else ()
    return (State.UNIT_REVIEW, *forwarded, State.SUBMITTED, State.UNDER_REVIEW, State.SIGNING_OFF, State.READY_TO_SIGN)


def days(profile: PolicyProfile, lived: Lived, by: Reckoner) -> Iterator[tuple[str, str]]:
    """Due days of the clocks that ran, the earliest day of signing, the last day an opinion may be relied on."""
    for ran in lived.clocks:
        if ran.name in profile.clocks:
            yield f"clock.{ran.name}", clock_due(profile, ran, by)
    if lived.submitted_at is not None:
        received = received_on(by.calendar, lived.submitted_at, profile.cut_off)
        lead = profile.clock(LEAD_TIME)
        yield "lead", by.due(received, lead.days, lead.unit)
    if lived.opinion_on is not None and profile.opinion_validity_days is not None:
        yield "opinion", (lived.opinion_on + timedelta(days=profile.opinion_validity_days)).isoformat()


def clock_due(profile: PolicyProfile, ran: Ran, by: Reckoner) -> str:
    """The due day of a clock that ran, had this profile been in force."""
    period = profile.clock(ran.name)
    more = profile.clock(EXTENSION).days if ran.extended else 0
    start = received_on(by.calendar, ran.received_at, profile.cut_off) if ran.received_at else ran.started_on
    stood = tuple(
        (pause.first, pause.last) for pause in ran.pauses if pause.why is None or profile.suspension[pause.why].on
    )
    return by.due(start, period.days + more, period.unit, stood)


def filings(profile: PolicyProfile, lived: Lived, by: Reckoner, *, major: bool) -> Iterator[tuple[str, str]]:
    """Where the contract is filed: by when once it is signed, in how many days before."""
    for target in profile.filing_targets:
        if target.applies(procurement=lived.case.procurement, major=major, award=lived.awarded):
            period = target.period
            day = by.due(lived.signed_on, period.days, period.unit) if lived.signed_on else ""
            yield f"filing.{target.target}", day or f"{period.days} {period.unit}"
