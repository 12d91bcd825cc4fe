"""Pieces of text that stand beside each other become one line."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from contract_platform.analysis.pages import FARTHEST, unpacked
from contract_platform.documents.places import SURE, Printed
from contract_platform.documents.scan.straight import HALF_CHARACTER, Spot

SAME_LINE: Final = 0.5  # share of the lower piece's height by which two have to overlap
SPACE: Final = 4  # spaces that stand for a gap between columns


def rows(found: Sequence[Spot]) -> list[list[Spot]]:
    """Lines from top to bottom, pieces of each from left to right."""
    lines: list[list[Spot]] = []
    for spot in sorted(found, key=lambda one: (one.middle, one.left)):
        home = next((line for line in reversed(lines[-3:]) if _fits(line, spot)), None)
        if home is None:
            lines.append([spot])
        else:
            home.append(spot)
    ordered = [sorted(line, key=lambda one: one.left) for line in lines]
    return sorted(ordered, key=lambda line: sum(spot.middle for spot in line) / len(line))


def printed(row: Sequence[Spot], page: int, slope: int) -> Printed:
    """A row as one line, with a space for a small gap and four or more for one between columns."""
    text, edges, confidence = "", array("H"), b""
    for spot, gap in zip(row, [0, *(max(b.left - a.right, 0) for a, b in pairwise(row))], strict=True):
        own = unpacked(spot.line.edges)
        spaces = _spaces(spot, gap, text) if text else 0
        step = (own[0] - edges[-1]) / spaces if spaces else 0.0
        start = edges.pop() if edges else own[0]
        edges.extend(_kept(start + step * place) for place in range(spaces))
        edges.extend(_rising(own, edges[-1] if edges else 0))
        text += " " * spaces + spot.line.text
        confidence += bytes([SURE]) * spaces + spot.line.confidence
    first = row[0].line
    return Printed(
        text=text,
        page=page,
        top=min(_at(spot.line.top, spot, row[0], slope) for spot in row),
        bottom=max(_at(spot.line.bottom, spot, row[0], slope) for spot in row),
        edges=edges,
        slope=slope if len(row) > 1 else first.slope,
        confidence=confidence,
    )


def _at(height: int, spot: Spot, first: Spot, slope: int) -> int:
    """Where an edge of a piece is once it is moved along the leaning line to the first piece."""
    distance = unpacked(spot.line.edges)[0] - unpacked(first.line.edges)[0]
    return max(height - round(distance * slope / 1000), 0)


def _spaces(spot: Spot, gap: int, text: str) -> int:
    """How many spaces the gap before a piece is worth."""
    if "_" in (text[-1], spot.line.text[0]) and gap < 2 * HALF_CHARACTER:
        return 0
    half = max(spot.height // 3, HALF_CHARACTER // 2)
    wide = gap // half
    return 1 if wide < SPACE else wide


def _fits(line: list[Spot], spot: Spot) -> bool:
    """Whether a piece stands on the line: level with its neighbour there, and over none of its pieces."""
    near = min(line, key=lambda one: abs(one.left - spot.left))
    overlap = min(near.bottom, spot.bottom) - max(near.top, spot.top)
    level = overlap > SAME_LINE * min(near.height, spot.height)
    return level and all(min(one.right, spot.right) - max(one.left, spot.left) < HALF_CHARACTER for one in line)


def _rising(edges: Sequence[int], last: int) -> Iterator[int]:
    for edge in edges:
        last = max(last, edge)
        yield last


def _kept(edge: float) -> int:
    return min(max(round(edge), 0), FARTHEST)
