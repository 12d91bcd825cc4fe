"""Text of a ruled table, cell by cell."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from contract_platform.analysis.pages import packed, unpacked
from contract_platform.documents.assemble import table_text
from contract_platform.documents.pdf_lines import Line, glue
from contract_platform.documents.places import Printed
from contract_platform.documents.scan.records import Cell
from contract_platform.documents.scan.repair import repaired
from contract_platform.documents.scan.rows import printed, rows
from contract_platform.documents.scan.straight import Spot


class Table(NamedTuple):
    """A table with the text inside it; ``top`` in the straightened page."""

    top: int
    cells: tuple[tuple[Cell, list[Spot]], ...]

    @property
    def only_arranges(self) -> bool:
        """Whether it is a frame around running text: no line of it has two filled cells."""
        filled = [cell.row for cell, own in self.cells if own]
        return len(filled) == len(set(filled))


def taken(found: Sequence[Spot], cells: tuple[Cell, ...]) -> tuple[Table, list[Spot]]:
    """The table with its text, and what stands outside."""
    inside: dict[Cell, list[Spot]] = {cell: [] for cell in cells}
    outside: list[Spot] = []
    for spot in found:
        row = [cell for cell in cells if cell.top <= spot.middle <= cell.bottom and _overlap(cell, spot) > 0]
        if sum(_overlap(cell, spot) for cell in row) * 2 < spot.right - spot.left:
            outside.append(spot)
            continue
        for cell, part in _parted(spot, row):
            inside[cell].append(part)
    return Table(min(cell.top for cell in cells), tuple(inside.items())), outside


def line_of(table: Table, page: int, slope: int) -> Line | None:
    """The table as one of the page's lines; None for an empty grid."""
    columns = sorted({cell.column for cell, _ in table.cells})
    grid = {(cell.row, cell.column): own for cell, own in table.cells}
    lines: list[Printed] = []
    texts = [
        tuple(_text(grid.get((row, column), []), page, slope, lines) for column in columns)
        for row in sorted({cell.row for cell, _ in table.cells})
    ]
    filled = tuple(row for row in texts if any(row))
    if not filled:
        return None
    return Line(text=table_text(filled), page=page, width=0, printed=tuple(lines), rows=filled)


def _text(own: Sequence[Spot], page: int, slope: int, lines: list[Printed]) -> str:
    """The text of a cell; its printed lines are added to ``lines``."""
    text = ""
    for row in rows(own):
        line = repaired(printed(row, page, slope))
        lines.append(line)
        text = glue(text, line.text) if text else line.text
    return text


def _overlap(cell: Cell, spot: Spot) -> int:
    return min(cell.right, spot.right) - max(cell.left, spot.left)


def _parted(spot: Spot, cells: Sequence[Cell]) -> Iterator[tuple[Cell, Spot]]:
    """A piece that was recognised across a drawn line belongs to both cells, character by character."""
    edges = unpacked(spot.line.edges)
    shift = spot.left - edges[0]
    middles = [(one + other) / 2 + shift for one, other in pairwise(edges)]
    for cell in sorted(cells, key=lambda one: one.left):
        own = [place for place, middle in enumerate(middles) if _nearest(cells, middle) is cell]
        if own:
            first, last = own[0], own[-1] + 1
            line = msgspec.structs.replace(
                spot.line,
                text=spot.line.text[first:last],
                edges=packed(edges[first : last + 1]),
                confidence=spot.line.confidence[first:last],
            )
            yield cell, spot._replace(left=edges[first] + shift, right=edges[last] + shift, line=line)


def _nearest(cells: Sequence[Cell], middle: float) -> Cell:
    return min(cells, key=lambda cell: max(cell.left - middle, middle - cell.right, 0))
