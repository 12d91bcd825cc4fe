"""The signed copy against the reviewed text: hints, what two people find, and the way back to who reviewed."""

from datetime import date, timedelta

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.act_on_deviation import DeviationCommand, act_on_deviation
from contract_platform.application.act_on_filing import act_on_filing
from contract_platform.application.compare_signing import compare_signing
from contract_platform.application.confirm_signing import confirm_signing
from contract_platform.application.state_deviation import NewDeviation, state_deviation
from contract_platform.domain.deviation import Difference
from contract_platform.domain.errors import Forbidden, Invalid, Refused
from contract_platform.domain.signing_vocabulary import DeviationState, DifferenceKind
from contract_platform.domain.vocabulary import AnalysisState, Conclusion, DocumentKind, FilingState, State
from tests.unit.application.district import DRAFT, MAJOR, sealing
from tests.unit.application.test_main_line import issued, reasons
from tests.unit.application.test_signing import told

TEXT = DRAFT.format(words="叁佰贰拾万元整", figures="3,200,000.00") + "签订日期：    年  月  日\n"
FILLED = TEXT.replace("    年  月  日", "2026年9月28日")
OTHER = FILLED.replace("叁佰贰拾万元整", "叁佰贰拾捌万元整").replace("3,200,000.00", "3,280,000.00")
SUM = Difference(kind=DifferenceKind.AMOUNT, place="第二条", reviewed="3,200,000.00", signed="3,280,000.00")


def sealed(district, text=TEXT):
    contract_id = district.register(text)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    district.act("handler", contract_id, sealing(district.clock.today()))
    return contract_id


def confirm(district, contract_id, *names):
    for name in names:
        revision = district.contract(contract_id).revision
        confirm_signing(district.platform, district.actor(name), contract_id, revision=revision)


def differ(district, name, contract_id, *differences):
    revision = district.contract(contract_id).revision
    stated = NewDeviation(differences=differences or (SUM,))
    return state_deviation(district.platform, district.actor(name), contract_id, stated, revision=revision)


def settle(district, name, contract_id, action="settle", note="金额经补充审查，可以接受"):
    (known,) = district.find("deviations", contract_id=contract_id, state="KNOWN")
    command = DeviationCommand(action=action, note=note)
    return act_on_deviation(district.platform, district.actor(name), known.id, command, revision=known.revision)


def sign(district, contract_id, ours, theirs):
    mine, others = district.signatures(contract_id, ours)
    later = msgspec.structs.replace(others, signed_on=theirs)
    return district.act("handler", contract_id, c.Sign(signatures=(mine, later)))


def file(district, name, contract_id, action="file"):
    (filing,) = district.find("filings", contract_id=contract_id, target="JUSTICE_BUREAU")
    command = c.FilingCommand(action=action, note="")
    return act_on_filing(district.platform, district.actor(name), filing.id, command, revision=filing.revision)


def test_a_scan_with_the_date_filled_in_passes_and_the_filing_runs_from_the_last_signature(district):
    district.to(date(2026, 9, 21))
    contract_id = sealed(district)
    district.to(date(2026, 9, 29))
    district.upload("handler", contract_id, DocumentKind.SIGNED, FILLED)
    hints = compare_signing(district.platform, district.actor("legal"), contract_id)
    assert (hints.read, hints.facts, hints.lines) == (True, (), ())
    confirm(district, contract_id, "handler", "legal")
    signed = sign(district, contract_id, date(2026, 9, 22), date(2026, 9, 28))
    assert signed.contract.sign_date == date(2026, 9, 28)
    (filing,) = district.find("filings", contract_id=contract_id, target="JUSTICE_BUREAU")
    assert filing.due_on == date(2026, 10, 13)


def test_another_sum_is_hinted_at_and_once_stated_neither_confirmed_nor_signed(district):
    contract_id = sealed(district)
    district.upload("handler", contract_id, DocumentKind.SIGNED, OTHER)
    hints = compare_signing(district.platform, district.actor("legal"), contract_id)
    assert [(one.kind, one.reviewed, one.signed) for one in hints.facts] == [("AMOUNT", "3,200,000.00", "3,280,000.00")]
    assert "叁佰贰拾捌万元整" in hints.lines[0]
    confirm(district, contract_id, "handler")
    shown = differ(district, "legal", contract_id)
    assert [(one.current, one.stated_by) for one in shown.deviations] == [(True, "姓名legal")]
    assert not shown.can_confirm_signing
    with pytest.raises(Refused, match="signed_copy_differs"):
        confirm(district, contract_id, "lead")
    offered = {view.action: view for view in district.view("handler", contract_id).actions}
    assert "signed_copy_differs" in [reason.code for reason in offered["sign"].reasons]
    assert offered["re_review"].enabled
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    assert reasons(refused) == ["signed_copy_differs", "not_confirmed_by_two"]
    assert told(refused)[0] == {"differences": [DifferenceKind.AMOUNT]}


def test_the_same_bytes_uploaded_again_still_differ_and_a_right_copy_does_not(district):
    contract_id = sealed(district)
    district.upload("handler", contract_id, DocumentKind.SIGNED, OTHER)
    differ(district, "legal", contract_id)
    district.upload("handler", contract_id, DocumentKind.SIGNED, OTHER)
    with pytest.raises(Refused, match="signed_copy_differs"):
        confirm(district, contract_id, "handler")
    district.upload("handler", contract_id, DocumentKind.SIGNED, FILLED)
    confirm(district, contract_id, "handler", "legal")
    assert district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id))).contract.sign_date


def test_an_ordinary_contract_goes_back_to_the_legal_officer_who_passed_it(district):
    with district.platform.unit_of_work() as uow:
        (post,) = uow.posts.find(person_id="legal")
        person = msgspec.structs.replace(uow.people.get("legal"), id="legal2", username="legal2", name="姓名legal2")
        uow.people.add(person)
        uow.posts.add(msgspec.structs.replace(post, id="post-legal2", person_id="legal2"))
    contract_id = sealed(district)
    district.upload("handler", contract_id, DocumentKind.SIGNED, OTHER)
    differ(district, "legal", contract_id)
    district.upload("handler", contract_id, DocumentKind.DRAFT, OTHER)
    district.act("handler", contract_id, c.ReReview(reason="签署件金额为3,280,000.00元"))
    (task,) = district.find("tasks", contract_id=contract_id, closed_at=None)
    assert (district.contract(contract_id).state, task.person_id) == (State.UNIT_REVIEW, "legal")
    district.act("legal", contract_id, c.Pass())
    district.act("handler", contract_id, sealing(district.clock.today()))
    shown = district.view("handler", contract_id)
    assert [one.current for one in shown.deviations] == [False]  # what was signed is what is approved now
    assert shown.signing is None  # and the two compare anew
    confirm(district, contract_id, "handler", "legal")
    assert district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id))).contract.sign_date


def test_a_major_contract_goes_back_to_its_reviewer_with_the_clock_of_a_review(district):
    contract_id = issued(district, Conclusion.APPROVE, ())
    district.deliberate(contract_id)
    district.act("handler", contract_id, sealing(district.clock.today()))
    district.upload("handler", contract_id, DocumentKind.SIGNED, MAJOR + "另行约定。\n")
    differ(district, "legal", contract_id, Difference(kind=DifferenceKind.OTHER, signed="另行约定"))
    district.act("handler", contract_id, c.ReReview(reason="增加条款"))
    contract = district.contract(contract_id)
    assert (contract.state, contract.reviewer_id, contract.review_due) == (
        State.UNDER_REVIEW, "reviewer", date(2026, 3, 16),
    )  # fmt: skip
    (task,) = district.find("tasks", contract_id=contract_id, closed_at=None)
    assert (task.role, task.person_id) == ("BUREAU_REVIEWER", "reviewer")


def test_a_text_uploaded_after_the_approval_is_not_signed_until_it_is_reviewed_or_taken_back(district):
    contract_id = district.register(TEXT)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    district.upload("handler", contract_id, DocumentKind.DRAFT, OTHER)
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, sealing(district.clock.today()))
    assert reasons(refused) == ["text_changed_since_approval"]
    district.upload("handler", contract_id, DocumentKind.DRAFT, TEXT)
    district.act("handler", contract_id, sealing(district.clock.today()))
    assert district.contract(contract_id).state == State.SIGNING


def test_a_difference_says_what_reads_how_and_only_who_compares_states_it(district):
    contract_id = sealed(district)
    with pytest.raises(Refused, match="signed_copy_missing"):
        differ(district, "legal", contract_id)
    district.upload("handler", contract_id, DocumentKind.SIGNED, OTHER)
    with pytest.raises(Invalid, match="difference_unsaid"):
        differ(district, "legal", contract_id, Difference(kind=DifferenceKind.OTHER, place="第二条"))
    with pytest.raises(Forbidden):
        differ(district, "keeper", contract_id)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"differences": []}, type=NewDeviation)


def test_who_was_mistaken_takes_the_statement_back_with_a_reason(district):
    contract_id = sealed(district)
    district.upload("handler", contract_id, DocumentKind.SIGNED, FILLED)
    differ(district, "legal", contract_id)
    with pytest.raises(Refused) as refused:
        settle(district, "handler", contract_id, "retract")
    assert reasons(refused) == ["deviation_of_others"]
    with pytest.raises(Refused) as refused:
        settle(district, "legal", contract_id, "retract", note=" ")
    assert reasons(refused) == ["reason_missing"]
    settle(district, "legal", contract_id, "retract", note="看错页")
    confirm(district, contract_id, "handler", "legal")
    assert district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id))).contract.sign_date


def signed(district, text=FILLED):
    contract_id = sealed(district)
    district.upload("handler", contract_id, DocumentKind.SIGNED, text)
    confirm(district, contract_id, "handler", "legal")
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    return contract_id


def test_a_difference_found_after_the_signature_stops_the_filing_until_the_reviewer_lets_it_stand(district):
    contract_id = signed(district, OTHER)
    file(district, "handler", contract_id)
    differ(district, "filing", contract_id)
    with pytest.raises(Refused) as refused:
        file(district, "filing", contract_id, "accept_filing")
    assert reasons(refused) == ["signed_copy_differs"]
    (task,) = district.find("tasks", contract_id=contract_id, subject="deviation", closed_at=None)
    assert task.role == "UNIT_LEGAL"
    with pytest.raises(Forbidden):
        settle(district, "filing", contract_id)
    settle(district, "legal", contract_id)
    (kept,) = district.find("deviations", contract_id=contract_id)
    assert (kept.state, kept.resolved_by) == (DeviationState.SETTLED, "legal")
    assert district.find("tasks", contract_id=contract_id, subject="deviation", closed_at=None) == []
    assert file(district, "filing", contract_id, "accept_filing").filing.state == FilingState.FILED


def test_a_signed_contract_gets_a_right_copy_in_place_of_one_that_differs(district):
    contract_id = signed(district, OTHER)
    with pytest.raises(Refused, match="document_not_accepted_now"):
        district.upload("handler", contract_id, DocumentKind.SIGNED, FILLED)
    differ(district, "filing", contract_id)
    with pytest.raises(Refused):
        file(district, "handler", contract_id)
    district.upload("handler", contract_id, DocumentKind.SIGNED, FILLED)
    confirm(district, contract_id, "handler", "legal")
    assert len(district.view("handler", contract_id).signing.signing.signatures) == 2
    assert file(district, "handler", contract_id).filing.state == FilingState.FILING_SUBMITTED


def test_before_the_signature_nobody_lets_a_difference_stand(district):
    contract_id = sealed(district)
    district.upload("handler", contract_id, DocumentKind.SIGNED, OTHER)
    differ(district, "handler", contract_id)
    with pytest.raises(Refused) as refused:
        settle(district, "legal", contract_id)
    assert reasons(refused) == ["deviation_before_signing"]


def test_a_photo_is_kept_opens_and_says_why_it_was_not_read(district):
    contract_id = sealed(district)
    photo = district.platform.spool / "签署件.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(2000))
    district.clock.step(timedelta(minutes=1))
    view = district.add("handler", contract_id, DocumentKind.SIGNED, photo)
    version = next(one for one in district.find("versions", id=view.version.id))
    assert (version.media, version.analysis_state) == ("jpg", AnalysisState.UNREADABLE)
    assert version.unreadable
    hints = compare_signing(district.platform, district.actor("legal"), contract_id)
    assert not hints.read
    assert hints.signed is not None
    assert hints.signed.unreadable == version.unreadable
    confirm(district, contract_id, "handler", "legal")
    assert district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id))).contract.sign_date
