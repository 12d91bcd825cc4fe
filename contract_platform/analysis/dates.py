"""Dates as contracts write them: 2024年3月1日, 二〇二四年三月一日, 2024-03-01, 2024.3.1; read from compact text."""

import re
from calendar import monthrange
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
        value = _value(match)
        if value is not None:
            day = match["d"] or match["d2"]
            yield Found(value=value, start=match.start(), end=match.end(), precision="day" if day else "month")


def impossible(text: str) -> Iterator[tuple[int, int]]:
    """Spans of what is written as 年 月 日 but is no day of the calendar (2月30日)."""
    for match in _DATE.finditer(text):
        if match["d"] and match["y"] and _value(match) is None:
            yield match.span()


def months_later(day: date, months: int) -> date:
    """The corresponding day some months on, or the last of that month (Civil Code art. 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _value(match: re.Match[str]) -> date | None:
    day = match["d"] or match["d2"] or "1"
    return _date([_number(part) for part in (match["y"] or match["y2"], match["m"] or match["m2"], day)])


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
