"""Disputes: steps with reckoned deadlines, limitation, alerts, the end, and what they hold up."""

from datetime import date
from io import BytesIO

import msgspec
import openpyxl
import pytest

from contract_platform.application import commands as c
from contract_platform.application import performance_commands as pc
from contract_platform.application.act_on_dispute import act_on_dispute
from contract_platform.application.dispute_queries import DisputeFilter
from contract_platform.application.dispute_views import contract_disputes
from contract_platform.application.list_disputes import export_disputes, list_disputes
from contract_platform.application.open_dispute import open_dispute
from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.domain.errors import Forbidden, Invalid, NotFound, Refused
from contract_platform.domain.performance_vocabulary import (
    DisputeNature,
    DisputeOutcome,
    DisputePeriod,
    DisputePosition,
    DisputeStageKind,
    DisputeState,
)
from contract_platform.domain.vocabulary import DocumentKind
from tests.unit.application.performing import performing, rescind
from tests.unit.application.test_main_line import reasons

K, P = DisputeStageKind, DisputePeriod


CLAIM = pc.NewDispute(
    title="服务费争议",
    cause="对方主张增加服务费",
    opponent="望澜示例档案服务有限公司",
    nature=DisputeNature.CIVIL,
    position=DisputePosition.CLAIMANT,
    claim_fen=5_000_000,
    arisen_on=date(2026, 3, 2),
)


def begin(district, contract_id, name="legal", **given):
    new = msgspec.structs.replace(CLAIM, **given)
    return open_dispute(district.platform, district.actor(name), contract_id, new).dispute


def go(district, dispute, name="legal", **command):
    (now,) = district.find("disputes", id=dispute.id)
    return act_on_dispute(
        district.platform, district.actor(name), now.id, pc.DisputeCommand(**command), revision=now.revision
    )


def test_limitation_is_three_years_and_runs_anew_from_an_interruption(district):
    dispute = begin(district, performing(district))
    assert dispute.limitation_due == date(2029, 3, 2)
    after = go(district, dispute, action="interrupt", done_on=date(2026, 3, 2), note="书面催告，对方签收")
    assert after.limitation.due_on == date(2029, 3, 2)
    with pytest.raises(Refused) as refused:
        go(district, dispute, action="interrupt", done_on=date(2026, 3, 3), note="尚未到来")
    assert reasons(refused) == ["day_in_the_future"]


def test_a_limitation_that_ends_on_a_rest_day_ends_on_the_next_working_day(district):
    dispute = begin(district, performing(district), arisen_on=date(2023, 10, 1))
    assert dispute.limitation_due == date(2026, 10, 8)


@pytest.mark.parametrize(
    ("period", "served", "due"),
    [
        (P.ANSWER, date(2026, 9, 16), date(2026, 10, 8)),  # raw 10-01
        (P.APPEAL_JUDGMENT, date(2026, 9, 1), date(2026, 9, 16)),
        (P.APPEAL_RULING, date(2026, 9, 15), date(2026, 9, 28)),  # raw 09-25, a holiday
        (P.RECONSIDERATION_REPLY, date(2026, 9, 18), date(2026, 10, 9)),  # working days
        (P.RETRIAL, date(2026, 8, 31), date(2027, 3, 1)),  # raw 2027-02-28, a Sunday
        (P.SET_ASIDE_AWARD, date(2026, 9, 30), date(2026, 12, 30)),
    ],
)
def test_deadlines_are_reckoned_from_the_day_of_service(district, period, served, due):
    contract_id = performing(district)
    district.to(date(2026, 9, 30))
    dispute = begin(district, contract_id)
    view = go(district, dispute, action="add_stage", kind=K.FIRST_INSTANCE, period=period, served_on=served)
    assert view.stages[0].stage.deadline == due
    assert view.stages[0].stage.basis


def test_a_deadline_set_by_an_arbitration_body_is_entered_in_days(district):
    contract_id = performing(district)
    district.to(date(2026, 9, 30))
    dispute = begin(district, contract_id)
    view = go(
        district, dispute, action="add_stage", kind=K.ARBITRATION, served_on=date(2026, 9, 10), days=20,
        basis="仲裁规则第15条", forum="望澜仲裁委员会", case_no="（2026）望仲字第12号",
    )  # fmt: skip
    assert (view.stages[0].stage.deadline, view.stages[0].stage.basis) == (date(2026, 9, 30), "仲裁规则第15条")
    with pytest.raises(Invalid):
        go(district, dispute, action="add_stage", kind=K.ARBITRATION, days=20)
    with pytest.raises(Invalid):
        go(district, dispute, action="add_stage")


def alerts(district, kind):
    return [(one.level, one.state) for one in district.find("alerts", kind=kind)]


def test_an_open_deadline_alerts_and_what_was_done_in_time_does_not(district):
    contract_id = performing(district)
    district.to(date(2026, 9, 1))
    dispute = begin(district, contract_id)
    view = go(district, dispute, action="add_stage", kind=K.FIRST_INSTANCE, period=P.ANSWER, served_on=date(2026, 9, 1))
    for day, levels in ((date(2026, 9, 3), []), (date(2026, 9, 4), ["BLUE"]), (date(2026, 9, 14), ["ORANGE"])):
        district.to(day)  # due 09-16; 09-06 is a Sunday
        sweep_deadlines(district.platform)
        assert [level for level, _ in alerts(district, "DISPUTE")] == levels, day
    go(district, dispute, action="meet", stage_id=view.stages[0].stage.id, done_on=date(2026, 9, 14))
    sweep_deadlines(district.platform)
    assert alerts(district, "DISPUTE") == [("ORANGE", "CANCELLED")]


def test_limitation_alerts_until_the_claim_is_brought(district):
    contract_id = performing(district)
    district.to(date(2026, 9, 30))
    dispute = begin(district, contract_id, arisen_on=date(2023, 12, 28))
    sweep_deadlines(district.platform)  # 2026-12-28 less 90 days is 09-29
    assert alerts(district, "LIMITATION") == [("BLUE", "RAISED")]
    go(district, dispute, action="add_stage", kind=K.FIRST_INSTANCE, forum="望澜区人民法院")
    sweep_deadlines(district.platform)
    assert alerts(district, "LIMITATION") == [("BLUE", "CANCELLED")]


def test_a_dispute_ends_with_every_step_a_result_and_its_paper(district):
    contract_id = performing(district)
    dispute = begin(district, contract_id)
    stage = go(district, dispute, action="add_stage", kind=K.NEGOTIATION).stages[0].stage
    end = {"action": "resolve", "outcome": DisputeOutcome.SETTLED, "note": "双方达成和解", "paid_fen": 100_000}
    with pytest.raises(Refused) as refused:
        go(district, dispute, action="resolve")
    found = {"dispute_stages_open", "dispute_outcome_missing", "reason_missing", "dispute_evidence_missing"}
    assert set(reasons(refused)) == found
    go(district, dispute, action="end_stage", stage_id=stage.id, note="和解")
    evidence = district.upload("legal", contract_id, DocumentKind.EVIDENCE, "和解协议")
    with pytest.raises(Forbidden):
        go(district, dispute, "handler", **end, evidence_version_id=evidence)
    done = go(district, dispute, **end, evidence_version_id=evidence).dispute
    assert (done.state, done.outcome, done.paid_fen) == (DisputeState.RESOLVED, DisputeOutcome.SETTLED, 100_000)
    with pytest.raises(Refused):
        go(district, dispute, action="add_stage", kind=K.ENFORCEMENT)
    assert go(district, dispute, action="reopen", note="对方未履行").dispute.state == DisputeState.OPEN


def test_an_open_dispute_holds_up_the_archive(district):
    contract_id = performing(district)
    begin(district, contract_id)
    rescind(district, contract_id)
    with pytest.raises(Refused) as refused:
        district.act("archivist", contract_id, c.Archive())
    assert "disputes_open" in reasons(refused)


def test_disputes_belong_to_signed_contracts_and_to_those_who_handle_them(district):
    with pytest.raises(Refused):
        begin(district, district.register())
    contract_id = performing(district)
    with pytest.raises(Forbidden):
        begin(district, contract_id, "supervisor")
    with pytest.raises(NotFound):
        begin(district, contract_id, "stranger")
    with pytest.raises(Invalid):
        begin(district, contract_id, cause=" ")
    with pytest.raises(Invalid):
        begin(district, contract_id, arisen_on=date(2026, 3, 3))
    dispute = begin(district, contract_id, "handler")
    shown = contract_disputes(district.platform, district.actor("supervisor"), contract_id)
    assert [view.dispute.id for view in shown.disputes] == [dispute.id]
    assert (shown.may_open, shown.disputes[0].actions) == (False, ())


def test_the_bureau_lists_disputes_with_where_they_stand_and_takes_them_along(district):
    contract_id = performing(district)
    district.to(date(2026, 9, 1))
    dispute = begin(district, contract_id)
    go(district, dispute, action="add_stage", kind=K.MEDIATION, begun_on=date(2026, 8, 3))
    go(
        district, dispute, action="add_stage", kind=K.FIRST_INSTANCE, period=P.ANSWER, served_on=date(2026, 9, 1),
        forum="望澜区人民法院", case_no="（2026）望01民初7号",
    )  # fmt: skip

    def rows(name, **wanted):
        page = list_disputes(district.platform, district.actor(name), DisputeFilter(**wanted), after=None, limit=50)
        return page.rows

    (row,) = rows("supervisor")
    assert (row.stage, row.case_no, row.deadline, row.days_left) == (
        K.FIRST_INSTANCE, "（2026）望01民初7号", date(2026, 9, 16), 15,
    )  # fmt: skip
    assert rows("stranger") == ()
    assert rows("supervisor", text="民初7号") == (row,)
    assert rows("supervisor", text="另一个") == ()
    assert rows("supervisor", stages=(K.MEDIATION,)) == ()
    assert rows("supervisor", states=(DisputeState.RESOLVED,)) == ()
    book = openpyxl.load_workbook(
        BytesIO(export_disputes(district.platform, district.actor("supervisor"), DisputeFilter()))
    )
    assert [cell.value for cell in book.worksheets[0][2]][:2] == ["服务费争议", row.contract_name]
