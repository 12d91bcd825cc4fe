"""``contract-platform deadline --start DAY --days N --unit working|natural [--json]``: a due day and its reckoning."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from contract_platform.domain.deadlines import NATURAL, WORKING, Reckoned, reckon
from contract_platform.policy.calendar import Calendar, load_calendar

UNITS = {WORKING: "工作日", NATURAL: "自然日"}
REASONS = {"start": "起算日，不计入", "weekend": "周末", "holiday": "放假", "suspended": "期限中止"}
MOST_DAYS = 3650
YEARS = range(1950, 2101)  # beyond them a contract's date is a slip of the pen
USAGE = 2  # exit code
EXAMPLE = "用法：contract-platform deadline --start 2026-02-10 --days 10 --unit working [--json]"


class WrongInputError(ValueError):
    """What was given is no period; the message says what is wanted."""


def run(argv: list[str]) -> int:
    """Print the due day and how it comes about; 2 with a Chinese explanation for what cannot be reckoned."""
    parser = argparse.ArgumentParser(prog="contract-platform deadline", description="推算期限的届满日", epilog=EXAMPLE)
    parser.add_argument("--start", nargs="?", help="起算事件发生之日，如 2026-02-10（当日不计入）")
    parser.add_argument("--days", nargs="?", help=f"期限的天数，0 至 {MOST_DAYS}")
    parser.add_argument("--unit", nargs="?", default=WORKING, help="working 工作日（默认）或 natural 自然日")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")
    arguments, strange = parser.parse_known_args(argv)
    try:
        start, days, unit = asked(arguments, strange)
    except WrongInputError as wrong:
        sys.stderr.write(f"{wrong}。{EXAMPLE}\n")
        return USAGE
    calendar = load_calendar()
    found = reckon(calendar, start, days, unit)
    print(
        json.dumps(as_json(found, calendar), ensure_ascii=False, indent=1)
        if arguments.json
        else "\n".join(explained(found, calendar))
    )
    return 0


def asked(arguments: argparse.Namespace, strange: list[str]) -> tuple[date, int, str]:
    """Start, days and unit, or ``WrongInputError``."""
    if strange:
        raise WrongInputError(f"不认识的参数：{' '.join(strange)}")
    start, days = day_of(arguments.start), days_of(arguments.days)
    if arguments.unit not in UNITS:
        raise WrongInputError(f"--unit 应为 working（工作日）或 natural（自然日），不是 {arguments.unit}")
    return start, days, arguments.unit


def day_of(text: str | None) -> date:
    """The day, or ``WrongInputError``."""
    if not text:
        raise WrongInputError("请用 --start 给出起算日")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise WrongInputError(f"--start 应为存在的日期，写作 年-月-日，如 2026-02-10，不是 {text}") from None
    if day.year not in YEARS:
        raise WrongInputError(f"--start 的年份应在 {YEARS[0]} 至 {YEARS[-1]} 之间，不是 {day.year}")
    return day


def days_of(text: str | None) -> int:
    """The number of days, or ``WrongInputError``."""
    if not text:
        raise WrongInputError("请用 --days 给出期限的天数")
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(MOST_DAYS)) or int(text) > MOST_DAYS:
        raise WrongInputError(f"--days 应为 0 至 {MOST_DAYS} 的整数，不是 {text}")
    return int(text)


def as_json(found: Reckoned, calendar: Calendar) -> dict[str, Any]:
    """The reckoning with the calendars it rests on."""
    return {
        "start": found.start.isoformat(),
        "days": found.days,
        "unit": found.unit,
        "due_on": found.due_on.isoformat(),
        "raw_due": found.raw_due.isoformat(),
        "provisional": found.provisional,
        "skipped": [{"day": one.day.isoformat(), "reason": one.reason} for one in found.skipped],
        "calendars": list(bases(found, calendar)),
    }


def explained(found: Reckoned, calendar: Calendar) -> Iterator[str]:
    """The reckoning in sentences; days skipped in a row for the same reason are one line."""
    yield f"届满日：{found.due_on.isoformat()}{'（暂定）' if found.provisional else ''}"
    yield f"期限：自 {found.start.isoformat()} 起 {found.days} 个{UNITS[found.unit]}，当日不计入（民法典第二百零一条）"
    if found.raw_due != found.due_on:
        yield f"原届满日 {found.raw_due.isoformat()} 不是工作日，顺延至下一个工作日（民法典第二百零三条）"
    yield "未计入的日期："
    for reason, group in groupby(found.skipped, key=lambda one: one.reason):
        days = [one.day for one in group]
        span = days[0].isoformat() if len(days) == 1 else f"{days[0].isoformat()} 至 {days[-1].isoformat()}"
        yield f"  {span} {REASONS[reason]}" + (f"（共 {len(days)} 天）" if len(days) > 1 else "")
    yield "工作日历："
    yield from (f"  {basis}" for basis in bases(found, calendar))


def bases(found: Reckoned, calendar: Calendar) -> Iterator[str]:
    """Where the calendar of each year touched comes from."""
    for year in range(found.start.year, found.due_on.year + 1):
        yield calendar.basis.get(year, f"{year}年没有放假安排的数据，按周末推算")
