"""What layout knows of a Word document: one page form, paragraphs and tables. All lengths in points."""

from typing import Literal

import msgspec

Align = Literal["left", "center", "right", "both"]
Rgb = tuple[int, int, int]


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """Text in one type. ``latin`` is the font of letters and figures; ``field`` is PAGE or NUMPAGES."""

    text: str
    font: str
    latin: str
    size: float
    bold: bool = False
    underline: bool = False
    color: Rgb = (0, 0, 0)
    field: str = ""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A line: its strength and colour."""

    width: float
    color: Rgb = (0, 0, 0)


class Para(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph. ``exactly`` and ``at_least`` are distances of lines, ``times`` a multiple of the natural one."""

    spans: tuple[Span, ...]
    align: Align = "left"
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    after: float = 0
    exactly: float | None = None
    at_least: float = 0
    times: float = 1
    on_grid: bool = True
    keep_next: bool = False
    new_page: bool = False
    below: Rule | None = None
    tabs: tuple[float, ...] = ()
    empty_size: float = 16


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """A cell. ``merge`` says whether it begins or goes on in a column of merged cells."""

    paras: tuple[Para, ...]
    span: int = 1
    merge: Literal["", "restart", "continue"] = ""
    middle: Literal["top", "center", "bottom"] = "top"
    top: Rule | None = None
    bottom: Rule | None = None
    left: Rule | None = None
    right: Rule | None = None
    fill: Rgb | None = None


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table. ``height`` is the least, ``whole`` rows are not cut by a page's end."""

    boxes: tuple[Box, ...]
    height: float = 0
    head: bool = False
    whole: bool = False


class Grid(msgspec.Struct, frozen=True, kw_only=True):
    """A table; ``padding`` is top, right, bottom, left inside each cell."""

    widths: tuple[float, ...]
    lines: tuple[Line, ...]
    padding: tuple[float, float, float, float] = (0, 5.4, 0, 5.4)
    align: Align = "left"
    left: float = 0


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """Header or footer by kind of page; ``first`` and ``even`` are None where they are like ``odd``."""

    odd: tuple[Para, ...] = ()
    even: tuple[Para, ...] | None = None
    first: tuple[Para, ...] | None = None

    def on(self, page: int) -> tuple[Para, ...]:
        """What stands on a page, counted from 1."""
        if page == 1 and self.first is not None:
            return self.first
        return self.even if page % 2 == 0 and self.even is not None else self.odd


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """The page's form: sizes, margins, distances of header and footer, and the grid of lines and characters."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header_at: float = 36
    footer_at: float = 36
    pitch: float | None = None
    char_space: float = 0
    header: Edge = Edge()
    footer: Edge = Edge()


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A whole document."""

    sheet: Sheet
    blocks: tuple[Para | Grid, ...]
    title: str = ""
