from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_platform.domain.alert import OF_ACTS
from contract_platform.domain.vocabulary import AlertKind, AlertLevel
from contract_platform.policy.calendar import load_calendar
from contract_platform.policy.profile import level_on, load_profiles, pinned

CALENDAR = load_calendar()
LICHENG = pinned(load_profiles(), "licheng-provisional@2026.1")


def level(kind, today, due):
    days = [date.fromisoformat(text if len(text) > 5 else f"2026-{text}") for text in (today, due)]
    return level_on(CALENDAR, LICHENG.warnings(kind), *days)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("09-28", None),
        ("09-29", None),
        ("09-30", "YELLOW"),  # two working days before 10-09: 10-08 is one
        ("10-08", "YELLOW"),
        ("10-09", "ORANGE"),
        ("10-10", "RED"),
        ("11-01", "RED"),
    ],
)
@pytest.mark.parametrize("kind", ["REVIEW", "FILING"])
def test_a_working_day_deadline_turns_yellow_orange_red(kind, today, expected):
    assert level(kind, today, "10-09") == expected


def test_a_missed_deadline_is_red_on_the_very_next_day_even_at_the_weekend():
    assert level("FILING", "09-24", "09-24") == "ORANGE"
    assert level("FILING", "09-26", "09-24") == "RED"


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("09-24", None),
        ("09-28", "BLUE"),  # T-10
        ("09-30", "ORANGE"),  # T-5 and T-2 both lie in the holiday: the day before it warns
        ("10-08", "ORANGE"),
        ("10-09", "RED"),
    ],
)
def test_an_obligation_warns_before_the_holiday_not_in_it(today, expected):
    assert level("OBLIGATION", today, "10-08") == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("09-29", None),
        ("09-30", "BLUE"),
        ("10-29", "BLUE"),
        ("10-30", "YELLOW"),
        ("11-30", "YELLOW"),
        ("12-01", "ORANGE"),
        ("12-31", "ORANGE"),
        ("2027-01-01", "RED"),
    ],
)
def test_the_end_of_a_lease_warns_three_times(today, expected):
    assert level("TERM_END", today, "12-31") == expected


@given(
    st.sampled_from(sorted(set(AlertKind) - OF_ACTS)),
    st.dates(date(2024, 6, 1), date(2027, 3, 1)),
    st.integers(-120, 40),
    st.integers(0, 30),
)
def test_a_colour_never_fades_while_time_passes(kind, due, offset, later):
    order = [None, *AlertLevel]
    today = due + timedelta(days=offset)
    now, then = (level_on(CALENDAR, LICHENG.warnings(kind), day, due) for day in (today, today + timedelta(days=later)))
    assert order.index(now) <= order.index(then)
