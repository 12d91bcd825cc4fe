"""Number formats of Word lists (ST_NumberFormat) as they are printed."""

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"],
        strict=True,
    )
)
_CIRCLED = 20
TOO_LARGE = 10_000  # no list counts so far; printed in digits


def chinese(count: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """Positional Chinese numeral of 0..9999: 10 is 十 (壹拾 in capital figures), 105 is 一百零五."""
    if not 0 < count < TOO_LARGE:
        return digits[0] if count == 0 else str(count)
    out, gap = "", False
    for power in (3, 2, 1, 0):
        digit = count // 10**power % 10
        if digit:
            out += (digits[0] if gap and out else "") + digits[digit] + (units[power - 1] if power else "")
            gap = False
        else:
            gap = True
    return out[1:] if out.startswith("一十") else out


def roman(count: int) -> str:
    """Lower-case Roman numeral."""
    out = ""
    for step, numeral in _ROMAN:
        times, count = divmod(count, step)
        out += numeral * min(times, 9)
    return out


def letters(count: int) -> str:
    """Letters as Word counts: a, b, z, then aa, bb."""
    return chr(97 + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""


def _one_of(row: str) -> Callable[[int], str]:
    return lambda count: row[count - 1] if 0 < count <= len(row) else str(count)


def _legal(count: int) -> str:
    return chinese(count, _LEGAL, "拾佰仟")


def _digitwise(count: int) -> str:
    return "".join("〇一二三四五六七八九"[int(char)] for char in str(count))


def _circled(count: int) -> str:
    return chr(0x2460 + count - 1) if 0 < count <= _CIRCLED else str(count)


def _wide(count: int) -> str:
    return "".join(chr(ord(char) + 0xFEE0) for char in str(count))


_PRINT: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"), chinese),
    "taiwaneseCountingThousand": chinese,
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _legal),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _digitwise),
    "ideographTraditional": _one_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _one_of("子丑寅卯辰巳午未申酉戌亥"),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    "decimalEnclosedParen": lambda count: f"({count})",
    "decimalEnclosedFullstop": lambda count: f"{count}.",
    "decimalZero": lambda count: f"{count:02d}",
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _wide),
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "none": lambda _: "",
}


def printed(count: int, form: str) -> str:
    """A count in a Word number format; formats not listed print as decimals."""
    return _PRINT.get(form, str)(count)
