"""How official documents write days, sums and names of things."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from contract_platform.analysis.reasons import REASONS
from contract_platform.application.shown_time import SHANGHAI
from contract_platform.domain.contract import Contract
from contract_platform.domain.labels import CATEGORIES, RULE_CLASSES, label
from contract_platform.domain.money import figures, words

NOTHING: Final = "—"
LEVELS: Final = {"HIGH": "高", "MEDIUM": "中", "LOW": "低"}
ORDINALS: Final = "一二三四五六七八九十"


def day(value: date | datetime | None) -> str:
    """``2026年3月12日`` (GB/T 9704-2012 7.3.5.4: figures, no leading zeros); a dash where there is none."""
    if value is None:
        return NOTHING
    on = value.astimezone(SHANGHAI) if isinstance(value, datetime) else value
    return f"{on.year}年{on.month}月{on.day}日"


def minute(value: datetime | None) -> str:
    """A day with the time, for records of steps."""
    return NOTHING if value is None else f"{day(value)} {value.astimezone(SHANGHAI):%H:%M}"


def zh(kind: str, member: object) -> str:
    """The Chinese word of an identifier; a dash for none."""
    return NOTHING if member is None or member == "" else label(kind, str(member))[0]


def level(severity: str) -> str:
    """高, 中 or 低."""
    return LEVELS.get(str(severity), str(severity))


def yes(value: bool) -> str:  # noqa: FBT001 - the value is what is asked about
    """是 or 否."""
    return "是" if value else "否"


def category(contract: Contract) -> str:
    """The class of the contract in words."""
    return CATEGORIES.get(contract.category, (contract.category,))[0]


def amount(contract: Contract) -> str:
    """The sum in figures and words, or why there is none."""
    if contract.amount_fen is None:
        return contract.amount_reason or NOTHING
    return f"{money(contract.amount_fen)}（大写：{words(contract.amount_fen)}）"


def money(fen: int | None) -> str:
    """A sum in figures."""
    return NOTHING if fen is None else f"人民币{figures(fen)}元"


def term(contract: Contract) -> str:
    """From when to when."""
    if contract.term_start is None and contract.term_end is None:
        return NOTHING
    return f"{day(contract.term_start)}至{day(contract.term_end)}"


def chinese_number(number: int) -> str:
    """1 to 99 as headings count."""
    tens, ones = divmod(number, 10)
    if not tens:
        return ORDINALS[ones - 1]
    head = "十" if tens == 1 else f"{ORDINALS[tens - 1]}十"
    return head + (ORDINALS[ones - 1] if ones else "")


def because(code: str, params: dict[str, str]) -> str:
    """A code of reading or of a rule in words, with its parameters."""
    text = REASONS.get(code, (code,))[0]
    for name, value in params.items():
        text = text.replace(f"{{{name}}}", RULE_CLASSES.get(value, (value,))[0])
    return text


def paragraphs(text: str) -> tuple[str, ...]:
    """A text without its empty lines, a line each."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def joined(parts: Iterable[str], between: str = "、") -> str:
    """Parts in their order, each once; a dash for none."""
    return between.join(dict.fromkeys(part for part in parts if part)) or NOTHING


def or_dash(text: str | None) -> str:
    """The text, or a dash where there is none."""
    return (text or "").strip() or NOTHING
