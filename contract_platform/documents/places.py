"""Printed lines, and which piece of a paragraph was printed where."""

from array import array
from collections.abc import Iterator, Sequence

import msgspec

from contract_platform.analysis.pages import PlacedLine

DOUBTFUL = 85  # percent: below, the recogniser often read something else
SURE = 100


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """A line as it stands on its page, in the measures of ``analysis.pages``.

    ``edges`` has one more member than ``text`` has code points. ``confidence`` is one byte in percent for every code
    point, empty for a line that was not recognised but is text of the file.
    """

    text: str
    page: int
    top: int
    bottom: int
    edges: array  # type: ignore[type-arg]  # of unsigned 16-bit integers; Python 3.11 has no array[int]
    slope: int = 0
    confidence: bytes = b""


class Piece(msgspec.Struct, frozen=True):
    """``line.text[first:last]`` stands at ``at`` of a paragraph."""

    at: int
    line: Printed
    first: int
    last: int

    def placed(self, offset: int) -> PlacedLine:
        """Its place; ``offset`` is that of the paragraph in the canonical text."""
        line = self.line
        fall = round((line.edges[self.first] - line.edges[0]) * line.slope / 1000)
        return PlacedLine(
            start=offset + self.at,
            top=max(line.top + fall, 0),
            bottom=max(line.bottom + fall, 0),
            slope=line.slope,
            edges=line.edges[self.first : self.last + 1].tobytes(),
        )


def pieces(text: str, lines: Sequence[Printed]) -> Iterator[Piece]:
    """Where the lines a paragraph was joined from stand in it; what cannot be found is left out."""
    position = 0
    for line in lines:
        first, last = _bounds(line.text)
        at = text.find(line.text[first:last], position) if last > first else -1
        if at >= 0:
            yield Piece(at, line, first, last)
            position = at + last - first
        else:
            yield from _words(text, line)


def _words(text: str, line: Printed) -> Iterator[Piece]:
    """The same word by word, for lines whose columns were taken apart."""
    place = behind = 0
    for word in line.text.split():
        place = line.text.index(word, place)
        at = text.find(word, behind)
        if at >= 0:
            yield Piece(at, line, place, place + len(word))
            behind = at + len(word)
        place += len(word)


def _bounds(text: str) -> tuple[int, int]:
    stripped = text.strip()
    first = text.find(stripped) if stripped else 0
    return first, first + len(stripped)


def doubts(piece: Piece) -> Iterator[tuple[int, int, int]]:
    """Doubtful words of a piece: offsets in the paragraph and the lowest confidence in percent."""
    marks = piece.line.confidence[piece.first : piece.last]
    text = piece.line.text[piece.first : piece.last]
    place = 0
    while place < len(marks):
        if marks[place] >= DOUBTFUL or not text[place].isalnum():
            place += 1
            continue
        first = last = place
        while first and _one_word(text[first - 1], text[first]):
            first -= 1
        while last + 1 < len(text) and (_one_word(text[last], text[last + 1]) or _doubtful(text, marks, last + 1)):
            last += 1
        yield piece.at + first, piece.at + last + 1, min(marks[first : last + 1])
        place = last + 1


def _doubtful(text: str, marks: bytes, place: int) -> bool:
    return marks[place] < DOUBTFUL and text[place].isalnum()


def _one_word(one: str, other: str) -> bool:
    """Figures and letters of other scripts stand or fall together; a Chinese character is a word."""
    return all(char.isascii() and (char.isalnum() or char in ".,-/") for char in (one, other))
