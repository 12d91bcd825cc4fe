"""Forms that offer several ways and say which one is meant: 第（2）种方式, ☑ and □.

What was not chosen is no part of the agreement; it is blanked out, so that offsets stay.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice

from contract_platform.analysis.labels import parse_label, value_of

REACH = 400  # compact characters around a choice in which its options stand
MOST = 9  # options
MOST_PICKS = 100  # sentences that pick one of several ways: a contract has a handful
_TICKED = "☑☒■✔✓√"
_BOX = re.compile(rf"(?<![“‘\"'])[{_TICKED}□]")  # 打“√” is an instruction
_PICKED = re.compile(r"第[（【\[_]*(?P<number>[1-9一二三四五六七八九①-⑨A-Da-d])[）】\]_]*(?:种|项(?!目))")
_MARKS = (
    r"（([1-9])）",
    r"（([一二三四五六七八九])）",
    r"(?<![\d.])([1-9])[、.）](?!\d)",
    r"(?<![\u4e00-\u9fff])([一二三四五六七八九])[、.]",
    r"([①-⑨])",
    r"(?<![A-Za-z])([A-Da-d])[、.）]",
)
_MARK = tuple(re.compile(mark) for mark in _MARKS)
_LINE = re.compile(r"[^\n]+")
_BLANKED = re.compile(r"[^\n]")
_OPTION_ENDS = re.compile(r"[。\n]")


def chosen(text: str) -> str:
    """The compact text with · for every option that was not chosen; as long as the text."""
    kept: list[str] = []
    place = 0
    for start, end in sorted([*_unticked(text), *_unpicked(text)]):
        if end > place:
            kept += [text[place : max(start, place)], _BLANKED.sub("·", text[max(start, place) : end])]
            place = end
    return "".join((*kept, text[place:]))


def _unticked(text: str) -> Iterator[tuple[int, int]]:
    """Options behind an empty box that stands near a ticked one."""
    boxes = list(_BOX.finditer(text))
    ticked = [box.start() for box in boxes if box[0] != "□"]
    for number, box in enumerate(boxes):
        near = bisect_left(ticked, box.start() - REACH) < bisect_right(ticked, box.start() + REACH)
        if box[0] == "□" and near:
            following = boxes[number + 1].start() if number + 1 < len(boxes) else len(text)
            yield box.start(), min(following, _end(text, box.end()))


def _unpicked(text: str) -> Iterator[tuple[int, int]]:
    """Options with another number than the one that a sentence picks."""
    for pick in islice(_PICKED.finditer(text), MOST_PICKS):
        wanted = _value(pick["number"])
        options = _options(text, pick.end(), min(len(text), pick.end() + REACH))
        options = options or _options(text, max(0, pick.start() - REACH), pick.start()) or _lines(text, pick.end())
        if any(value == wanted for value, _, _ in options):
            yield from ((start, end) for value, start, end in options if value != wanted)


def _options(text: str, first: int, last: int) -> list[tuple[int, int, int]]:
    """A list 1, 2 … with its values and spans, of the style that begins first; empty without one."""
    runs = [run for mark in _MARK if len(run := _run(mark, text, first, last)) > 1]
    run = min(runs, key=lambda marks: marks[0].start(), default=[])
    starts = [mark.start() for mark in run]
    ends = [*starts[1:], _end(text, run[-1].end())] if run else []
    return [(place + 1, start, end) for place, (start, end) in enumerate(zip(starts, ends, strict=True))]


def _run(mark: re.Pattern[str], text: str, first: int, last: int) -> list[re.Match[str]]:
    run: list[re.Match[str]] = []
    for match in mark.finditer(text, first, last):
        if _value(match[1]) == len(run) + 1:
            run.append(match)
    return run


def _lines(text: str, at: int) -> list[tuple[int, int, int]]:
    """The lines below a sentence that ends in a colon: options whose automatic numbers are not part of the text."""
    stop = text.find("\n", at, at + REACH)
    if stop < 0 or not text[at:stop].endswith("："):
        return []
    found: list[tuple[int, int, int]] = []
    for match in _LINE.finditer(text, stop, stop + REACH):
        if parse_label(match[0]) or len(found) == MOST:
            break
        found.append((len(found) + 1, match.start(), match.end()))
    return found


def _end(text: str, at: int) -> int:
    match = _OPTION_ENDS.search(text, at, at + REACH)
    return match.start() if match else min(len(text), at + REACH)


def _value(number: str) -> int | None:
    kind = "circled" if number in "①②③④⑤⑥⑦⑧⑨" else "alpha" if number.isascii() and number.isalpha() else "number"
    return value_of(kind, number)
