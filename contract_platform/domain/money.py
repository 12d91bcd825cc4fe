"""Sums as official documents write them: in figures, and in the capital characters of 支付结算办法 (1997) annex 1."""

from typing import Final

DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
PLACES: Final = ("", "拾", "佰", "仟")
GROUP: Final = 10_000
SCALES: Final = ("", "万", "亿", "万亿")


def figures(fen: int) -> str:
    """Yuan with separators and two decimals."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"


def words(fen: int) -> str:
    """Yuan, jiao and fen in capital characters; below ten thousand trillion yuan, not negative."""
    yuan, rest = divmod(fen, 100)
    jiao, cents = divmod(rest, 10)
    written = f"{integer(yuan)}元"
    if not rest:
        return written + "整"
    written += f"{DIGITS[jiao]}角" if jiao else "零"
    return written + (f"{DIGITS[cents]}分" if cents else "整")


def integer(number: int) -> str:
    """A whole number."""
    if not number:
        return DIGITS[0]
    groups = [number // GROUP**place % GROUP for place in range(len(SCALES))]
    out = ""
    for place in reversed(range(len(SCALES))):
        group = groups[place]
        if not group:
            continue
        gap = out and (group < GROUP // 10 or not all(groups[place + 1 : place + 2]))
        out += (DIGITS[0] if gap else "") + within(group) + SCALES[place]
    return out


def within(group: int) -> str:
    """One to 9,999."""
    out, gap = "", False
    for place in reversed(range(len(PLACES))):
        digit = group // 10**place % 10
        if digit:
            out += (DIGITS[0] if gap else "") + DIGITS[digit] + PLACES[place]
            gap = False
        elif out:
            gap = True
    return out
