"""Drawn lines on a straightened page: grids of tables, and the lines that blanks are written on."""

from itertools import pairwise
from typing import Any, Final, NamedTuple

import cv2
import numpy as np

from contract_platform.documents.scan.picture import Pixels
from contract_platform.documents.scan.records import Cell, Underline

TENTHS: Final = 10
SHORTEST: Final = 16  # points of a drawn line; strokes of a character are shorter
NEAR: Final = 3.0  # points within which two lines are one
WINDOW, CONTRAST = 24, 14  # points around a pixel it is compared with, and grey levels by which a line is darker
SMALLEST_TABLE: Final = (60, 16)  # points
DRAWN: Final = 0.5  # share of a cell's side from which the side is there
THICKEST: Final = 3.0  # points of an underline


class Stroke(NamedTuple):
    """A drawn line: where it lies, and from where to where it goes."""

    at: float
    start: float
    end: float


class Ruling(NamedTuple):
    """The masks of horizontal and vertical lines, and pixels to the point."""

    across: Any
    down: Any
    scale: float


def ruling(grey: Pixels, scale: float) -> Ruling:
    """The drawn lines of a page."""
    window = int(WINDOW * scale) | 1
    dark = cv2.adaptiveThreshold(grey, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, CONTRAST)
    length = max(int(SHORTEST * scale), 3)
    return Ruling(
        across=cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, length), np.uint8)),
        down=cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8)),
        scale=scale,
    )


def drawn(lines: Ruling) -> tuple[tuple[tuple[Cell, ...], ...], tuple[Underline, ...]]:
    """All tables, from top to bottom, and the underlines that belong to none."""
    joined = cv2.dilate(lines.across | lines.down, np.ones((3, 3), np.uint8))
    _, marks, found, _ = cv2.connectedComponentsWithStats(joined)
    tables: list[tuple[Cell, ...]] = []
    rest = lines.across.copy()
    for mark, (left, top, width, height, _) in enumerate(found):
        if not mark or width < SMALLEST_TABLE[0] * lines.scale or height < SMALLEST_TABLE[1] * lines.scale:
            continue
        window = np.s_[top : top + height, left : left + width]
        own = (marks[window] == mark).astype(np.uint8)
        part = Ruling(lines.across[window] * own, lines.down[window] * own, lines.scale)
        cells = grid(part, left / lines.scale, top / lines.scale)
        if len(cells) > 1:
            tables.append(cells)
            rest[window] = 0
    return tuple(sorted(tables, key=lambda cells: cells[0].top)), tuple(_underlines(rest, lines.scale))


def grid(lines: Ruling, left: float, top: float) -> tuple[Cell, ...]:
    """The cells of one table; what no line parts is one cell. Offsets in points."""
    ys = _places([stroke.at for stroke in strokes(lines.across, lines.scale)])
    xs = _places([stroke.at for stroke in strokes(lines.down.T, lines.scale)])
    rows, columns = list(pairwise(ys)), list(pairwise(xs))
    group = {(row, column): (row, column) for row in range(len(rows)) for column in range(len(columns))}
    for row, column in list(group):
        if row and not _is_drawn(lines.across, ys[row], columns[column], lines.scale):
            _join(group, (row - 1, column), (row, column))
        if column and not _is_drawn(lines.down.T, xs[column], rows[row], lines.scale):
            _join(group, (row, column - 1), (row, column))
    cells: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place, first in group.items():
        cells.setdefault(first, []).append(place)
    return tuple(
        Cell(
            row=min(row for row, _ in places),
            column=min(column for _, column in places),
            left=round((left + min(columns[column][0] for _, column in places)) * TENTHS),
            top=round((top + min(rows[row][0] for row, _ in places)) * TENTHS),
            right=round((left + max(columns[column][1] for _, column in places)) * TENTHS),
            bottom=round((top + max(rows[row][1] for row, _ in places)) * TENTHS),
        )
        for places in sorted(cells.values())
    )


def strokes(mask: Any, scale: float) -> list[Stroke]:  # noqa: ANN401 - a mask of zeros and ones
    """The horizontal lines of a mask in points."""
    thick = np.ascontiguousarray(mask)
    _, _, found, _ = cv2.connectedComponentsWithStats(thick)
    return [
        Stroke((top + height / 2) / scale, left / scale, (left + width) / scale)
        for left, top, width, height, _ in found[1:]
        if height <= THICKEST * scale + 1 + width / 50
    ]


def _places(values: list[float]) -> list[float]:
    """Where lines lie, those within ``NEAR`` taken together."""
    places: list[list[float]] = []
    for value in sorted(values):
        if places and value - places[-1][-1] <= NEAR:
            places[-1].append(value)
        else:
            places.append([value])
    return [sum(group) / len(group) for group in places]


def _is_drawn(mask: Any, at: float, side: tuple[float, float], scale: float) -> bool:  # noqa: ANN401 - as above
    """Whether a horizontal line is there between two columns."""
    first, last = max(int((at - NEAR) * scale), 0), int((at + NEAR) * scale) + 1
    part = mask[first:last, int(side[0] * scale) : max(int(side[1] * scale), int(side[0] * scale) + 1)]
    return bool(part.size) and float(part.any(axis=0).mean()) >= DRAWN


def _join(group: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]) -> None:
    first, second = sorted((group[one], group[other]))
    for place, own in group.items():
        if own == second:
            group[place] = first


def _underlines(mask: Any, scale: float) -> list[Underline]:  # noqa: ANN401 - as above
    """Strokes at one height that touch are one line."""
    merged: list[Stroke] = []
    for stroke in sorted(strokes(mask, scale), key=lambda one: (round(one.at / NEAR), one.start)):
        last = merged[-1] if merged else None
        if last and abs(last.at - stroke.at) <= NEAR and stroke.start - last.end <= NEAR:
            merged[-1] = Stroke(last.at, last.start, max(last.end, stroke.end))
        else:
            merged.append(stroke)
    return [Underline(round(one.start * TENTHS), round(one.end * TENTHS), round(one.at * TENTHS)) for one in merged]
