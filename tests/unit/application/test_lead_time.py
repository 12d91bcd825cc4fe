"""Minimum lead time and urgency: reckoned to the day, never a way around a review."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.act_on_urgency import ask_urgency, decide_urgency
from contract_platform.application.confirm_facts import confirm_facts
from contract_platform.application.precheck import precheck
from contract_platform.application.read_submission import read_submission
from contract_platform.application.submission_commands import UrgencyDecision, UrgencyRequest
from contract_platform.application.suggest_facts import current_facts
from contract_platform.domain.errors import Forbidden, Refused
from contract_platform.domain.signing_vocabulary import MarkKind
from contract_platform.domain.submission_vocabulary import UrgencyState
from contract_platform.domain.vocabulary import Role, State, Tier
from tests.unit.application.district import MAJOR, ORDINARY

BEFORE_CUT_OFF = datetime(2026, 4, 29, 9, 20, tzinfo=UTC)  # 17:20 in Shanghai
AFTER_CUT_OFF = datetime(2026, 4, 29, 9, 45, tzinfo=UTC)  # 17:45


def reasons(refused):
    return [(reason.code, reason.params) for reason in refused.value.params["reasons"]]


def plan(district, contract_id, day):
    """The officer confirms the facts with another planned day of signing."""
    contract = district.contract(contract_id)
    facts = msgspec.structs.replace(current_facts(contract), planned_sign_date=day)
    confirm_facts(district.platform, district.actor("handler"), contract_id, facts, revision=contract.revision)


def ask(district, contract_id, name="handler", action="ask_urgency", reason="省里要求月底前开工"):
    revision = district.contract(contract_id).revision
    request = UrgencyRequest(action=action, reason=reason)
    return ask_urgency(district.platform, district.actor(name), contract_id, request, revision=revision)


def decide(district, contract_id, name="lead", action="confirm_urgency", reason=""):
    revision = district.contract(contract_id).revision
    decision = UrgencyDecision(action=action, reason=reason)
    return decide_urgency(district.platform, district.actor(name), contract_id, decision, revision=revision)


def drafted(district, instant, planned, text=MAJOR, **facts):
    district.clock.instant = instant
    return district.register(text, planned_sign_date=planned, **facts)


@pytest.mark.parametrize("text", [ORDINARY, MAJOR])
@pytest.mark.parametrize(
    ("instant", "earliest", "too_early"),
    [
        (BEFORE_CUT_OFF, date(2026, 5, 9), date(2026, 5, 8)),
        (AFTER_CUT_OFF, date(2026, 5, 11), date(2026, 5, 9)),
        (datetime(2026, 4, 29, 9, 30, tzinfo=UTC), date(2026, 5, 9), date(2026, 5, 8)),
        (datetime(2026, 4, 29, 9, 30, 1, tzinfo=UTC), date(2026, 5, 11), date(2026, 5, 10)),
        (datetime(2026, 5, 1, 2, 0, tzinfo=UTC), date(2026, 5, 12), date(2026, 5, 11)),
    ],
)
def test_the_instant_of_sending_and_the_cut_off_decide_the_earliest_day(district, text, instant, earliest, too_early):
    contract_id = drafted(district, instant, too_early, text)
    assert precheck(district.platform, district.actor("handler"), contract_id).earliest_sign_date == earliest
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, c.Submit())
    days = {"planned": too_early.isoformat(), "earliest": earliest.isoformat()}
    assert reasons(refused) == [("lead_time_short", days)]
    plan(district, contract_id, earliest)
    district.act("handler", contract_id, c.Submit())
    assert district.contract(contract_id).state == State.UNIT_REVIEW


def test_the_reckoning_is_opened_up(district):
    contract_id = drafted(district, AFTER_CUT_OFF, date(2026, 5, 11))
    lead = precheck(district.platform, district.actor("handler"), contract_id).lead_time
    assert lead is not None
    assert (lead.late, lead.received_on, lead.days, lead.unit, lead.short) == (
        True,
        date(2026, 4, 30),
        5,
        "working",
        False,
    )
    rest = [one.day for one in lead.skipped if one.reason == "holiday"]
    assert rest == [date(2026, 5, day) for day in range(1, 6)]
    assert date(2026, 5, 10) in {one.day for one in lead.skipped if one.reason == "weekend"}
    assert "提前" in lead.basis or "不少于5个工作日" in lead.basis


def test_urgency_needs_a_reason_and_the_heads_consent(district):
    contract_id = drafted(district, BEFORE_CUT_OFF, date(2026, 5, 8))
    with pytest.raises(Refused) as refused:
        ask(district, contract_id, reason=" ")
    assert reasons(refused) == [("reason_missing", {})]
    assert ask(district, contract_id).urgency.urgency.state is UrgencyState.PENDING
    (task,) = district.find("tasks", contract_id=contract_id, subject="urgency", closed_at=None)
    assert (task.role, task.unit_id) == (Role.HANDLER_LEAD, "data")
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, c.Submit())
    assert [code for code, _ in reasons(refused)] == ["urgency_pending"]
    with pytest.raises(Forbidden):
        decide(district, contract_id, "legal")
    decide(district, contract_id)
    assert district.find("tasks", contract_id=contract_id, subject="urgency", closed_at=None) == []
    assert district.contract(contract_id).urgent
    district.act("handler", contract_id, c.Submit())


def test_urgent_contracts_go_through_the_same_review(district):
    contract_id = drafted(district, BEFORE_CUT_OFF, date(2026, 5, 8))
    ask(district, contract_id)
    decide(district, contract_id)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    contract = district.contract(contract_id)
    assert (contract.state, contract.tier, contract.urgent) == (State.SUBMITTED, Tier.MAJOR, True)
    marks = [(one.mark, one.reason) for one in district.find("marks", contract_id=contract_id)]
    assert marks == [(MarkKind.URGENT, "省里要求月底前开工")]


def test_a_refusal_says_why_and_leaves_the_lead_time(district):
    contract_id = drafted(district, BEFORE_CUT_OFF, date(2026, 5, 8))
    ask(district, contract_id)
    with pytest.raises(Refused) as refused:
        decide(district, contract_id, action="refuse_urgency")
    assert reasons(refused) == [("reason_missing", {})]
    decide(district, contract_id, action="refuse_urgency", reason="时间来得及")
    assert not district.contract(contract_id).urgent
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, c.Submit())
    assert [code for code, _ in reasons(refused)] == ["lead_time_short"]


def test_the_consent_covers_the_day_it_was_given_for(district):
    contract_id = drafted(district, BEFORE_CUT_OFF, date(2026, 5, 8))
    ask(district, contract_id)
    decide(district, contract_id)
    plan(district, contract_id, date(2026, 5, 7))
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, c.Submit())
    assert [code for code, _ in reasons(refused)] == ["lead_time_short"]
    ask(district, contract_id)
    assert not district.contract(contract_id).urgent
    decide(district, contract_id)
    district.act("handler", contract_id, c.Submit())


def test_nobody_agrees_to_their_own_request(district):
    with district.platform.unit_of_work() as uow:
        (post,) = uow.posts.find(person_id="lead")
        uow.posts.add(msgspec.structs.replace(post, id="second", person_id="handler"))
    contract_id = drafted(district, BEFORE_CUT_OFF, date(2026, 5, 8))
    ask(district, contract_id)
    with pytest.raises(Refused) as refused:
        decide(district, contract_id, "handler")
    assert reasons(refused) == [("urgency_own", {})]


def test_a_request_lapses_when_the_contract_is_sent_without_it(district):
    contract_id = drafted(district, BEFORE_CUT_OFF, date(2026, 5, 8))
    ask(district, contract_id)
    plan(district, contract_id, date(2026, 5, 9))
    district.act("handler", contract_id, c.Submit())
    assert district.find("tasks", contract_id=contract_id, subject="urgency", closed_at=None) == []
    found = read_submission(district.platform, district.actor("handler"), contract_id).urgency
    assert found.urgency is not None
    assert (found.urgency.state, found.actions) == (UrgencyState.WITHDRAWN, ())
    with pytest.raises(Refused, match="urgency_too_late"):
        decide(district, contract_id)


def test_without_a_planned_day_there_is_nothing_to_hasten(district):
    contract_id = drafted(district, BEFORE_CUT_OFF, None)
    with pytest.raises(Refused) as refused:
        ask(district, contract_id)
    assert reasons(refused) == [("urgency_without_day", {})]
    district.act("handler", contract_id, c.Submit())


def test_a_contract_nobody_reviews_keeps_no_lead_time(district):
    contract_id = drafted(
        district, BEFORE_CUT_OFF, date(2026, 4, 30), exemption="EMERGENCY", exemption_reason="台风抢险"
    )
    district.act("handler", contract_id, c.Submit())
    assert precheck(district.platform, district.actor("handler"), contract_id).lead_time is None
