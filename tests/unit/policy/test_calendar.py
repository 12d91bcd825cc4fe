from datetime import date, timedelta

import pytest

from contract_platform.policy.calendar import Rest, Year, calendar_of, load_calendar

CALENDAR = load_calendar()
PLAN = """
year = 2026
official = true
basis = "a notice"
work = [2026-01-04]
rest = [{ name = "元旦", first = 2026-01-01, last = 2026-01-03 }]
"""


def days_of(year):
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize(("year", "working"), [(2024, 251), (2025, 248), (2026, 248)])
def test_years_have_as_many_working_days_as_announced(year, working):
    assert sum(map(CALENDAR.is_working, days_of(year))) == working


def test_make_up_days_of_2026_are_worked():
    worked = [day for day in days_of(2026) if day.weekday() >= 5 and CALENDAR.is_working(day)]
    assert [f"{day:%m-%d}" for day in worked] == ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]


def test_weekdays_off_in_2026_are_the_holidays():
    off = [day for day in days_of(2026) if day.weekday() < 5 and not CALENDAR.is_working(day)]
    blocks = [("01-01", "01-02"), ("02-16", "02-20"), ("02-23", "02-23"), ("04-06", "04-06"), ("05-01", "05-05")]
    blocks += [("06-19", "06-19"), ("09-25", "09-25"), ("10-01", "10-02"), ("10-05", "10-07")]
    announced = {day for first, last in blocks for day in days_of(2026) if first <= f"{day:%m-%d}" <= last}
    assert set(off) == {day for day in announced if day.weekday() < 5}


def test_a_rest_day_tells_whether_it_is_weekend_or_holiday():
    assert CALENDAR.rest_reason(date(2026, 9, 12)) == "weekend"
    assert CALENDAR.rest_reason(date(2026, 9, 26)) == "holiday"  # a Saturday within the block
    assert CALENDAR.rest_reason(date(2026, 9, 25)) == "holiday"
    assert CALENDAR.rest_reason(date(2026, 9, 20)) is None
    assert CALENDAR.rest_reason(date(2026, 9, 21)) is None


def test_a_plan_may_reach_back_into_december():
    assert CALENDAR.rest_reason(date(2023, 12, 30)) == "holiday"


@pytest.mark.parametrize("year", [1999, 2027, 2040])
def test_a_year_without_an_official_plan_has_weekends_only(year):
    assert not CALENDAR.is_official(date(year, 1, 1))
    assert {CALENDAR.rest_reason(day) for day in days_of(year)} == {None, "weekend"}


def test_every_official_plan_names_the_notice():
    assert CALENDAR.official == {2024, 2025, 2026}
    assert all("国务院办公厅" in CALENDAR.basis[year] for year in CALENDAR.official)


def test_the_version_changes_with_the_plan():
    announced = Year(year=2027, official=True, basis="x", rest=(day_off("2027-01-01"),))
    moved = Year(year=2027, official=True, basis="x", rest=(day_off("2027-01-04"),))
    versions = {calendar_of([plan]).version for plan in (announced, moved, Year(year=2027, official=False, basis="x"))}
    assert len(versions) == 3
    assert load_calendar().version == CALENDAR.version


def day_off(day):
    return Rest(name="元旦", first=date.fromisoformat(day), last=date.fromisoformat(day))


def test_a_plan_is_read_from_a_file(tmp_path):
    (tmp_path / "2026.toml").write_text(PLAN, "utf-8")
    assert load_calendar(tmp_path).is_working(date(2026, 1, 4))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("official =", "offical ="),
        ("last = 2026-01-03", "last = 2026-01-03, note = 1"),
        ("2026-01-03", "2025-12-31"),
        ("[2026-01-04]", "[2026-01-05]"),
        ("[2026-01-04]", "[2026-01-03]"),
        ("[2026-01-04]", "[2027-01-03]"),
        ("[2026-01-04]", "['2026-01-04', 4]"),
        ("official = true", "official = false"),
        ("year = 2026", 'year = "2026"'),
        ("work = [", "work = [["),
    ],
)
def test_a_plan_that_is_wrong_refuses_and_names_the_file(tmp_path, before, after):
    assert before in PLAN
    (tmp_path / "2026.toml").write_text(PLAN.replace(before, after), "utf-8")
    with pytest.raises(ValueError, match=r"^2026\.toml"):
        load_calendar(tmp_path)


def test_two_plans_of_one_year_refuse(tmp_path):
    for name in ("2026.toml", "again.toml"):
        (tmp_path / name).write_text(PLAN, "utf-8")
    with pytest.raises(ValueError, match="more than one plan"):
        load_calendar(tmp_path)
