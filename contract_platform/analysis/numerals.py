"""Numbers as Chinese contracts write them: 一百二十, 百分之二十, 壹佰贰拾捌万元整, 98.6万元.

Money is integer fen. Every function returns None for what is not a number, never zero.
The grammar of capital amounts follows 支付结算办法 annex 1, read tolerantly (simplified digits, 圆, 正, missing 零).
"""

import re
from decimal import Decimal, InvalidOperation

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "貳": 2, "參": 3, "参": 3, "陸": 6, "弍": 2}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_FACTORS = {"": 1, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}

CN_DIGITS = "".join(_DIGITS) + "".join(_UNITS) + "".join(_SCALES)
_WORDS = re.compile(
    rf"(?P<yuan>[{CN_DIGITS}]+)[元圆圓](?:零?(?P<jiao>[{CN_DIGITS}])角)?(?:零?(?P<fen>[{CN_DIGITS}])分)?[整正]?"
)
_SMALL = re.compile(rf"(?:(?P<jiao>[{CN_DIGITS}])角)?(?:零?(?P<fen>[{CN_DIGITS}])分)?[整正]?")
_FIGURES = re.compile(r"(?P<number>\d[\d,，]*(?:\.\d+)?)(?P<unit>(?:[百千]?万|十万|亿|千|百)?)")


def chinese_int(text: str) -> int | None:
    """Value of a positional numeral (一百二十, 壹仟零贰拾万) or of a plain digit string (二〇二四)."""
    if not text or any(c not in _DIGITS and c not in _UNITS and c not in _SCALES for c in text):
        return None
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = group = digit = 0
    pending = False
    for char in text:
        if char in _DIGITS:
            if pending and digit:
                return None  # 壹贰佰: two digits in a row
            digit, pending = _DIGITS[char], True
        elif char in _UNITS:
            group += (digit if pending and digit else 1) * _UNITS[char]
            digit, pending = 0, False
        else:
            scale = _SCALES[char]
            total = (total + group + digit) * scale if scale == 10**8 else total + (group + digit) * scale
            group, digit, pending = 0, 0, False
    return total + group + digit


def count(text: str) -> float | None:
    """Value of a count in digits or characters: 30, 1.5, 三十, 半."""
    if text == "半":
        return 0.5
    try:
        return float(Decimal(text.replace(",", "")))
    except InvalidOperation:
        value = chinese_int(text)
        return None if value is None else float(value)


def percent(text: str) -> float | None:
    """Per cent of 30%, 30％, 百分之三十, 千分之五, 万分之五."""
    if text[-1:] in "%％":
        return count(text[:-1])
    for prefix, divisor in (("百分之", 1), ("千分之", 10), ("万分之", 100)):
        if text.startswith(prefix):
            value = count(text[len(prefix) :])
            return None if value is None else value / divisor
    return None


def words_to_fen(text: str) -> int | None:
    """Fen of an amount in words: 壹佰贰拾捌万元整, 叁仟零伍拾元零陆分, 伍分."""
    match = _WORDS.fullmatch(text) or _SMALL.fullmatch(text)
    if match is None or not text.rstrip("整正"):
        return None
    parts = match.groupdict()
    yuan = chinese_int(parts["yuan"]) if parts.get("yuan") else 0
    if yuan is None:
        return None
    jiao, fen = (chinese_int(parts[name]) or 0 if parts[name] else 0 for name in ("jiao", "fen"))
    return yuan * 100 + jiao * 10 + fen


def figures_to_fen(text: str) -> int | None:
    """Fen of an amount in figures with its unit, without 元: 98.6万, 1,280,000.00."""
    match = _FIGURES.fullmatch(text)
    if match is None:
        return None
    number = Decimal(re.sub(r"[,，]", "", match["number"]))
    return int((number * _FACTORS[match["unit"]] * 100).to_integral_value())
