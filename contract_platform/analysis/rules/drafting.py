"""Rules about wording and form: undefined terms, vague periods, seals, authority."""

import re

from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import civil_code, contract_interpretation, contract_law, procurement_law, row
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, found, hit, not_applicable

_FORMULA = re.compile(r"[\u4e00-\u9fa5]{2,10}=(?P<right>[\u4e00-\u9fa5×*÷/+\-（）%\d.]{3,60})")
_FACTOR = re.compile(r"[\u4e00-\u9fa5]{0,8}(?:基准[价量值]?|基数|系数|指数|权重|保底量|标准值|调整值|参考价)")
_MILESTONE = re.compile(r"里程碑[一二三四五六七八九十\d]{1,2}")
_NOTICE = re.compile(r"不可抗力|通知|事故|紧急")
_VAGUE = re.compile(r"(?:应当?|须|需)(?:尽快|适时|尽早)|(?:尽快|适时)(?:完成|交付|支付|付款|验收|答复)")
_ABOUT = re.compile(r"(?<!\d)(?:\d{1,4}|[一二三四五六七八九十]{1,3})个?(?:工作日|天|日|月)左右")
_QUOTED = re.compile(
    r"[“\"](?P<term>[\u4e00-\u9fa5]{2,8})[”\"](?=乘以|除以|加上|减去|[×÷]|由[^，。；]{2,6}(?:另行)?(?:确定|核定)|每[^，。；]{1,4}核定)"
)
_SPAN = re.compile(
    r"(?:开发|交货|交付|完成|工期|服务|供货|实施|建设|施工)[^。；\n\d]{0,24}(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?P<unit>工作日|日历天|天|日)"
)
_DAYS_DEFINED = re.compile(r"[“\"]?(?:日|天)[”\"]?[^。；，\n]{0,6}(?:均指|是指|指|系指)")
_SEAL = re.compile(
    r"签字、盖章(?:之日|后|即|时)|(?:经|自)[^。；，\n]{0,10}签章(?:之日|后|即|时)|签字盖章(?:之日|后|即|时|生效|有效)"
)
_EFFECTIVE = re.compile(r"生效|有效|成立")
_CLEAR_SEAL = re.compile(r"并(?:加)?盖|签字或(?:者)?(?:加)?盖|签字(?:并|及|和|且)(?:加)?盖")
_AGENT = re.compile(
    r"(?:授权代表|委托代理人|授权代理人|委托代表|签约代表)(?:人)?(?:（[^）]{0,6}）)?：(?P<name>(?!签|盖|日|身|联|电)[\u4e00-\u9fa5·]{2,4})(?=[（，。；\n]|$|日期|联系|电话)"
)
_AGENCY = re.compile(r"采购代理机构[^。；，\n]{0,10}(?:代表|受)采购人[^。；，\n]{0,10}(?:签字|签订|委托签)")
_AUTHORITY = re.compile(r"授权委托书|授权书|(?:附|附有|提供|提交|出具|持有?)[^。；，\n]{0,10}委托书")


def undefined_term(case: Case) -> Outcome:
    """A factor of a formula or a milestone that is used once and explained nowhere."""
    terms: dict[str, tuple[int, int]] = {}
    for match in _FORMULA.finditer(case.text):
        for factor in _FACTOR.finditer(match["right"]):
            terms.setdefault(factor[0], (match.start("right") + factor.start(), match.start("right") + factor.end()))
    for match in _MILESTONE.finditer(case.text):
        terms.setdefault(match[0], match.span())
    quoted = {match["term"]: match.span("term") for match in _QUOTED.finditer(case.text)}
    if not terms and not quoted:
        return not_applicable("no_terms_of_art")
    missing = [span for name, span in terms.items() if not _explained(case, name)]
    missing += [span for name, span in quoted.items() if name not in terms and not _has_meaning(case, name)]
    return found(*(_undefined(case, span) for span in missing))


def _has_meaning(case: Case, name: str) -> bool:
    """Whether a quoted term is said to mean something; that somebody will fix it is no meaning."""
    return bool(
        re.search(
            rf"[“\"]?{re.escape(name)}[”\"]?(?:（[^）]{{0,40}}）)?(?:是指|指|系指|为|即|：|按|=|等于|见)", case.text
        )
    )


def _explained(case: Case, name: str) -> bool:
    """Whether a name is given a value or a meaning, or stands at the head of a table or list."""
    word = re.escape(name)
    return bool(
        re.search(
            rf"{word}[”\"』]?(?:（[^）]{0, 40}）)?(?:是指|指|系指|为|即|：|按|以|由|依据|根据|=|；|\n|见)", case.text
        )
    )


def _undefined(case: Case, span: tuple[int, int]) -> Hit:
    start, end = case.span(*span)
    return Hit(start=start, end=end, params={"term": case.text[slice(*span)]})


def ambiguous_day_unit(case: Case) -> Outcome:
    """A period that says 尽快 or 左右, or the same period once in days and once in working days."""
    vague = [*case.search(_VAGUE, _NOTICE), *case.search(_ABOUT)]
    hits = [hit(case, s, m, detail="没有确定的期限") for s, m in vague]
    if not _DAYS_DEFINED.search(case.text):
        hits += _mixed(case)
    return found(*hits)


def _mixed(case: Case) -> list[Hit]:
    """The second of two periods of equal number and different unit."""
    seen: dict[str, bool] = {}
    for statement in case.statements:
        for match in _SPAN.finditer(statement.text):
            working = match["unit"] == "工作日"
            if seen.setdefault(match["n"], working) != working:
                return [hit(case, statement, match, detail=f"{match['n']}日与{match['n']}个工作日并存")]
    return []


def effectiveness_seal_ambiguous(case: Case) -> Outcome:
    """签字、盖章: both, or either?"""
    hits = []
    for statement, match in case.search(_SEAL, _CLEAR_SEAL):
        if not _EFFECTIVE.search(statement.text):
            continue
        plain = match[0].startswith("签字盖章")
        hits.append(hit(case, statement, match, severity=Severity.LOW if plain else None))
    return found(*hits)


def authority_missing(case: Case) -> Outcome:
    """An agent signs, but no power of attorney is attached or named."""
    agents = [(s, m) for s in case.sentences if (m := _AGENT.search(s.text) or _AGENCY.search(s.text))]
    if not agents:
        return not_applicable("no_agent_signs")
    return found() if _AUTHORITY.search(case.text) else found(hit(case, *agents[0]))


RULES = (
    Rule(
        id="undefined_term",
        title="使用未定义的专有简称",
        severity=Severity.LOW,
        check=undefined_term,
        basis=(civil_code("第142条、第466条、第845条"), contract_law("第125条、第324条")),
        message="术语“{term}”未定义。",
        suggestion="在定义条款中明确其含义或数值来源。",
        positive_sentences=(
            "补贴金额＝基准价×考核系数。",
            "乙方应在里程碑二完成后提交“联调报告”。",
            "当月服务费＝结算基数×80%。",
        ),
        negative_sentences=(
            "本合同所称“基准价”是指中标单价12元/吨，考核系数为0.9；补贴金额＝基准价×考核系数。",
            "甲方：云溪市数据局（以下简称“甲方”）。",
            "里程碑一：完成需求分析。乙方应在里程碑一完成后10日内提交报告。",
        ),
    ),
    Rule(
        id="ambiguous_day_unit",
        title="“日”与“工作日”混用或期限不确定",
        severity=Severity.LOW,
        check=ambiguous_day_unit,
        basis=(civil_code("第200条至第204条"), contract_law("第62条")),
        message="期限表述不确定（“{text}”）：{detail}。",
        suggestion="统一使用“日（日历日）”或者“工作日”，并写明起算点。",
        positive_sentences=(
            "乙方应尽快完成整改。",
            "甲方收到材料后10天左右答复。",
            "开发时间：30天。\n乙方应在合同签订后完成开发，开发周期30个工作日。",
        ),
        negative_sentences=(
            "乙方应在5个工作日内完成整改。",
            "本合同所称“日”均指日历日。",
            "交货期为30日，验收期为10个工作日。",
        ),
    ),
    Rule(
        id="effectiveness_seal_ambiguous",
        title="生效条件（签字、盖章）含糊",
        severity=Severity.MEDIUM,
        check=effectiveness_seal_ambiguous,
        basis=(
            civil_code("第158条、第490条、第502条"),
            contract_law("第32条、第44条、第45条"),
            contract_interpretation("第22条"),
            row("电子印章管理办法（国办发〔2025〕33号）", "第5条", "VP", "2025-09-27"),
        ),
        message="“{text}”是并列还是择一不明确，易生效力争议。",
        suggestion="本合同自双方法定代表人（负责人）或者授权代表签字并加盖公章之日起生效。",
        positive_sentences=(
            "本合同自双方签字、盖章之日起生效。",
            "本合同经签章后生效。",
            "本合同自双方签字盖章之日起生效。",
        ),
        negative_sentences=(
            "本合同自双方法定代表人或者授权代表签字并加盖单位公章（或合同专用章）之日起生效。",
            "本合同自上级主管部门批准之日起生效。",
            "本合同自双方签字或者盖章之日起生效。",
        ),
    ),
    Rule(
        id="authority_missing",
        title="授权代表签约缺少授权委托书",
        severity=Severity.MEDIUM,
        check=authority_missing,
        basis=(
            civil_code("第165条、第170条、第171条"),
            contract_law("第48条、第49条"),
            contract_interpretation("第20条至第22条"),
            procurement_law("第43条第2款"),
        ),
        message="授权代表签署（“{text}”）但未见授权委托书。",
        suggestion="将授权委托书（事项、权限、期限）作为合同附件。",
        positive_sentences=(
            "乙方授权代表：李四（签字）。",
            "采购代理机构代表采购人签字，未附证明。",
            "委托代理人：王小明\n日期：2026年3月5日",
        ),
        negative_sentences=(
            "乙方授权代表：李四（签字）。\n附件四：授权委托书",
            "乙方法定代表人：张三（签字）。",
            "授权代表（签字）：\n日期：",
        ),
    ),
)
