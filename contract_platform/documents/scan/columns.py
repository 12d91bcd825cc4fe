"""Two columns of running text beside each other, told from two blocks that belong together line by line.

Signatures of two parties stand beside each other and are read across; columns of a printed page are read one after the
other. What tells them is how full the lines are.
"""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from contract_platform.documents.scan.straight import Spot

FEWEST: Final = 6  # lines on either side
FULL: Final = 0.7  # share of the column's width that its usual line takes up
NARROWEST: Final = 0.22  # share of the whole that a column has at least
CLEAR: Final = 60  # tenths of a point between columns


def columns(found: Sequence[Spot]) -> Iterator[list[Spot]]:
    """The text in stretches that are read one after the other; one stretch where there are no columns."""
    gutter = _gutter(found)
    if gutter is None:
        yield list(found)
        return
    whole = [spot for spot in found if spot.left < gutter < spot.right]
    cuts = sorted(spot.middle for spot in whole)
    for upper, lower in zip([-1, *cuts], [*cuts, 1 << 30], strict=True):
        part = [spot for spot in found if upper < spot.middle < lower and spot not in whole]
        yield from _side_by_side(part, gutter)
        yield [spot for spot in whole if spot.middle == lower]


def _side_by_side(part: list[Spot], gutter: int) -> Iterator[list[Spot]]:
    left, right = _sides(part, gutter)
    if _are_columns(left, right):
        yield left
        yield right
    else:
        yield part


def _gutter(found: Sequence[Spot]) -> int | None:
    """Where hardly any line crosses and full lines stand on both sides."""
    if len(found) < 2 * FEWEST:
        return None
    left, right = min(spot.left for spot in found), max(spot.right for spot in found)
    candidates = sorted({spot.left - CLEAR // 2 for spot in found if left < spot.left - CLEAR < right})
    for place in candidates:
        crossing = sum(spot.left < place < spot.right for spot in found)
        if crossing <= len(found) // 8 and _are_columns(*_sides(found, place)):
            return place
    return None


def _sides(found: Sequence[Spot], gutter: int) -> tuple[list[Spot], list[Spot]]:
    return [spot for spot in found if spot.right <= gutter], [spot for spot in found if spot.left >= gutter]


def _are_columns(left: list[Spot], right: list[Spot]) -> bool:
    if min(len(left), len(right)) < FEWEST:
        return False
    whole = max(spot.right for spot in right) - min(spot.left for spot in left)
    return all(_is_full(side, whole) for side in (left, right))


def _is_full(side: list[Spot], whole: int) -> bool:
    width = max(spot.right for spot in side) - min(spot.left for spot in side)
    return width >= NARROWEST * whole and median(spot.right - spot.left for spot in side) >= FULL * width
