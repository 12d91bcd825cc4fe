"""The limit that runs from an award is shown from submission on and warned of; an opinion's last day is shown too."""

from datetime import date

import msgspec

from contract_platform.application import commands as c
from contract_platform.application.confirm_facts import confirm_facts
from contract_platform.application.read_contract import reckonings
from contract_platform.application.suggest_facts import suggest_facts
from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.domain.vocabulary import AlertKind, AlertLevel, Conclusion, State
from tests.unit.application.district import MAJOR, ORDINARY
from tests.unit.application.test_main_line import issued, ready_to_sign


def shown(district, contract_id, name):
    return {one.name: one for one in district.view("handler", contract_id).deadlines}.get(name)


def submitted(district, award=date(2026, 2, 20)):  # 30 days: 03-22, a Sunday, so 03-23
    contract_id = district.register(MAJOR, award_notice_date=award)
    district.act("handler", contract_id, c.Submit())
    return contract_id


def test_the_limit_after_an_award_is_shown_from_submission_on(district):
    contract_id = district.register(MAJOR, award_notice_date=date(2026, 2, 20))
    assert shown(district, contract_id, "SIGN_AFTER_AWARD") is None
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    district.act("intake", contract_id, c.Accept(reviewer_id="reviewer"))
    limit = shown(district, contract_id, "SIGN_AFTER_AWARD")
    assert (limit.due_on, limit.days_left, limit.unit) == (date(2026, 3, 23), 21, "natural")
    found = {one.deadline.name: one for one in reckonings(district.platform, district.actor("handler"), contract_id)}
    assert "第四十六条" in found["SIGN_AFTER_AWARD"].basis


def test_there_is_no_such_limit_without_an_award(district):
    contract_id = ready_to_sign(district)
    assert shown(district, contract_id, "SIGN_AFTER_AWARD") is None


def test_the_limit_makes_nobody_elses_task_more_urgent(district):
    contract_id = submitted(district, date(2026, 2, 1))  # due 03-03, tomorrow
    (task,) = district.find("tasks", contract_id=contract_id, closed_at=None)
    assert (task.role, task.due_on) == ("UNIT_LEGAL", date(2026, 3, 9))


def test_the_limit_runs_on_when_the_draft_comes_back_and_follows_a_corrected_award(district):
    contract_id = submitted(district)
    district.act("legal", contract_id, c.Return(reason="补充条款"))
    assert district.contract(contract_id).state == State.DRAFTING
    assert shown(district, contract_id, "SIGN_AFTER_AWARD").due_on == date(2026, 3, 23)
    actor = district.actor("handler")
    facts = suggest_facts(district.platform, actor, contract_id).facts
    corrected = msgspec.structs.replace(facts, award_notice_date=date(2026, 2, 24))
    revision = district.contract(contract_id).revision
    confirm_facts(district.platform, actor, contract_id, corrected, revision=revision)
    district.act("handler", contract_id, c.Submit())
    assert shown(district, contract_id, "SIGN_AFTER_AWARD").due_on == date(2026, 3, 26)


def test_the_limit_is_warned_of_ten_five_and_two_days_before_and_red_after(district):
    contract_id = submitted(district)
    levels = {}
    for day in (11, 13, 18, 20, 24):  # 03-13 is the tenth day before, 03-21 a Saturday: the Friday before it
        district.to(date(2026, 3, day))
        sweep_deadlines(district.platform)
        found = [one for one in district.find("alerts", contract_id=contract_id) if one.kind == AlertKind.SIGNING]
        levels[day] = found[0].level if found else None
    assert levels == {
        11: None, 13: AlertLevel.BLUE, 18: AlertLevel.YELLOW, 20: AlertLevel.ORANGE, 24: AlertLevel.RED,
    }  # fmt: skip


def test_the_opinions_last_day_is_shown_and_opened_while_the_contract_waits_for_its_signature(district):
    contract_id = issued(district, Conclusion.APPROVE, ())
    district.deliberate(contract_id)
    last = shown(district, contract_id, "OPINION_VALIDITY")
    assert last.due_on == date(2026, 8, 29)
    found = {one.deadline.name: one for one in reckonings(district.platform, district.actor("handler"), contract_id)}
    assert (found["OPINION_VALIDITY"].start, found["OPINION_VALIDITY"].days) == (date(2026, 3, 2), 180)
    ordinary = district.register(ORDINARY)
    assert shown(district, ordinary, "OPINION_VALIDITY") is None
