"""Rules about the fairness of payment: deadlines, interest, instruments, internal procedures, prepayments."""

import re
from collections.abc import Iterator

from contract_platform.analysis.model import PaymentFact, Severity
from contract_platform.analysis.numerals import percent
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.figures import SHARE
from contract_platform.analysis.rules.law import (
    business_environment,
    civil_code,
    contract_law,
    private_economy_law,
    row,
    sme_regulation,
)
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, fires_on, found, hit, not_applicable

_PERIOD = re.compile(
    r"\d个?(?:工作日|日历天|日|天|月|周|年)|[一二两三四五六七八九十]个?(?:工作日|日历天|日|天|个月|月|周)(?:内|前|之内|以内|后)"
    r"|日内|天内|月内|日起|年\d|每月|每季|按月|按季|按年|当日|当天|即时|立即|同时|[季月年](?:度)?(?:初|末|底)|次月|签订(?:时|当日)|交付时|_|[{【\[]"
)
_TRIGGER = re.compile(r"后|完成|合格|到货|签订|交付|竣工|届满")
_WAIVED = re.compile(
    r"(?:甲方|采购人|发包人)[^。；\n]{0,12}(?:不承担|不负|免除)[^。；\n]{0,8}(?:逾期|延迟|延期|迟延)(?:付款|支付)"
    r"|(?:逾期|延迟|延期|迟延)(?:付款|支付)[^。；\n]{0,12}(?:不计|不支付|免除|不承担|无需支付|不视为)[^。；\n]{0,8}(?:利息|违约|滞纳|责任)"
)
_SELLERS_FAULT = re.compile(
    r"未(?:按[^，。]{0,8})?(?:开具|提供|提交)[^，。]{0,8}(?:发票|票据|资料)|因?由?于?乙方(?:的)?(?:原因|过错|未|自身|账)|账[户号](?:信息)?(?:错误|有误|变更)"
)
_NONCASH = re.compile(
    r"(?:商业(?:承兑)?汇票|承兑汇票|应收账款(?:电子)?凭证|供应链(?:金融)?凭证|以房抵|以物抵)[^。；\n]{0,20}(?:不得拒绝|不得拒收|无条件接受|应当?接受|必须接受|不得异议)"
)
_INTERNAL = re.compile(
    r"内部[^。；\n]{0,8}(?:流程|审批|程序)[^。；\n]{0,10}(?:后|完成|完毕)[^。；\n]{0,10}(?:支付|付款|拨付)"
    r"|(?:法定代表人|(?:主要)?负责人|领导)(?:变更|更换|调整|签字)[^。；\n]{0,14}(?:(?:付款|支付)[^。；\n]{0,8}顺延|(?:后|方可)[^。；\n]{0,6}(?:支付|付款))"
    r"|(?:党委|党组)会[^。；，\n]{0,8}(?:通过|同意|研究)后[^。；\n]{0,8}(?:支付|付款)"
)
_ADVANCE = re.compile(
    rf"(?:合同|协议)(?:签订|签署|生效|签定)(?:后|之日|时|当日)[^。；\n]{{0,36}}?(?:支付|付)[^。；\n]{{0,24}}?(?P<a>{SHARE})"
    rf"|(?:预付款?|首付款?|首期款?)[^。；，\n]{{0,20}}?(?P<b>{SHARE})|(?P<c>{SHARE})[^。；，\n]{{0,8}}(?:作为|的)(?:预付款?|首付款?|首期款?)"
)
_NOT_AN_ADVANCE = re.compile(r"违约|验收|完成后|到货|交付|扣回|抵扣|保函的|逾期|租金|定金")


def payment_deadline_missing(case: Case) -> Outcome:
    """A payment names its event but not by when it is made."""
    if case.facts.direction == "receivable" or not case.facts.payments:
        return not_applicable("no_payment_plan")
    open_ended = [payment for payment in case.facts.payments if _is_open(case, payment)]
    return found(
        *(
            hit(case, case.between(payment.evidence.start, payment.evidence.end))
            for payment in open_ended
            if payment.evidence is not None
        )
    )


def _is_open(case: Case, payment: PaymentFact) -> bool:
    """Neither its own words nor the sentence around them hold a period or a date."""
    if payment.evidence is None or payment.due or payment.due_date or payment.kind == "rent":
        return False
    text = case.text
    place = case.between(payment.evidence.start, payment.evidence.end)
    first = max(text.rfind(stop, 0, place.at) for stop in "。；\n") + 1
    sentence = text[first : place.at + len(place.text)]
    promises = re.search(r"支付|付清|付款|付至|结清|付给|付", sentence)
    return bool(promises and _TRIGGER.search(sentence)) and not _PERIOD.search(sentence)


def high_prepayment(case: Case) -> Outcome:
    """A large share of the price is paid before anything is delivered."""
    if case.facts.direction == "receivable":
        return not_applicable("government_is_paid")
    limit = case.parameters["high_prepayment.percent"]
    hits = [
        hit(case, case.between(payment.evidence.start, payment.evidence.end), percent=f"{payment.percent:g}")
        for payment in case.facts.payments
        if payment.kind == "advance" and payment.evidence and payment.percent is not None and payment.percent >= limit
        if not _NOT_AN_ADVANCE.search(payment.text)
    ]
    return found(*(hits or _stated_advances(case, limit)))


def _stated_advances(case: Case, limit: float) -> Iterator[Hit]:
    """Advances read from the sentences, where the payment plan holds none."""
    for statement, match in case.search(_ADVANCE):
        value = percent(match["a"] or match["b"] or match["c"])
        if value is not None and limit <= value and not _NOT_AN_ADVANCE.search(match[0]):
            yield hit(case, statement, match, percent=f"{value:g}")


_BOUGHT = ("GOODS", "SERVICE", "IT", "WORKS")
RULES = (
    Rule(
        id="payment_deadline_missing",
        title="付款节点无期限",
        severity=Severity.MEDIUM,
        check=payment_deadline_missing,
        basis=(
            civil_code("第511条第4项"),
            contract_law("第62条第4项"),
            *sme_regulation("第9条、第10条", "第8条、第9条"),
            business_environment("第32条"),
        ),
        message="付款节点未约定付款期限（“{text}”）。",
        suggestion="验收合格之日起10个工作日内支付。",
        positive_sentences=(
            "第一条 付款\n验收合格后，甲方支付合同价款的95%。\n第二条 其他",
            "第一条 付款\n项目完成后甲方向乙方付清余款。\n第二条 其他",
            "第一条 付款方式\n货物到货后，甲方支付合同总价的60%。\n第二条 其他",
        ),
        negative_sentences=(
            "第一条 付款\n验收合格后10个工作日内，甲方支付合同价款的95%。\n第二条 其他",
            "第一条 付款\n甲方应于2026年12月31日前付清余款。\n第二条 其他",
            "第一条 付款\n服务费按月支付，每月5日前付清上月费用。\n第二条 其他",
        ),
    ),
    Rule(
        id="late_interest_waived",
        title="免除或压低甲方逾期付款利息",
        severity=Severity.HIGH,
        check=fires_on(_WAIVED, _SELLERS_FAULT),
        categories=(*_BOUGHT, "ENTRUST"),
        basis=(*sme_regulation("第17条", "第15条"), civil_code("第497条、第585条"), contract_law("第40条、第114条")),
        message="不得免除对中小企业的逾期付款利息（“{text}”），约定利率不得低于合同订立时1年期LPR。",
        suggestion="甲方逾期付款的，按合同订立时1年期LPR（或每日万分之五）向乙方支付逾期利息。",
        positive_sentences=(
            "因财政原因延迟付款的，甲方不承担逾期付款违约责任。",
            "甲方逾期付款的，不计利息，乙方不得停止服务。",
            "采购人延期支付的，免除违约责任。",
        ),
        negative_sentences=(
            "甲方逾期付款的，按合同订立时1年期贷款市场报价利率支付逾期利息。",
            "因乙方未开具发票导致付款延迟的，甲方不承担逾期付款责任。",
            "甲方逾期付款的，每日按未付金额的万分之五支付违约金。",
        ),
    ),
    Rule(
        id="forced_noncash_payment",
        title="强制商业汇票、应收账款凭证付款",
        severity=Severity.MEDIUM,
        check=fires_on(_NONCASH),
        categories=_BOUGHT,
        basis=sme_regulation("第11条、第31条第3项", "第10条"),
        message="不得强制中小企业接受商业汇票等非现金支付方式（“{text}”）。",
        suggestion="甲方以银行转账方式支付至乙方指定账户。",
        positive_sentences=(
            "甲方有权以商业承兑汇票支付，乙方不得拒绝。",
            "工程款的40%以应收账款电子凭证支付，乙方应无条件接受。",
            "尾款以房抵款，乙方应当接受。",
        ),
        negative_sentences=(
            "甲方以银行转账方式支付。",
            "经乙方书面同意，甲方可以银行承兑汇票支付不超过20%的货款。",
            "乙方可以将应收账款电子凭证用于融资。",
        ),
    ),
    Rule(
        id="internal_process_condition",
        title="以内部审批或人员变动为拒付、缓付理由",
        severity=Severity.MEDIUM,
        check=fires_on(_INTERNAL, re.compile(r"不(?:得)?以(?!此)|不受")),
        categories=(*_BOUGHT, "ENTRUST"),
        basis=(*sme_regulation("第14条、第31条第6项", "第13条"), private_economy_law("第67条第1款")),
        message="内部审批流程或负责人更换不能成为拖延付款的理由（“{text}”）。",
        suggestion="删除内部流程条件，明确从验收合格起算的付款期限。",
        positive_sentences=(
            "甲方内部付款审批流程完成后支付，因流程导致的延期不视为违约。",
            "甲方主要负责人变更期间，付款时间相应顺延。",
            "尾款经甲方党组会研究后支付。",
        ),
        negative_sentences=(
            "甲方收到发票后10个工作日内完成审核并支付。",
            "合同变更须经甲方书面同意并盖章。",
            "甲方不得以内部审批流程未完成为由拒绝支付。",
        ),
    ),
    Rule(
        id="high_prepayment",
        title="预付款比例过高",
        severity=Severity.MEDIUM,
        check=high_prepayment,
        categories=(*_BOUGHT, "ENTRUST"),
        parameters={"percent": 50},
        basis=(
            civil_code("第509条、第525条至第528条（履行抗辩）"),
            contract_law("第60条、第66条至第69条"),
            row("预付款比例的财政、行业规定（例：财建〔2004〕369号，10%至30%）", "第12条", "M", "2004-10-20"),
        ),
        message="签约后即支付{percent}%（“{text}”），未见对应的交付，资金风险由政府方承担。",
        suggestion="预付款一般不超过合同金额的30%，并以预付款保函为前提，余款与交付、验收挂钩。",
        positive_sentences=(
            "合同签订后5日内，甲方支付合同总价的50%。",
            "预付款为合同金额的60%，余款验收后付清。",
            "合同生效后甲方一次性支付合同总价的百分之百。",
        ),
        negative_sentences=(
            "合同签订后5日内，甲方支付合同总价的30%。",
            "验收合格后支付合同总价的70%。",
            "合同签订后支付30%的预付款，到货后支付60%。",
        ),
    ),
)
