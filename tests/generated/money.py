"""Amounts and the ways a contract writes them."""

from tests.generated.chance import Chance
from tests.generated.habits import Habits
from tests.generated.numerals import capital_amount

WAN = 10_000 * 100  # fen


def price(chance: Chance, low: int, high: int) -> int:
    """A price in fen, more often round than not."""
    span = high / low
    yuan = low * span ** (chance.number(0, 1000) / 1000)
    step = chance.weighted({10_000: 4, 1_000: 2, 100: 2, 1: 2})
    fen = max(int(yuan // step) * step, low) * 100
    return fen + (chance.number(1, 99) if step == 1 and chance.maybe(0.5) else 0)


def figures(fen: int, *, plain: bool) -> str:
    """1,280,000.00, or 1280000 where there is nothing behind the point."""
    if plain and fen % 100 == 0:
        return str(fen // 100)
    return f"{fen / 100:.2f}" if plain else f"{fen / 100:,.2f}"


def written(chance: Chance, habits: Habits, fen: int) -> dict[str, str]:
    """The slots a price sentence has: in figures with and without unit, and in words."""
    bare = figures(fen, plain=habits.plain_money)
    forms = {f"{bare}元": 6.0, f"￥{bare}元": 1.5, f"¥{bare}": 0.7}
    if fen % (WAN // 100) == 0 and fen >= WAN:
        forms[f"{fen / WAN:.4f}".rstrip("0").rstrip(".") + "万元"] = 2.0
    return {"yuan": chance.weighted(forms), "bare": f"{bare}元", "words": capital_amount(fen)}


def other_amount(chance: Chance, fen: int) -> int:
    """Another amount that a slip of the pen makes of this one: a digit, or a power of ten."""
    if chance.maybe(0.3):
        return fen * 10
    digits = list(str(fen // 100))
    at = chance.number(0, min(2, len(digits) - 1))
    digits[at] = str((int(digits[at]) + chance.number(1, 8)) % 9 + 1)
    changed = int("".join(digits)) * 100
    return changed if changed != fen else fen + 1_000_000
