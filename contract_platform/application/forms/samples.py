"""Made-up content for every form: what a template is tried with before it is used, and shown in its preview."""

from datetime import UTC, date, datetime
from typing import Final

from contract_platform.analysis.model import (
    Analysis,
    Coverage,
    DocumentText,
    Facts,
    Finding,
    LegalBasis,
    Severity,
    Verdict,
)
from contract_platform.application.forms.issue import content_of
from contract_platform.application.forms.matter import File, Matter, Said
from contract_platform.domain.contract import Clock, Contract, Decision, Party
from contract_platform.domain.document import Document, FindingVerdict, Version
from contract_platform.domain.family import Amendment
from contract_platform.domain.followups import Filing, Obligation
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.opinion import Adoption, Opinion, OpinionItem
from contract_platform.domain.people import Unit
from contract_platform.domain.submission import Consultation, Inquiry, Submission, Urgency
from contract_platform.domain.submission_vocabulary import InquiryConclusion, QueryResult, UrgencyState
from contract_platform.domain.vocabulary import (
    AdoptionChoice,
    AnalysisState,
    Conclusion,
    ContractRelation,
    DocumentKind,
    FilingState,
    MoneyEffect,
    ObligationKind,
    ObligationState,
    Obligatoriness,
    Role,
    State,
    Tier,
)

AT: Final = datetime(2026, 3, 12, 2, tzinfo=UTC)
DAY: Final = date(2026, 3, 12)
NAMES: Final = {
    "h": "示例承办人",
    "l": "示例法制员",
    "d": "示例负责人",
    "r": "示例审查员",
    "b": "示例审签人",
    "f": "示例核收人",
}
UNIT: Final = Unit(id="u", name="示例区档案服务中心", short_name="示例中心", kind="BUREAU")
BUREAU: Final = Unit(id="j", name="示例区司法局", short_name="示例司法局", kind="JUSTICE_BUREAU")
CONTRACT: Final = Contract(
    id="c",
    state=State.OPINION_ISSUED,
    name="档案数字化加工服务合同",
    handling_unit_id="u",
    signing_body_id="u",
    handler_id="h",
    created_at=AT,
    updated_at=AT,
    secrecy_declared=True,
    category="04",
    amount_fen=1_200_000_00,
    parties=(
        Party(role="甲方", name="示例区档案服务中心", side="gov"),
        Party(role="乙方", name="示例数据服务有限公司", uscc="91350000MA00000000"),
    ),
    budget_item="档案管理专项",
    procurement_no="示采〔2026〕8号",
    award_notice_date=DAY,
    planned_sign_date=DAY,
    term_start=DAY,
    term_end=date(2026, 12, 31),
    sign_date=DAY,
    tier=Tier.MAJOR,
    tier_rule="示例规则",
    contract_no="示合〔2026〕3号",
    review_no="示审〔2026〕5号",
    reviewer_id="r",
    review_due=DAY,
    draft_version_id="v",
    profile="示例@1",
    relation=ContractRelation.SUPPLEMENT,
    parent_id="p",
)
DECIDED: Final = (
    ("submit", "h", Role.HANDLER), ("pass", "l", Role.UNIT_LEGAL), ("decide", "d", Role.HANDLER_LEAD),
    ("accept", "r", Role.BUREAU_INTAKE), ("propose", "r", Role.BUREAU_REVIEWER), ("sign_off", "b", Role.BUREAU_LEAD),
    ("return_filing", "f", Role.FILING_OFFICER), ("accept_filing", "f", Role.FILING_OFFICER),
)  # fmt: skip
VERSION: Final = Version(
    id="v", document_id="t", contract_id="c", no=1, filename="示例合同.docx",
    sha256="0123456789abcdef" * 4, media="docx",
    size=1, uploaded_by="h", uploaded_at=AT, analysis_state=AnalysisState.DONE,
)  # fmt: skip
OPINION: Final = Opinion(
    id="o",
    contract_id="c",
    round=1,
    version_id="v",
    conclusion=Conclusion.APPROVE_WITH_CHANGES,
    body="合同主体适格。\n下列条款修改后可以签订。",
    items=(
        OpinionItem(
            no=1, clause="第三条", original="验收合格后付款。", problem="未写明付款期限。", level="HIGH",
            basis="《中华人民共和国民法典》第五百一十条", suggestion="写明验收合格后三十日内付款。",
            binding=Obligatoriness.MUST,
        ),
    ),
    drafter_id="r",
    drafted_at=AT,
    signer_id="b",
    issued_at=AT,
    number="示意〔2026〕6号",
    adoption=(Adoption(no=1, choice=AdoptionChoice.ADOPTED, new_wording="验收合格后三十日内付款。"),),
    adoption_at=AT,
)  # fmt: skip
FILING: Final = Filing(
    id="f", contract_id="c", target="JUSTICE_BUREAU", kind="RECEIVED", state=FilingState.FILED, due_on=DAY,
    submitted_at=AT, done_on=DAY, number="示备〔2026〕2号", note="示例",
)  # fmt: skip
SUBMISSION: Final = Submission(
    id="s",
    contract_id="c",
    inquiries=(
        Inquiry(
            id="i", party="示例数据服务有限公司", queried_on=DAY, registration=QueryResult.NORMAL,
            credit=QueryResult.NORMAL, dishonesty=QueryResult.NORMAL, conclusion=InquiryConclusion.FIT,
            version_ids=("v",), by="h", at=AT,
        ),
    ),
    consultations=(
        Consultation(
            id="k", unit="示例区财政局", answered_on=DAY, conclusion=Conclusion.APPROVE, opinion="无意见",
            adopted=AdoptionChoice.ADOPTED, by="h", at=AT,
        ),
    ),
    urgencies=(
        Urgency(planned_sign_date=DAY, reason="示例理由", asked_by="h", asked_at=AT, state=UrgencyState.CONFIRMED),
    ),
)  # fmt: skip
FINDING: Final = Finding(
    id="x", rule="示例规则", severity=Severity.HIGH, title="付款期限未写明", message="", suggestion="",
    basis=(LegalBasis(law="中华人民共和国民法典", article="第五百一十条"),),
    clause_id=None, clause="第三条", block_id=None,
    start=None, end=None, quote="验收合格后付款。",
)  # fmt: skip
ANALYSIS: Final = Analysis(
    engine_version="1",
    document=DocumentText(format="docx", text="", blocks=()),
    category="",
    contract_class="16",
    rule_class="OTHER",
    clauses=(),
    facts=Facts(),
    findings=(FINDING,),
    coverage={
        "示例规则": Coverage(verdict=Verdict.FOUND),
        "示例规则二": Coverage(verdict=Verdict.CLEAR),
        "示例规则三": Coverage(verdict=Verdict.NOT_APPLICABLE, reason="示例原因"),
        "示例规则四": Coverage(verdict=Verdict.COULD_NOT_BE_CHECKED, reason="示例原因"),
    },
)
MATTER: Final = Matter(
    today=DAY,
    contract=CONTRACT,
    unit=UNIT,
    signing_body=UNIT,
    bureau=BUREAU,
    names=NAMES,
    decisions=tuple(
        Decision(
            id=action, contract_id="c", round=1, action=action, source=State.SUBMITTED, target=State.SUBMITTED,
            person_id=person, role=role, at=AT, reason="示例意见",
        )
        for action, person, role in DECIDED
    ),
    clocks=(Clock(id="w", contract_id="c", name="SUPPLEMENT", started_on=DAY, days=5, unit="working", due_on=DAY),),
    opinion=OPINION,
    filings=(FILING,),
    filing=FILING,
    files=(
        File(document=Document(id="t", contract_id="c", kind=DocumentKind.DRAFT, title="合同文本"), version=VERSION),
    ),
    obligations=(
        Obligation(
            id="b", contract_id="c", kind=ObligationKind.PAYMENT, side="ours", content="付款",
            state=ObligationState.ACCEPTED, amount_fen=100_00,
        ),
    ),
    submission=SUBMISSION,
    amendment=Amendment(
        id="a", contract_id="c", parent_id="p", relation=ContractRelation.SUPPLEMENT, money=MoneyEffect.ADDS,
        reason="示例理由", clauses="第三条", bearing="其余条款继续有效", created_by="h", created_at=AT,
    ),
    parent=CONTRACT,
    checked=VERSION,
    analysis=ANALYSIS,
    verdicts=(FindingVerdict(id="y", contract_id="c", finding_id="x", verdict="adopted", reason="", by="r", at=AT),),
    conclusions={Conclusion.APPROVE_WITH_CHANGES: "修改后同意"},
    retention="30年",
    issued=(("合法性审查意见书", "示意〔2026〕6号", AT),),
    said=Said(action="rescind", by="d", at=AT, reason="示例理由", items=("授权委托书", "中标通知书")),
)  # fmt: skip


def sample(form: FormKind) -> dict[str, object]:
    """The content of a form for the made-up contract: every list has a member, so every placeholder can be tried."""
    return content_of(MATTER, form)
