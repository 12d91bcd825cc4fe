"""Several articles in one paragraph: a number that counts on is cut off into a line of its own.

第X条 is cut after a stop or a gap, 二、 only after a stop: both only where they are the next in their sequence.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from contract_platform.analysis.labels import parse_label
from contract_platform.analysis.lines import Line

_CN = "一二三四五六七八九十"
_INSIDE = re.compile(
    r"(?:(?<=[。；;：:])\s*+|(?<![ \u3000\xa0\t])[ \u3000\xa0\t]{2,}+)(?=第\s*[零百\d"
    + _CN
    + r"]{1,5}\s*条(?:\s|[：:、]))"
    r"|(?<=[。；;：:])\s*+(?=[" + _CN + r"]{1,3}、)"
)
AHEAD = {"article": 2, "cn_comma": 1}  # how far on the next number may be


def split_inline(lines: Iterable[Line]) -> list[Line]:
    """The lines with inline articles on lines of their own, renumbered."""
    found: list[Line] = []
    last = dict.fromkeys(AHEAD, 0)
    for line in lines:
        for piece in _pieces(line, last):
            found.append(msgspec.structs.replace(piece, index=len(found)))
            if piece.label and piece.mark in AHEAD:
                last[piece.mark] = piece.label.value
    return found


def _pieces(line: Line, last: dict[str, int]) -> Iterator[Line]:
    current = last | ({line.mark: line.label.value} if line.label and line.mark in AHEAD else {})
    start = 0
    for match in _INSIDE.finditer(line.text, 1):
        label = parse_label(line.text[match.end() :])
        if label is None or label.kind not in AHEAD or match.start() <= start:
            continue
        if current[label.kind] < label.value <= current[label.kind] + AHEAD[label.kind]:
            yield _cut(line, start, match.start())
            start = match.end()
            current[label.kind] = label.value
    yield _cut(line, start, len(line.text)) if start else line


def _cut(line: Line, first: int, last: int) -> Line:
    text = line.text[first:last].rstrip()
    start = line.start + first
    if first == 0:
        return msgspec.structs.replace(line, text=text, end=start + len(text))
    label = parse_label(text)
    body = start + (label.length if label else 0)
    return msgspec.structs.replace(
        line, text=text, start=start, end=start + len(text), label=label, body=body, automatic=False
    )
