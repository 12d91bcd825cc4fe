"""Lines of a contract set on A4 pages of fixed pitch: which words stand where."""

import unicodedata
from collections.abc import Iterator, Sequence

from contract_platform.demo.files.text import sides, written
from contract_platform.demo.markup import Line
from contract_platform.domain.records import Record

WIDTH, HEIGHT = 595, 842  # points
SIZE, LEADING = 10.5, 17.5
LEFT, TOP, BOTTOM = 66, 776, 62
COLUMNS = 88  # half-width characters a line
_NOT_FIRST = frozenset("，。；：、！？）】》”’％%,.;:)")


class Piece(Record, frozen=True):
    """Words at a place, in points from the lower left corner."""

    x: float
    y: float
    words: str


class Row(Record, frozen=True, kw_only=True):
    """One printed line: words by the column they begin in; ``opens`` = first on a new page."""

    cells: tuple[tuple[int, str], ...]
    opens: bool = False


def pages(lines: Sequence[Line]) -> list[list[Piece]]:
    """Every page with its pieces and its number."""
    found: list[list[Piece]] = [[]]
    y: float = TOP
    for row in (row for line in lines for row in _rows(line)):
        if y < BOTTOM or (row.opens and y < TOP):
            found.append([])
            y = TOP
        found[-1] += [Piece(LEFT + column * SIZE / 2, y, words) for column, words in row.cells]
        y -= LEADING
    for number, page in enumerate(found, start=1):
        page.append(Piece(WIDTH / 2 - SIZE, BOTTOM - 2 * LEADING, f"- {number} -"))
    return found


def _rows(line: Line) -> Iterator[Row]:
    if line.kind == "table":
        for cells in line.rows:
            yield from _table_row(cells)
    elif line.kind == "signature":
        yield from (Row(cells=((0, cell),)) for cell in sides(line))
    elif line.kind in {"title", "note"}:
        free = COLUMNS - columns(line.text)
        yield Row(cells=((free // 2 if line.kind == "title" else free, line.text),))
    else:
        indent = 4 if line.kind in {"text", "item"} else 0
        for number, words in enumerate(wrapped(written(line), COLUMNS, indent)):
            yield Row(cells=((0 if number else indent, words),), opens=line.kind == "annex" and not number)


def _table_row(cells: Sequence[str]) -> Iterator[Row]:
    """A row of a table: each cell is wrapped in its own column."""
    width = COLUMNS // len(cells)
    columned = [list(wrapped(cell, width - 2)) for cell in cells]
    for number in range(max(map(len, columned))):
        shown = ((place * width, words[number]) for place, words in enumerate(columned) if number < len(words))
        yield Row(cells=tuple(cell for cell in shown if cell[1]))


def wrapped(words: str, width: int, indent: int = 0) -> Iterator[str]:
    """The words in lines of at most ``width`` columns; no line begins with a closing mark."""
    line, room = "", width - indent
    for char in words:
        if columns(line + char) > room and char not in _NOT_FIRST:
            yield line
            line, room = "", width
        line += char
    yield line


def columns(words: str) -> int:
    """Printed width in half-width characters."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in words)
