"""Official documents along the main line: issued by the acts, frozen, read by those they are for."""

import dataclasses
from datetime import timedelta
from io import BytesIO

import msgspec
import pytest
from docx import Document

from contract_platform.analysis.model import Verdict
from contract_platform.analysis.rules import RULES
from contract_platform.application import commands as c
from contract_platform.application.act_on_filing import act_on_filing
from contract_platform.application.form_ports import NotLaidOutError
from contract_platform.application.forms.preview_opinion import OpinionDraft, preview_opinion
from contract_platform.application.forms.print_paper import print_paper
from contract_platform.application.forms.read_papers import open_paper, preview_paper, read_papers
from contract_platform.application.forms.wording import because
from contract_platform.application.read_version import analysis_view
from contract_platform.application.sweep_objects import sweep_objects
from contract_platform.documents.forms.writer import WordForms
from contract_platform.domain.errors import Forbidden, NotFound, Refused
from contract_platform.domain.form_vocabulary import FormKind as F
from contract_platform.domain.machine import Reason
from contract_platform.domain.opinion import Adoption, OpinionItem
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion, DocumentKind, Obligatoriness
from tests.unit.application.district import MAJOR, reasons, sealing
from tests.unit.forms.pages import pages_of, squeezed, text_of_pdf, texts_of_docx

ITEM = OpinionItem(
    no=1,
    clause="第三条",
    original="验收合格后10个工作日内付款",
    problem="未约定付款凭证",
    level="HIGH",
    basis="《中华人民共和国民法典》第五百一十条",
    suggestion="写明收到发票后付款",
    binding=Obligatoriness.MUST,
)


def submitted(district):
    contract_id = district.register(MAJOR)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass(reason="同意送审"))
    return contract_id


def under_review(district):
    contract_id = submitted(district)
    district.act("intake", contract_id, c.Accept(reviewer_id="reviewer"))
    return contract_id


def issued(district, conclusion=Conclusion.APPROVE_WITH_CHANGES):
    contract_id = under_review(district)
    district.act("reviewer", contract_id, c.Propose(conclusion=conclusion, body="主体适格。", items=(ITEM,)))
    district.act("bureau_lead", contract_id, c.SignOff(reason="同意"))
    return contract_id


def filed(district):
    contract_id = issued(district, Conclusion.APPROVE)
    district.deliberate(contract_id)
    district.act("handler", contract_id, sealing(district.clock.today()))
    district.signed_copy(contract_id, MAJOR)
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    filing = district.find("filings", contract_id=contract_id, target="JUSTICE_BUREAU")[0]
    for name, action in (("handler", "file"), ("filing", "accept_filing")):
        command = c.FilingCommand(action=action)
        view = act_on_filing(district.platform, district.actor(name), filing.id, command, revision=filing.revision)
        filing = view.filing
    return contract_id


def listed(district, name, contract_id):
    return read_papers(district.platform, district.actor(name), contract_id)


def paper(district, contract_id, form):
    return district.find("papers", contract_id=contract_id, form=form)[-1]


def read(district, contract_id, form, kind="docx"):
    internal = form in {F.SIGN_OFF_SHEET, F.WORKING_PAPER}
    name = "reviewer" if internal else "handler"
    one = paper(district, contract_id, form)
    with open_paper(district.platform, district.actor(name), one.id, kind, internal=internal).content as file:
        return file.read()


def words(district, contract_id, form):
    """The text of the Word file, made as the worker makes it but without the slower PDF."""
    one, forms = paper(district, contract_id, form), district.platform.forms
    return "".join(texts_of_docx(forms.fill(forms.built_in(form), msgspec.json.decode(one.content), one.issued_at)))


def test_each_act_issues_its_documents_and_nothing_else_does(district):
    contract_id = submitted(district)
    made = lambda: [one.form for one in district.find("papers", contract_id=contract_id)]  # noqa: E731
    assert made() == [F.REVIEW_SUBMISSION]
    district.act("intake", contract_id, c.RequestSupplement(items=("授权委托书", "中标通知书")))
    assert made()[1:] == [F.SUPPLEMENT_NOTICE]
    district.act("handler", contract_id, c.Supply())
    assert len(made()) == 2
    district.act("intake", contract_id, c.Accept(reviewer_id="reviewer"))
    assert made()[2:] == [F.ACCEPTANCE_NOTICE]


@pytest.mark.parametrize("form", [F.ACCEPTANCE_NOTICE, F.REVIEW_OPINION, F.SIGN_OFF_SHEET, F.WORKING_PAPER])
def test_the_pdf_says_what_the_word_file_says(district, form):
    contract_id = issued(district)
    docx, pdf = read(district, contract_id, form), read(district, contract_id, form, "pdf")
    shown = text_of_pdf(pdf)
    at = 0
    for text in texts_of_docx(docx):
        at = shown.index(text[:20], at)
    pages = len(pages_of(pdf))
    assert all(f"—{number}—" in shown for number in range(1, pages + 1))


def test_the_notice_to_supplement_lists_everything_that_is_missing_and_the_day(district):
    contract_id = submitted(district)
    district.act("intake", contract_id, c.RequestSupplement(items=("授权委托书", "中标通知书")))
    text = words(district, contract_id, F.SUPPLEMENT_NOTICE)
    assert "1.授权委托书2.中标通知书" in text
    due = next(one.due_on for one in district.find("clocks", contract_id=contract_id) if one.name == "SUPPLEMENT")
    assert f"{due.year}年{due.month}月{due.day}日前补正" in text


def test_the_notice_of_acceptance_names_number_reviewer_and_day(district):
    contract_id = under_review(district)
    text = words(district, contract_id, F.ACCEPTANCE_NOTICE)
    contract = district.contract(contract_id)
    due = contract.review_due
    for part in (contract.review_no, "姓名reviewer", f"{due.year}年{due.month}月{due.day}日"):
        assert part in text


@pytest.mark.parametrize(
    ("command", "form"), [(c.Return, F.RETURN_NOTICE), (c.Decline, F.NON_ACCEPTANCE_NOTICE)], ids=["return", "decline"]
)
def test_what_is_given_back_says_why_and_when_it_had_come(district, command, form):
    contract_id = submitted(district)
    day = district.clock.today()
    district.clock.step(timedelta(days=1))
    district.act("intake", contract_id, command(reason="不属于审查范围"))
    text = words(district, contract_id, form)
    assert "不属于审查范围" in text
    assert f"于{day.year}年{day.month}月{day.day}日送请合法性审查" in text


def test_the_opinion_bears_bureau_number_and_day_and_names_nobody(district):
    contract_id = issued(district)
    text = words(district, contract_id, F.REVIEW_OPINION)
    number = paper(district, contract_id, F.REVIEW_OPINION).number
    assert number in text
    assert "望澜区司法局" in text
    assert "2026年3月2日" in text
    for part in (ITEM.clause, ITEM.original, ITEM.problem, ITEM.basis, ITEM.suggestion, "应当修改", "修改后同意"):
        assert squeezed(part) in text
    assert "姓名" not in text


def test_who_drafted_and_signed_stands_on_the_sign_off_sheet(district):
    text = words(district, issued(district), F.SIGN_OFF_SHEET)
    assert "拟稿人姓名reviewer" in text
    assert "审签人姓名bureau_lead" in text


def test_machine_checks_stand_in_the_working_paper_with_reasons_and_never_in_the_opinion(district):
    contract_id = issued(district)
    working = words(district, contract_id, F.WORKING_PAPER)
    assert "未能检查" in working
    assert "不适用" in working
    assert "需要中标、成交信息" in working
    opinion = words(district, contract_id, F.REVIEW_OPINION)
    assert "未能检查" not in opinion
    assert "工作底稿" not in opinion


def test_every_rule_stands_once_in_the_working_paper_under_its_verdict_and_no_check_in_the_opinion(district):
    contract_id = district.register(MAJOR + "\n第八条 本合同争议提交仲裁委员会仲裁，也可以向人民法院起诉。")
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass(reason="同意送审"))
    district.act("intake", contract_id, c.Accept(reviewer_id="reviewer"))
    district.act(
        "reviewer", contract_id, c.Propose(conclusion=Conclusion.APPROVE_WITH_CHANGES, body="主体适格。", items=(ITEM,))
    )
    district.act("bureau_lead", contract_id, c.SignOff(reason="同意"))
    version = district.find("versions", contract_id=contract_id)[0]
    coverage = analysis_view(district.platform, district.actor("reviewer"), version.id).coverage
    assert set(coverage) == {rule.id for rule in RULES}
    assert {one.verdict for one in coverage.values()} == set(Verdict)
    content = msgspec.json.decode(paper(district, contract_id, F.WORKING_PAPER).content)
    working, opinion = (words(district, contract_id, form) for form in (F.WORKING_PAPER, F.REVIEW_OPINION))
    placed = {
        Verdict.FOUND: [one["title"] for one in content["found"]],
        Verdict.CLEAR: content["clear"].split("；"),
        Verdict.NOT_APPLICABLE: [one["title"] for one in content["not_applicable"]],
        Verdict.COULD_NOT_BE_CHECKED: [one["title"] for one in content["unchecked"]],
    }
    for rule in RULES:
        checked = coverage[rule.id]
        assert [one for one in Verdict if rule.title in placed[one]] == [checked.verdict], rule.id
        assert squeezed(rule.title) in working, rule.id
        if checked.verdict is Verdict.COULD_NOT_BE_CHECKED:
            assert squeezed(because(checked.reason, checked.params)) in working, rule.id
        assert squeezed(rule.title) not in opinion, rule.id


def test_the_statement_of_adoption_tells_each_item(district):
    contract_id = issued(district)
    district.upload("handler", contract_id, DocumentKind.DRAFT, MAJOR + "补充")
    answer = Adoption(no=1, choice=AdoptionChoice.PARTLY, reason="采购文件已定", new_wording="收到发票后付款")
    district.act("handler", contract_id, c.SubmitAdoption(adoption=(answer,)))
    text = words(district, contract_id, F.ADOPTION_STATEMENT)
    for part in ("部分采纳1项", "采购文件已定", "收到发票后付款", "第2稿"):
        assert part in text


def test_filing_gives_form_and_receipt_with_the_number(district):
    contract_id = filed(district)
    filing = district.find("filings", contract_id=contract_id, target="JUSTICE_BUREAU")[0]
    for form in (F.FILING_FORM, F.FILING_RECEIPT):
        text = words(district, contract_id, form)
        assert filing.number in text
        assert "姓名filing" in text
        assert "未逾期" in text


def test_what_was_issued_stays_as_it_was(district):
    contract_id = issued(district)
    before = read(district, contract_id, F.REVIEW_OPINION), read(district, contract_id, F.REVIEW_OPINION, "pdf")
    with district.platform.unit_of_work() as uow:
        contract = uow.contracts.get(contract_id)
        uow.contracts.save(msgspec.structs.replace(contract, name="改了名的合同"))
    district.clock.step(timedelta(days=2))
    after = read(district, contract_id, F.REVIEW_OPINION), read(district, contract_id, F.REVIEW_OPINION, "pdf")
    assert after == before


def test_files_printed_later_hold_what_the_act_fixed(district):
    contract_id = issued(district)
    with district.platform.unit_of_work() as uow:
        contract = uow.contracts.get(contract_id)
        uow.contracts.save(msgspec.structs.replace(contract, name="改了名的合同"))
    assert "改了名" not in words(district, contract_id, F.REVIEW_OPINION)


def test_the_act_and_the_files_are_traced_with_their_digests(district):
    contract_id = issued(district)
    read(district, contract_id, F.REVIEW_OPINION)
    one = paper(district, contract_id, F.REVIEW_OPINION)
    told = {event.type: msgspec.json.decode(event.data) for event in district.find("events", object_id=one.id)}
    assert told["paper.issued"]["content_sha256"] == one.content_sha256
    assert told["paper.printed"]["docx_sha256"] == one.docx_sha256
    assert told["paper.printed"]["pdf_sha256"] == one.pdf_sha256


def test_the_worker_prints_once_and_a_second_run_changes_nothing(district):
    contract_id = issued(district)
    jobs = district.platform.ledger.lease(lane="quick", limit=99, seconds=60, now=district.clock.now())
    mine = [job for job in jobs if job.name == "print_paper"]
    for job in [*mine, *mine]:
        print_paper(district.platform, job)
    papers = district.find("papers", contract_id=contract_id)
    assert {job.key for job in mine} == {one.id for one in papers}
    assert {one.revision for one in papers} == {1}


def test_what_was_issued_by_an_act_that_is_taken_back_counts_no_more(district):
    contract_id = issued(district)
    district.upload("handler", contract_id, DocumentKind.DRAFT, MAJOR + "补充")
    answer = Adoption(no=1, choice=AdoptionChoice.ADOPTED, new_wording="收到发票后付款")
    district.act("handler", contract_id, c.SubmitAdoption(adoption=(answer,)))
    district.act("handler", contract_id, c.Recall())
    assert paper(district, contract_id, F.ADOPTION_STATEMENT).voided_at is not None
    assert paper(district, contract_id, F.REVIEW_OPINION).voided_at is None
    district.act("handler", contract_id, c.SubmitAdoption(adoption=(answer,)))
    stated = district.find("papers", contract_id=contract_id, form=F.ADOPTION_STATEMENT)
    assert [(one.no, one.voided_at is None) for one in stated] == [(1, False), (2, True)]


def test_units_do_not_see_what_is_the_bureaus_own(district):
    contract_id = issued(district)
    forms = {one.form for one in listed(district, "handler", contract_id).papers}
    assert F.REVIEW_OPINION in forms
    assert not {F.SIGN_OFF_SHEET, F.WORKING_PAPER} & forms
    assert {F.SIGN_OFF_SHEET, F.WORKING_PAPER} <= {one.form for one in listed(district, "reviewer", contract_id).papers}
    sheet = paper(district, contract_id, F.SIGN_OFF_SHEET)
    with pytest.raises(Forbidden):
        open_paper(district.platform, district.actor("handler"), sheet.id, "pdf", internal=True)
    with pytest.raises(NotFound):
        open_paper(district.platform, district.actor("handler"), sheet.id, "pdf")
    with pytest.raises(NotFound):
        open_paper(
            district.platform, district.actor("stranger"), paper(district, contract_id, F.REVIEW_OPINION).id, "pdf"
        )


def test_a_preview_says_that_it_is_not_issued_and_leaves_nothing(district):
    contract_id = district.register(MAJOR)
    preview = lambda kind: preview_paper(  # noqa: E731
        district.platform, district.actor("handler"), contract_id, F.REVIEW_SUBMISSION, kind
    ).content.read()
    assert "预览件" in text_of_pdf(preview("pdf"))
    header = Document(BytesIO(preview("docx"))).sections[0].header
    assert "预览件" in header.paragraphs[0].text
    assert district.find("papers", contract_id=contract_id) == []


def test_the_reviewer_sees_the_opinion_while_writing_it_and_the_unit_does_not(district):
    contract_id = under_review(district)
    draft = OpinionDraft(conclusion=Conclusion.APPROVE_WITH_CHANGES, body="主体适格。", items=(ITEM,))
    shown = preview_opinion(district.platform, district.actor("reviewer"), contract_id, draft, "pdf").content.read()
    assert squeezed(ITEM.suggestion)[:6] in text_of_pdf(shown)
    assert "预览件" in text_of_pdf(shown)
    with pytest.raises(Forbidden):
        preview_opinion(district.platform, district.actor("handler"), contract_id, draft, "pdf")


def test_a_document_that_is_not_due_has_no_preview(district):
    contract_id = district.register(MAJOR)
    with pytest.raises(Refused) as refused:
        preview_paper(district.platform, district.actor("handler"), contract_id, F.REVIEW_OPINION, "pdf")
    assert refused.value.code == "paper_not_ready"


def test_without_a_pdf_the_reason_is_told_and_the_word_file_is_there(district):
    class NoFonts(WordForms):
        def lay_out(self, docx, at):  # noqa: ARG002 - the shape of the port
            raise NotLaidOutError(Reason(code="form_fonts_missing", params={"fonts": ["仿宋"]}))

    district.platform = dataclasses.replace(district.platform, forms=NoFonts())
    contract_id = issued(district)
    assert "修改后同意" in words(district, contract_id, F.REVIEW_OPINION)
    with pytest.raises(Refused) as refused:
        read(district, contract_id, F.REVIEW_OPINION, "pdf")
    assert reasons(refused) == ["form_fonts_missing"]
    view = next(one for one in listed(district, "handler", contract_id).papers if one.form is F.REVIEW_OPINION)
    assert view.no_pdf is not None
    assert view.no_pdf.params["fonts"] == ["仿宋"]


def test_personal_numbers_are_masked_in_documents(district):
    item = msgspec.structs.replace(ITEM, original="身份证号110101199003074514的代理人签字")
    contract_id = under_review(district)
    propose = c.Propose(conclusion=Conclusion.APPROVE_WITH_CHANGES, body="见下。", items=(item,))
    district.act("reviewer", contract_id, propose)
    district.act("bureau_lead", contract_id, c.SignOff())
    assert "110101199003074514" not in words(district, contract_id, F.REVIEW_OPINION)


def test_sweeping_leaves_issued_files_alone(district):
    contract_id = issued(district)
    docx = read(district, contract_id, F.REVIEW_OPINION)
    district.clock.step(timedelta(days=3))
    sweep_objects(district.platform)
    assert read(district, contract_id, F.REVIEW_OPINION) == docx
