"""From what the recogniser gives to lines with a place for every character; parted where the print has a gap."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from contract_platform.analysis.pages import TENTHS, THOUSANDTHS, packed
from contract_platform.documents.scan.engine import Piece
from contract_platform.documents.scan.records import ScannedLine

GAP: Final = 0.55  # of a character's width beyond what two neighbours take up: there is a space
AT_POINTS: Final = 0.6  # more beside a point, which stands at one side of its square
AT_FIGURES: Final = 0.3  # more between Chinese and figures, which typesetters keep apart
BODY: Final = 0.72  # of a line's height that is a character
_POINTS = frozenset("，。、；：！？,.;:!?（）()《》〈〉“”\"'‘’【】「」[]{}—-…·~～_")


class Printed(NamedTuple):
    """A character, its left and right edge along the line in pixels, its confidence in percent."""

    text: str
    left: float
    right: float
    confidence: int


def fragments(pieces: list[Piece], scale: float) -> tuple[ScannedLine, ...]:
    """Every piece parted at its gaps; places in tenths of a point."""
    return tuple(line for piece in pieces for line in _parted(piece, scale / TENTHS))


def _parted(piece: Piece, scale: float) -> Iterator[ScannedLine]:
    corners = np.asarray(piece.corners, float)
    across = (corners[1] - corners[0] + corners[2] - corners[3]) / 2
    height = max((corners[3][1] - corners[0][1] + corners[2][1] - corners[1][1]) / 2, 1.0)
    slope = across[1] / across[0] if across[0] > height else 0.0
    start = (corners[0] + corners[3]) / 2
    for run in runs(piece, max(float(across[0]), 1.0), height):
        text = "".join(one.text for one in run)
        edges = [run[0].left, *((one.right + other.left) / 2 for one, other in pairwise(run)), run[-1].right]
        middle = start[1] + edges[0] * slope
        yield ScannedLine(
            text=text,
            top=round(max(middle - height / 2, 0) / scale),
            bottom=round(max(middle + height / 2, 0) / scale),
            slope=round(slope * THOUSANDTHS),
            edges=packed([(start[0] + edge) / scale for edge in edges]),
            confidence=bytes(one.confidence for one in run),
        )


def runs(piece: Piece, length: float, height: float) -> Iterator[list[Printed]]:
    """Characters between two gaps; a space the recogniser gave is a gap as well."""
    widths = [_width(character) for character in piece.text]
    centres = [centre * length for centre in piece.centres]
    body = _body(widths, centres, height)
    run: list[Printed] = []
    ends = 0.0
    for place, character in enumerate(piece.text):
        if character.isspace():
            ends = -length  # whatever follows stands behind a gap
            continue
        half = widths[place] * body / 2
        left, right = max(centres[place] - half, 0.0), min(centres[place] + half, length)
        if run and (ends < 0 or left - ends > _gap(run[-1].text, character) * body):
            yield run
            run = []
        left = min(max(left, run[-1].right), centres[place]) if run else left
        run.append(Printed(character, left, max(right, left), round(piece.confidence[place] * 100)))
        ends = right
    if run:
        yield run


def _body(widths: list[float], centres: list[float], height: float) -> float:
    """Width of a full character: the distance of two neighbours that are such, gaps aside; else by the height."""
    full = sorted(
        b - a for (a, b), (x, y) in zip(pairwise(centres), pairwise(widths), strict=True) if x == y == 1 and b > a
    )
    usual = full[len(full) // 3] if len(full) > 2 else BODY * height  # noqa: PLR2004 - of one or two nothing is usual
    return min(max(usual, BODY * height / 2), 2 * BODY * height)


def _gap(one: str, other: str) -> float:
    """What room between two characters is a space."""
    if {one, other} & _POINTS:
        return GAP + AT_POINTS
    return GAP + AT_FIGURES if _width(one) != _width(other) else GAP


def _width(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5
