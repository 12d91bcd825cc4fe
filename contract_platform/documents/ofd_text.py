"""Characters of OFD text objects with their places, and the lines they make up."""

import math
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise

from contract_platform.analysis.model import Record, Unreadable
from contract_platform.analysis.pages import FARTHEST, TENTHS
from contract_platform.documents.archive import Element
from contract_platform.documents.places import Printed

SAME_LINE = 0.5  # of a character's height: so far apart are the baselines of one line at most
WORD_GAP = 0.35  # of a character's height: from this gap on there is a space
ABOVE = 0.88  # of a character's height that stands above its baseline
POINTS, INCH = 72, 25.4  # points and millimetres of an inch
PAIR = 2
MATRIX = 6
MOST_REPEATED = 10_000  # characters that one entry of a list of distances may stand for


class Glyph(Record, frozen=True):
    """A character: where its baseline begins and how high it is, in millimetres."""

    char: str
    x: float
    y: float
    size: float

    @property
    def end(self) -> float:
        """Where the next character would begin."""
        return self.x + self.size * (0.5 if self.char.isascii() else 1.0)


def glyphs_of(shown: Element, namespace: str) -> Iterator[Glyph]:
    """The characters of a text object, its boundary, matrix and distances applied; ``Unreadable`` damaged."""
    left, top, *_ = (*_numbers(shown.get("Boundary", "")), 0.0, 0.0)
    matrix = _numbers(shown.get("CTM", ""))
    size = next(iter(_numbers(shown.get("Size", ""))), 0.0)
    a, b, c, d, e, f = matrix if len(matrix) == MATRIX else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    height = abs(size) * (math.hypot(c, d) or 1.0)
    x = y = 0.0
    for code in shown.iter(f"{namespace}TextCode"):
        # a code without a place of its own begins where the one before it did
        x, y = _first(code.get("X"), x), _first(code.get("Y"), y)
        text = "".join(code.itertext()).strip("\r\n")
        across, down = (_distances(code.get(name, ""), len(text)) for name in ("DeltaX", "DeltaY"))
        at_x, at_y = x, y
        for place, char in enumerate(text):
            if char >= " ":  # no control characters
                yield Glyph(char, left + a * at_x + c * at_y + e, top + b * at_x + d * at_y + f, height)
            at_x += across[place] if place < len(across) else 0.0 if down else size
            at_y += down[place] if place < len(down) else 0.0


def printed_lines(glyphs: Sequence[Glyph], number: int) -> Iterator[Printed]:
    """The text of page ``number`` line by line from top to bottom with its places, a space where a gap is."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: (one.y, one.x)):
        if row and glyph.y - row[0].y > SAME_LINE * max(glyph.size, row[0].size):
            yield _printed(row, number)
            row = []
        row.append(glyph)
    if row:
        yield _printed(row, number)


def tenths(millimetres: float) -> int:
    """A length as places keep it."""
    return min(max(round(millimetres * TENTHS * POINTS / INCH), 0), FARTHEST)


def _printed(row: list[Glyph], number: int) -> Printed:
    """One line; a space that only stands for a gap is as wide as the gap."""
    text, edges = "", array("H")
    for char, left in _spread(row):
        text += char
        edges.append(max(tenths(left), edges[-1] if edges else 0))
    edges.append(max(tenths(max(glyph.end for glyph in row)), edges[-1]))
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    return Printed(
        text=text[first:last],
        page=number,
        top=tenths(min(glyph.y - ABOVE * glyph.size for glyph in row)),
        bottom=tenths(max(glyph.y + (1 - ABOVE) * glyph.size for glyph in row)),
        edges=edges[first : max(first, last) + 1],
    )


def _spread(row: list[Glyph]) -> Iterator[tuple[str, float]]:
    """The characters of a line in order with their left edges."""
    row.sort(key=lambda one: one.x)
    yield row[0].char, row[0].x
    for before, glyph in pairwise(row):
        if (before.char, round(before.x, 1), round(before.y, 1)) == (glyph.char, round(glyph.x, 1), round(glyph.y, 1)):
            continue  # printed twice to look bold
        gap = glyph.x - before.end > WORD_GAP * glyph.size
        if gap and glyph.char != " " and before.char != " ":
            yield " ", before.end
        yield glyph.char, glyph.x


def _distances(listed: str, characters: int) -> list[float]:
    """The distances of a list, in which ``g n d`` stands for n times d."""
    words, found, at = listed.split(), list[float](), 0
    while at < len(words) and len(found) < characters:
        if words[at] == "g" and at + PAIR < len(words):
            times = min(int(_number(words[at + 1])), characters, MOST_REPEATED)
            found += [_number(words[at + PAIR])] * times
            at += 1 + PAIR
        else:
            found.append(_number(words[at]))
            at += 1
    return found


def _numbers(listed: str) -> list[float]:
    return [_number(word) for word in listed.split()]


def _first(value: str | None, otherwise: float) -> float:
    return otherwise if value is None else _number(value)


def _number(word: str) -> float:
    try:
        value = float(word)
    except ValueError as error:
        raise Unreadable("damaged") from error
    if not math.isfinite(value):
        raise Unreadable("damaged")
    return value
