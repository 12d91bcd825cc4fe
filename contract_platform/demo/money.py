"""Sums as a contract writes them: in figures, and in the capital characters of 支付结算办法."""

from contract_platform.documents.number_formats import chinese

DIGITS, PLACES = "零壹贰叁肆伍陆柒捌玖", "拾佰仟"
GROUP = 10_000
SCALES = ("", "万", "亿")


def figures(fen: int) -> str:
    """Yuan with separators and two decimals."""
    return f"{fen // 100:,}.{fen % 100:02d}"


def words(fen: int) -> str:
    """Yuan, jiao and fen in capital characters; below a trillion yuan."""
    yuan, rest = divmod(fen, 100)
    jiao, cents = divmod(rest, 10)
    written = f"{_integer(yuan)}元"
    if not rest:
        return written + "整"
    written += f"{DIGITS[jiao]}角" if jiao else "零"
    return written + (f"{DIGITS[cents]}分" if cents else "整")


def _integer(number: int) -> str:
    if not number:
        return DIGITS[0]
    groups = [number // GROUP**place % GROUP for place in range(len(SCALES))]
    out = ""
    for place in reversed(range(len(SCALES))):
        group = groups[place]
        if not group:
            continue
        gap = out and (group < GROUP // 10 or not all(groups[place + 1 : place + 2]))
        out += (DIGITS[0] if gap else "") + chinese(group, DIGITS, PLACES) + SCALES[place]
    return out


def split(fen: int, shares: tuple[int, ...]) -> tuple[int, ...]:
    """A sum in whole yuan by percentages; what rounding leaves falls to the last part."""
    parts = [fen * share // 10_000 * 100 for share in shares[:-1]]
    return (*parts, fen - sum(parts))
