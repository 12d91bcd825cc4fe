"""Reckoning of periods: working and natural days, suspension, rolling, receipt after hours.

The rules are those of 民法典 art. 200-204: the start day is not counted; a last day that is a rest day moves to the
next working day. The calendar is an argument: nothing here knows a holiday, today's date or a jurisdiction.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from contract_platform.domain.records import Record

WORKING = "working"
NATURAL = "natural"
DAY = timedelta(days=1)
MONTHS = 12  # of a year
SHANGHAI = ZoneInfo("Asia/Shanghai")

Interval = tuple[date, date | None]


class WorkCalendar(Protocol):
    """What reckoning asks of a calendar."""

    def is_working(self, day: date) -> bool:
        """Whether it is a working day."""
        ...

    def is_official(self, day: date) -> bool:
        """Whether the holiday plan of its year is official."""
        ...

    def rest_reason(self, day: date) -> str | None:
        """``weekend`` or ``holiday`` for a rest day, None for a working day."""
        ...


class SkippedDay(Record, frozen=True, kw_only=True):
    """A day that was not counted. ``reason``: weekend, holiday, suspended or start."""

    day: date
    reason: str


class Reckoned(Record, frozen=True, kw_only=True):
    """A deadline and how it came about.

    ``raw_due`` is the day before rolling forward (natural days only; else the same). ``provisional``: some day from
    start to due day lies in a year whose plan is not official. ``skipped`` are the days not counted in order, the
    start first; of natural days also those the due day rolled over, ``raw_due`` among them.
    """

    start: date
    days: int
    unit: str
    due_on: date
    raw_due: date
    provisional: bool
    skipped: tuple[SkippedDay, ...]


def reckon(
    calendar: WorkCalendar,
    start: date,
    days: int,
    unit: str,
    suspensions: Sequence[Interval] = (),
    open_until: date | None = None,
) -> Reckoned:
    """The deadline ``days`` after ``start``, which itself is not counted.

    Neither the first nor the last day of a suspension is counted; overlapping suspensions count once. One that has
    no end yet runs up to ``open_until`` (today, as a rule) or to the last day that is named anywhere.
    """
    check(days, unit)
    suspended = closed(suspensions, start, open_until)
    skipped = [SkippedDay(day=start, reason="start")]
    raw_due = count(calendar, start, days, suspended, skipped, working=unit == WORKING)
    due_on = raw_due
    while reason := idle(calendar, due_on, suspended, working=True):
        skipped.append(SkippedDay(day=due_on, reason=reason))
        due_on += DAY
    return Reckoned(
        start=start,
        days=days,
        unit=unit,
        due_on=due_on,
        raw_due=raw_due if unit == NATURAL else due_on,
        provisional=any(not calendar.is_official(day) for day in days_between(start, due_on)),
        skipped=tuple(skipped),
    )


def count(
    calendar: WorkCalendar,
    start: date,
    days: int,
    suspended: Sequence[tuple[date, date]],
    skipped: list[SkippedDay],
    *,
    working: bool,
) -> date:
    """The day on which the last of ``days`` is counted; what is passed over is appended to ``skipped``."""
    day, counted = start, 0
    while counted < days:
        day += DAY
        if reason := idle(calendar, day, suspended, working=working):
            skipped.append(SkippedDay(day=day, reason=reason))
        else:
            counted += 1
    return day


def idle(calendar: WorkCalendar, day: date, suspended: Sequence[tuple[date, date]], *, working: bool) -> str | None:
    """Why a day does not count: a rest day (where only working days count) or a suspension."""
    reason = calendar.rest_reason(day) if working else None
    return reason or ("suspended" if any(first <= day <= last for first, last in suspended) else None)


def closed(suspensions: Sequence[Interval], start: date, open_until: date | None) -> tuple[tuple[date, date], ...]:
    """The suspensions with the open ones ended at ``open_until``, or at the last day named anywhere."""
    named = [start, *(day for interval in suspensions for day in interval if day is not None)]
    until = open_until or max(named)
    ended = tuple((first, last if last is not None else max(first, until)) for first, last in suspensions)
    if any(last < first for first, last in ended):
        raise ValueError("a suspension ends before it begins")
    return ended


def days_left(calendar: WorkCalendar, today: date, due_on: date, unit: str) -> int:
    """Days until the deadline in its own unit: 0 = due today, negative = overdue by that many.

    In working days a rest day stands for the next working day, on either side: on the Saturday after a Friday that
    was due, one working day has been missed.
    """
    check(0, unit)
    if unit == NATURAL:
        return (due_on - today).days
    due = roll_forward(calendar, due_on)
    if today <= due:
        return working_days(calendar, today, due)
    return -working_days(calendar, due, roll_forward(calendar, today))


def overdue_days(calendar: WorkCalendar, due_on: date, done_on: date, unit: str) -> int:
    """By how many days of the unit something was late; 0 = in time."""
    return max(0, -days_left(calendar, done_on, due_on, unit))


def working_days(calendar: WorkCalendar, after: date, until: date) -> int:
    """How many working days lie after one day, up to and including another."""
    return sum(calendar.is_working(day) for day in days_between(after + DAY, until))


def elapsed(calendar: WorkCalendar, start: date, end: date, suspensions: Sequence[Interval] = ()) -> int:
    """How many working days something took: the day it began on does not count, nor does any day it stood still."""
    suspended = closed(suspensions, start, end)
    return sum(idle(calendar, day, suspended, working=True) is None for day in days_between(start + DAY, end))


def roll_forward(calendar: WorkCalendar, day: date) -> date:
    """The day itself if it is a working day, else the next one (deadlines, 民法典 art. 203)."""
    while not calendar.is_working(day):
        day += DAY
    return day


def roll_back(calendar: WorkCalendar, day: date) -> date:
    """The day itself if it is a working day, else the one before (warnings must be seen in time)."""
    while not calendar.is_working(day):
        day -= DAY
    return day


def received_on(calendar: WorkCalendar, instant: datetime, cut_off: time) -> date:
    """The legal day of receipt: what comes after ``cut_off`` or on a rest day is received on the next working day.

    ``instant`` is aware; ``cut_off`` is local time in Asia/Shanghai, and what comes exactly then is in time.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant without a zone")
    local = instant.astimezone(SHANGHAI)
    return roll_forward(calendar, local.date() + DAY if local.time() > cut_off else local.date())


def earliest_after(calendar: WorkCalendar, received: date, days: int) -> date:
    """The first day on which ``days`` working days of lead time have been given: the last of them itself."""
    return reckon(calendar, received, days, WORKING).due_on


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the month's last where it has no such day (民法典 art. 202)."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from first to last, both included."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def check(days: int, unit: str) -> None:
    """Refuse what no period can be."""
    if days < 0 or unit not in {WORKING, NATURAL}:
        raise ValueError(f"no such period: {days} {unit} days")
