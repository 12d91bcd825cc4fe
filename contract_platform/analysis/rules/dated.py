"""Rules about dates that do not fit together."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from contract_platform.analysis.dates import Found, dates, impossible, months_later
from contract_platform.analysis.facts.periods import RANGE
from contract_platform.analysis.model import Severity
from contract_platform.analysis.numerals import CN_DIGITS, count
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import (
    budget_law,
    civil_code,
    contract_law,
    procurement_law,
    procurement_regulation,
    row,
)
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.rule import Outcome, Rule, found, hit, not_applicable, unchecked

_PERIOD = re.compile(
    rf"(?<![\d{CN_DIGITS}第])(?P<n>\d{{1,4}}|[{CN_DIGITS}]{{1,5}}|半)个?(?P<unit>周?年|月|日历天|日历日|天)(?![内前起后底初份度])"
)
_TERM = re.compile(r"期限|租期|租赁期|服务期|工期|合同期|有效期|周期|为期|共计|总日历天数|服务时间")
_BACKDATED = re.compile(
    r"(?:本合同|本协议|现)?[^。；，\n]{0,10}(?:补签|倒签|追认)|(?:系|为)对[^。；\n]{0,20}已(?:完成|履行|实施|提供)[^。；\n]{0,12}(?:合同|协议|确认|结算)"
)
_NOT_BACKDATED = re.compile(r"补签(?:单|证|到)|不得|如需|签证|另行|未经[^。；]{0,16}追认|拒绝追认")
_SIGNED_BEFORE = re.compile(r"(?:签订|签署|签约|订立)(?:日期|时间|日)(?:为|是)?：?$")
_SIGNED_BEHIND = re.compile(r"^[^，。；\n]{0,14}(?:签订|签署|订立)(?!后|起|之日|的?《)")
_DATED = re.compile(r"日期：?$")
LABEL = 12  # compact characters around a date that may say what it is


def _contract(term: str, payment: str) -> str:
    """A sample of three articles."""
    return f"第一条 期限\n{term}\n第二条 付款方式\n{payment}\n第三条 其他"


DAY = timedelta(days=1)
MONTHS = {"年": 12, "周年": 12, "月": 1}


def end_before_start(case: Case) -> Outcome:
    """A term ends before it begins, or a date does not exist."""
    wrong = [_place(case, first, second) for first, second in _ranges(case.text) if second.value < first.value]
    hits = [hit(case, place, detail=f"期限终止日早于起始日（“{place.text}”）") for place in wrong]
    for start, end in impossible(case.text):
        place = Passage(text=case.text[start:end], at=start)
        hits.append(hit(case, place, detail=f"日历上没有这一天（“{place.text}”）"))
    return found(*hits)


def _ranges(text: str) -> Iterator[tuple[Found, Found]]:
    """Pairs of dates joined by 至."""
    for first, second in pairwise(dates(text)):
        if second.start - first.end <= LABEL and RANGE.fullmatch(text[first.end : second.start]):
            yield first, second


def _place(case: Case, first: Found, second: Found) -> Passage:
    return Passage(text=case.text[first.start : second.end], at=first.start)


def duration_mismatch(case: Case) -> Outcome:
    """The term's length is not the time between its dates."""
    checked = False
    for sentence in case.sentences:
        ranges = [(a, b) for a, b in _ranges(sentence.text) if a.value < b.value]
        if len(ranges) != 1 or not _TERM.search(sentence.text):
            continue
        first, second = ranges[0]
        if first.precision != "day" or second.precision != "day":
            continue
        period = _PERIOD.search(_without_dates(sentence.text))
        if period is None:
            continue
        checked = True
        if not _fits(period, first.value, second.value):
            return found(
                hit(case, sentence, term=period[0], start=first.value.isoformat(), end=second.value.isoformat())
            )
    return found() if checked else not_applicable("no_term_with_dates")


def _without_dates(text: str) -> str:
    """The text with its dates blanked out; same length."""
    for item in dates(text):
        text = text[: item.start] + "□" * (item.end - item.start) + text[item.end :]
    return text


def _fits(period: re.Match[str], start: date, end: date) -> bool:
    """Both ways of counting the last day are accepted, with a day's tolerance."""
    number = count(period["n"])
    if number is None:
        return True
    months = MONTHS.get(period["unit"])
    if months is None:
        return abs((end - start).days + 1 - number) <= 1
    due = months_later(start, round(number * months))
    return due - 2 * DAY <= end <= due + DAY


def performed_before_signing(case: Case) -> Outcome:
    """Performance begins before the contract is signed."""
    hits = [hit(case, s, m, detail=f"“{m[0]}”") for s, m in case.search(_BACKDATED, _NOT_BACKDATED)]
    signed, start = case.facts.signed, case.facts.start
    if (
        signed
        and start
        and signed.value
        and start.value
        and start.evidence
        and start.precision == signed.precision == "day"
    ):
        if start.value < signed.value:
            place = case.between(start.evidence.start, start.evidence.end)
            hits.append(
                hit(case, place, detail=f"签订日期{signed.value.isoformat()}晚于履行开始日期{start.value.isoformat()}")
            )
        return found(*hits)
    return found(*hits) if hits else unchecked("dates_missing")


def sign_date_mismatch(case: Case) -> Outcome:
    """Cover, text and signatures name different days of signing."""
    named = [item for item in dates(case.text) if item.precision == "day" and _labelled(case, item)]
    body_end = case.body[1]
    behind = {item.value for item in named if 0 < body_end <= case.at(item.start)}
    before = [item for item in named if not 0 < body_end <= case.at(item.start)]
    if not before or len(named) < 2:  # noqa: PLR2004 - a difference needs two dates
        return not_applicable("one_signing_date")
    first = before[0]
    other = next((item for item in before if item.value != first.value), None)
    if other is None and behind and first.value not in behind:
        other = next(item for item in named if item.value in behind)
    if other is None:
        return found()
    place = Passage(text=case.text[other.start : other.end], at=other.start)
    return found(hit(case, place, a=first.value.isoformat(), b=other.value.isoformat()))


def _labelled(case: Case, item: Found) -> bool:
    """Whether the words around a date call it the date of signing."""
    before = case.text[max(0, item.start - LABEL) : item.start]
    after = case.text[item.end : item.end + 2 * LABEL]
    signature = 0 < case.body[1] <= case.at(item.start)
    return bool(
        _SIGNED_BEFORE.search(before)
        or (before.endswith("于") and _SIGNED_BEHIND.search(after))
        or (signature and _DATED.search(before))
    )


def payment_after_term(case: Case) -> Outcome:
    """A payment falls due long after the contract has ended."""
    end = case.facts.end
    if end is None or end.value is None:
        return not_applicable("no_term_stated")
    last = end.value + timedelta(days=case.parameters["payment_after_term.days"])
    late = [p for p in case.facts.payments if p.due_date and p.due_date > last and p.kind != "retention" and p.evidence]
    return found(
        *(
            hit(case, case.between(p.evidence.start, p.evidence.end), due=str(p.due_date), end=end.value.isoformat())
            for p in late
            if p.evidence
        )
    )


RULES = (
    Rule(
        id="end_before_start",
        title="终止日期早于起始日期或非法日期",
        severity=Severity.HIGH,
        check=end_before_start,
        basis=(civil_code("第200条至第203条、第470条第6项"), contract_law("第12条")),
        message="日期有误：{detail}。",
        suggestion="更正为：自____年__月__日起至____年__月__日止。",
        positive_sentences=(
            "服务期限自2026年7月1日起至2025年6月30日止。",
            "租赁期：2026年5月1日至2026年4月30日。",
            "乙方应于2026年2月30日前完成交付。",
        ),
        negative_sentences=(
            "服务期限自2026年7月1日起至2027年6月30日止。",
            "甲方应于2026年5月1日前付款，乙方于2026年4月1日开始服务。",
            "合同有效期自2024年2月29日至2025年2月28日。",
        ),
    ),
    Rule(
        id="duration_mismatch",
        title="起止日期与约定期限不符",
        severity=Severity.MEDIUM,
        check=duration_mismatch,
        basis=(civil_code("第201条、第202条"), row("民法通则", "第154条", "M", "1987-01-01", "2021-01-01")),
        message="约定期限{term}与起止日期（{start}至{end}）计算结果不一致。",
        suggestion="核对后统一（写明“含首尾两日”）。",
        positive_sentences=(
            "服务期限两年，自2026年1月1日起至2026年12月31日止。",
            "工期为90日历天，自2026年3月1日至2026年7月31日。",
            "租赁期限自2026年1月1日起至2027年6月30日止，共计12个月。",
        ),
        negative_sentences=(
            "服务期限一年，自2026年1月1日起至2026年12月31日止。",
            "租期三年，自2026年6月1日至2029年6月1日。",
            "工期为31日历天，自2026年3月1日至2026年3月31日。",
        ),
    ),
    Rule(
        id="performed_before_signing",
        title="先履行后签约（倒签）",
        severity=Severity.HIGH,
        check=performed_before_signing,
        basis=(
            procurement_law("第46条"),
            civil_code("第490条、第503条"),
            contract_law("第36条、第37条"),
            procurement_regulation("第67条"),
            budget_law("第13条"),
        ),
        message="存在倒签、先干后签风险：{detail}。",
        suggestion="说明原因并按程序补办采购、审批手续；今后先签约后履行。",
        positive_sentences=(
            "签订日期：2026年5月20日\n服务期自2026年1月1日起至2026年12月31日止。",
            "本合同系对2025年已完成工作的补签。",
            "本协议系对乙方已提供服务的结算确认。",
        ),
        negative_sentences=(
            "签订日期：2026年1月5日\n服务期自2026年1月10日起至2026年12月31日止。",
            "本合同自双方签字盖章之日起生效。",
            "服务期自2026年1月10日起至2026年12月31日止。",
        ),
    ),
    Rule(
        id="sign_date_mismatch",
        title="签订日期前后不一致",
        severity=Severity.MEDIUM,
        check=sign_date_mismatch,
        basis=(civil_code("第490条"), contract_law("第32条")),
        message="签订日期前后不一致：{a}与{b}。",
        suggestion="统一签订日期；双方先后签署的，以最后签署日为准并在首部写明。",
        positive_sentences=(
            "签订日期：2026年3月5日\n双方于2026年3月8日签订本合同。",
            "签订时间：2026年3月5日\n第一条 标的\n第二条 价款\n甲方（盖章）：\n日期：2026年4月1日\n日期：2026年4月2日",
            "签约时间：2026年1月5日\n签署日期：2026年2月5日",
        ),
        negative_sentences=(
            "签订日期：2026年3月5日\n双方于2026年3月5日签订本合同。",
            "签订时间：2026年4月2日\n第一条 标的\n第二条 价款\n甲方（盖章）：\n日期：2026年4月1日\n日期：2026年4月2日",
            "服务期自2026年1月10日起至2026年12月31日止。\n签订日期：2026年1月5日",
        ),
    ),
    Rule(
        id="payment_after_term",
        title="付款日期晚于合同期限",
        severity=Severity.LOW,
        check=payment_after_term,
        parameters={"days": 60},
        basis=(civil_code("第509条、第557条"), contract_law("第60条、第91条")),
        message="付款日期{due}晚于合同期限届满日{end}，付款时合同已经终止。",
        suggestion="把付款安排在合同期限内，或者写明期满后付款义务继续有效。",
        positive_sentences=(
            _contract("服务期自2026年1月1日起至2026年6月30日止。", "甲方于2027年6月30日前支付合同总价的50%。"),
            _contract("租赁期自2026年1月1日起至2026年12月31日止。", "乙方于2027年5月1日前付清余款5000元。"),
            _contract("合同有效期2026年1月1日至2026年3月31日。", "2026年12月31日前一次性付清全部费用。"),
        ),
        negative_sentences=(
            _contract("服务期自2026年1月1日起至2026年6月30日止。", "甲方于2026年6月30日前支付合同总价的50%。"),
            _contract("服务期自2026年1月1日起至2026年6月30日止。", "甲方于2026年7月15日前支付合同总价的50%。"),
            "第一条 付款\n甲方于2027年6月30日前支付合同总价的50%。\n第二条 其他",
        ),
    ),
)
