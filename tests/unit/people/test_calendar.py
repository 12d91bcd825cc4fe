"""The calendar is changed by two administrators, and what is running follows."""

import dataclasses
from datetime import date

import msgspec
import pytest

from contract_platform.application import commands
from contract_platform.application.clocks import running_clocks
from contract_platform.application.live_rules import LiveRules
from contract_platform.application.read_calendar import read_calendar
from contract_platform.application.reckon_again import reckon_by_the_calendar_in_force
from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.domain import change as c
from contract_platform.domain.errors import Forbidden, Refused
from contract_platform.domain.vocabulary import Role
from contract_platform.policy.calendar import load_years
from contract_platform.policy.rulebook import adopt, shipped
from tests.unit.application.test_main_line import reasons
from tests.unit.people.test_leaving import performing, under_review

[PLAN] = [year for year in load_years() if year.year == 2026]
SPRING = c.RestDays(name="春节", first=date(2027, 2, 5), last=date(2027, 2, 11))
STORM = c.RestDays(name="台风停工", first=date(2026, 3, 10), last=date(2026, 3, 11))


def this_year(*more, work=None):
    rest = (*(c.RestDays(name=one.name, first=one.first, last=one.last) for one in PLAN.rest), *more)
    return c.CalendarYear(year=2026, basis="区政府通知", rest=rest, work=PLAN.work if work is None else work)


def next_year(*rest, work=()):
    return c.CalendarYear(year=2027, basis="国办发明电〔2026〕9号", rest=rest, work=work)


def against(staffed, body):
    with pytest.raises(Refused) as refused:
        staffed.ask("system", body)
    return reasons(refused)


def test_a_plan_holds_once_it_is_approved_and_not_before(staffed):
    asked = staffed.ask("system", next_year(SPRING))
    assert staffed.platform.calendar.is_working(date(2027, 2, 5))
    staffed.decide("security", asked)
    assert not staffed.platform.calendar.is_working(date(2027, 2, 5))
    assert staffed.platform.calendar.is_official(date(2027, 6, 1))
    assert staffed.platform.calendar.basis[2027] == "国办发明电〔2026〕9号"


def test_another_process_reckons_by_it_too(staffed):
    elsewhere = LiveRules(shipped(), staffed.platform.reading)
    assert elsewhere().calendar.is_working(date(2027, 2, 5))
    staffed.approved(next_year(SPRING))
    assert not elsewhere.fresh().calendar.is_working(date(2027, 2, 5))
    assert elsewhere.fresh() == staffed.platform.rules()


def test_what_was_read_holds_for_some_seconds(staffed, monkeypatch):
    now = 1000.0
    monkeypatch.setattr("contract_platform.application.live_rules.monotonic", lambda: now)
    elsewhere = LiveRules(shipped(), staffed.platform.reading)
    before = elsewhere()
    staffed.approved(next_year(SPRING))
    now += 4.9
    assert elsewhere() is before
    now += 0.2
    assert elsewhere() is not before


def test_the_latest_plan_of_a_year_counts(staffed):
    staffed.approved(next_year(SPRING))
    staffed.approved(next_year(work=(date(2027, 2, 6),)))
    assert staffed.platform.calendar.is_working(date(2027, 2, 5))
    assert staffed.platform.calendar.is_working(date(2027, 2, 6))


@pytest.mark.parametrize("decision", ["reject", "withdraw"])
def test_a_plan_that_is_not_approved_changes_nothing(staffed, decision):
    before = staffed.platform.rules()
    by = {"reject": "security", "withdraw": "system"}[decision]
    staffed.decide(by, staffed.ask("system", next_year(SPRING)), decision, note="有误")
    assert staffed.platform.rules.fresh() == before


def test_running_clocks_follow_the_calendar(staffed):
    contract_id = under_review(staffed)
    assert staffed.contract(contract_id).review_due == date(2026, 3, 16)
    staffed.approved(this_year(STORM))
    assert staffed.contract(contract_id).review_due == date(2026, 3, 18)
    with staffed.platform.reading() as uow:
        [clock] = [one for one in running_clocks(uow, contract_id) if one.name == "REVIEW"]
    assert clock.due_on == date(2026, 3, 18)
    [task] = staffed.find("tasks", contract_id=contract_id, closed_at=None, subject="contract")
    assert task.due_on == date(2026, 3, 18)


def test_open_filings_follow_and_the_trace_says_by_how_much(staffed):
    contract_id = performing(staffed)
    [filing] = staffed.find("filings", contract_id=contract_id, target="JUSTICE_BUREAU")
    assert filing.due_on == date(2026, 3, 11)
    staffed.approved(this_year(STORM))
    [filing] = staffed.find("filings", contract_id=contract_id, target="JUSTICE_BUREAU")
    assert filing.due_on == date(2026, 3, 13)
    [told] = staffed.find("events", type="contract.reckoned_again")
    moved = {one["name"]: (one["from"], one["to"]) for one in msgspec.json.decode(told.data)["deadlines"]}
    assert moved["JUSTICE_BUREAU"] == ("2026-03-11", "2026-03-13")
    assert told.role == Role.SYSTEM


def test_what_does_not_move_is_left_alone(staffed):
    contract_id = under_review(staffed)
    before = staffed.contract(contract_id)
    staffed.approved(next_year(SPRING))
    assert staffed.contract(contract_id) == before
    assert staffed.find("events", type="contract.reckoned_again") == []


def test_a_day_that_was_provisional_is_so_no_more(staffed):
    staffed.to(date(2026, 12, 28))
    contract_id = under_review(staffed)
    with staffed.platform.reading() as uow:
        assert all(clock.provisional for clock in running_clocks(uow, contract_id))
    staffed.approved(next_year(SPRING))
    with staffed.platform.reading() as uow:
        assert not any(clock.provisional for clock in running_clocks(uow, contract_id))


def test_a_clock_that_stands_still_is_left_to_its_resumption(staffed):
    contract_id = under_review(staffed)
    staffed.act("reviewer", contract_id, commands.Consult(reason="征求意见"))
    staffed.approved(this_year(STORM))
    [told] = staffed.find("events", type="contract.reckoned_again")
    assert [one["name"] for one in msgspec.json.decode(told.data)["deadlines"]] == ["CONSULTING"]
    staffed.to(date(2026, 3, 12))
    staffed.act("reviewer", contract_id, commands.Answered(reason="已回复"))
    assert staffed.contract(contract_id).review_due == date(2026, 3, 26)


def test_a_calendar_that_comes_with_another_version_moves_what_is_running_the_next_day(staffed):
    contract_id = under_review(staffed)
    reckon_by_the_calendar_in_force(staffed.platform)
    assert staffed.find("events", type="contract.reckoned_again") == []
    newer = LiveRules(adopt(shipped(), 1, this_year(STORM)), staffed.platform.reading)
    platform = dataclasses.replace(staffed.platform, rules=newer)
    reckon_by_the_calendar_in_force(platform)
    reckon_by_the_calendar_in_force(platform)
    assert staffed.contract(contract_id).review_due == date(2026, 3, 18)
    assert len(staffed.find("events", type="contract.reckoned_again")) == 1


def test_the_alert_of_the_old_day_goes_and_that_of_the_new_day_comes(staffed):
    contract_id = under_review(staffed)
    staffed.to(date(2026, 3, 13))
    sweep_deadlines(staffed.platform)
    [old] = [one for one in staffed.find("alerts", contract_id=contract_id) if one.due_on == date(2026, 3, 16)]
    staffed.approved(this_year(c.RestDays(name="台风停工", first=date(2026, 3, 16), last=date(2026, 3, 16))))
    sweep_deadlines(staffed.platform)
    states = {one.due_on: one.state for one in staffed.find("alerts", contract_id=contract_id)}
    assert states[old.due_on] == "CANCELLED"
    assert states[date(2026, 3, 17)] == "RAISED"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (next_year(), "calendar_empty"),
        (next_year(c.RestDays(name="春节", first=SPRING.last, last=SPRING.first)), "calendar_days_reversed"),
        (next_year(c.RestDays(name="春节", first=date(2027, 1, 1), last=date(2027, 2, 1))), "calendar_days_reversed"),
        (next_year(c.RestDays(name="元旦", first=date(2028, 1, 1), last=date(2028, 1, 3))), "calendar_other_year"),
        (next_year(SPRING, SPRING), "calendar_day_twice"),
        (next_year(SPRING, work=(date(2027, 2, 6),)), "calendar_day_twice"),
        (next_year(SPRING, work=(date(2027, 2, 22),)), "calendar_works_anyway"),
        (this_year(work=(date(2026, 2, 16),)), "calendar_day_twice"),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused(staffed, body, code):
    assert code in against(staffed, body)


def test_a_plan_that_contradicts_the_year_before_is_refused(staffed):
    staffed.approved(this_year(work=(*PLAN.work, date(2026, 12, 26))))
    new_year = c.RestDays(name="元旦", first=date(2026, 12, 26), last=date(2027, 1, 1))
    assert against(staffed, next_year(new_year)) == ["calendar_day_twice"]


def test_a_plan_begins_in_december_where_the_holiday_does(staffed):
    staffed.approved(next_year(c.RestDays(name="元旦", first=date(2026, 12, 31), last=date(2027, 1, 2))))
    assert not staffed.platform.calendar.is_working(date(2026, 12, 31))


def test_only_the_system_administrator_asks_and_nobody_asks_twice(staffed):
    with pytest.raises(Forbidden):
        staffed.ask("security", next_year(SPRING))
    staffed.ask("system", next_year(SPRING))
    assert against(staffed, next_year(SPRING)) == ["change_pending"]


def test_the_page_shows_what_holds_and_what_waits(staffed):
    asked = staffed.ask("system", next_year(SPRING))
    view = read_calendar(staffed.platform, staffed.actor("handler"))
    years = {one.year: one for one in view.years}
    assert (years[2027].official, years[2027].pending) == (False, asked.number)
    assert years[2026].pending is None
    assert view.version == staffed.platform.calendar.version
