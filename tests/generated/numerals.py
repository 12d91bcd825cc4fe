"""Chinese ways to write numbers: counting words, capital amounts, full-width and circled digits."""

SMALL = "零一二三四五六七八九"
CAPITAL = "零壹贰叁肆伍陆柒捌玖"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
TEN, HUNDRED, GROUP = 10, 100, 10_000


def counting(number: int) -> str:
    """1 to 999 as in 第二十一条."""
    if number < TEN:
        return SMALL[number]
    if number < HUNDRED:
        tens, ones = divmod(number, TEN)
        return (SMALL[tens] if tens > 1 else "") + "十" + (SMALL[ones] if ones else "")
    hundreds, rest = divmod(number, HUNDRED)
    return SMALL[hundreds] + "百" + ("零" if 0 < rest < TEN else "") + _below_hundred(rest)


def _below_hundred(rest: int) -> str:
    if not rest:
        return ""
    return ("一" if TEN <= rest < TEN * 2 else "") + counting(rest)


def year_digits(year: int) -> str:
    """2026 as 二〇二六."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))


def capital_count(number: int) -> str:
    """1 to 99 as in 一式陆份."""
    if number < TEN:
        return CAPITAL[number]
    tens, ones = divmod(number, TEN)
    return (CAPITAL[tens] if tens > 1 else "") + "拾" + (CAPITAL[ones] if ones else "")


def capital_amount(fen: int) -> str:
    """An amount in the capital numerals of 支付结算办法: 壹佰贰拾捌万元整, 叁仟零伍拾元零陆分."""
    yuan, rest = divmod(fen, HUNDRED)
    jiao, ones = divmod(rest, TEN)
    words = _capital_integer(yuan) + "元" if yuan else ""
    if not rest:
        return words + "整"
    if jiao:
        words += CAPITAL[jiao] + "角"
    elif words:
        words += "零"
    return words + (CAPITAL[ones] + "分" if ones else "整")


def _capital_integer(number: int) -> str:
    groups = []
    for unit in ("", "万", "亿"):
        number, group = divmod(number, GROUP)
        groups.append((group, unit))
    words, gap = "", False
    for group, unit in reversed(groups):
        if not group:
            gap = bool(words)
            continue
        if words and (gap or group < GROUP // TEN):
            words += "零"
        words += _capital_group(group) + unit
        gap = False
    return words


def _capital_group(group: int) -> str:
    words, gap = "", False
    for unit, digit in zip(("仟", "佰", "拾", ""), f"{group:04}", strict=True):
        if digit == "0":
            gap = bool(words)
            continue
        words += ("零" if gap else "") + CAPITAL[int(digit)] + unit
        gap = False
    return words
