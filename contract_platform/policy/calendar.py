"""The working-day calendar: rest days and make-up working days as the State Council's office announces them."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import msgspec

from contract_platform.domain.records import Record

SATURDAY = 5
FOLDER = Path(__file__).parent / "calendars"


class Rest(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A block of rest days, first and last day included, with the holiday's name."""

    name: str
    first: date
    last: date

    def days(self) -> Iterator[date]:
        """Every day of the block."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


class Year(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One year's plan. Where ``official`` is False the plan is not out yet, and weekends alone are known.

    A plan may reach back into the last days of the year before (元旦 2024 began on 2023-12-30).
    """

    year: int
    official: bool
    basis: str
    rest: tuple[Rest, ...] = ()
    work: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a plan that contradicts itself."""
        days = [*self.rest_days(), *self.work]
        if len(days) != len(set(days)):
            raise ValueError(f"{self.year}: a day stands in the plan twice")
        if any(block.last < block.first for block in self.rest):
            raise ValueError(f"{self.year}: a rest block ends before it begins")
        if any(not date(self.year - 1, 12, 1) <= day <= date(self.year, 12, 31) for day in days):
            raise ValueError(f"{self.year}: a day of another year")
        if any(day.weekday() < SATURDAY for day in self.work):
            raise ValueError(f"{self.year}: a make-up working day that is no Saturday or Sunday")
        if self.official != bool(days):
            raise ValueError(f"{self.year}: an official plan names its days, a provisional one names none")

    def rest_days(self) -> Iterator[date]:
        """Every day the plan gives off."""
        return (day for block in self.rest for day in block.days())


class Calendar(Record, frozen=True, kw_only=True):
    """Answers what kind of day a day is. A year without a plan has weekends only and is not official.

    ``version`` changes with every change of the plans: a stored deadline can tell which calendar it was reckoned by.
    """

    version: str
    rest: frozenset[date]
    work: frozenset[date]
    official: frozenset[int]
    basis: dict[int, str]

    def is_working(self, day: date) -> bool:
        """Whether offices work on that day (工作日)."""
        return self.rest_reason(day) is None

    def is_official(self, day: date) -> bool:
        """Whether the plan of that day's year has been announced."""
        return day.year in self.official

    def rest_reason(self, day: date) -> str | None:
        """``weekend`` or ``holiday`` for a rest day, None for a working day."""
        if day in self.rest:
            return "holiday"
        return "weekend" if day.weekday() >= SATURDAY and day not in self.work else None


def calendar_of(years: Iterable[Year]) -> Calendar:
    """One calendar of several years' plans; the same year twice is refused."""
    plans = sorted(years, key=lambda plan: plan.year)
    twice = [year for year, group in groupby(plan.year for plan in plans) if len(list(group)) > 1]
    if twice:
        raise ValueError(f"more than one plan for {twice}")
    official = [plan.year for plan in plans if plan.official]
    digest = hashlib.sha256(msgspec.json.encode(plans)).hexdigest()[:8]
    return Calendar(
        version=f"{max(official, default=0)}-{digest}",
        rest=frozenset(day for plan in plans for day in plan.rest_days()),
        work=frozenset(day for plan in plans for day in plan.work),
        official=frozenset(official),
        basis={plan.year: plan.basis for plan in plans},
    )


def load_calendar(folder: Path = FOLDER) -> Calendar:
    """The calendar of the plans in ``folder``; an unknown key, a wrong type or a contradiction refuses to load."""
    return calendar_of(load_years(folder))


def load_years(folder: Path = FOLDER) -> tuple[Year, ...]:
    """The plans in ``folder``."""
    return tuple(read_year(path) for path in sorted(folder.glob("*.toml")))


def read_year(path: Path) -> Year:
    """One year's plan from its file, or ``ValueError`` naming the file."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Year)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as wrong:
        raise ValueError(f"{path.name}: {wrong}") from wrong
