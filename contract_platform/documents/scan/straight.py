"""A recognised page with its lines level: what is read in which order is decided here."""

from collections.abc import Iterator
from statistics import median
from typing import Final, NamedTuple

from contract_platform.analysis.pages import THOUSANDTHS, packed, unpacked
from contract_platform.documents.scan.records import ScannedLine, ScannedPage, Underline

HALF_CHARACTER: Final = 52  # tenths of a point, of 10.5-point type: how long the blanks of an underline are counted
ABOVE, BELOW = 0.75, 0.45  # shares of a character's height by which text stands on an underline
LEAST_BLANK: Final = 180  # tenths of a point
RULE: Final = 0.7  # share of the page's width from which a line near its edge parts off a header
HEADER: Final = 0.12  # share of the page's height that is near the edge


class Spot(NamedTuple):
    """A piece of text in the straightened page, in tenths of a point."""

    left: int
    right: int
    middle: int
    height: int
    line: ScannedLine

    @property
    def top(self) -> int:
        """Upper edge."""
        return self.middle - self.height // 2

    @property
    def bottom(self) -> int:
        """Lower edge."""
        return self.middle + self.height // 2


def spots(page: ScannedPage) -> list[Spot]:
    """All text of the page, and the blanks that are drawn as lines without text on them."""
    found = [_spot(page, line) for line in page.lines if line.text]
    return found + [_written(page, blank) for blank in blanks(page, found)]


def blanks(page: ScannedPage, found: list[Spot]) -> Iterator[Underline]:
    """What of the underlines no text stands on."""
    for underline in page.underlines:
        edge = HEADER * page.height
        if underline.right - underline.left > RULE * page.width and not edge < underline.y < page.height - edge:
            continue
        start = underline.left
        for spot in sorted(spot for spot in found if _stands_on(spot, underline)):
            if spot.left - start >= LEAST_BLANK:
                yield Underline(start, spot.left, underline.y)
            start = max(start, spot.right)
        if underline.right - start >= LEAST_BLANK:
            yield Underline(start, underline.right, underline.y)


def body_height(found: list[Spot]) -> int:
    """The usual height of a line in tenths of a point."""
    return round(median(spot.height for spot in found)) if found else 2 * HALF_CHARACTER


def _spot(page: ScannedPage, line: ScannedLine) -> Spot:
    edges = unpacked(line.edges)
    middle = (line.top + line.bottom) / 2 + (edges[-1] - edges[0]) / 2 * line.slope / THOUSANDTHS
    across, down = (edges[0] + edges[-1]) / 2 - page.width / 2, middle - page.height / 2
    moved = down * page.slope / THOUSANDTHS
    return Spot(
        left=round(edges[0] + moved),
        right=round(edges[-1] + moved),
        middle=round(middle - across * page.slope / THOUSANDTHS),
        height=max(line.bottom - line.top, 1),
        line=line,
    )


def _stands_on(spot: Spot, underline: Underline) -> bool:
    higher = underline.y - spot.middle
    over = min(spot.right, underline.right) - max(spot.left, underline.left)
    return over > 0 and -BELOW * spot.height < higher < ABOVE * spot.height and spot.line.text.strip("_") != ""


def _written(page: ScannedPage, blank: Underline) -> Spot:
    """A blank as text: as many underscores as are as long as it is."""
    number = max(round((blank.right - blank.left) / HALF_CHARACTER), 1)
    height = 3 * HALF_CHARACTER
    across, down = (blank.left + blank.right) / 2 - page.width / 2, blank.y - height / 2 - page.height / 2
    shift, fall = -down * page.slope / THOUSANDTHS, across * page.slope / THOUSANDTHS
    first = blank.left + shift
    step = (blank.right - blank.left) / number
    top = max(round(blank.y - height + fall - (blank.right - blank.left) / 2 * page.slope / THOUSANDTHS), 0)
    line = ScannedLine(
        text="_" * number,
        top=top,
        bottom=top + height,
        slope=page.slope,
        edges=packed([first + step * place for place in range(number + 1)]),
        confidence=bytes([100]) * number,
    )
    return Spot(blank.left, blank.right, blank.y - height // 3, height, line)
