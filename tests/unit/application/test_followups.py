"""What runs beside the main line: filings, obligations, alerts, and the sweep that watches their days."""

from datetime import date

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.act_on_alert import act_on_alert
from contract_platform.application.act_on_filing import act_on_filing
from contract_platform.application.act_on_obligation import act_on_obligation
from contract_platform.application.add_obligation import add_obligation
from contract_platform.application.list_inbox import list_tasks
from contract_platform.application.list_pages import list_alerts, overview
from contract_platform.application.read_contract import reckonings
from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.domain.errors import Forbidden, Invalid, Refused
from contract_platform.domain.vocabulary import DocumentKind, FilingState, ObligationKind, ObligationState
from tests.unit.application.district import sealing
from tests.unit.application.test_main_line import ready_to_sign, reasons, under_review


@pytest.fixture
def performing(district):
    """A procurement contract signed on Tuesday, 2026-09-22."""
    district.to(date(2026, 9, 22))
    contract_id = ready_to_sign(district)
    with district.platform.unit_of_work() as uow:
        contract = uow.contracts.get(contract_id)
        uow.contracts.save(msgspec.structs.replace(contract, procurement_method="OPEN_TENDER"))
    district.act("handler", contract_id, sealing(district.clock.today()))
    district.signed_copy(contract_id)
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    return contract_id


def filing_of(district, contract_id, target="JUSTICE_BUREAU"):
    (filing,) = district.find("filings", contract_id=contract_id, target=target)
    return filing


def file(district, name, filing, **command):
    return act_on_filing(
        district.platform, district.actor(name), filing.id, c.FilingCommand(**command), revision=filing.revision
    )


def oblige(district, obligation, name="handler", **command):
    return act_on_obligation(
        district.platform,
        district.actor(name),
        obligation.id,
        c.ObligationCommand(**command),
        revision=obligation.revision,
    )


def alerts(district, contract_id):
    found = district.find("alerts", contract_id=contract_id)
    return {(alert.kind, alert.title.partition("：")[0]): alert for alert in found}


def test_a_signed_procurement_contract_is_filed_in_three_places_each_with_its_day(district, performing):
    days = {filing.target: filing.due_on for filing in district.find("filings", contract_id=performing)}
    assert days == {
        "PUBLICATION": date(2026, 9, 24), "FINANCE": date(2026, 10, 9), "JUSTICE_BUREAU": date(2026, 10, 9),
    }  # fmt: skip


def test_a_filing_is_submitted_returned_corrected_and_accepted_with_a_number(district, performing):
    file(district, "handler", filing_of(district, performing), action="file")
    with pytest.raises(Refused) as refused:
        file(district, "filing", filing_of(district, performing), action="return_filing")
    assert reasons(refused) == ["reason_missing"]
    file(district, "filing", filing_of(district, performing), action="return_filing", note="缺授权书")
    assert filing_of(district, performing).state == FilingState.CORRECTING
    file(district, "handler", filing_of(district, performing), action="file")
    with pytest.raises(Forbidden):
        file(district, "handler", filing_of(district, performing), action="accept_filing")
    file(district, "filing", filing_of(district, performing), action="accept_filing")
    done = filing_of(district, performing)
    assert (done.state, done.done_on, done.overdue) == (FilingState.FILED, date(2026, 9, 22), False)
    assert done.number is not None


def test_a_publication_entered_late_is_accepted_and_stays_late(district, performing):
    district.to(date(2026, 9, 28))
    sweep_deadlines(district.platform)
    publication = filing_of(district, performing, "PUBLICATION")
    assert publication.overdue
    with pytest.raises(Refused) as refused:
        file(district, "handler", publication, action="register", done_on=date(2026, 9, 28))
    assert reasons(refused) == ["filing_entry_incomplete"]
    proof = district.proof("handler", performing, "公告截图")
    entry = {"action": "register", "done_on": date(2026, 9, 28), "number": "公告1号", "evidence_version_id": proof}
    view = file(district, "handler", publication, **entry)
    assert (view.filing.state, view.filing.overdue) == (FilingState.REPORTED, True)
    assert (view.deadline.days_left, view.deadline.unit) == (-1, "working")  # 09-25 to 09-27 is a holiday


def test_a_reckoning_shows_the_days_that_were_not_counted(district, performing):
    shown = {one.deadline.name: one for one in reckonings(district.platform, district.actor("handler"), performing)}
    skipped = {day.day: day.reason for day in shown["JUSTICE_BUREAU"].skipped}
    assert skipped[date(2026, 10, 1)] == "holiday"
    assert shown["JUSTICE_BUREAU"].basis


def test_payments_read_from_the_text_are_confirmed_reported_with_evidence_and_verified(district, performing):
    proposed = district.find("obligations", contract_id=performing, state=ObligationState.PROPOSED)
    payment = next(one for one in proposed if one.kind == ObligationKind.PAYMENT)
    assert payment.amount_fen == 9_000_000
    with pytest.raises(Refused) as refused:
        oblige(district, payment, action="confirm")
    assert reasons(refused) == ["obligation_undated"]
    payment = oblige(district, payment, action="confirm", due_on=date(2026, 10, 12)).obligation
    with pytest.raises(Refused) as refused:
        oblige(district, payment, action="report", done_on=date(2026, 9, 22))
    assert reasons(refused) == ["evidence_missing"]
    evidence = district.upload("handler", performing, DocumentKind.EVIDENCE, "付款凭证")
    payment = oblige(
        district, payment, action="report", done_on=date(2026, 9, 22), evidence_version_id=evidence
    ).obligation
    assert payment.state == ObligationState.EVIDENCED
    assert oblige(district, payment, "lead", action="accept").obligation.state == ObligationState.ACCEPTED


def test_evidence_of_another_contract_is_refused(district, performing):
    other = district.register()
    evidence = district.upload("handler", other, DocumentKind.EVIDENCE, "付款凭证")
    new = c.NewObligation(kind=ObligationKind.PAYMENT, side="ours", content="付款", due_on=date(2026, 10, 12))
    made = add_obligation(district.platform, district.actor("handler"), performing, new).obligation
    with pytest.raises(Invalid):
        oblige(district, made, action="report", done_on=date(2026, 9, 22), evidence_version_id=evidence)


def test_an_overdue_filing_turns_from_yellow_to_red_and_is_disposed_of_by_two(district, performing):
    key = ("FILING", "区司法局备案")
    district.to(date(2026, 9, 29))
    sweep_deadlines(district.platform)
    assert key not in alerts(district, performing)
    for day, level in ((date(2026, 9, 30), "YELLOW"), (date(2026, 10, 9), "ORANGE"), (date(2026, 10, 10), "RED")):
        district.to(day)
        sweep_deadlines(district.platform)
        assert alerts(district, performing)[key].level == level, day
    for name, action in (("handler", "acknowledge"), ("handler", "dispose"), ("supervisor", "close")):
        alert = alerts(district, performing)[key]
        command = c.AlertCommand(action=action, note="已补报")
        act_on_alert(district.platform, district.actor(name), alert.id, command, revision=alert.revision)
    assert alerts(district, performing)[key].state == "CLOSED"
    sweep_deadlines(district.platform)
    assert alerts(district, performing)[key].state == "CLOSED"


def test_an_alert_whose_cause_is_gone_is_cancelled_unless_it_was_overdue(district, performing):
    district.to(date(2026, 10, 8))
    sweep_deadlines(district.platform)
    file(district, "handler", filing_of(district, performing), action="file")
    sweep_deadlines(district.platform)
    found = alerts(district, performing)
    assert found["FILING", "区司法局备案"].state == "CANCELLED"
    publication = next(alert for (_, title), alert in found.items() if "公告" in title)
    assert (publication.level, publication.state) == ("RED", "RAISED")


@pytest.mark.usefixtures("performing")
def test_sweeping_twice_changes_nothing(district):
    district.to(date(2026, 10, 12))
    assert sweep_deadlines(district.platform) > 0
    assert sweep_deadlines(district.platform) == 0


def test_a_planned_obligation_falls_due_and_becomes_the_handlers_task(district, performing):
    new = c.NewObligation(kind=ObligationKind.PAYMENT, side="ours", content="第一期付款", due_on=date(2026, 10, 12))
    made = add_obligation(district.platform, district.actor("handler"), performing, new).obligation
    district.to(date(2026, 10, 12))
    sweep_deadlines(district.platform)
    (task,) = district.find("tasks", subject="obligation", subject_id=made.id, closed_at=None)
    assert (task.person_id, task.due_on) == ("handler", date(2026, 10, 12))
    page = list_tasks(district.platform, district.actor("handler"), "todo", after=None, limit=50)
    assert {row.days_left for row in page.rows if row.subject_id == made.id} == {0}


def test_a_supplement_that_never_comes_counts_as_a_return(district):
    contract_id = under_review(district)
    district.act("reviewer", contract_id, c.RequestSupplement(items=("授权委托书",)))
    district.to(date(2026, 3, 17))
    sweep_deadlines(district.platform)
    assert district.contract(contract_id).state == "DRAFTING"


@pytest.mark.usefixtures("performing")
def test_lists_and_figures_show_each_person_their_own(district):
    district.to(date(2026, 10, 12))
    sweep_deadlines(district.platform)

    def total(name):
        return list_alerts(district.platform, district.actor(name), after=None, limit=50).total

    assert total("supervisor") > 0
    assert total("stranger") == 0
    figures = overview(district.platform, district.actor("supervisor"), 2026)
    assert (figures.signed, figures.filing_due, figures.filed_on_time) == (1, 1, 0)
    assert overview(district.platform, district.actor("stranger"), 2026).signed == 0


def test_an_alert_offers_each_reader_the_acts_that_are_theirs(district, performing):
    district.to(date(2026, 10, 12))
    sweep_deadlines(district.platform)

    def acts(name):
        rows = list_alerts(district.platform, district.actor(name), after=None, limit=50).rows
        return {row.title: row.acts for row in rows if row.contract_id == performing}["区司法局备案"]

    assert (acts("handler"), acts("supervisor")) == (("acknowledge",), ())
    alert = alerts(district, performing)["FILING", "区司法局备案"]
    for ahead, action in enumerate(("acknowledge", "dispose")):
        command = c.AlertCommand(action=action, note="已补报")
        revision = alert.revision + ahead
        act_on_alert(district.platform, district.actor("handler"), alert.id, command, revision=revision)
    assert (acts("handler"), acts("supervisor")) == ((), ("close", "return"))
    (task,) = list_tasks(district.platform, district.actor("supervisor"), "todo", after=None, limit=50).rows
    assert (task.subject, task.subject_id) == ("alert", alert.id)
