"""Figures in rules: shares, sums of money and years that stand beside a word, and how messages print them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from contract_platform.analysis.facts.amount import sums
from contract_platform.analysis.model import Record
from contract_platform.analysis.numerals import CN_DIGITS, count, percent
from contract_platform.analysis.rules.case import Case, Pattern, pieces
from contract_platform.analysis.rules.passage import Passage

NUMBER = r"(?<!\d)(?:\d{1,3}(?:，\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?)"
SHARE = rf"(?:\d{{1,3}}(?:\.\d{{1,4}})?%|[百千万]分之(?:\d{{1,3}}(?:\.\d{{1,4}})?|[{CN_DIGITS}]{{1,6}}))"
WHOLE = 100.0
_SHARE = re.compile(SHARE)
YEARS = (
    rf"(?<![\d.{CN_DIGITS}])(?:\d{{1,3}}(?:\.\d)?|[{CN_DIGITS}]{{1,3}})"
    rf"(?:周?年半?(?![度前末初底内\d{CN_DIGITS}])|个月(?!内))"
)
_YEARS = re.compile(rf"(?P<n>[\d.]+|[{CN_DIGITS}]+)(?P<unit>\D+)")
MONTHS = 12
_ITS_SUM = re.compile(r"(?:其)?(?:金额|数额|总额|标准)(?:为|是|：)?(?:人民币)?")


class Figure(Record, frozen=True, kw_only=True):
    """A value and the passage of compact text that states it."""

    value: float
    passage: Passage


def fen(number: str, ten_thousands: str = "") -> int:
    """Fen of a plain figure in yuan, or in 万元 where the second argument is not empty."""
    factor = 10**6 if ten_thousands else 100
    return int((Decimal(number.replace("，", "")) * factor).to_integral_value())


def yuan(amount_fen: int) -> str:
    """An amount for a message: 1,280,000.00."""
    return f"{Decimal(amount_fen) / 100:,.2f}"


def shares_of(case: Case, word: str, unless: Pattern) -> Iterator[Figure]:
    """Shares (per cent) stated for a thing: 履约保证金为合同金额的15%, 合同金额15%的履约保证金.

    ``word`` is a pattern without groups. What is a share *of* the thing (履约保证金的50%) is left out, as are pieces
    that match ``unless``.
    """
    stated = re.compile(
        rf"(?:{word})(?!的?{SHARE})[^。；%\n]{{0,30}}?(?P<a>{SHARE})|(?P<b>{SHARE})[^，。；%\n]{{0,10}}(?:{word})"
    )
    for statement in case.statements:
        for match in stated.finditer(statement.text):
            value = percent(match["a"] or match["b"])
            around = statement.text[max(0, match.start() - 12) : match.end()]
            if value is not None and 0 < value <= WHOLE and not unless.search(around):
                yield Figure(value=value, passage=statement.part(match.start(), match.end()))


def sums_of(case: Case, word: Pattern, unless: Pattern) -> Iterator[Figure]:
    """Sums of money in fen that stand behind a thing: 履约保证金人民币5万元, 履约保证金，金额为5万元."""
    for statement in case.statements:
        if not word.search(statement.text):
            continue
        parts = list(pieces(statement))
        for piece, behind in zip(parts, [*parts[1:], None], strict=True):
            named = word.search(piece.text)
            if named is None or unless.search(piece.text):
                continue
            stated = _sum_in(piece, named.start(), named.end())
            if stated is None and behind is not None and _ITS_SUM.match(behind.text):
                stated = _sum_in(behind, 0, 0)
            if stated is not None:
                yield stated


def _sum_in(piece: Passage, start: int, after: int) -> Figure | None:
    """The first sum of a piece from a place on, with the piece from ``start``."""
    for item in sums(piece.text):
        value = item.figures_fen or item.words_fen
        if value and item.start >= after:
            return Figure(value=value, passage=piece.part(start, item.end))
    return None


def years(period: str) -> float | None:
    """Years of a period that ``YEARS`` matched: 三年, 18个月, 两年半; None for what is no number."""
    match = _YEARS.match(period)
    number = count(match["n"]) if match else None
    if match is None or number is None:
        return None
    if "月" in match["unit"]:
        return number / MONTHS
    return number + 0.5 if match["unit"].endswith("半") else number
