"""Rows of a table set into lines, and cut where a page ends."""

import msgspec

from contract_platform.documents.forms.page_model import Box, Grid, Line
from contract_platform.documents.forms.typesetting import SetLine, Typesetter

Padding = tuple[float, float, float, float]
Spaced = tuple[SetLine, float]
"""A line and the room before it."""
FEWEST = 2
"""Lines of a cell that stay together at a page's end."""


class SetCell(msgspec.Struct, frozen=True, kw_only=True):
    """A cell's place in its row and its lines; ``below`` is the room its text may take in merged rows further down."""

    box: Box
    x: float
    width: float
    lines: tuple[Spaced, ...]
    padding: Padding
    below: float = 0

    @property
    def text_height(self) -> float:
        """The height of its text."""
        return sum(line.height + before for line, before in self.lines)

    @property
    def height(self) -> float:
        """What it needs of its row."""
        return self.padding[0] + max(self.text_height - self.below, 0) + self.padding[2]

    def part(self, count: int) -> float:
        """What its first lines need."""
        shown = sum(line.height + before for line, before in self.lines[:count])
        return self.padding[0] + shown + self.padding[2]

    def offset(self, height: float) -> float:
        """From the row's top to the first line."""
        spare = max(height + self.below - self.padding[0] - self.padding[2] - self.text_height, 0)
        return self.padding[0] + spare * {"top": 0.0, "center": 0.5, "bottom": 1.0}[self.box.middle]


class SetRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row with its cells."""

    line: Line
    cells: tuple[SetCell, ...]

    @property
    def height(self) -> float:
        """Of the highest cell, and at least what the row asks for."""
        return max([self.line.height, *(cell.height for cell in self.cells)])

    @property
    def least(self) -> float:
        """What has to fit for a part of it to be worth a page's end."""
        if self.line.whole or self.line.head:
            return self.height
        return max([min(cell.height, cell.part(FEWEST)) for cell in self.cells], default=0)

    def cut(self, room: float) -> "CutRow | None":
        """The part that fits into a height and the rest; None where too little would fit."""
        upper, lower = [], []
        if self.line.head or room < self.least:
            return None
        for cell in self.cells:
            count = fitting(cell, room)
            box = msgspec.structs.replace(cell.box, middle="top")
            upper.append(msgspec.structs.replace(cell, box=box, lines=cell.lines[:count], below=0))
            lower.append(msgspec.structs.replace(cell, box=box, lines=cell.lines[count:]))
        if not any(cell.lines for cell in lower):  # only room below the text was missing: the row moves as it is
            return None
        line = msgspec.structs.replace(self.line, height=0)
        return CutRow(
            upper=SetRow(line=line, cells=tuple(upper)),
            lower=SetRow(line=line, cells=tuple(lower)),
        )


class CutRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row in two."""

    upper: SetRow
    lower: SetRow


def fitting(cell: SetCell, room: float) -> int:
    """How many lines of a cell fit into a height."""
    used = cell.padding[0] + cell.padding[2]
    for count, (line, before) in enumerate(cell.lines):
        used += line.height + before
        if used > room:
            return count
    return len(cell.lines)


def rows_of(grid: Grid, typesetter: Typesetter) -> list[SetRow]:
    """All rows set; a merged column's text may use the rows below it."""
    rows = [row_of(grid, line, typesetter) for line in grid.lines]
    for number in range(len(rows) - 1, -1, -1):
        rows[number] = msgspec.structs.replace(
            rows[number],
            cells=tuple(
                msgspec.structs.replace(cell, below=merged_below(rows, number, cell))
                if cell.box.merge == "restart"
                else cell
                for cell in rows[number].cells
            ),
        )
    return rows


def row_of(grid: Grid, line: Line, typesetter: Typesetter) -> SetRow:
    """One row."""
    cells, at = [], 0
    for box in line.boxes:
        width = sum(grid.widths[at : at + box.span])
        cells.append(
            SetCell(
                box=box,
                x=sum(grid.widths[:at]),
                width=width,
                lines=lines_of(box, width - grid.padding[1] - grid.padding[3], typesetter),
                padding=grid.padding,
            )
        )
        at += box.span
    return SetRow(line=line, cells=tuple(cells))


def lines_of(box: Box, width: float, typesetter: Typesetter) -> tuple[Spaced, ...]:
    """The lines of a cell with the room before each; none where it goes on from the cell above."""
    if box.merge == "continue":
        return ()
    found: list[Spaced] = []
    rest = 0.0
    for para in box.paras:
        for number, line in enumerate(typesetter.set(para, width).lines):
            found.append((line, rest + para.before if number == 0 else 0.0))
        rest = para.after
    return tuple(found)


def merged_below(rows: list[SetRow], number: int, cell: SetCell) -> float:
    """The height of the rows below that belong to a merged cell."""
    total = 0.0
    for row in rows[number + 1 :]:
        if not any(other.box.merge == "continue" and abs(other.x - cell.x) < 1 for other in row.cells):
            break
        total += row.height
    return total
