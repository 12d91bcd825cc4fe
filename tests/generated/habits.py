"""How one document is written: its digits, brackets, dates, days and percentages."""

import re
from datetime import date

import msgspec

from tests.generated.chance import Chance
from tests.generated.numerals import FULL_WIDTH, counting, year_digits

CJK = r"[\u4e00-\u9fff]"
BEFORE_NUMBER = re.compile(rf"(?<={CJK})(?=[0-9])")
AFTER_NUMBER = re.compile(rf"(?<=[0-9%])(?={CJK})")


class Habits(msgspec.Struct, frozen=True, kw_only=True):
    """Chosen once for a document."""

    full_width: bool  # ３０日
    spaced: bool  # 2026 年 3 月 1 日
    percent: str  # "%", "％" or "百分之"
    ascii_brackets: bool
    ascii_colon: bool
    working_days: bool  # every period in 工作日
    both_units: bool  # 日 and 工作日 side by side, with a sentence that says what 日 means
    day: str  # 日 or 天
    numerals: str  # "figures" or "words" in periods
    dates: str  # form of dates in the body
    signing_dates: str  # form of dates beside signatures
    plain_money: bool  # 1280000 instead of 1,280,000.00

    def finish(self, text: str) -> str:
        """A paragraph as this writer types it."""
        if self.ascii_brackets:
            text = text.replace("（", "(").replace("）", ")")
        if self.ascii_colon:
            text = text.replace("：", ":")
        if self.percent == "％":
            text = text.replace("%", "％")
        if self.spaced:
            text = AFTER_NUMBER.sub(" ", BEFORE_NUMBER.sub(" ", text))
        return text.translate(FULL_WIDTH) if self.full_width else text

    def period(self, number: int, *, working: bool | None = None) -> str:
        """A number of days: 10日, 十个工作日, 10（十）日 is written as figures."""
        written = counting(number) if self.numerals == "words" else str(number)
        use_working = self.working_days if working is None or not self.both_units else working
        return f"{written}个工作日" if use_working else f"{written}{self.day}"

    def months(self, number: int) -> str:
        return f"{counting(number) if self.numerals == 'words' else number}个月"

    def years(self, number: int) -> str:
        words = "两" if number == 2 else counting(number)
        return f"{words if self.numerals == 'words' else number}年"

    def share(self, percent: float) -> str:
        """A share of a price."""
        if self.percent == "百分之" and percent == int(percent):
            return f"百分之{counting(int(percent))}" if percent < 100 else "百分之百"
        return f"{percent:g}%"


def habits(chance: Chance) -> Habits:
    units = chance.weighted({"calendar": 5, "working": 3, "both": 2})
    return Habits(
        full_width=chance.maybe(0.1),
        spaced=chance.maybe(0.12),
        percent=chance.weighted({"%": 7, "％": 2, "百分之": 1}),
        ascii_brackets=chance.maybe(0.12),
        ascii_colon=chance.maybe(0.08),
        working_days=units == "working",
        both_units=units == "both",
        day=chance.weighted({"日": 6, "天": 1}),
        numerals=chance.weighted({"figures": 7, "words": 2}),
        dates=chance.weighted({"年月日": 8, "二〇": 1, "0年": 1}),
        signing_dates=chance.weighted({"年月日": 7, "二〇": 1, "-": 1, ".": 1, "/": 0.5, "0年": 1}),
        plain_money=chance.maybe(0.3),
    )


def written_date(day: date, form: str) -> str:
    """A date in one of the forms of ``Habits.dates``."""
    match form:
        case "二〇":
            return f"{year_digits(day.year)}年{counting(day.month)}月{counting(day.day)}日"
        case "0年":
            return f"{day.year}年{day.month:02}月{day.day:02}日"
        case "年月日":
            return f"{day.year}年{day.month}月{day.day}日"
        case _:
            return form.join((str(day.year), f"{day.month:02}" if form == "-" else str(day.month), _two(day.day, form)))


def _two(number: int, form: str) -> str:
    return f"{number:02}" if form == "-" else str(number)
