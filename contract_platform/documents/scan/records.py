"""What recognising one page gives; plain data that crosses a pipe and is kept until the document is read."""

import msgspec

from contract_platform.analysis.model import Unreadable


class ScannedLine(msgspec.Struct, frozen=True, array_like=True):
    """A line as the recogniser saw it, in the coordinates of ``analysis.pages`` (tenths of a point, page upright).

    ``edges`` as in ``PlacedLine``; ``confidence`` is one byte in percent for every code point of ``text``.
    """

    text: str
    top: int
    bottom: int
    slope: int
    edges: bytes
    confidence: bytes


class Cell(msgspec.Struct, frozen=True, array_like=True):
    """A cell of a ruled table by its first row and column and its edges, in the straightened page."""

    row: int
    column: int
    left: int
    top: int
    right: int
    bottom: int


class Underline(msgspec.Struct, frozen=True, array_like=True):
    """A drawn line that belongs to no table, in the straightened page."""

    left: int
    right: int
    y: int


class ScannedPage(msgspec.Struct, frozen=True, kw_only=True):
    """A recognised page. ``turn`` in degrees clockwise sets it upright; then it still leans by ``slope`` thousandths.

    The straightened page is the upright one turned about its centre until its lines are level. ``ink`` is the share of
    dark pixels in thousandths. ``code`` says why there is no text: nothing_recognised, damaged, or what stopped the
    child (memory_exceeded, time_exceeded, reader_crashed). ``unclear`` are lines that could not be made out; their text
    is a guess that is not used.
    """

    number: int
    width: int = 0
    height: int = 0
    turn: int = 0
    slope: int = 0
    ink: int = 0
    lines: tuple[ScannedLine, ...] = ()
    unclear: tuple[ScannedLine, ...] = ()
    tables: tuple[tuple[Cell, ...], ...] = ()
    underlines: tuple[Underline, ...] = ()
    code: str = ""


class PageOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What the child tells about a page: the page, or the secrecy marks for which nothing else leaves the child."""

    page: ScannedPage
    marks: tuple[str, ...] = ()


class PagesWanted(Unreadable):
    """The document has pages that must be recognised before it can be read; they count from 1, of ``total``."""

    def __init__(self, pages: tuple[int, ...], total: int) -> None:
        super().__init__("pages_wanted")
        self.pages = pages
        self.total = total
