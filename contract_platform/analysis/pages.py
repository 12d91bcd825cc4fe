"""Where the canonical text stands on the pages of its document, so that any span can be shown there.

Lengths are tenths of a PDF point (1/720 inch) from the top left corner of the page as it is read: upright, which for a
page that was scanned sideways means after turning it. An image without a resolution is taken to be as long as A4.
"""

from array import array
from collections.abc import Iterator, Sequence

import msgspec

TENTHS = 10  # of a point, the unit of a place
FARTHEST = 0xFFFF  # a page beyond 91 inches ends there
THOUSANDTHS = 1000


class PlacedLine(msgspec.Struct, frozen=True, array_like=True):
    """A piece of the canonical text that is printed on one line.

    ``edges`` are unsigned 16-bit integers, none below the one before: the left edge of every code
    point and the right edge of the last. ``top`` and ``bottom`` are those of the left end; the line falls by ``slope``
    thousandths of its length.
    """

    start: int
    top: int
    bottom: int
    slope: int
    edges: bytes

    @property
    def end(self) -> int:
        """Offset just behind the last code point."""
        return self.start + len(self.edges) // 2 - 1

    def xs(self) -> list[int]:
        """The edges as numbers."""
        return unpacked(self.edges)


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page: its size, the quarter turns in degrees clockwise that set it upright, and what is printed on it.

    ``source``: "text" = its own text layer, "scan" = recognised, "unread" = could not be recognised, "blank".
    ``code`` says why a page is unread.
    """

    number: int
    width: int
    height: int
    source: str
    turn: int = 0
    code: str = ""
    lines: tuple[PlacedLine, ...] = ()


class PageBox(msgspec.Struct, frozen=True, kw_only=True):
    """A rectangle on a page around a piece of text."""

    page: int
    x0: int
    y0: int
    x1: int
    y1: int


def packed(edges: Sequence[float]) -> bytes:
    """Edges in tenths of a point as ``PlacedLine`` keeps them."""
    numbers = array("H", [min(max(round(edge), 0), FARTHEST) for edge in edges])
    return numbers.tobytes()


def unpacked(edges: bytes) -> list[int]:
    """The way back."""
    return array("H", edges).tolist()


def boxes(pages: Sequence[Page], start: int, end: int) -> Iterator[PageBox]:
    """The rectangles around ``text[start:end]``, one for each line it stands on, in reading order of each page."""
    for page in pages:
        for line in page.lines:
            if line.start < end and line.end > start:
                yield _box(page, line, max(start - line.start, 0), min(end, line.end) - line.start)


def _box(page: Page, line: PlacedLine, first: int, last: int) -> PageBox:
    edges = line.xs()
    x0, x1 = edges[first], edges[last]
    fall = round(((x0 + x1) / 2 - edges[0]) * line.slope / THOUSANDTHS)
    return PageBox(page=page.number, x0=x0, y0=max(line.top + fall, 0), x1=x1, y1=max(line.bottom + fall, 0))
