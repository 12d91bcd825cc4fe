"""Rules about what a template left behind: advice, open alternatives, clauses that do not apply, repealed law."""

import re
from collections.abc import Iterator
from datetime import date

from contract_platform.analysis.model import Record, Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import civil_code, contract_law, row
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, fires_on, found, hit

_ADVICE = re.compile(
    r"(?:可|可以|应|请|需|须)?(?:根据|结合|按照?)(?:项目|双方|具体|实际|自身|合同|需要|企业)?(?:的)?(?:实际)?(?:情况|需要|需求|要求)[^。；，\n]{0,8}(?:进行)?(?:调整|修改|填写|增减|补充|删减|选填|确定内容)"
    r"|(?:仅供参考|供参考使用|填写说明|填表说明|编写说明|起草说明|此处(?:填写|应|可|需)|参考(?:格式|范本|文本)|自行(?:添加|删减|填写|补充))"
    r"|本(?:范本|模板|示范文本|合同范本|样本|文本)(?:仅|由|为|供|适用|系|可)|(?:扩充|补充)内容，具体条款"
    r"|（(?:注|备注|说明|提示)：[^）\n]{0,40}(?:填|选择|删|范本|样本|约定)[^）\n]{0,40}）|（(?:应|请|需)(?:具体)?(?:约定|注明|填写|写明|列明|说明|选择)[^）\n]{0,40}）|(?:删除|删去)(?:本|此|该)(?:条|款|段|行|项)"
)
_NOT_ADVICE = re.compile(
    r"乙方(?:应|须|可)?(?:根据|按照?)|甲方(?:可|有权|应)?(?:根据|按照?)|双方(?:可|应)?(?:根据|按照?)|经[^。；，]{0,8}同意"
)
_CHOICE = re.compile(
    r"(?:[二三四两多]|任)(?:者)?[选择][一其](?!定)|择一(?:适用|选用|填写|保留|使用)|选择(?:其一|一种(?:填写|适用|使用)|适用的?一项)|任选(?:其一|一[种项])|选(?:用|填)(?:其中)?一[项种]"
)
_CHOSEN = re.compile(
    r"第[（]?[1-9一二三四][）]?[种项]|[☑☒■✔✓√]|已选|选定|双方选择第|(?:甲方|乙方|守约方|买方|受损方)[^。；]{0,12}(?:有权|可以?)"
)
_FOR_WHOM = re.compile(r"（(?:本(?:条|款|项))?适用于[^）\n]{2,30}）")
_NOT_APPLICABLE = re.compile(
    r"(?:本|此|该)(?:条|款|项|部分|章)(?:内容|约定|规定)?(?:对本(?:合同|项目))?不适用|（(?:本条|本款|本项)?不适用）|：(?:本项目)?不适用[。；\n]|^不适用[。；]?$|不适用于本(?:合同|项目|次采购)"
)


class _Repealed(Record, frozen=True, kw_only=True):
    """A law that is no longer in force: how contracts cite it, the first day without it, and what replaced it."""

    name: str
    cited: re.Pattern[str]
    until: date
    now: str


def _repealed(name: str, until: str, now: str, cited: str | None = None) -> _Repealed:
    pattern = cited or rf"《(?:中华人民共和国)?{name}》|中华人民共和国{name}"
    return _Repealed(name=name, cited=re.compile(pattern), until=date.fromisoformat(until), now=now)


REPEALED = (
    _repealed(
        "合同法",
        "2021-01-01",
        "《民法典》合同编",
        r"《(?:中华人民共和国)?合同法》|中华人民共和国合同法|(?<![劳动济术外])合同法(?=第|的?(?:有关|相关)?规定|[、和及与，。])",
    ),
    _repealed("经济合同法", "1999-10-01", "《民法典》合同编", r"(?<!涉外)《?(?:中华人民共和国)?(?<!涉外)经济合同法》?"),
    _repealed("涉外经济合同法", "1999-10-01", "《民法典》合同编", r"涉外经济合同法"),
    _repealed("技术合同法", "1999-10-01", "《民法典》合同编", r"技术合同法"),
    _repealed("民法通则", "2021-01-01", "《民法典》总则编", r"民法通则"),
    _repealed("民法总则", "2021-01-01", "《民法典》总则编", r"民法总则"),
    _repealed(
        "担保法", "2021-01-01", "《民法典》物权编、合同编", r"《(?:中华人民共和国)?担保法》|中华人民共和国担保法"
    ),
    _repealed("物权法", "2021-01-01", "《民法典》物权编", r"《(?:中华人民共和国)?物权法》|中华人民共和国物权法"),
    _repealed("侵权责任法", "2021-01-01", "《民法典》侵权责任编"),
    _repealed("国家建设征用土地条例", "1987-01-01", "《土地管理法》", r"国家建设征用土地条例"),
    _repealed("城市房屋拆迁管理条例", "2011-01-21", "《国有土地上房屋征收与补偿条例》", r"城市房屋拆迁管理条例"),
    _repealed("营业税暂行条例", "2017-11-19", "《增值税法》", r"营业税暂行条例"),
    _repealed("增值税暂行条例", "2026-01-01", "《增值税法》", r"(?<!废止)《?(?:中华人民共和国)?增值税暂行条例》?"),
    _repealed("经济合同仲裁条例", "1995-09-01", "《仲裁法》", r"经济合同仲裁条例"),
    _repealed("工矿产品购销合同条例", "1999-10-01", "《民法典》合同编", r"工矿产品购销合同条例"),
    _repealed(
        "建设工程勘察设计合同条例",
        "2001-10-06",
        "《民法典》合同编、《建设工程勘察设计管理条例》",
        r"建设工程勘察设计合同条例",
    ),
    _repealed("加工承揽合同条例", "2001-10-06", "《民法典》合同编", r"加工承揽合同条例"),
    _repealed("财产保险合同条例", "2001-10-06", "《保险法》", r"财产保险合同条例"),
    _repealed("借款合同条例", "2001-10-06", "《民法典》合同编", r"借款合同条例"),
    _repealed("仓储保管合同实施细则", "2001-10-06", "《民法典》合同编", r"仓储保管合同实施细则"),
    _repealed(
        "物业管理企业资质管理办法", "2018-03-08", "（资质已取消）", r"物业(?:管理|服务)企业资质管理(?:试行)?办法"
    ),
)


def template_residue(case: Case) -> Outcome:
    """Advice to whoever fills in the form stands in the contract."""
    hits = [hit(case, s, m) for s, m in case.search(_ADVICE, _NOT_ADVICE)]
    return found(*hits[:MOST_SHOWN])


def template_alternative_unresolved(case: Case) -> Outcome:
    """Two versions of a clause stand side by side and none has been struck out."""
    hits = [hit(case, s, m) for s, m in case.search(_CHOICE, _CHOSEN)]
    return found(*hits, *_variants(case))


def _variants(case: Case) -> Iterator[Hit]:
    """Articles that hold two versions, each marked for somebody."""
    for article in case.articles:
        marks = list(_FOR_WHOM.finditer(article.text))
        if len({mark[0] for mark in marks}) > 1:
            yield hit(case, article.part(marks[0].start(), marks[0].end()))


def repealed_law_cited(case: Case) -> Outcome:
    """A law is cited that was no longer in force on the contract's date."""
    hits = []
    for law in REPEALED:
        match = law.cited.search(case.text) if law.until <= case.law_date else None
        if match:
            place = case.between(case.at(match.start()), case.at(match.end() - 1) + 1)
            hits.append(hit(case, place, law=law.name, since=law.until.isoformat(), now=law.now))
    return found(*hits)


MOST_SHOWN = 5  # pieces of advice reported one by one
RULES = (
    Rule(
        id="template_residue",
        title="范本提示语残留",
        severity=Severity.LOW,
        check=template_residue,
        basis=(civil_code("第142条、第466条、第470条"), contract_law("第12条、第125条")),
        message="范本的起草提示残留在合同正文中（“{text}”）。",
        suggestion="删除提示语，写入双方约定的具体内容。",
        positive_sentences=(
            "以上为价格条款的补充内容，具体条款可根据实际情况进行调整和修改。",
            "质量要求按双方商定执行（应具体约定货物质量要求）。",
            "本范本仅供参考，使用时请删去本段。",
        ),
        negative_sentences=(
            "乙方应根据实际情况调整施工方案并报甲方批准。",
            "合同价款不因市场情况调整。",
            "甲方可根据需要调整服务人员数量。",
        ),
    ),
    Rule(
        id="template_alternative_unresolved",
        title="范本备选条款未取舍",
        severity=Severity.MEDIUM,
        check=template_alternative_unresolved,
        basis=(civil_code("第470条、第510条"), contract_law("第12条、第61条")),
        message="备选条款未作取舍（“{text}”），条款内容不确定。",
        suggestion="只保留适用的一种，删去其余备选内容和选择提示。",
        positive_sentences=(
            "付款方式（二选一）：一次性支付；分期支付。",
            "甲方权利（适用于业主委员会）：审定计划。甲方义务（适用于房地产开发企业）：移交资料。",
            "争议提交仲裁或者向法院起诉（任选其一）。",
        ),
        negative_sentences=(
            "守约方可以选择解除合同或者要求继续履行。",
            "付款方式（二选一）：☑一次性支付；□分期支付。",
            "双方选择第一种方式付款。",
        ),
    ),
    Rule(
        id="not_applicable_clause_left",
        title="不适用的条款未删除",
        severity=Severity.LOW,
        check=fires_on(_NOT_APPLICABLE),
        basis=(civil_code("第142条、第466条"), contract_law("第125条")),
        message="写明不适用的条款仍留在合同中（“{text}”）。",
        suggestion="删去不适用的条款，或者在专用条款中统一列明。",
        positive_sentences=(
            "履约保证金：不适用。",
            "本条不适用。",
            "第五条 分包（不适用）",
        ),
        negative_sentences=(
            "本合同不适用国际货物销售合同公约。",
            "因不可抗力造成的延误不适用前款规定。",
            "本条适用于货物采购。",
        ),
    ),
    Rule(
        id="repealed_law_cited",
        title="引用已废止的法律",
        severity=Severity.MEDIUM,
        check=repealed_law_cited,
        basis=(
            civil_code(
                "第1260条（废止婚姻法、继承法、民法通则、收养法、担保法、合同法、物权法、侵权责任法、民法总则）"
            ),
            row("国务院关于废止部分行政法规的决定", "各废止决定", "M"),
        ),
        message="引用的《{law}》已于{since}废止，现行依据为{now}。",
        suggestion="改为引用现行法律，并核对所引条文。",
        positive_sentences=(
            "根据《中华人民共和国合同法》，双方订立本合同。",
            "按照国家建设征用土地条例办理。",
            "依照中华人民共和国经济合同法的规定执行。",
        ),
        negative_sentences=(
            "根据《中华人民共和国民法典》，双方订立本合同。",
            "签订日期：2018年12月3日\n依据《中华人民共和国合同法》订立本合同。",
            "依照《劳动合同法》订立本合同。",
        ),
    ),
)
