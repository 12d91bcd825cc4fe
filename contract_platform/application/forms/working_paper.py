"""审查工作底稿: what the machine checked, with what result, and what people made of it. Never part of the opinion."""

from collections.abc import Mapping

from contract_platform.analysis.model import Coverage, Finding, Verdict
from contract_platform.analysis.rules import RULES
from contract_platform.application.forms import wording as w
from contract_platform.application.forms.matter import Matter
from contract_platform.application.forms.opinion_papers import SHORT
from contract_platform.application.forms.parts import Sheet, head
from contract_platform.domain.document import FindingVerdict
from contract_platform.domain.records import Record

VERDICTS = {
    Verdict.FOUND: "发现风险",
    Verdict.CLEAR: "未发现",
    Verdict.NOT_APPLICABLE: "不适用",
    Verdict.COULD_NOT_BE_CHECKED: "未能检查",
}
TITLES = {rule.id: rule.title for rule in RULES}


class FoundLine(Record, frozen=True, kw_only=True):
    """A risk that was found, and what a person made of it."""

    no: str
    rule: str
    title: str
    level: str
    clause: str
    quote: str
    basis: str
    judged: str


class CheckLine(Record, frozen=True, kw_only=True):
    """A check that found nothing, did not apply, or could not be made, and why."""

    rule: str
    title: str
    reason: str


class WorkingPaper(Sheet, frozen=True, kw_only=True):
    """审查工作底稿."""

    file: str
    text_no: str
    text_mark: str
    engine: str
    profile: str
    unread: str
    counts: str
    found: tuple[FoundLine, ...]
    clear: str
    not_applicable: tuple[CheckLine, ...]
    unchecked: tuple[CheckLine, ...]


def working_paper(matter: Matter) -> WorkingPaper:
    """The paper; a text that could not be read is said to be unread."""
    version, analysis = matter.checked, matter.analysis
    coverage = analysis.coverage if analysis else {}
    parted = {verdict: checks(coverage, verdict) for verdict in Verdict}
    unread = version.unreadable if version and not analysis else None
    return WorkingPaper(
        **head(matter, "合法性审查工作底稿"),
        file=version.filename if version else w.NOTHING,
        text_no=f"第{version.no}稿" if version else w.NOTHING,
        text_mark=version.sha256[:SHORT] if version else w.NOTHING,
        engine=analysis.engine_version if analysis else w.NOTHING,
        profile=w.or_dash(matter.contract.profile),
        unread=w.because(unread, {}) if unread else "" if analysis else "文本尚未读取，机器检查未进行",
        counts="；".join(f"{VERDICTS[verdict]}{len(parted[verdict])}项" for verdict in Verdict),
        found=found(analysis.findings if analysis else (), matter.verdicts),
        clear=w.joined((one.title for one in parted[Verdict.CLEAR]), "；"),
        not_applicable=parted[Verdict.NOT_APPLICABLE],
        unchecked=parted[Verdict.COULD_NOT_BE_CHECKED],
    )


def checks(coverage: Mapping[str, Coverage], verdict: Verdict) -> tuple[CheckLine, ...]:
    """The checks with one verdict, in the order of their rules."""
    return tuple(
        CheckLine(
            rule=rule,
            title=TITLES.get(rule, rule),
            reason=w.because(one.reason, one.params) if one.reason else w.NOTHING,
        )
        for rule, one in sorted(coverage.items())
        if one.verdict is verdict
    )


def found(findings: tuple[Finding, ...], verdicts: tuple[FindingVerdict, ...]) -> tuple[FoundLine, ...]:
    """The risks with the reviewer's word on each."""
    judged = {one.finding_id: one for one in verdicts}
    return tuple(
        FoundLine(
            no=str(no),
            rule=one.rule,
            title=one.title,
            level=w.level(one.severity),
            clause=w.or_dash(one.clause),
            quote=w.or_dash(one.quote),
            basis=w.joined((f"《{basis.law}》{basis.article}" for basis in one.basis), "；"),
            judged=judgement(judged.get(one.id)),
        )
        for no, one in enumerate(findings, 1)
    )


def judgement(verdict: FindingVerdict | None) -> str:
    """What a person made of a finding."""
    if verdict is None:
        return "未作判断"
    if verdict.verdict == "adopted":
        return "写入意见"
    return f"不采用：{verdict.reason}" if verdict.reason else "不采用"
