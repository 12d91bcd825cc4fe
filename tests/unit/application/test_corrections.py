"""更正: a wrong formal fact is corrected by two people; the old value stays, and deadlines move with notice."""

import dataclasses
import json
from datetime import date

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.act_on_filing import act_on_filing
from contract_platform.application.add_version import add_version
from contract_platform.application.correct_fact import (
    CorrectionAsked,
    CorrectionCommand,
    act_on_correction,
    ask_correction,
)
from contract_platform.application.list_inbox import list_tasks
from contract_platform.application.read_corrections import read_corrections
from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.domain.correction import CorrectedFact, CorrectionState
from contract_platform.domain.errors import Forbidden, Invalid, Refused
from contract_platform.domain.people import Person, Post
from contract_platform.domain.vocabulary import DocumentKind, FilingState, Origin, Role, State, Tier
from tests.unit.application.district import District, reasons
from tests.unit.application.test_coverage import listed, reviewed
from tests.unit.application.test_register_existing import confirm, enter

F = CorrectedFact


@pytest.fixture
def district(tmp_path):
    found = District(tmp_path / "district")
    found.platform = dataclasses.replace(found.platform, went_live=date(2026, 1, 1))
    found.to(date(2026, 9, 28))
    return found


@pytest.fixture
def signed(district):
    """A contract signed on 2026-09-28, its bureau filing due on 10-13."""
    return reviewed(district)


def proof(district, contract_id, name="handler"):
    file = district.spooled("证明", "证明.txt")
    kind = DocumentKind.ATTACHMENT
    view = add_version(district.platform, district.actor(name), contract_id, kind=kind, file=file, filename="证明.txt")
    return view.version.id


def ask(district, contract_id, fact, after="", *, who="handler", subject="", reason="登记有误", evidence=None):
    asked = CorrectionAsked(
        fact=fact,
        subject_id=subject,
        after=after,
        reason=reason,
        evidence_version_id=proof(district, contract_id) if evidence is None else evidence,
    )
    return ask_correction(district.platform, district.actor(who), contract_id, asked).correction


def answer(district, request, who="lead", action="confirm", note=""):
    command = CorrectionCommand(action=action, note=note)
    return act_on_correction(
        district.platform, district.actor(who), request.id, command, revision=request.revision
    ).correction


def tasks(district, name):
    page = list_tasks(district.platform, district.actor(name), "todo", after=None, limit=50)
    return [row.subject for row in page.rows]


def bureau_filing(district, contract_id):
    (filing,) = district.find("filings", contract_id=contract_id, target="JUSTICE_BUREAU")
    return filing


def file(district, name, filing, **command):
    act_on_filing(
        district.platform, district.actor(name), filing.id, c.FilingCommand(**command), revision=filing.revision
    )


def test_a_wrong_signing_date_is_corrected_by_another_person_and_the_filing_is_reckoned_anew(district, signed):
    assert bureau_filing(district, signed).due_on == date(2026, 10, 13)
    request = ask(district, signed, F.SIGN_DATE, "2026-09-22")
    assert (request.before, request.after, request.state) == ("2026-09-28", "2026-09-22", CorrectionState.PENDING)
    assert district.contract(signed).sign_date == date(2026, 9, 28)
    assert "correction" in tasks(district, "lead")
    done = answer(district, request)
    assert (done.state, done.decided_by, done.before) == (CorrectionState.CONFIRMED, "lead", "2026-09-28")
    assert district.contract(signed).sign_date == date(2026, 9, 22)
    filing = bureau_filing(district, signed)
    assert (filing.due_on, filing.overdue) == (date(2026, 10, 9), False)
    moved = {one.member: (one.before, one.after) for one in done.moved}
    assert moved["JUSTICE_BUREAU"] == (date(2026, 10, 13), date(2026, 10, 9))
    assert "correction" not in tasks(district, "lead")
    [signing] = district.find("signings", contract_id=signed)
    assert {one.signed_on for one in signing.signatures} == {date(2026, 9, 22)}
    [decision] = [one for one in district.find("decisions", contract_id=signed) if one.action == "correct"]
    assert (decision.person_id, decision.role) == ("lead", Role.HANDLER_LEAD)


def test_the_trace_keeps_what_was_there_and_what_moved(district, signed):
    answer(district, ask(district, signed, F.SIGN_DATE, "2026-09-22"))
    [event] = district.find("events", contract_id=signed, type="contract.correct")
    data = json.loads(event.data)
    assert (data["before"], data["after"], data["reason"]) == ("2026-09-28", "2026-09-22", "登记有误")
    assert {one["member"] for one in data["moved"]} == {"JUSTICE_BUREAU", "FINANCE", "PUBLICATION"}


def test_nobody_confirms_their_own_request(district, signed):
    request = ask(district, signed, F.AMOUNT, "30100000", who="lead")
    with pytest.raises(Refused) as refused:
        answer(district, request, "lead")
    assert reasons(refused) == ["own_correction"]
    assert "correction" in tasks(district, "legal")
    assert answer(district, request, "legal").state == CorrectionState.CONFIRMED
    assert district.contract(signed).amount_fen == 30_100_000


@pytest.mark.parametrize("who", ["handler", "filing"])
def test_whoever_has_not_the_role_does_not_confirm(district, signed, who):
    request = ask(district, signed, F.NAME, "更正后的名称", who="lead")
    with pytest.raises((Forbidden, Refused)):
        answer(district, request, who)
    assert district.contract(signed).name != "更正后的名称"


def test_a_rejection_says_why_and_changes_nothing(district, signed):
    request = ask(district, signed, F.AMOUNT, "1")
    with pytest.raises(Refused) as refused:
        answer(district, request, action="reject")
    assert reasons(refused) == ["reason_missing"]
    assert answer(district, request, action="reject", note="原登记无误").state == CorrectionState.REJECTED
    assert district.contract(signed).amount_fen == 30_000_000


def test_only_who_asked_withdraws(district, signed):
    request = ask(district, signed, F.AMOUNT, "1")
    with pytest.raises(Refused):
        answer(district, request, "lead", "withdraw")
    assert answer(district, request, "handler", "withdraw").state == CorrectionState.WITHDRAWN
    assert "correction" not in tasks(district, "lead")


def test_a_reason_and_a_proof_of_the_same_contract_are_needed(district, signed):
    with pytest.raises(Refused) as refused:
        ask(district, signed, F.AMOUNT, "1", reason=" ", evidence="")
    assert reasons(refused) == ["reason_missing", "correction_unproven"]
    other = district.register()
    with pytest.raises(Invalid) as invalid:
        ask(district, signed, F.AMOUNT, "1", evidence=proof(district, other))
    assert invalid.value.code == "evidence_of_other_contract"


def test_one_request_about_a_thing_at_a_time_and_never_for_the_value_it_has(district, signed):
    ask(district, signed, F.AMOUNT, "1")
    with pytest.raises(Refused) as refused:
        ask(district, signed, F.AMOUNT, "2")
    assert reasons(refused) == ["correction_pending"]
    with pytest.raises(Refused) as refused:
        ask(district, signed, F.SIGN_DATE, "2026-09-28")
    assert reasons(refused) == ["correction_changes_nothing"]


def test_what_changed_meanwhile_is_not_confirmed(district, signed):
    request = ask(district, signed, F.AMOUNT, "1")
    with district.platform.unit_of_work() as uow:
        uow.contracts.save(msgspec.structs.replace(uow.contracts.get(signed), amount_fen=5))
    with pytest.raises(Refused) as refused:
        answer(district, request)
    assert reasons(refused) == ["correction_outdated"]


def test_a_drafted_contract_is_edited_not_corrected(district):
    contract_id = district.register()
    with pytest.raises(Refused) as refused:
        ask(district, contract_id, F.NAME, "新名称")
    assert reasons(refused) == ["correction_not_now"]
    assert read_corrections(district.platform, district.actor("handler"), contract_id).correctable == ()


def test_another_sum_asks_for_another_review_and_the_supervision_hears_of_it(district, signed):
    answer(district, ask(district, signed, F.AMOUNT, "1200000000"))
    assert district.contract(signed).tier == Tier.MAJOR
    [alert] = district.find("alerts", contract_id=signed, kind="UNREVIEWED")
    assert alert.level == "RED"
    assert listed(district, "MISSING") == {signed}


def test_the_name_and_code_of_a_party_are_corrected_and_found(district, signed):
    party = next(one for one in district.contract(signed).parties if one.side == "counter")
    answer(district, ask(district, signed, F.PARTY_NAME, "望澜示例档案有限责任公司", subject=party.name))
    answer(district, ask(district, signed, F.PARTY_CODE, "91990100074393740g", subject="望澜示例档案有限责任公司"))
    names = {one.name: one.uscc for one in district.contract(signed).parties}
    assert names["望澜示例档案有限责任公司"] == "91990100074393740G"
    assert party.name not in names
    with pytest.raises(Invalid) as invalid:
        ask(district, signed, F.PARTY_NAME, "望澜区大数据管理局", subject="望澜示例档案有限责任公司")
    assert invalid.value.code == "correction_party_twice"


def test_a_mistaken_filing_is_undone_by_the_bureau_and_its_number_stays_void(district, signed):
    file(district, "handler", bureau_filing(district, signed), action="file")
    file(district, "filing", bureau_filing(district, signed), action="accept_filing")
    number = bureau_filing(district, signed).number
    request = ask(district, signed, F.FILING_UNDONE, subject=bureau_filing(district, signed).id)
    assert (request.before, request.of_bureau) == (number, True)
    with pytest.raises(Forbidden):
        answer(district, request, "lead")
    assert "correction" in tasks(district, "filing")
    answer(district, request, "filing")
    undone = bureau_filing(district, signed)
    assert (undone.state, undone.number, undone.done_on) == (FilingState.DUE, None, None)
    assert "filing" in tasks(district, "handler")
    file(district, "handler", undone, action="file")
    file(district, "filing", bureau_filing(district, signed), action="accept_filing")
    assert bureau_filing(district, signed).number != number


def test_a_filing_registered_elsewhere_gets_its_right_day_and_number(district, signed):
    (publication,) = district.find("filings", contract_id=signed, target="PUBLICATION")
    district.to(date(2026, 10, 15))
    sweep_deadlines(district.platform)
    (publication,) = district.find("filings", contract_id=signed, target="PUBLICATION")
    receipt = proof(district, signed)
    told = {"number": "公告9", "done_on": date(2026, 10, 15), "evidence_version_id": receipt}
    file(district, "handler", publication, action="register", **told)
    assert {one.level for one in district.find("alerts", subject_id=publication.id)} == {"RED"}
    answer(district, ask(district, signed, F.FILING_DATE, "2026-09-29", subject=publication.id))
    answer(district, ask(district, signed, F.FILING_NUMBER, "公告6", subject=publication.id))
    (publication,) = district.find("filings", contract_id=signed, target="PUBLICATION")
    assert (publication.number, publication.done_on, publication.overdue) == ("公告6", date(2026, 9, 29), False)
    assert {one.state for one in district.find("alerts", subject_id=publication.id)} == {"CANCELLED"}
    with pytest.raises(Invalid) as invalid:
        ask(district, signed, F.FILING_DATE, "2026-09-27", subject=publication.id)
    assert invalid.value.code == "correction_day_impossible"


def test_a_filing_listed_by_mistake_is_not_required(district, signed):
    (finance,) = district.find("filings", contract_id=signed, target="FINANCE")
    answer(district, ask(district, signed, F.FILING_NOT_REQUIRED, subject=finance.id))
    (finance,) = district.find("filings", contract_id=signed, target="FINANCE")
    assert finance.state == FilingState.NOT_REQUIRED
    answer(district, ask(district, signed, F.SIGN_DATE, "2026-09-22"))
    (finance,) = district.find("filings", contract_id=signed, target="FINANCE")
    assert finance.state == FilingState.NOT_REQUIRED


def test_an_alert_of_a_day_that_was_never_due_ends_even_a_red_one(district):
    district.to(date(2026, 11, 23))
    late = enter(district, sign_date=date(2026, 8, 20))
    confirm(district, late, category="16")
    [red] = district.find("alerts", contract_id=late, kind="FILING")
    assert red.level == "RED"
    answer(district, ask(district, late, F.SIGN_DATE, "2026-11-20"))
    filing = bureau_filing(district, late)
    assert (filing.due_on, filing.overdue) == (date(2026, 12, 1), False)
    assert {one.state for one in district.find("alerts", contract_id=late, kind="FILING")} == {"CANCELLED"}
    [unreviewed] = district.find("alerts", contract_id=late, kind="UNREVIEWED")
    assert (unreviewed.state, unreviewed.due_on) == ("RAISED", date(2026, 11, 20))
    answer(district, ask(district, late, F.SIGN_DATE, "2026-08-20"))
    assert {one.state for one in district.find("alerts", contract_id=late, kind="FILING")} == {"CANCELLED", "RAISED"}


def test_a_historic_contract_that_was_not_has_to_be_filed_after_all(district):
    district.to(date(2026, 11, 23))
    old = enter(district, origin=Origin.HISTORIC, sign_date=date(2021, 3, 1), state=State.PERFORMING)
    confirm(district, old)
    done = answer(district, ask(district, old, F.SIGN_DATE, "2026-10-12"))
    filing = bureau_filing(district, old)
    assert (filing.state, filing.due_on, filing.overdue) == (FilingState.DUE, date(2026, 10, 21), True)
    assert "filing" in tasks(district, "handler")
    assert {one.member for one in done.moved} >= {"JUSTICE_BUREAU"}


def test_the_end_of_the_term_moves_the_obligation_and_its_warning(district, signed):
    with district.platform.unit_of_work() as uow:
        [end] = uow.obligations.find(contract_id=signed, kind="TERM_END")
        uow.obligations.save(msgspec.structs.replace(end, state="PLANNED", agreed_on=end.due_on))
    district.to(date(2026, 12, 2))
    sweep_deadlines(district.platform)
    assert {one.state for one in district.find("alerts", contract_id=signed, kind="TERM_END")} == {"RAISED"}
    done = answer(district, ask(district, signed, F.TERM_END, "2027-12-31"))
    assert [(one.before, one.after) for one in done.moved] == [(date(2026, 12, 31), date(2027, 12, 31))]
    [end] = district.find("obligations", contract_id=signed, kind="TERM_END")
    assert end.due_on == date(2027, 12, 31)
    assert {one.state for one in district.find("alerts", contract_id=signed, kind="TERM_END")} == {"CANCELLED"}


@pytest.mark.parametrize(
    ("fact", "after", "code"),
    [
        (F.SIGN_DATE, "2026-12-01", "correction_day_impossible"),
        (F.SIGN_DATE, "昨天", "correction_day_wrong"),
        (F.AMOUNT, "十万", "correction_amount_wrong"),
        (F.AMOUNT, "-1", "correction_amount_wrong"),
        (F.NAME, " ", "correction_text_wrong"),
        (F.TERM_END, "2020-01-01", "correction_day_impossible"),
        (F.FILING_DATE, "2026-09-28", "fact_not_correctable"),
    ],
)
def test_what_cannot_be_true_is_refused(district, signed, fact, after, code):
    with pytest.raises(Invalid) as invalid:
        ask(district, signed, fact, after)
    assert invalid.value.code == code


def test_the_page_lists_what_was_corrected_and_offers_what_its_reader_may_do(district, signed):
    request = ask(district, signed, F.AMOUNT, "30100000")
    mine = read_corrections(district.platform, district.actor("handler"), signed)
    assert [one.action for one in mine.corrections[0].actions] == ["withdraw"]
    assert {one.fact for one in mine.correctable} >= {F.SIGN_DATE, F.AMOUNT, F.PARTY_NAME}
    theirs = read_corrections(district.platform, district.actor("lead"), signed)
    assert [one.action for one in theirs.corrections[0].actions] == ["confirm", "reject"]
    onlooker = read_corrections(district.platform, district.actor("supervisor"), signed)
    assert (onlooker.corrections[0].actions, onlooker.correctable) == ((), ())
    answer(district, request)
    [shown] = read_corrections(district.platform, district.actor("supervisor"), signed).corrections
    assert (shown.correction.before, shown.correction.after, shown.decided_by) == ("30000000", "30100000", "姓名lead")


def test_a_filing_officer_needs_another_one_of_the_bureau(district, signed):
    with district.platform.unit_of_work() as uow:
        uow.people.add(Person(id="filing2", username="filing2", name="备案二", password_hash="-"))
        since = date(2020, 1, 1)
        uow.posts.add(
            Post(id="post-f2", person_id="filing2", unit_id="justice", role=Role.FILING_OFFICER, valid_from=since)
        )
    file(district, "handler", bureau_filing(district, signed), action="file")
    file(district, "filing", bureau_filing(district, signed), action="accept_filing")
    filing = bureau_filing(district, signed)
    request = ask(district, signed, F.FILING_UNDONE, subject=filing.id, who="filing")
    with pytest.raises(Refused):
        answer(district, request, "filing")
    assert answer(district, request, "filing2").state == CorrectionState.CONFIRMED
