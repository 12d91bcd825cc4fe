"""Rules about when and on what condition the government side pays."""

import math
import re
from collections.abc import Iterator

from contract_platform.analysis.model import Severity
from contract_platform.analysis.numerals import CN_DIGITS, count
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import budget_law, private_economy_law, row, sme_regulation
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, found, hit, not_applicable

_CALENDAR_DAYS = {"日": 1, "天": 1, "日历天": 1, "自然日": 1, "周": 7, "月": 30, "季度": 90, "年": 365}
_PERIOD = re.compile(
    rf"(?<![\d.])(?P<n>\d{{1,4}}(?:\.\d)?|[{CN_DIGITS}]{{1,5}}|半)个?(?P<unit>工作日|日历天|自然日|日|天|周|月|季度|年)(?:之内|以内|内|后)"
)
_PAYS = re.compile(r"支付|付款|付清|结清|拨付|付至|汇入|转入|付(?:合同|总价|全款|价款)")
_AFTER = re.compile(
    r"验收|(?:考核|评估|评价)合格|交货|交付|到货|发票|结算|竣工|完工|服务期满|履约完成|完成(?:全部)?(?:服务|工作|供货)|送达|审核通过"
)
_NOT_A_PRICE = re.compile(
    r"逾期|违约|滞纳|赔偿|罚|保证金|质保|保修|缺陷责任|押金|退还|返还|租金|利息|保费|补偿款|解除|终止"
)
_OTHER_PAYER = re.compile(
    r"(?<![向给对与和])(?:乙方|供应商|承包人|中标人|成交人|卖方|受托方|供方|承租方|承租人)(?:应当?|须|需)?[^，。；]{0,12}(?:支付|付清|结清|交纳|缴纳)"
)

_THIRD_PARTY_MONEY = re.compile(
    r"(?:收到|取得|待|等)[^。，；\n]{0,14}(?:拨款|财政资金|补助资金|专项资金|业主款项|业主付款|业主支付|第三方付款|建设单位付款)[^。；\n]{0,12}(?:后|支付)"
    r"|(?:财政(?:拨款|资金|部门拨付)|上级(?:拨款|资金|补助)|专项资金|业主款项|业主付款|资金)[^。；，\n]{0,8}(?:到位|到账|拨付|下达)[^。；，\n]{0,6}(?:后|为前提|为条件|时|再|情况)"
    r"|(?:以|视)[^。；，\n]{0,12}(?:财政|上级|业主)[^。；，\n]{0,8}(?:拨款|资金|付款|支付)[^。；，\n]{0,6}(?:为前提|为条件|情况)"
)
_UNCONDITIONAL = re.compile(
    r"不(?:得)?以[^。；]{0,20}(?:为前提|为条件|为由)|无论[^。；]{0,20}(?:是否|与否)|不受[^。；]{0,12}影响"
)

_AUDIT = re.compile(
    r"(?:结算|价款|造价|支付|付款)[^。；\n]{0,22}审计[^。；\n]{0,12}(?:为准|为依据|作为[^。]{0,6}依据|确定)"
    r"|以[^。；\n]{0,14}审计[^。；\n]{0,12}(?:为准|为[^。；]{0,6}依据|作为[^。；]{0,10}依据)"
    r"|(?:待|经)?[^。；，\n]{0,12}审计[^。；，\n]{0,8}(?:后|结束|完成|完毕)[^。；\n]{0,14}(?:支付|付至|付清|付款)"
    r"|审计(?:结果|结论|报告|决定)[^。；\n]{0,8}作为[^。；\n]{0,10}(?:结算|付款|支付)[^。；\n]{0,4}依据"
)
_NO_AUDIT = re.compile(r"配合|不(?:得)?以|不作为|不再以|不因")
_PRIVATE_AUDIT = re.compile(r"会计师事务所|造价咨询|第三方|中介机构|社会审计")

NEAR = 44  # compact characters behind a period in which its verb stands
_OTHER_EVENT = re.compile(r"完成|提交|组织|出具|开具|供货|交付")


def sme_payment_over_60_days(case: Case) -> Outcome:
    """A payment after delivery or acceptance falls due later than the regulation allows toward small enterprises."""
    if case.facts.direction == "receivable":
        return not_applicable("government_is_paid")
    limit = case.parameters["sme_payment_over_60_days.days"]
    periods = [*_payment_periods(case), *_periods_in_tables(case)]
    if not periods:
        return not_applicable("no_payment_period")
    return found(*(_late(case, sentence, match, days) for sentence, match, days in periods if days > limit))


def _payment_periods(case: Case) -> Iterator[tuple[Passage, re.Match[str], int]]:
    for sentence in case.sentences:
        for piece in re.finditer(r"[^；。]+", sentence.text):
            if not _AFTER.search(piece[0]) or _NOT_A_PRICE.search(piece[0]) or _OTHER_PAYER.search(piece[0]):
                continue
            for match in _PERIOD.finditer(piece[0]):
                days = _calendar_days(match)
                if days and _AFTER.search(piece[0][: match.start()]) and _pays_next(piece[0][match.end() :]):
                    yield Passage(text=piece[0], at=sentence.at + piece.start()), match, days


def _periods_in_tables(case: Case) -> Iterator[tuple[Passage, re.Match[str], int]]:
    """Rows of a payment plan whose columns name the event and the period."""
    for payment in case.facts.payments:
        if payment.evidence is None or "\t" not in payment.evidence.quote or not _AFTER.search(payment.trigger or ""):
            continue
        row = case.between(payment.evidence.start, payment.evidence.end)
        match = _PERIOD.search(row.text)
        days = _calendar_days(match) if match and not _NOT_A_PRICE.search(row.text) else None
        if match and days:
            yield row, match, days


def _pays_next(text: str) -> bool:
    """Whether the period governs a payment: the next verb pays, and no other event comes between."""
    pay = _PAYS.search(text[:NEAR])
    return pay is not None and not _OTHER_EVENT.search(text[: pay.start()])


def _calendar_days(match: re.Match[str]) -> int | None:
    number = count(match["n"])
    if number is None:
        return None
    if match["unit"] == "工作日":
        return math.ceil(number * 7 / 5)
    return math.ceil(number * _CALENDAR_DAYS[match["unit"]])


def _late(case: Case, piece: Passage, match: re.Match[str], days: int) -> Hit:
    return hit(case, piece, period=match[0], days=str(days))


def back_to_back_payment(case: Case) -> Outcome:
    """Payment waits for money from the treasury, a superior or a third party."""
    matches = case.search(_THIRD_PARTY_MONEY, _UNCONDITIONAL)
    return found(*(hit(case, part, match) for part, match in matches if _PAYS.search(part.text)))


def audit_as_settlement_basis(case: Case) -> Outcome:
    """The price or its payment depends on the result of an audit."""
    return found(
        *(
            hit(case, part, match, severity=Severity.LOW if _PRIVATE_AUDIT.search(part.text) else None)
            for part, match in case.search(_AUDIT, _NO_AUDIT)
        )
    )


RULES = (
    Rule(
        id="sme_payment_over_60_days",
        title="对中小企业付款期限超过60日",
        severity=Severity.HIGH,
        check=sme_payment_over_60_days,
        categories=("GOODS", "SERVICE", "IT", "WORKS", "ENTRUST"),
        parameters={"days": 60},
        basis=(*sme_regulation("第9条、第10条", "第8条、第9条"), private_economy_law("第67条")),
        message="付款期限“{period}”折合{days}日，超过对中小企业60日的法定上限（约定以30日为默认）；请核对相对方是否为中小企业。",
        suggestion="甲方应当自验收合格且收到发票之日起30日内（最长不超过60日）支付。",
        positive_sentences=(
            "货物验收合格后90日内，甲方一次性支付全部货款。",
            "乙方提交发票后三个月内，甲方支付服务费。",
            "项目终验合格并收到发票之日起50个工作日内，采购人向供应商付清合同价款。",
        ),
        negative_sentences=(
            "货物验收合格后30日内，甲方支付合同价款的95%。",
            "乙方应在合同签订后90日内完成供货。",
            "验收合格后乙方逾期付款超过90日内未支付违约金的，甲方可以从货款中扣除。",
            "甲方收到发票后40个工作日内支付服务费。",
        ),
    ),
    Rule(
        id="back_to_back_payment",
        title="以财政拨款、上级资金或第三方付款为付款前提",
        severity=Severity.HIGH,
        check=back_to_back_payment,
        basis=(
            *sme_regulation("第7条、第8条、第14条（大型企业另见第9条第2款）", "第6条、第7条"),
            row("法释〔2024〕11号（大型企业）", "全文", "V", "2024-08-27"),
            budget_law("第13条"),
            private_economy_law("第67条至第69条、第73条"),
        ),
        message="付款以第三方资金到位为条件（“{text}”），属于不合理付款条件，条款可能无效。",
        suggestion="删除资金到位条件，改为“自验收合格之日起30日内支付”；项目应先落实预算。",
        positive_sentences=(
            "甲方在收到上级财政拨款后10日内向乙方支付。",
            "付款以业主款项到账为前提，按业主付款比例同步支付。",
            "验收合格后，待财政资金到位后甲方支付剩余款项。",
        ),
        negative_sentences=(
            "甲方收到乙方开具的合法发票后10日内支付。",
            "本项目资金已列入2026年度部门预算，资金来源为财政性资金。",
            "甲方不得以财政拨款未到位为由拖延支付，也不以上级资金到账为条件。",
        ),
    ),
    Rule(
        id="audit_as_settlement_basis",
        title="以审计结论作为结算或付款依据",
        severity=Severity.HIGH,
        check=audit_as_settlement_basis,
        basis=(
            *sme_regulation("第12条、第31条第4项", "第11条（合同另有约定的除外）"),
            private_economy_law("第67条第1款"),
            row("审计法（2006修正）", "第22条（审计职权，不是结算依据）", "M", "2006-06-01", "2022-01-01"),
            row("审计法（2021修正）", "第23条（审计职权，不是结算依据）", "V", "2022-01-01"),
        ),
        message="以审计结论定价或付款（“{text}”）缺少法律依据；相对方是中小企业或者民营企业的，强制适用属于违规"
        "（2025年6月起“合同另有约定”不再是例外）。",
        suggestion="以双方确认的竣工结算文件作为结算依据；审计机关依法审计发现问题的，依法处理。",
        positive_sentences=(
            "工程最终结算价以审计机关出具的审计结果为准。",
            "待区审计局审计结束后支付至审定价的97%。",
            "合同价款的支付以政府审计部门出具的审计报告为依据。",
        ),
        negative_sentences=(
            "工程结算价以双方确认的竣工结算书为准。",
            "乙方应配合甲方接受审计机关依法开展的审计监督。",
            "双方确认，结算不以审计结果为准，按竣工结算文件支付。",
        ),
    ),
)
