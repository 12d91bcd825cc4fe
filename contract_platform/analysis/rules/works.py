"""Rules about construction: advance funding, progress payments, statutory warranty, wages of migrant workers."""

import re
from collections.abc import Iterator

from contract_platform.analysis.model import Severity
from contract_platform.analysis.numerals import percent
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.figures import SHARE, YEARS, years
from contract_platform.analysis.rules.law import government_investment, row, sme_regulation
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, found, hit, not_applicable

_FUNDS = re.compile(
    r"(?:承包[人方]|乙方|施工(?:单位|方)|总包)[^。；，\n]{0,14}(?:垫资|垫付|带资|筹集建设资金|先行投入资金)"
    r"|由(?:承包[人方]|乙方|施工(?:单位|方))[^。；，\n]{0,8}(?:垫资|垫付|带资)|(?:全额|全)?垫资(?:施工|建设)"
)
_NOT_FUNDED = re.compile(
    r"不(?:得|采用|要求|存在|需|垫)|禁止|水电费|(?:发包人|甲方)垫付|罚款|工资|费用由乙方先行垫付后"
)
_NO_ADVANCE = re.compile(r"(?:没有|无|不(?:支付|设|付|提供))(?:任何|工程)?(?:的)?预付款")
_PROGRESS = re.compile(
    rf"(?:进度款|月进度|形象进度|已完(?:成)?(?:的)?(?:合格)?(?:工程|产值|工作)(?:量)?(?:价款|造价|产值|总价)?|完成工程(?:量|价款)|完成产值|月报量|计量价款)"
    rf"[^。；%\n]{{0,24}}?(?P<share>{SHARE})"
)
_NOT_PROGRESS = re.compile(r"预付款|质保|保修|违约|竣工|审定|结算|扣回|扣除|扣留|抵扣|罚|税|人工费|超过")
ITEMS = (
    (re.compile(r"屋面|防水|防渗漏?"), "屋面防水、防渗漏", 5.0),
    (re.compile(r"供热|供冷|采暖|空调系统"), "供热与供冷系统", 2.0),
    (re.compile(r"电气管线|管线|给排水|上下水|设备安装|装修|装饰|水电安装"), "管线、设备安装和装修", 2.0),
)
_WARRANTY = re.compile(r"保修|质保|质量保证期")
_PERIOD = re.compile(YEARS)
_CONSTRUCTION = re.compile(r"施工|土建|安装工程|装修工程|装饰工程|改造工程|维修工程")
_DESIGN = re.compile(r"勘察[费人成合]|设计[费人合]|监理[费合]|咨询[费合]")
_WAGES = re.compile(r"农民工|工资专用账户|工资专户|人工费|工程款支付担保|工资支付")
_LONG_CYCLE = re.compile(
    r"人工费[^。；\n]{0,24}(?:每?季度|每[两二三四五六](?:个)?月|[两二三四五六]个月|每?半年|每?年度?|竣工后|验收后|完工后)[^。；\n]{0,8}(?:拨付|支付|结算|付)"
)


def contractor_advance_funding(case: Case) -> Outcome:
    """The builder pays for the works first."""
    funded = [hit(case, s, m) for s, m in case.search(_FUNDS, _NOT_FUNDED)]
    without = (
        "约定不付预付款（“{text}”），开工资金由施工单位先行投入；政府投资项目不得由施工单位垫资建设，请核对资金来源。"
    )
    none = [hit(case, s, m, severity=Severity.LOW, message=without) for s, m in case.search(_NO_ADVANCE)]
    return found(*funded, *none)


def progress_payment_below_80(case: Case) -> Outcome:
    """Less than four fifths of the work done is paid as it proceeds."""
    least = case.parameters["progress_payment_below_80.percent"]
    stated = list(case.search(_PROGRESS, None))
    hits = []
    for statement, match in stated:
        value = percent(match["share"])
        before = re.split("，", statement.text[: match.start()])[-1]
        if value is not None and LEAST_READ <= value < least and not _NOT_PROGRESS.search(before + match[0]):
            hits.append(hit(case, statement, match, percent=f"{value:g}"))
    return found(*hits) if stated else not_applicable("no_progress_payment")


def warranty_below_statutory(case: Case) -> Outcome:
    """The warranty of an item is shorter than the regulation allows."""
    hits = [one for s in case.statements if _WARRANTY.search(s.text) for one in _too_short(case, s)]
    return found(*hits) if _WARRANTY.search(case.text) else not_applicable("no_warranty_term")


def _too_short(case: Case, statement: Passage) -> Iterator[Hit]:
    for pattern, item, least in ITEMS:
        named = pattern.search(statement.text)
        period = _PERIOD.search(statement.text, named.end()) if named else None
        value = years(period[0]) if period else None
        if named and period and value is not None and value < least and period.start() - named.end() <= REACH:
            place = statement.part(named.start(), period.end())
            yield hit(case, place, item=item, years=f"{value:g}", least=f"{least:g}")
            return


def is_construction(case: Case) -> bool:
    """Whether something is built, not only surveyed, designed or supervised."""
    return len(_CONSTRUCTION.findall(case.text)) > len(_DESIGN.findall(case.text))


def migrant_wage_terms_missing(case: Case) -> Outcome:
    """Works without terms on wages, or with a cycle of labour cost above a month."""
    if not is_construction(case):
        return not_applicable("no_construction")
    slow = [hit(case, s, m, detail=f"人工费用拨付周期超过1个月（“{m[0]}”）") for s, m in case.search(_LONG_CYCLE)]
    if slow or _WAGES.search(case.text):
        return found(*slow)
    return found(Hit(params={"detail": "未见人工费用拨付周期、农民工工资专用账户或者工程款支付担保"}))


LEAST_READ = 20.0  # per cent: a lower share beside these words is no progress payment
REACH = 40  # compact characters between an item and its warranty
RULES = (
    Rule(
        id="contractor_advance_funding",
        title="施工单位垫资",
        severity=Severity.HIGH,
        check=contractor_advance_funding,
        categories=("WORKS", "PPP"),
        basis=(
            government_investment("第22条第2款、第34条第5项"),
            *sme_regulation("第8条、第32条", "第7条"),
            row("保障农民工工资支付条例", "第23条", "V", "2020-05-01"),
            row("建市〔2006〕6号（严禁政府投资项目带资承包）", "全文", "M", "2006-01-04"),
        ),
        message="政府投资项目禁止要求施工单位垫资（“{text}”）。",
        suggestion="发包人按月支付工程进度款，进度款不低于已完成工程价款的80%。",
        positive_sentences=(
            "［WORKS］工程建设资金由承包人先行垫付，竣工验收后分三年支付。",
            "［WORKS］乙方承诺带资施工至主体封顶。",
            "［WORKS］本工程由施工单位垫资施工，主体完工后支付50%。",
            "［WORKS］本工程没有任何预付款。",
        ),
        negative_sentences=(
            "［WORKS］承包人不得要求发包人垫付水电费。",
            "［WORKS］本工程不采用垫资方式，建设资金已落实，禁止施工单位垫付。",
            "［WORKS］发包人在开工前支付合同价10%的预付款。",
        ),
    ),
    Rule(
        id="progress_payment_below_80",
        title="工程进度款支付比例低于80%",
        severity=Severity.MEDIUM,
        check=progress_payment_below_80,
        categories=("WORKS",),
        needs_class=True,
        parameters={"percent": 80},
        basis=(row("财建〔2022〕183号", "第一条", "VP", "2022-08-01"),),
        message="进度款按{percent}%支付（“{text}”）：政府机关、事业单位、国有企业建设工程进度款不应低于已完成工程价款的80%。",
        suggestion="按月支付不低于已完成工程价款80%的进度款。",
        positive_sentences=(
            "［WORKS］发包人按月支付当月已完成工程价款的60%。",
            "［WORKS］进度款按已完成工程量价款的百分之七十支付。",
            "［WORKS］二次结构按月进度75%付款。",
        ),
        negative_sentences=(
            "［WORKS］发包人按月支付当月已完成工程价款的85%。",
            "［WORKS］预付款为合同价的30%。",
            "［WORKS］每次支付进度款时扣留已完成工程价款的3%作为质保金。",
        ),
    ),
    Rule(
        id="warranty_below_statutory",
        title="工程保修期低于法定最低期限",
        severity=Severity.HIGH,
        check=warranty_below_statutory,
        categories=("WORKS",),
        needs_class=True,
        basis=(row("建设工程质量管理条例", "第39条、第40条", "V", "2000-01-30"),),
        message="{item}保修期{years}年（“{text}”），低于法定最低{least}年。",
        suggestion="防水和防渗漏不少于5年；水电管线、设备安装、装修不少于2年；供暖供冷不少于两个运行季；地基和主体按设计使用年限。",
        positive_sentences=(
            "［WORKS］屋面防水工程保修期为2年。",
            "［WORKS］装修工程、电气管线保修期为1年。",
            "［WORKS］质量保修期：给排水管道及设备安装工程为12个月。",
        ),
        negative_sentences=(
            "［WORKS］屋面防水工程保修期为5年。",
            "［GOODS］设备质保期为1年。",
            "［WORKS］装修工程保修期为2年，屋面防水工程保修期为五年。",
        ),
    ),
    Rule(
        id="migrant_wage_terms_missing",
        title="缺少农民工工资保障条款",
        severity=Severity.HIGH,
        check=migrant_wage_terms_missing,
        categories=("WORKS",),
        needs_class=True,
        basis=(row("保障农民工工资支付条例", "第24条、第26条、第29条、第32条", "V", "2020-05-01"),),
        message="施工合同未按规定约定农民工工资保障：{detail}。",
        suggestion="发包人按月将人工费用足额拨付至农民工工资专用账户，并提供工程款支付担保。",
        positive_sentences=(
            "［WORKS］施工人工费用每季度拨付一次至农民工工资专用账户。",
            "［WORKS］施工人工费随进度款每两个月支付一次。",
            "［WORKS］施工工程款按月支付至85%。",
        ),
        negative_sentences=(
            "［WORKS］施工人工费用按月足额拨付至农民工工资专用账户，发包人提供工程款支付担保。",
            "［GOODS］安装人员工资由乙方承担。",
            "［WORKS］工程设计合同\n设计费分三期支付。",
        ),
    ),
)
