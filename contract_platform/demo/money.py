"""How a sum is paid in parts."""


def split(fen: int, shares: tuple[int, ...]) -> tuple[int, ...]:
    """A sum in whole yuan by percentages; what rounding leaves falls to the last part."""
    parts = [fen * share // 10_000 * 100 for share in shares[:-1]]
    return (*parts, fen - sum(parts))
