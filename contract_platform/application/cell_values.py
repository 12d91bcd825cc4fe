"""What cells of ledgers and lists say: days, terms, amounts, directions, kinds, names of parties."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final, TypeVar

from contract_platform.analysis.numerals import words_to_fen
from contract_platform.analysis.uscc import ALPHABET, LENGTH
from contract_platform.domain.labels import CATEGORIES, LABELS, Words
from contract_platform.domain.vocabulary import Direction, State

M = TypeVar("M", bound=str)
LONGEST_NAME: Final = 200
DAY: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?")
COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
BETWEEN: Final = re.compile(r"\s*(?:至|到|~|～|—+|–|－)\s*")
NAMES: Final = re.compile(r"[、;；\n]+")
FIGURES: Final = re.compile(
    r"(?:人民币|RMB)?[¥￥]?(-?\d[\d,，]*(?:\.\d+)?(?:[eE][+-]?\d+)?)(万|亿)?(元)?(?:整|人民币)?"
)
SCALES: Final = {None: 1, "万": 10**4, "亿": 10**8}
NEAR: Final = Decimal("0.001")  # of a fen: what binary fractions leave behind
STATES: Final[Mapping[State, tuple[str, ...]]] = {
    State.PERFORMING: ("履行中", "正在履行", "在履行", "执行中", "未完成", "未履行完", "进行中"),
    State.COMPLETED: (
        "履行完毕",
        "已履行完毕",
        "已完成",
        "已履行",
        "已履约",
        "完成",
        "完结",
        "已完结",
        "终结",
        "已结清",
        "已归档",
    ),
    State.TERMINATED: ("已解除/终止", "已解除", "已终止", "解除", "终止", "提前终止", "已作废"),
}
DIRECTIONS: Final[Mapping[Direction, tuple[str, ...]]] = {
    Direction.PAYABLE: ("支出", "付款", "应付", "支出类", "采购"),
    Direction.RECEIVABLE: ("收入", "收款", "应收", "收入类", "出租"),
    Direction.NONE: ("无收支", "无", "无金额", "不涉及"),
}


def text(value: str, _heading: str = "") -> str:
    """Words of reasonable length on one line."""
    plain = " ".join(value.split())
    if not plain or len(plain) > LONGEST_NAME:
        raise ValueError(value)
    return plain


def day(value: str, _heading: str = "") -> date:
    """2026-03-02, 2026/3/2, 2026.3.2, 2026年3月2日 or 20260302."""
    found = DAY.fullmatch(value) or COMPACT.fullmatch(value)
    if found is None:
        raise ValueError(value)
    return date(*(int(part) for part in found.groups()))


def term(value: str, _heading: str = "") -> tuple[date | None, date | None]:
    """Two days with 至 between them, or one day on which it ends."""
    parts = BETWEEN.split(value)
    if len(parts) == 1:
        return None, day(parts[0])
    if len(parts) != len(("from", "to")):
        raise ValueError(value)
    return day(parts[0]), day(parts[1])


def fen(value: str, heading: str = "") -> int:
    """An amount in fen; the heading or the cell may say 万元. More than two decimals of a yuan are no amount."""
    plain = re.sub(r"\s", "", value)
    found = FIGURES.fullmatch(plain)
    if found is None:
        words = words_to_fen(plain.removeprefix("人民币"))
        if words is None:
            raise ValueError(value)
        return words
    says_unit = found[2] or found[3]
    scale = found[2] if says_unit else ("万" if "万" in heading else None)
    try:
        exact = Decimal(re.sub(r"[,，]", "", found[1])) * SCALES[scale] * 100
    except InvalidOperation as error:
        raise ValueError(value) from error
    whole = exact.to_integral_value(ROUND_HALF_UP)
    if exact < 0 or abs(exact - whole) > NEAR or whole >= 10**17:
        raise ValueError(value)
    return int(whole)


def names(value: str, _heading: str = "") -> tuple[str, ...]:
    """One party or several, with 、 or ； between them."""
    found = tuple(part.strip() for part in NAMES.split(value) if part.strip())
    if not found or any(len(one) > LONGEST_NAME for one in found):
        raise ValueError(value)
    return found


def codes(value: str, _heading: str = "") -> tuple[str, ...]:
    """Unified social credit codes by length and letters; whether the check character fits is asked, not demanded."""
    found = tuple(part.strip().upper() for part in NAMES.split(value) if part.strip())
    if any(len(one) != LENGTH or set(one) - set(ALPHABET) for one in found):
        raise ValueError(value)
    return found


def state(value: str, _heading: str = "") -> State:
    """How far the contract is."""
    return member(STATES, LABELS["State"], value)


def direction(value: str, _heading: str = "") -> Direction:
    """Which way money flows."""
    return member(DIRECTIONS, LABELS["Direction"], value)


def category(value: str, _heading: str = "") -> str:
    """A class of the register by its code or its name."""
    plain = value.strip()
    by_name = {zh: code for code, (zh, _) in CATEGORIES.items()} | {
        zh.removesuffix("类"): code for code, (zh, _) in CATEGORIES.items()
    }
    code = plain[:2] if plain[:2] in CATEGORIES else by_name.get(plain) or by_name.get(plain.removesuffix("类"))
    if code is None:
        raise ValueError(value)
    return code


def method(value: str, _heading: str = "") -> str:
    """A method of procurement by its name."""
    by_name = {zh: name for name, (zh, _) in LABELS["ProcurementMethod"].items()}
    found = by_name.get(value.strip()) or next((one for zh, one in by_name.items() if zh in value), None)
    if found is None:
        raise ValueError(value)
    return found


def member(words: Mapping[M, tuple[str, ...]], labels: Mapping[str, Words], value: str) -> M:
    """A word of the vocabulary by its label, its identifier or another word for it."""
    plain = value.strip()
    for one, others in words.items():
        if plain in {one, labels[one][0], *others}:
            return one
    raise ValueError(value)
