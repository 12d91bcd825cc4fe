"""Rules about bonds: how high, of what kind, in what form, and how much of the price is kept back."""

import re
from collections.abc import Iterator

from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.figures import WHOLE, Figure, shares_of, sums_of
from contract_platform.analysis.rules.law import (
    bidding_regulation,
    business_environment,
    civil_code,
    contract_law,
    procurement_regulation,
    row,
    sme_regulation,
)
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, fires_on, found, hit, not_applicable, unchecked

PERFORMANCE = r"履约(?:保证金|担保|保函|保证)"
RETENTION = r"质量保证金|质保金|保修金|质量保留金|保留金|质保款"
_PERFORMANCE = re.compile(PERFORMANCE)
_NOT_ITS_HEIGHT = re.compile(r"违约金|扣除|扣减|没收|退还|返还|退回|不予|逾期|罚|利息|赔偿|误差|奖励")
_EXTRA = re.compile(
    r"(?:廉政|廉洁|安全(?:生产|文明施工|施工)?|文明施工|诚信|信誉|信用|进度|工期|低价|环保|成品保护|竣工资料|考核)"
    r"(?:风险)?(?:保证金|押金|抵押金)"
)
_NOT_TAKEN = re.compile(r"不(?:得|再|予|另)?(?:收取|收|缴纳|交纳|设|要求)|无需|取消|免(?:收|缴|交)|农民工")
_CASH = re.compile(
    r"保证金[^。；\n]{0,20}(?<!非)现金|(?<!非)现金[^。；，\n]{0,12}保证金|(?:不接受|不得采用|不得以)[^。；，\n]{0,6}保函"
)
_ANY_FORM = re.compile(
    r"(?<!不接受)(?<!拒收)保函(?!的?，?不)[^。；]{0,12}(?:或|、|等|均可|方式|形式)|(?<!不接受保函)(?:或者?|、)[^。；]{0,8}(?:保函|保证保险|保险)|非现金|不(?:得|限)"
)
_KEPT_BEFORE_COMPLETION = re.compile(
    r"履约保(?:证金|函)[^。\n]{0,120}?(?:每期|每次|每月|各期|进度款|付款中)[^。\n]{0,16}(?:扣留|预扣|扣除|预留|暂扣)[^。\n]{0,10}质(?:量)?保(?:证)?金"
    r"|(?:每期|每次|每月|各期|进度款)[^。\n]{0,16}(?:扣留|预扣|扣除|预留|暂扣)[^。\n]{0,10}质(?:量)?保(?:证)?金[^。\n]{0,120}?履约保(?:证金|函)"
)


def performance_bond_over_10(case: Case) -> Outcome:
    """The performance bond is higher than a tenth of the price."""
    limit = case.parameters["performance_bond_over_10.percent"]
    if not _PERFORMANCE.search(case.text):
        return not_applicable("no_performance_bond")
    stated = list(shares_of(case, PERFORMANCE, _NOT_ITS_HEIGHT))
    amounts = list(sums_of(case, _PERFORMANCE, _NOT_ITS_HEIGHT))
    price = case.facts.amount.value_fen if case.facts.amount and case.facts.amount.kind == "fixed" else None
    if not stated and not amounts:
        return unchecked("bond_height_not_stated")
    if amounts and not stated and not price:
        return unchecked("no_contract_amount")
    shares = [*stated, *(_share_of(figure, price) for figure in amounts if price)]
    return found(*(_too_high(case, figure, limit) for figure in shares if figure.value > limit))


def _share_of(figure: Figure, price: int) -> Figure:
    return Figure(value=figure.value * WHOLE / price, passage=figure.passage)


def _too_high(case: Case, figure: Figure, limit: float) -> Hit:
    shown = f"{figure.value:.4g}"
    return hit(case, figure.passage, percent=shown if float(shown) > limit else f"{figure.value:.10g}")


def illegal_extra_bond(case: Case) -> Outcome:
    """A bond that is none of the four lawful ones."""
    milder = None if case.is_class("WORKS") else Severity.MEDIUM
    return found(*(hit(case, part, match, severity=milder) for part, match in case.search(_EXTRA, _NOT_TAKEN)))


def retention_over_3(case: Case) -> Outcome:
    """More than three per cent of the settled price of works is kept as quality bond."""
    limit = case.parameters["retention_over_3.percent"]
    stated = list(shares_of(case, RETENTION, re.compile(r"违约金|罚|利息|返还(?!）)[^，]{0,6}$|退还[^，]{0,6}$")))
    if not stated:
        return not_applicable("no_retention")
    return found(*(_too_high(case, figure, limit) for figure in stated if limit < figure.value <= MOST_KEPT))


def retention_with_performance_bond(case: Case) -> Outcome:
    """Before completion money is kept as quality bond although a performance bond has been lodged."""
    matches = ((sentence, _KEPT_BEFORE_COMPLETION.search(sentence.text)) for sentence in case.sentences)
    return found(*(hit(case, sentence, match) for sentence, match in matches if match))


def inconsistent_retention(case: Case) -> Outcome:
    """The contract states two different shares for the money that is kept back."""
    stated = [figure for figure in shares_of(case, RETENTION, _NOT_ITS_HEIGHT) if figure.value <= MOST_KEPT]
    if not stated:
        return not_applicable("no_retention")
    return found(*_differing(case, stated))


def _differing(case: Case, stated: list[Figure]) -> Iterator[Hit]:
    first = stated[0]
    other = next((figure for figure in stated if figure.value != first.value), None)
    if other is not None:
        yield hit(case, other.passage, a=f"{first.value:g}", b=f"{other.value:g}")


MOST_KEPT = 30.0  # per cent: a higher share beside these words is a payment, not what is kept back
RULES = (
    Rule(
        id="performance_bond_over_10",
        title="履约保证金超过合同金额10%",
        severity=Severity.HIGH,
        check=performance_bond_over_10,
        categories=("GOODS", "SERVICE", "IT", "WORKS"),
        parameters={"percent": 10},
        basis=(procurement_regulation("第48条"), bidding_regulation("第58条、第66条")),
        message="履约保证金比例{percent}%（“{text}”）超过合同金额10%的上限。",
        suggestion="履约保证金不超过合同金额的10%，可以保函形式提交。",
        positive_sentences=(
            "乙方在签约前提交合同金额15%的履约保证金。",
            "履约保证金为合同总价的百分之二十。",
            "合同总价为人民币100万元。乙方应在3日内交纳履约保证金人民币12万元。",
        ),
        negative_sentences=(
            "乙方提交合同金额5%的履约保证金。",
            "乙方逾期交货的，按合同总价的15%支付违约金，履约保证金为10%。",
            "验收合格后退还履约保证金的50%，质保期满后退还其余部分。",
            "合同总价为人民币100万元。乙方应在3日内交纳履约保证金人民币5万元。",
        ),
    ),
    Rule(
        id="illegal_extra_bond",
        title="收取法定四类之外的保证金",
        severity=Severity.HIGH,
        check=illegal_extra_bond,
        basis=(*sme_regulation("第13条第1款", "第12条"), business_environment("第25条")),
        message="“{text}”不属于依法设立的保证金种类（投标、履约、工程质量、农民工工资），不得收取。",
        suggestion="删除该保证金，改为违约责任条款。",
        positive_sentences=(
            "乙方须缴纳廉政保证金5万元。",
            "承包人应交纳安全文明施工保证金和诚信保证金各10万元。",
            "进场前乙方向甲方交付工期保证金3万元，逾期完工的不予退还。",
        ),
        negative_sentences=(
            "承包人应按规定存储农民工工资保证金。",
            "乙方应遵守廉政协议，违反的承担违约责任。",
            "甲方不收取安全生产保证金。",
        ),
    ),
    Rule(
        id="cash_only_bond",
        title="保证金限定为现金或拒收保函",
        severity=Severity.MEDIUM,
        check=fires_on(_CASH, _ANY_FORM),
        categories=("GOODS", "SERVICE", "IT", "WORKS"),
        basis=(
            procurement_regulation("第33条、第48条"),
            *sme_regulation("第13条第2款"),
            business_environment("第25条"),
        ),
        message="保证金不得限定为现金（“{text}”），应当接受金融机构保函。",
        suggestion="履约保证金优先以银行或担保机构保函、保证保险提交，也可用支票、汇票、本票。",
        positive_sentences=(
            "乙方应以现金方式缴纳履约保证金10万元，不接受银行保函。",
            "履约保证金必须以现金形式一次性交至甲方财务。",
            "乙方以现金缴纳履约保证金。",
        ),
        negative_sentences=(
            "乙方可以采用银行保函、保证保险或者支票等非现金形式提交履约保证金。",
            "乙方以金融机构保函形式提交质量保证金。",
            "履约保证金可以现金转账或者银行保函形式提交。",
        ),
    ),
    Rule(
        id="retention_over_3",
        title="工程质量保证金超过结算总额3%",
        severity=Severity.HIGH,
        check=retention_over_3,
        categories=("WORKS",),
        needs_class=True,
        parameters={"percent": 3},
        basis=(
            row("建设工程质量保证金管理办法（建质〔2017〕138号）", "第7条", "VP", "2017-07-01"),
            row("财建〔2022〕183号", "第一条", "VP", "2022-08-01"),
        ),
        message="工程质量保证金预留比例{percent}%（“{text}”）超过工程价款结算总额的3%。",
        suggestion="预留工程价款结算总额的3%作为质量保证金，缺陷责任期最长不超过2年，届满后返还。",
        positive_sentences=(
            "［WORKS］发包人预留结算总价5%作为工程质量保证金。",
            "［WORKS］质保金为工程结算价款的百分之五，两年后返还。",
            "［WORKS］工程竣工验收合格后付至95%，余5%作为质保金。",
        ),
        negative_sentences=(
            "［WORKS］发包人预留结算总价3%作为工程质量保证金。",
            "［GOODS］质保金为合同总价的5%，质保期满后10个工作日内无息支付。",
            "［WORKS］缺陷责任期满一年后返还质量保证金的50%。",
        ),
    ),
    Rule(
        id="retention_with_performance_bond",
        title="履约保证金与质量保证金同时占用",
        severity=Severity.MEDIUM,
        check=retention_with_performance_bond,
        categories=("WORKS",),
        basis=(row("建设工程质量保证金管理办法（建质〔2017〕138号）", "第6条", "VP", "2017-07-01"),),
        message="竣工前已缴纳履约保证金的，不得同时预留工程质量保证金（“{text}”）。",
        suggestion="质量保证金在竣工结算时一次性预留，届时退还履约保证金。",
        positive_sentences=(
            "［WORKS］承包人已提交履约保证金；每期进度款另扣留3%作为质量保证金。",
            "［WORKS］履约保函有效期内，发包人自每次付款中预扣质量保证金3%。",
            "［WORKS］发包人从每月进度款中暂扣质保金，承包人提交的履约保证金继续有效。",
        ),
        negative_sentences=(
            "［WORKS］承包人已提交履约保证金；竣工结算时预留结算总价3%作为质量保证金。",
            "［WORKS］承包人提交履约保函，本工程不预留质量保证金。",
            "［WORKS］发包人每月支付进度款。承包人提交履约保证金。",
        ),
    ),
    Rule(
        id="inconsistent_retention",
        title="质量保证金比例前后不一致",
        severity=Severity.MEDIUM,
        check=inconsistent_retention,
        basis=(civil_code("第142条、第466条、第510条"), contract_law("第61条、第125条")),
        message="质量保证金比例前后不一致：{a}%与{b}%。",
        suggestion="统一质量保证金比例，并写明返还时间。",
        positive_sentences=(
            "预留合同总价的5%作为质量保证金。\n质保金为合同总价的3%，质保期满后支付。",
            "余款10%作为质保金，一年后付清。\n质量保证金按合同价的5%预留。",
            "质保金为结算价的百分之三。\n竣工后留结算价的5%作为质量保证金。",
        ),
        negative_sentences=(
            "预留合同总价的5%作为质量保证金。\n质保金为合同总价的5%，质保期满后支付。",
            "预留结算价的3%作为质量保证金，缺陷责任期满后退还质量保证金的50%。",
            "合同签订后支付30%，验收后支付67%，余3%作为质保金。",
        ),
    ),
)
