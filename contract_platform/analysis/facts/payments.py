"""The payment plan: who pays how much when, sentence by sentence."""

import re
from collections.abc import Iterator

from contract_platform.analysis.compact import Compact
from contract_platform.analysis.dates import dates
from contract_platform.analysis.facts.amount import sums
from contract_platform.analysis.facts.payment_rows import Row, payment_rows
from contract_platform.analysis.facts.source import Source
from contract_platform.analysis.model import AmountFact, Clause, PaymentFact, Record
from contract_platform.analysis.numerals import count, percent

_PAYS = re.compile(
    r"支付|付款|付清|付至|拨付|缴纳|缴清|交清|交付.{0,12}租金|结清|结算|预付|首付|尾款|余款|付(?=\d|合同|总|价款|款|清|全|余|剩|第|人民币)|押金|保证金为|保证金(?:人民币|（)|偿还|汇入|退还|返还|用款|付三|一次性付"
)
_NOT_A_PAYMENT = re.compile(
    r"违约金|滞纳金|逾期|赔偿|罚|利息|补偿金|经济补偿|不足|低于|每延期|未按|不按|拒付|迟延|延期付款|如不|税率|税费由|发票开具|返还押金|没收|扣除|扣减|扣款|每分|不退|不予退还|不得以|无权|有权要求"
)
NEAR_RENT, MONTHS = 16, 12
_YEARLY = re.compile(r"年租金|每年|[/／]\s*年|一年")
NEAR = 80  # characters around a share that may say what it is
_PER = frozenset("/／每")  # behind a sum: a price, not a payment
_MONTHS = re.compile(
    r"(?<!\d)(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})个月(?:的?租金|支付|付|一付)|(?P<quarter>每?季度|按季)|(?P<year>每年|按年)"
)
_PENALTY = re.compile(r"违约金|滞纳金|每(?:逾期|延期|延迟|迟延|拖延)")
_SHARE = re.compile(
    r"(?P<share>\d{1,3}(?:\.\d{1,2})?%|百分之(?:\d{1,3}(?:\.\d{1,2})?|[零一二三四五六七八九十百]{1,6}))"
)
_HEADING = re.compile(r"^[^，。；：]{0,24}：")
_PIECE = re.compile(r"[^。；\n]+[。；]?")
_CATEGORIES = frozenset({"payment", "price", "performance_bond", "retention"})
_CUMULATIVE = re.compile(r"(?:支?付|拨付|累计|结算)(?:款?)(?:至|到)")
_REST = re.compile(r"余款|剩余|尾款|其余|余下")
_ALL = re.compile(
    r"(?<![第后])一次性?(?:付|支付|交|缴|结)清?|(?:全额|全部|(?<![第后])一次).{0,4}(?:支付|付清|付款|交清)"
    r"|内.{0,4}支付乙方.{0,6}费用|(?:支付|缴清|付清|交清|缴纳|结清)(?:全部|全额|全款)(?![^，。；]{0,10}(?:之日|后))"
)
_PERIODIC = re.compile(
    r"每(?:\d{1,3}|[一二三四五六七八九十]{1,3})?个?(?:月|季度?|年|半年|周|日历?月)(?:的?\d{1,2}日前?)?|按(?:月|季度?|年|半年)"
)
_DUE = re.compile(
    r"(?:(?<!\d)\d{1,4}|[一二三四五六七八九十两]{1,4}|_)个?(?:工作日|日历天|日|天|月|年|周)(?:之?内|以内|前|期满|期全部)|每月的?\d{1,2}日前|每(?:\d{1,3}|[一二三四五六七八九十])?个?(?:月|季度?|年)"
)
_TRIGGER = re.compile(
    r"(?:自|在|经|待|于)?(?P<event>[^，。；、（]{2,28}?)(?:之日起|之日|以后|之后|后|时|完成|合格)(?=[，、\d一二三四五六七八九十_]|的|内|支付|甲方|乙方|付|[^，。；]{0,6}(?:日|天|月)内)"
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("retention", r"质保金|质量保证金|保修金|质保期|缺陷责任|保留金"),
        ("rent", r"租金|租赁费|房租"),
        ("advance", r"预付|首付|定金|(?:合同|协议)(?:签订|签署|生效|签定)"),
        ("settlement", r"结算|审计|审定|决算"),
        ("acceptance", r"验收"),
        ("final", r"余款|尾款|剩余|结清|付清"),
    )
)
_BASE = re.compile(
    r"(合同(?:总)?(?:价款?|金额|价格|额)|总价|工程(?:总)?(?:造价|款)|结算价|审定价|货款|服务费|总费用|全部工程款|总款|租金)的?$|的$"
)


class _Piece(Record, frozen=True, kw_only=True):
    """A sentence of the payment plan; ``at`` is its place in the compact text of its clause."""

    text: str
    at: int
    clause: Compact


def payments(source: Source, amount: AmountFact | None) -> tuple[PaymentFact, ...]:
    """Payments in text order; percent and amount complete each other where the contract amount is known."""
    total = amount.value_fen if amount and amount.kind == "fixed" else None
    rent = _monthly_rent(source, amount)
    found: list[PaymentFact] = []
    for clause in source.articles:
        rows = list(_rows(source, clause))
        found.extend(_of_row(source, row, total) for row in rows)
        if _CATEGORIES & {clause.category, *clause.categories} or _mentions_payment(source, clause):
            for piece in _pieces(source, clause, [(row.start, row.end) for row in rows]):
                if not _states_the_price(piece, amount):
                    found.extend(_payments(source, piece, total, rent))
    return tuple(sorted(found, key=lambda payment: payment.evidence.start if payment.evidence else 0))


def _rows(source: Source, clause: Clause) -> Iterator[Row]:
    """Rows of a payment table in an article that speaks of paying."""
    text = source.document.text
    if re.search(r"支付|付款|拨付|缴纳|付清", text[clause.start : clause.end]):
        yield from payment_rows(text, clause.start, clause.end)


def _of_row(source: Source, row: Row, total: int | None) -> PaymentFact:
    text = row.text
    day = next(dates(row.due or ""), None)
    return PaymentFact(
        text=text,
        percent=row.share,
        amount_fen=row.fen if row.fen is not None else _part_of(row.share, total),
        trigger=row.trigger,
        due=row.due,
        due_date=day.value if day and day.precision == "day" else None,
        kind=_kind(text),
        cumulative=bool(_CUMULATIVE.search(text)),
        evidence=source.evidence(row.start, row.end),
    )


def _states_the_price(piece: _Piece, amount: AmountFact | None) -> bool:
    """A sentence that says how much in all, under a heading such as 价款与支付, is no payment."""
    if amount is None or amount.evidence is None:
        return False
    first, last = piece.clause.span(piece.at, piece.at + len(piece.text))
    inside = first <= amount.evidence.start and amount.evidence.end <= last
    said = _HEADING.sub("", piece.text, count=1)
    return inside and not (_PAYS.search(said) or _SHARE.search(said) or _DUE.search(said))


def _monthly_rent(source: Source, amount: AmountFact | None) -> int | None:
    """The rent of a month in fen, also where the contract states that of a year."""
    if amount is None or amount.kind != "unit_price" or amount.value_fen is None or amount.evidence is None:
        return None
    first, last = amount.evidence.start, amount.evidence.end
    around = source.document.text[max(0, first - NEAR_RENT) : last + NEAR_RENT]
    return round(amount.value_fen / MONTHS) if _YEARLY.search(around) else amount.value_fen


def _mentions_payment(source: Source, clause: Clause) -> bool:
    """Articles filed elsewhere that still promise money to the other side."""
    text = source.document.text[clause.start : clause.end]
    return clause.category not in {"liability", "termination", "force_majeure", "confidentiality"} and bool(
        re.search(
            r"付款方式|支付方式|分期支付|一次性?(?:交清|付清|支付)|缴清|(?:支付|拨付|付|返还)(?:至|到)?[^，。；\n]{0,24}(?:\d\s?[%％]|百分之)|共?偿还.{0,20}(?:总额|%|％)",
            text,
        )
    )


def _pieces(source: Source, clause: Clause, rows: list[tuple[int, int]]) -> Iterator[_Piece]:
    """The sentences that speak of paying, table rows left out."""
    text = source.document.text
    kept: list[str] = []
    place = 0
    for start, end in rows:
        kept += [text[place:start], "\n" * (end - start)]
        place = end
    compact = Compact("".join((*kept, text[place:])), clause.start, clause.end)
    for match in _PIECE.finditer(compact.text):
        if _PAYS.search(match[0]) or (
            _SHARE.search(match[0]) and re.search(r"到货|验收|签订|交付|剩余|完成", match[0])
        ):
            yield _Piece(text=match[0], at=match.start(), clause=compact)


def _payments(source: Source, piece: _Piece, total: int | None, rent: int | None) -> Iterator[PaymentFact]:
    text = piece.text
    shares = [match for match in _SHARE.finditer(text) if not _NOT_A_PAYMENT.search(_own_words(text, match))]
    if _PENALTY.search(text):
        return
    if shares:
        yield from _by_share(source, piece, shares, total)
        return
    if _NOT_A_PAYMENT.search(text):
        return
    money = [
        item
        for item in sums(text)
        if (item.figures_fen or item.words_fen) and text[item.end : item.end + 1] not in _PER
    ]
    if money and not re.search(r"单价|合计|总(?:价|金额|费用)为|共计", text):
        fen = money[0].figures_fen or money[0].words_fen
        yield _fact(source, piece, (0, len(text)), share=_share_of(fen, total), fen=fen)
    elif _ALL.search(text):
        yield _fact(source, piece, (0, len(text)), share=100.0, fen=total)
    elif rent is not None and "租金" in text and (months := _MONTHS.search(text)):
        yield _fact(source, piece, (0, len(text)), share=None, fen=rent * _count(months))
    elif _PERIODIC.search(text) or _REST.search(text) or re.search(r"内.{0,4}(?:支付|付款|付清)|偿还", text):
        yield _fact(source, piece, (0, len(text)), share=None, fen=None)


def _count(months: re.Match[str]) -> int:
    """How many monthly rents a payment covers."""
    if months["n"]:
        return int(count(months["n"]) or 1)
    return 3 if months["quarter"] else MONTHS


def _own_words(text: str, match: re.Match[str]) -> str:
    """The clause of the sentence that a share stands in."""
    before, after = text[max(0, match.start() - NEAR) : match.start()], text[match.end() : match.end() + NEAR]
    return re.split(r"[，；。]", before)[-1] + re.split(r"[，；。]", after)[0]


def _by_share(source: Source, piece: _Piece, shares: list[re.Match[str]], total: int | None) -> Iterator[PaymentFact]:
    """One payment a share; each takes the words since the share before it."""
    start = 0
    for number, match in enumerate(shares):
        following = shares[number + 1].start() if number + 1 < len(shares) else len(piece.text)
        cut = re.search(r"[，；、。（]", piece.text[match.end() : following])
        end = following if number + 1 == len(shares) else match.end() + (cut.start() if cut else 0)
        share = percent(match["share"])
        yield _fact(source, piece, (start, end), share=share, fen=_part_of(share, total))
        start = end


def _part_of(share: float | None, total: int | None) -> int | None:
    return None if share is None or total is None else round(total * share / 100)


def _share_of(fen: int | None, total: int | None) -> float | None:
    """Share of the total, where it comes out even to a hundredth of a per cent and is not the total's multiple."""
    if not fen or not total or fen > total:
        return None
    return round(fen * 100 / total, 2)


def _fact(source: Source, piece: _Piece, span: tuple[int, int], *, share: float | None, fen: int | None) -> PaymentFact:
    text = piece.text[span[0] : span[1]].strip("，；、。")
    first, last = piece.clause.span(piece.at + span[0], piece.at + span[1])
    trigger = _TRIGGER.search(text)
    due = _DUE.search(text)
    day = next(dates(text), None)
    before_share = _SHARE.split(text)[0] if share is not None else ""
    base = _BASE.search(before_share)
    return PaymentFact(
        text=text,
        percent=share,
        amount_fen=fen,
        trigger=trigger["event"] if trigger else None,
        due=due[0] if due else None,
        due_date=day.value if day and day.precision == "day" else None,
        kind=_kind(text),
        base=base[1] if base else None,
        cumulative=bool(_CUMULATIVE.search(text)),
        evidence=source.evidence(first, last),
    )


def _kind(text: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), "progress")
