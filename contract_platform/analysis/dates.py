"""Dates as contracts write them: 2024年3月1日, 二〇二四年三月一日, 2024-03-01, 2024.3.1; read from compact text."""

import re
from collections.abc import Iterator
from datetime import date

from contract_platform.analysis.model import Record
from contract_platform.analysis.numerals import chinese_int

_CN = "零一二三四五六七八九十廿元壹贰叁肆伍陆柒捌玖拾"
_DATE = re.compile(
    rf"(?P<y>[12]\d{{3}}|[零一二三四五六七八九壹贰叁肆伍陆柒捌玖]{{4}})年(?P<m>\d{{1,2}}|[{_CN}]{{1,3}})月(?:(?P<d>\d{{1,2}}|[{_CN}]{{1,4}})[日号])?"
    r"|(?<![\d\-/.])(?P<y2>(?:19|20)\d{2})(?P<sep>[-/.])(?P<m2>\d{1,2})(?P=sep)(?P<d2>\d{1,2})(?![\d\-/.]\d|\d)"
)


class Found(Record, frozen=True, kw_only=True):
    """A date in a compact text; without a day it is the first of the month and ``precision`` is month."""

    value: date
    start: int
    end: int
    precision: str = "day"


def dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """All dates that exist in the calendar."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        day = match["d"] or match["d2"]
        parts = [_number(part) for part in (match["y"] or match["y2"], match["m"] or match["m2"], day or "1")]
        value = _date(parts)
        if value is not None:
            yield Found(value=value, start=match.start(), end=match.end(), precision="day" if day else "month")


def _number(text: str) -> int | None:
    plain = text.replace("元", "一").replace("廿", "二十")
    return int(plain) if plain.isdigit() and plain.isascii() else chinese_int(plain)


def _date(parts: list[int | None]) -> date | None:
    year, month, day = parts
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
