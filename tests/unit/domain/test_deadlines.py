from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from contract_platform.domain.deadlines import (
    NATURAL,
    WORKING,
    SkippedDay,
    days_left,
    earliest_after,
    overdue_days,
    received_on,
    reckon,
    roll_back,
    roll_forward,
)
from contract_platform.policy.calendar import load_calendar

CALENDAR = load_calendar()
SHANGHAI = ZoneInfo("Asia/Shanghai")


def on(text: str) -> date:
    """A day; of 2026 where no year is named."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def due(start: str, days: int, unit: str = WORKING, **more) -> date:
    return reckon(CALENDAR, on(start), days, unit, **more).due_on


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        ("2026-02-10", 10, "2026-03-02"),
        ("2026-02-12", 5, "2026-02-26"),
        ("2026-02-13", 5, "2026-02-27"),
        ("2026-02-14", 1, "2026-02-24"),
        ("2026-04-30", 3, "2026-05-08"),
        ("2026-09-18", 10, "2026-10-09"),
        ("2026-09-29", 7, "2026-10-14"),
        ("2026-01-01", 1, "2026-01-04"),
        ("2026-06-18", 1, "2026-06-22"),
        ("2025-01-20", 10, "2025-02-08"),
        ("2025-09-28", 10, "2025-10-17"),
    ],
)
def test_working_days_follow_holidays_and_make_up_days(start, days, expected):
    assert due(start, days) == on(expected)


@pytest.mark.parametrize(
    ("start", "days", "raw", "expected"),
    [
        ("2026-02-10", 10, "2026-02-20", "2026-02-24"),
        ("2026-09-06", 30, "2026-10-06", "2026-10-08"),
        ("2026-09-01", 30, "2026-10-01", "2026-10-08"),
        ("2026-01-20", 30, "2026-02-19", "2026-02-24"),
        ("2025-09-28", 10, "2025-10-08", "2025-10-09"),
    ],
)
def test_natural_days_roll_forward_from_the_matching_day(start, days, raw, expected):
    reckoned = reckon(CALENDAR, on(start), days, NATURAL)
    assert (reckoned.raw_due, reckoned.due_on) == (on(raw), on(expected))


@pytest.mark.parametrize(
    ("what", "start", "days", "unit", "expected"),
    [
        ("major review of a purchase accepted on 09-02", "09-02", 10, WORKING, "09-16"),
        ("signing after the award notice of 09-01", "09-01", 30, NATURAL, "10-08"),
        ("publication of a contract signed on 09-22", "09-22", 2, WORKING, "09-24"),
        ("return of its bid bond", "09-22", 5, WORKING, "09-30"),
        ("its filing", "09-22", 7, WORKING, "10-09"),
        ("major review accepted on 09-18", "09-18", 10, WORKING, "10-09"),
        ("feedback on an opinion of 09-30", "09-30", 5, WORKING, "10-13"),
        ("filing of a contract signed last on 09-28", "09-28", 7, WORKING, "10-13"),
        ("filing of a contract signed on 08-20", "08-20", 7, WORKING, "08-31"),
    ],
)
def test_deadlines_of_everyday_cases(what, start, days, unit, expected):
    assert due(start, days, unit) == on(expected), what


@pytest.mark.parametrize(
    ("agreed", "expected"), [("01-01", "01-04"), ("04-01", "04-01"), ("07-01", "07-01"), ("10-01", "10-08")]
)
def test_rent_due_on_the_first_day_of_a_quarter_rolls_forward(agreed, expected):
    assert roll_forward(CALENDAR, on(agreed)) == on(expected)


def test_a_warning_rolls_back():
    assert roll_back(CALENDAR, on("10-02")) == on("09-30")
    assert roll_back(CALENDAR, on("11-01")) == on("10-30")
    assert roll_back(CALENDAR, on("10-10")) == on("10-10")  # a Saturday that is worked


@pytest.mark.parametrize(
    ("sent", "received", "earliest"),
    [
        (datetime(2026, 4, 29, 17, 20, tzinfo=SHANGHAI), "04-29", "05-09"),
        (datetime(2026, 4, 29, 17, 30, tzinfo=SHANGHAI), "04-29", "05-09"),
        (datetime(2026, 4, 29, 17, 30, 1, tzinfo=SHANGHAI), "04-30", "05-11"),
        (datetime(2026, 4, 29, 17, 45, tzinfo=SHANGHAI), "04-30", "05-11"),
        (datetime(2026, 4, 29, 9, 45, tzinfo=UTC), "04-30", "05-11"),
        (datetime(2026, 5, 2, 10, 0, tzinfo=SHANGHAI), "05-06", "05-12"),
        (datetime(2026, 5, 9, 10, 0, tzinfo=SHANGHAI), "05-09", "05-15"),
        (datetime(2026, 4, 28, 23, 0, tzinfo=UTC), "04-29", "05-09"),
    ],
)
def test_receipt_after_hours_moves_the_earliest_signing_day(sent, received, earliest):
    day = received_on(CALENDAR, sent, time(17, 30))
    assert (day, earliest_after(CALENDAR, day, 5)) == (on(received), on(earliest))


def test_an_instant_without_a_zone_is_no_instant():
    with pytest.raises(ValueError, match="zone"):
        received_on(CALENDAR, datetime(2026, 4, 29, 17, 20), time(17, 30))  # noqa: DTZ001 — what is refused


@pytest.mark.parametrize(
    ("due_on", "done_on", "unit", "days"),
    [
        ("09-24", "09-28", WORKING, 1),
        ("08-31", "11-23", WORKING, 56),
        ("10-08", "10-20", NATURAL, 12),
        ("10-09", "10-09", WORKING, 0),
        ("10-09", "09-22", NATURAL, 0),
        ("09-24", "09-26", WORKING, 1),  # a Saturday: counts as the next working day, and late it is
    ],
)
def test_lateness_is_counted_in_the_unit_of_the_deadline(due_on, done_on, unit, days):
    assert overdue_days(CALENDAR, on(due_on), on(done_on), unit) == days


@pytest.mark.parametrize(
    ("today", "due_on", "unit", "left"),
    [
        ("09-22", "09-24", WORKING, 2),
        ("09-24", "09-24", WORKING, 0),
        ("09-25", "09-24", WORKING, -1),
        ("09-29", "09-24", WORKING, -2),
        ("09-26", "09-28", WORKING, 1),
        ("09-30", "10-08", WORKING, 1),
        ("09-30", "10-08", NATURAL, 8),
        ("10-10", "10-08", NATURAL, -2),
        ("10-02", "10-03", WORKING, 1),  # due within the holiday: the law moves it to 10-08
    ],
)
def test_days_left(today, due_on, unit, left):
    assert days_left(CALENDAR, on(today), on(due_on), unit) == left


def test_neither_end_of_a_suspension_is_counted():
    # 09-01 Tue: 09-02 counts; 03..08 stand still (03, 04, 07, 08 are working days); 09-09 is the second
    plain = reckon(CALENDAR, on("09-01"), 2, WORKING)
    halted = reckon(CALENDAR, on("09-01"), 2, WORKING, [(on("09-03"), on("09-08"))])
    assert (plain.due_on, halted.due_on) == (on("09-03"), on("09-09"))
    still = [skip.day for skip in halted.skipped if skip.reason == "suspended"]
    assert still == [on("09-03"), on("09-04"), on("09-07"), on("09-08")]


def test_overlapping_suspensions_count_once():
    halts = [(on("09-03"), on("09-08")), (on("09-07"), on("09-10"))]
    assert due("09-01", 2, suspensions=halts) == due("09-01", 2, suspensions=[(on("09-03"), on("09-10"))])


def test_a_suspension_within_a_rest_block_costs_nothing():
    assert due("09-30", 5, suspensions=[(on("10-02"), on("10-05"))]) == on("10-13")


def test_an_open_suspension_moves_the_deadline_on_from_day_to_day():
    halts = [(on("09-03"), None)]
    seen = [due("09-01", 2, suspensions=halts, open_until=on(day)) for day in ("09-03", "09-04", "09-07", "09-08")]
    assert seen == [on("09-04"), on("09-07"), on("09-08"), on("09-09")]


def test_an_open_suspension_runs_at_least_to_the_last_day_that_is_known():
    assert due("09-01", 2, suspensions=[(on("09-03"), None)]) == on("09-04")
    assert due("09-01", 2, suspensions=[(on("09-03"), None), (on("09-04"), on("09-08"))]) == on("09-09")


def test_a_suspension_on_the_last_day_keeps_a_natural_period_open():
    assert due("09-01", 7, NATURAL, suspensions=[(on("09-08"), on("09-10"))]) == on("09-11")
    assert due("05-20", 30, NATURAL, suspensions=[(on("06-22"), on("06-23"))]) == on("06-24")  # raw 06-19, a holiday


def test_skipped_days_tell_why_each_was_not_counted():
    reckoned = reckon(CALENDAR, on("09-24"), 1, WORKING)
    reasons = [("09-24", "start"), ("09-25", "holiday"), ("09-26", "holiday"), ("09-27", "holiday")]
    assert reckoned.skipped == tuple(SkippedDay(day=on(day), reason=reason) for day, reason in reasons)
    assert [skip.reason for skip in reckon(CALENDAR, on("09-11"), 1, WORKING).skipped] == [
        "start",
        "weekend",
        "weekend",
    ]


def test_skipped_days_of_a_natural_period_are_those_it_rolled_over():
    skipped = reckon(CALENDAR, on("09-06"), 30, NATURAL).skipped
    assert [(skip.day, skip.reason) for skip in skipped] == [
        (on("09-06"), "start"),
        (on("10-06"), "holiday"),
        (on("10-07"), "holiday"),
    ]


def test_a_deadline_that_reaches_into_an_unplanned_year_is_provisional():
    assert not reckon(CALENDAR, on("12-24"), 5, WORKING).provisional  # due 12-31
    assert reckon(CALENDAR, on("12-24"), 6, WORKING).provisional
    assert reckon(CALENDAR, on("12-24"), 6, WORKING).due_on == on("2027-01-01")
    assert reckon(CALENDAR, on("12-10"), 30, NATURAL).provisional


@pytest.mark.parametrize(("days", "unit"), [(-1, WORKING), (5, "weeks")])
def test_what_is_no_period_is_refused(days, unit):
    with pytest.raises(ValueError, match="no such period"):
        reckon(CALENDAR, on("09-01"), days, unit)


def test_a_suspension_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="ends before"):
        reckon(CALENDAR, on("09-01"), 5, WORKING, [(on("09-08"), on("09-03"))])
