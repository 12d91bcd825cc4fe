"""Suspension, rescission with its settlement, judgments, completion, evaluation: what each needs and leaves."""

from datetime import date

import pytest

from contract_platform.application import commands as c
from contract_platform.application import performance_commands as pc
from contract_platform.application.act_on_settlement import act_on_settlement
from contract_platform.application.add_obligation import add_obligation
from contract_platform.application.end_views import read_ends
from contract_platform.application.evaluate_performance import evaluate_performance
from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.domain.errors import Forbidden, Invalid, Refused
from contract_platform.domain.performance_vocabulary import (
    Grade,
    JudgmentOutcome,
    OwedBy,
    RescissionGround,
    SettlementState,
    SuspensionGround,
)
from contract_platform.domain.vocabulary import ContractRelation, MoneyEffect, ObligationKind, ObligationState, State
from tests.unit.application.leases import oblige
from tests.unit.application.performing import complete, derive, passed, performing, proof, rescind, sign
from tests.unit.application.test_main_line import reasons


def ends(district, contract_id, name="handler"):
    return read_ends(district.platform, district.actor(name), contract_id)


def settle(district, contract_id, name, **command):
    (settlement,) = district.find("settlements", contract_id=contract_id)
    return act_on_settlement(
        district.platform, district.actor(name), settlement.id, pc.SettlementCommand(**command),
        revision=settlement.revision,
    )  # fmt: skip


def judge(district, contract_id, outcome, **given):
    command = {
        "outcome": outcome, "forum": "望澜区人民法院", "case_no": "（2026）望01民初7号",
        "decided_on": district.clock.today(), "evidence_version_id": proof(district, contract_id, text="判决书"),
    }  # fmt: skip
    return district.act("legal", contract_id, c.RecordJudgment(**command | given))


def test_performance_is_suspended_on_a_ground_and_resumed(district):
    contract_id = performing(district)
    with pytest.raises(Refused) as refused:
        district.act("lead", contract_id, c.Suspend(reason="台风"))
    assert reasons(refused) == ["ground_missing", "end_day_impossible"]
    day = district.clock.today()
    given = {"ground": SuspensionGround.STATUTORY, "from_on": day, "until_on": date(2026, 4, 1), "estimate_fen": 500}
    district.act("lead", contract_id, c.Suspend(reason="台风", **given))
    assert district.contract(contract_id).state == State.SUSPENDED
    district.to(date(2026, 3, 16))
    district.act("lead", contract_id, c.Resume(reason="条件恢复"))
    (suspension,) = ends(district, contract_id).suspensions
    assert (suspension.from_on, suspension.resumed_on, suspension.estimate_fen) == (day, date(2026, 3, 16), 500)


def test_an_agreed_end_needs_the_signed_agreement(district):
    contract_id = performing(district)
    with pytest.raises(Refused) as refused:
        rescind(district, contract_id, ground=RescissionGround.AGREED)
    assert reasons(refused) == ["termination_agreement_missing"]
    agreement = derive(
        district, contract_id, ContractRelation.TERMINATION, money=MoneyEffect.NONE, amount_reason="不涉及金额"
    )
    sign(district, passed(district, agreement))
    rescind(district, contract_id, ground=RescissionGround.AGREED)
    assert district.contract(contract_id).state == State.TERMINATED


def test_rescission_needs_a_ground_a_day_and_its_paper(district):
    contract_id = performing(district)
    with pytest.raises(Refused) as refused:
        district.act("lead", contract_id, c.Rescind(reason="对方违约"))
    assert reasons(refused) == ["ground_missing", "end_unproven", "end_day_impossible"]
    with pytest.raises(Forbidden):
        district.act("handler", contract_id, c.Rescind(reason="对方违约"))


def test_what_is_not_due_yet_falls_away_and_what_was_due_stays(district):
    contract_id = performing(district)
    actor = district.actor("handler")
    for day in (date(2026, 3, 3), date(2026, 9, 1)):
        new = c.NewObligation(kind=ObligationKind.PAYMENT, side="ours", content="付款", due_on=day, amount_fen=5)
        add_obligation(district.platform, actor, contract_id, new)
    district.to(date(2026, 3, 4))
    sweep_deadlines(district.platform)
    rescind(district, contract_id)
    found = {one.due_on: one.state for one in district.find("obligations", contract_id=contract_id) if one.due_on}
    assert (found[date(2026, 3, 3)], found[date(2026, 9, 1)]) == (ObligationState.DUE, ObligationState.WAIVED)


def test_a_settlement_is_agreed_by_one_closed_by_another_and_holds_up_the_archive(district):
    contract_id = performing(district)
    rescind(district, contract_id, owed_by=OwedBy.THEIRS, amount_fen=7_000_000)
    with pytest.raises(Refused) as refused:
        district.act("archivist", contract_id, c.Archive())
    assert "settlements_open" in reasons(refused)
    with pytest.raises(Refused) as refused:
        settle(district, contract_id, "handler", action="agree", owed_by=OwedBy.THEIRS, terms="返还预付款")
    assert reasons(refused) == ["settlement_amount_wrong"]
    agreed = settle(
        district, contract_id, "handler", action="agree", owed_by=OwedBy.THEIRS, amount_fen=6_500_000,
        terms="返还预付款，扣除已完成部分", due_on=date(2026, 10, 1),
    ).settlement  # fmt: skip
    assert (agreed.state, agreed.due_on) == (SettlementState.AGREED, date(2026, 10, 8))
    with pytest.raises(Forbidden):
        settle(district, contract_id, "handler", action="close", done_on=district.clock.today())
    with pytest.raises(Refused) as refused:
        settle(district, contract_id, "lead", action="close", done_on=district.clock.today())
    assert reasons(refused) == ["settlement_evidence_missing"]
    evidence = proof(district, contract_id, text="缴款凭证")
    closed = settle(
        district, contract_id, "lead", action="close", done_on=district.clock.today(), evidence_version_id=evidence
    )
    assert closed.settlement.state == SettlementState.CLOSED


def test_whoever_agreed_a_settlement_does_not_close_it(district):
    contract_id = performing(district)
    rescind(district, contract_id)
    nothing = {"action": "agree", "owed_by": OwedBy.NOBODY, "terms": "互不欠付"}
    settle(district, contract_id, "lead", **nothing)
    evidence = proof(district, contract_id, text="确认书")
    with pytest.raises(Refused) as refused:
        settle(
            district, contract_id, "lead", action="close", done_on=district.clock.today(),
            evidence_version_id=evidence,
        )  # fmt: skip
    assert reasons(refused) == ["own_settlement"]


def test_an_agreed_balance_that_is_not_paid_raises_an_alert(district):
    contract_id = performing(district)
    rescind(district, contract_id)
    settle(
        district, contract_id, "handler", action="agree", owed_by=OwedBy.OURS, amount_fen=5, terms="补偿",
        due_on=date(2026, 3, 16),
    )  # fmt: skip
    district.to(date(2026, 3, 17))
    sweep_deadlines(district.platform)
    titles = {one.title: one.level for one in district.find("alerts", contract_id=contract_id)}
    assert titles["结算：我方应付"] == "RED"


@pytest.mark.parametrize(
    ("outcome", "state", "settlements"),
    [
        (JudgmentOutcome.VOID, State.VOIDED, 1),
        (JudgmentOutcome.REVOKED, State.VOIDED, 1),
        (JudgmentOutcome.RESCINDED, State.TERMINATED, 1),
        (JudgmentOutcome.PERFORM, State.PERFORMING, 0),
    ],
)
def test_a_judgment_takes_the_contract_where_it_says(district, outcome, state, settlements):
    contract_id = performing(district)
    judge(district, contract_id, outcome)
    assert district.contract(contract_id).state == state
    assert len(district.find("settlements", contract_id=contract_id)) == settlements
    (judgment,) = ends(district, contract_id).judgments
    assert (judgment.outcome, judgment.case_no) == (outcome, "（2026）望01民初7号")


def test_a_judgment_names_who_decided_what_and_when(district):
    contract_id = performing(district)
    with pytest.raises(Refused) as refused:
        district.act("legal", contract_id, c.RecordJudgment(outcome=JudgmentOutcome.VOID))
    assert reasons(refused) == ["judgment_incomplete", "end_unproven", "end_day_impossible"]
    judge(district, contract_id, JudgmentOutcome.PERFORM, owed_by=OwedBy.OURS, amount_fen=100)
    assert len(district.find("settlements", contract_id=contract_id)) == 1


def test_a_completed_contract_may_still_be_declared_void(district):
    contract_id = performing(district)
    complete(district, contract_id)
    judge(district, contract_id, JudgmentOutcome.VOID)
    assert district.contract(contract_id).state == State.VOIDED


def test_completion_needs_the_report_its_day_and_every_obligation_ended(district):
    contract_id = performing(district)
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, c.Complete())
    assert reasons(refused) == ["completion_unproven", "end_day_impossible"]
    new = c.NewObligation(
        kind=ObligationKind.PAYMENT, side="ours", content="尾款", due_on=date(2026, 3, 2), amount_fen=5
    )
    owed = add_obligation(district.platform, district.actor("handler"), contract_id, new).obligation
    with pytest.raises(Refused) as refused:
        complete(district, contract_id)
    assert reasons(refused) == ["obligations_open"]
    evidence = proof(district, contract_id, text="付款凭证")
    oblige(district, owed, action="report", done_on=date(2026, 3, 2), evidence_version_id=evidence)
    oblige(district, owed, "lead", action="accept")
    assert complete(district, contract_id).contract.state == State.COMPLETED


def test_performance_is_evaluated_by_the_officer_and_the_supervision(district):
    contract_id = performing(district)
    complete(district, contract_id)
    new = pc.NewEvaluation(quality=5, timeliness=4, service=5, grade=Grade.GOOD, text="按期完成")

    def evaluate(name, new=new):
        return evaluate_performance(district.platform, district.actor(name), contract_id, new)

    evaluate("handler")
    evaluate("supervisor")
    with pytest.raises(Forbidden):
        evaluate("legal")
    with pytest.raises(Invalid):
        evaluate("handler", pc.NewEvaluation(quality=5, timeliness=4, service=5, grade=Grade.GOOD, text=" "))
    assert [(one.by, one.evaluation.role) for one in ends(district, contract_id).evaluations] == [
        ("姓名handler", "HANDLER"), ("姓名supervisor", "PERF_SUPERVISOR"),
    ]  # fmt: skip


def test_a_red_alert_holds_up_the_archive(district):
    contract_id = performing(district)
    district.to(date(2026, 3, 30))
    sweep_deadlines(district.platform)
    rescind(district, contract_id)
    with pytest.raises(Refused) as refused:
        district.act("archivist", contract_id, c.Archive())
    assert {"red_alerts_open", "filings_open"} <= set(reasons(refused))
