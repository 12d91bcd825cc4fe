"""Several articles in one paragraph: 第X条 that counts on is cut off into a line of its own."""

import re
from collections.abc import Iterable, Iterator

from contract_platform.analysis.labels import parse_label
from contract_platform.analysis.lines import Line

_INSIDE = re.compile(
    r"(?:(?<=[。；;])\s*|[ \u3000\xa0\t]{2,})(?=第\s*[零一二三四五六七八九十百\d]{1,5}\s*条(?:\s|[：:、]))"
)
AHEAD = 2


def split_inline(lines: Iterable[Line]) -> list[Line]:
    """The lines with inline articles on lines of their own, renumbered."""
    found: list[Line] = []
    last = 0
    for line in lines:
        for piece in _pieces(line, last):
            found.append(_renumbered(piece, len(found)))
            if piece.label and piece.mark == "article":
                last = piece.label.value
    return found


def _pieces(line: Line, last: int) -> Iterator[Line]:
    current = line.label.value if line.label and line.mark == "article" else last
    start = 0
    for match in _INSIDE.finditer(line.text, 1):
        label = parse_label(line.text[match.end() :])
        if label is None or not current < label.value <= current + AHEAD or match.start() <= start:
            continue
        yield _cut(line, start, match.start())
        start, current = match.end(), label.value
    yield _cut(line, start, len(line.text)) if start else line


def _cut(line: Line, first: int, last: int) -> Line:
    text = line.text[first:last].rstrip()
    if first == 0:
        return Line(
            start=line.start, end=line.start + len(text), text=text, label=line.label, body=line.body,
            automatic=line.automatic, block=line.block,
        )  # fmt: skip
    start = line.start + first
    label = parse_label(text)
    return Line(
        start=start, end=start + len(text), text=text, label=label, body=start + (label.length if label else 0),
        automatic=False, block=line.block,
    )  # fmt: skip


def _renumbered(line: Line, index: int) -> Line:
    return Line(
        start=line.start, end=line.end, text=line.text, label=line.label, body=line.body,
        automatic=line.automatic, block=line.block, index=index,
    )  # fmt: skip
