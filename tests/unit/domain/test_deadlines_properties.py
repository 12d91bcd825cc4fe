from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from contract_platform.domain.deadlines import (
    NATURAL,
    WORKING,
    days_between,
    days_left,
    overdue_days,
    reckon,
    roll_back,
    roll_forward,
)
from contract_platform.policy.calendar import load_calendar

CALENDAR = load_calendar()
DAYS = st.dates(date(2023, 12, 1), date(2027, 6, 30))
UNITS = st.sampled_from([WORKING, NATURAL])
LENGTHS = st.integers(0, 90)
SUSPENSIONS = st.lists(
    st.builds(lambda first, length: (first, first + timedelta(days=length)), DAYS, st.integers(0, 60)), max_size=4
)


@given(DAYS, LENGTHS, UNITS, SUSPENSIONS)
def test_a_deadline_never_lands_on_a_rest_day_or_a_suspended_day(start, days, unit, suspensions):
    due = reckon(CALENDAR, start, days, unit, suspensions).due_on
    assert CALENDAR.is_working(due)
    assert not any(first <= due <= last for first, last in suspensions)


@given(DAYS, LENGTHS, LENGTHS, UNITS, SUSPENSIONS)
def test_more_days_never_end_earlier(start, days, more, unit, suspensions):
    short = reckon(CALENDAR, start, days, unit, suspensions)
    assert reckon(CALENDAR, start, days + more, unit, suspensions).due_on >= short.due_on


@given(DAYS, st.integers(0, 40), LENGTHS, UNITS, SUSPENSIONS)
def test_a_later_start_never_ends_earlier(start, later, days, unit, suspensions):
    early = reckon(CALENDAR, start, days, unit, suspensions)
    assert reckon(CALENDAR, start + timedelta(days=later), days, unit, suspensions).due_on >= early.due_on


@given(DAYS, LENGTHS, UNITS, SUSPENSIONS, st.randoms(use_true_random=False))
def test_suspensions_are_a_union_whatever_their_order(start, days, unit, suspensions, random):
    shuffled = [*suspensions, *suspensions]
    random.shuffle(shuffled)
    assert reckon(CALENDAR, start, days, unit, shuffled) == reckon(CALENDAR, start, days, unit, suspensions)


@given(DAYS, LENGTHS, UNITS, SUSPENSIONS, DAYS)
def test_a_suspension_more_never_ends_earlier(start, days, unit, suspensions, until):
    without = reckon(CALENDAR, start, days, unit, suspensions, until)
    assert reckon(CALENDAR, start, days, unit, [*suspensions, (start, None)], until).due_on >= without.due_on


@given(DAYS, st.integers(1, 90), SUSPENSIONS)
def test_every_day_of_a_working_period_is_either_counted_or_explained(start, days, suspensions):
    reckoned = reckon(CALENDAR, start, days, WORKING, suspensions)
    skipped = [skip.day for skip in reckoned.skipped]
    assert skipped == sorted(set(skipped))
    assert len(list(days_between(start, reckoned.due_on))) == days + len(skipped)


@given(DAYS, LENGTHS)
def test_days_left_at_the_start_are_the_days_of_the_period(start, days):
    due = reckon(CALENDAR, start, days, WORKING).due_on
    assert days_left(CALENDAR, start, due, WORKING) == (days or int(due > start))


@given(DAYS, DAYS, UNITS)
def test_the_sign_of_days_left_agrees_with_the_calendar(today, due, unit):
    due = roll_forward(CALENDAR, due)
    left = days_left(CALENDAR, today, due, unit)
    assert (left > 0, left == 0, left < 0) == (today < due, today == due, today > due)
    assert overdue_days(CALENDAR, due, today, unit) == max(0, -left)


@given(DAYS)
def test_rolling_finds_the_nearest_working_day(day):
    back, forward = roll_back(CALENDAR, day), roll_forward(CALENDAR, day)
    assert CALENDAR.is_working(back)
    assert CALENDAR.is_working(forward)
    assert [between for between in days_between(back, forward) if CALENDAR.is_working(between)] in (
        [day],
        [back, forward],
    )
