"""Shares of the price in a payment clause, and whether they make up the whole."""

import re
from itertools import combinations

import msgspec

from contract_platform.analysis.model import Record, Severity
from contract_platform.analysis.numerals import percent
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.figures import SHARE, WHOLE
from contract_platform.analysis.rules.law import civil_code, contract_law
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, found, hit, not_applicable, unchecked

_SHARE = re.compile(SHARE)
_PIECE = re.compile(r"[^，；。\n]+")
_PAY = re.compile(r"付|拨|结算|结清")
_OTHER_BASE = re.compile(
    r"税|违约|滞纳|利息|利率|罚|折扣|误差|偏差|保险|赔偿|发票|逾期|当月|每月|当期|当年|每年|已完|完成量|完成工程|进度款|月进度|每次|每批|每期"
    r"|得分|满意|合格率|扣除|扣减|扣款|增值|涨|幅度|变更|增加|减少|超过|低于|以上|以下|股|收益|分成|利润|提成|投诉|考核(?!合格)"
)
_BOND = re.compile(r"保证金|质保金|保留金|保函|担保|定金")
_REST = re.compile(r"余款|剩余|尾款|余额|其余|余下")
_REST_PAID = re.compile(r"(?:余款|剩余|尾款|余额|其余)[^，。；%]{0,20}(?:付|结)")
_CUMULATIVE = re.compile(r"(?:付至|支付至|付到|支付到|拨付至|累计|达到|付足)[^%]{0,14}$")
_SUM_PAID = re.compile(r"付[^，；。%]{0,12}?\d[\d，.]{0,16}万?元|\d万?元[^，；。%]{0,12}付")


BEFORE = 24  # compact characters before a share that may call it a running total
MOST_OPTIONAL = 6  # bonds whose being in or out is tried; with more of them nothing can be said


class Share(Record, frozen=True, kw_only=True):
    """One share: per cent, whether it is a running total, whether it may lie inside another one."""

    value: float
    at: int
    end: int
    cumulative: bool = False
    optional: bool = False


def payment_percent_sum(case: Case) -> Outcome:
    """The shares of one payment clause do not add up to 100 %."""
    read = ((article, _held(case, article, _shares(article.text))) for article in case.articles)
    plans = [(article, shares) for article, shares in read if len(shares) > 1]
    if not plans:
        return not_applicable("no_staged_payment")
    wrong = [(article, shares) for article, shares in plans if not _whole(shares, article.text)]
    open_ended = [article for article, shares in wrong if total(shares) < WHOLE and _sums_paid(article)]
    if open_ended and len(open_ended) == len(wrong):
        return unchecked("amounts_and_shares_mixed")
    return found(*(_hit(case, article, shares) for article, shares in wrong if article not in open_ended))


def _held(case: Case, article: Passage, shares: list[Share]) -> list[Share]:
    """The shares, with a person's own where one was given for the payment whose only share it is."""
    for payment in case.facts.payments:
        place = payment.evidence
        if not payment.by_person or place is None:
            continue
        inside = [share for share in shares if place.start <= case.at(article.place(share.at)) < place.end]
        if len(inside) == 1:
            given = payment.percent
            shares = [
                share if share is not inside[0] else msgspec.structs.replace(share, value=given)
                for share in shares
                if share is not inside[0] or given is not None
            ]
    return shares


def _shares(text: str) -> list[Share]:
    """Shares of the total price, in order; other percentages are left out."""
    result = []
    for sentence in re.finditer(r"[^。\n]+", text):
        if not _PAY.search(sentence[0]):
            continue
        for piece in _PIECE.finditer(sentence[0]):
            result += _piece_shares(piece[0], sentence.start() + piece.start())
    return result


def _piece_shares(piece: str, at: int) -> list[Share]:
    rest = bool(_REST.search(piece))
    if _OTHER_BASE.search(piece) and not rest:
        return []
    bond = bool(_BOND.search(piece)) and not rest
    result = []
    for match in _SHARE.finditer(piece):
        value = percent(match[0])
        if value is not None and 0 < value <= WHOLE:
            before = piece[max(0, match.start() - BEFORE) : match.start()]
            result.append(
                Share(
                    value=value,
                    at=at + match.start(),
                    end=at + match.end(),
                    cumulative=bool(_CUMULATIVE.search(before)),
                    optional=bond,
                )
            )
    return result


def _whole(shares: list[Share], text: str) -> bool:
    """Whether some reading of the shares makes a whole: optional ones in or out, plans one after the other."""
    tail = text[shares[-1].end :]
    if _REST.search(tail) or (_REST_PAID.search(text) and total(shares) < WHOLE):
        return True
    optional = [share for share in shares if share.optional]
    if len(optional) > MOST_OPTIONAL:
        return True
    for size in range(len(optional) + 1):
        for dropped in combinations(optional, size):
            if _plans(tuple(share for share in shares if share not in dropped)):
                return True
    return False


def total(shares: list[Share] | tuple[Share, ...]) -> float:
    """The shares added up; a running total replaces what came before."""
    amount = 0.0
    for share in shares:
        amount = share.value if share.cumulative else amount + share.value
    return round(amount, 4)


def _plans(shares: tuple[Share, ...]) -> bool:
    """One plan of 100 %, or several, one after the other."""
    amount = 0.0
    for share in shares:
        amount = share.value if share.cumulative and share.value >= amount else amount + share.value
        if abs(amount - WHOLE) <= 0.01:  # noqa: PLR2004 - rounding of the shares as written
            amount = 0.0
    return amount == 0.0


def _sums_paid(article: Passage) -> bool:
    """Whether the article also pays sums of money that no share is stated for."""
    return any(_SUM_PAID.search(piece) and not _SHARE.search(piece) for piece in re.split(r"[；。\n]", article.text))


def _hit(case: Case, article: Passage, shares: list[Share]) -> Hit:
    parts = "+".join(f"{'至' if share.cumulative else ''}{share.value:g}%" for share in shares)
    plan = article.part(shares[0].at, shares[-1].end)
    return hit(case, plan, sum=f"{total(shares):g}", parts=parts)


RULES = (
    Rule(
        id="payment_percent_sum",
        title="付款比例合计不等于100%",
        severity=Severity.HIGH,
        check=payment_percent_sum,
        basis=(civil_code("第470条、第511条"), contract_law("第12条、第62条")),
        message="各期付款比例合计为{sum}%（{parts}），不等于100%。",
        suggestion="补足或删减付款节点，使各期比例合计为100%。",
        positive_sentences=(
            "合同签订后支付合同总价的30%，到货后支付50%，验收合格后支付15%。",
            "首付款为合同价的40%，初验后支付40%，终验后支付30%。",
            "签约后支付合同总价的百分之二十，验收后支付至合同总价的百分之八十五，质保期满后支付百分之十。",
        ),
        negative_sentences=(
            "合同签订后支付合同总价的30%，到货后支付50%，验收合格后支付15%，质保期满后支付5%。",
            "合同签订后支付合同价的30%，验收后支付至合同价的97%，余款3%在缺陷责任期满后支付。",
            "签约后支付合同总价的40%，验收后付清余款。逾期付款的，按日支付未付金额0.05%的违约金。",
            "甲方支付合同总价的95%，其中增值税税率为13%，留5%作为质量保证金，质保期满后支付。",
        ),
    ),
)
