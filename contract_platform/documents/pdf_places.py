"""Text of a PDF page with the place of every character, as pdfium tells it."""

import ctypes
from array import array
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from contract_platform.analysis.pages import FARTHEST, TENTHS
from contract_platform.documents.places import Printed

AHEAD: Final = 64  # characters without Unicode that may stand in a row


class Sheet(NamedTuple):
    """How a page lies: its visible part in its own coordinates (y upwards), and its turn in degrees clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int


class Sides(NamedTuple):
    """Edges of every character in points; where right is not beyond left there is nothing printed.

    First as pdfium tells them, y upwards; then as seen, from the top left corner.
    """

    left: list[float]
    right: list[float]
    bottom: list[float]
    top: list[float]


def sheet_of(page: Any) -> Sheet:  # noqa: ANN401 - pypdfium2 ships no types
    """The lie of a page."""
    left, bottom, right, top = page.get_bbox()
    return Sheet(left, bottom, right, top, page.get_rotation())


def printed_lines(text: str, number: int, textpage: Any, sheet: Sheet) -> list[Printed]:  # noqa: ANN401 - as above
    """The lines of ``text``, which is that of the text page, each with its place."""
    sides = seen(characters(text, textpage), sheet)
    lines: list[Printed] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(_printed(line, number, sides, at))
        at += len(line) + 1
    return lines


def characters(text: str, textpage: Any) -> Sides:  # noqa: ANN401 - as above
    """The place of every character of the text, as pdfium tells it."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    arguments = [ctypes.byref(side) for side in (left, right, bottom, top)]
    box, raw = pdfium.FPDFText_GetCharBox, textpage.raw
    sides = Sides([], [], [], [])
    for index in _indices(text, textpage):
        if index < 0 or not box(raw, index, *arguments):
            right.value = left.value
        sides.left.append(left.value)
        sides.right.append(right.value)
        sides.bottom.append(bottom.value)
        sides.top.append(top.value)
    return sides


def seen(sides: Sides, sheet: Sheet) -> Sides:
    """The places as they appear on the turned page."""
    left, right, bottom, top = sides
    x = {0: left, 90: bottom, 180: right, 270: top}[sheet.turn], {0: right, 90: top, 180: left, 270: bottom}[sheet.turn]
    y = {0: top, 90: left, 180: bottom, 270: right}[sheet.turn], {0: bottom, 90: right, 180: top, 270: left}[sheet.turn]
    across = {0: sheet.left, 90: sheet.bottom, 180: sheet.right, 270: sheet.top}[sheet.turn]
    down = {0: sheet.top, 90: sheet.left, 180: sheet.bottom, 270: sheet.right}[sheet.turn]
    along = 1 if sheet.turn < 180 else -1  # noqa: PLR2004 - degrees
    below = 1 if sheet.turn in {90, 180} else -1
    return Sides(
        left=[along * (one - across) for one in x[0]],
        right=[along * (one - across) for one in x[1]],
        bottom=[below * (one - down) for one in y[1]],
        top=[below * (one - down) for one in y[0]],
    )


def _indices(text: str, textpage: Any) -> Sequence[int]:  # noqa: ANN401 - as above
    """Index of every character as pdfium counts; characters without Unicode are counted there but are no text."""
    count = textpage.count_chars()
    if count == len(text):
        return range(count)
    return list(_matched(text, [pdfium.FPDFText_GetUnicode(textpage.raw, index) for index in range(count)]))


def _matched(text: str, codes: Sequence[int]) -> Iterator[int]:
    index = 0
    for character in map(ord, text):
        within = range(index, min(index + AHEAD, len(codes)))
        found = next((place for place in within if codes[place] == character), -1)
        yield found
        index = found + 1 if found >= 0 else index


def _printed(line: str, number: int, sides: Sides, at: int) -> Printed:
    """One line; edges never go back, and what is not printed has no width."""
    edges = array("H")
    drawn = [place for place in range(at, at + len(line)) if sides.right[place] > sides.left[place]]
    known = set(drawn)
    last = _tenths(sides.left[drawn[0]]) if drawn else 0
    for place in range(at, at + len(line)):
        if place in known:
            last = max(_tenths(sides.left[place]), last)
        edges.append(last)
    edges.append(max(_tenths(max((sides.right[place] for place in drawn), default=0.0)), last))
    return Printed(
        text=line,
        page=number,
        top=_tenths(min((sides.top[place] for place in drawn), default=0.0)),
        bottom=_tenths(max((sides.bottom[place] for place in drawn), default=0.0)),
        edges=edges,
    )


def _tenths(points: float) -> int:
    return min(max(int(points * TENTHS + 0.5), 0), FARTHEST)
