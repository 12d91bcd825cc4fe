"""Anchors that survive edits: W3C Web Annotation TextQuoteSelector and TextPositionSelector in one record."""

from contract_platform.domain.followups import Selector

CONTEXT = 16  # characters of prefix and suffix


def make(text: str, start: int, end: int) -> Selector:
    """The selector of ``text[start:end]``, in code points."""
    return Selector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def resolve(text: str, selector: Selector) -> tuple[int, int] | None:
    """Where the quote stands now: at its position, else where most of its context is kept; None for an orphan."""
    if text[selector.start : selector.end] == selector.exact and selector.exact:
        return selector.start, selector.end
    best: tuple[int, int] | None = None
    at = text.find(selector.exact) if selector.exact else -1
    while at >= 0:
        rank = _common(text, at, selector)
        nearer = best is None or (rank, -abs(at - selector.start)) > (best[0], -abs(best[1] - selector.start))
        if nearer:
            best = rank, at
        at = text.find(selector.exact, at + 1)
    return None if best is None else (best[1], best[1] + len(selector.exact))


def _common(text: str, at: int, selector: Selector) -> int:
    """Length of the context shared right before and right after."""
    before = _shared(text[max(0, at - CONTEXT) : at][::-1], selector.prefix[::-1])
    behind = at + len(selector.exact)
    return before + _shared(text[behind : behind + CONTEXT], selector.suffix)


def _shared(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
