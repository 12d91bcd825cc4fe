"""The lines a clause tree is made of: paragraphs and the lines in them, with their label and what their format says."""

import re
from collections.abc import Iterator

import msgspec

from contract_platform.analysis.labels import Label, parse_label
from contract_platform.analysis.model import Block, DocumentText, Record

_LEADER = re.compile(r"(?:[.…·。．_—\-]{4,}|\t|\s{3,}|…)\s*[（(]?\d{1,3}[）)]?\s*$|^.{0,40}第.{1,5}条.{0,20}\D\d{1,2}$")
_CONTENTS = re.compile(r"^\s*目\s*[录次]\s*$")
_END_OF_SENTENCE = tuple("。；;！？!?，,、")
LONGEST_HEADING = 36  # characters


class Line(Record, frozen=True, kw_only=True):
    """One line. ``start`` and ``end`` leave out the space around it; ``body`` is where the text after the label begins.

    ``mark`` tells lists apart that look alike: the kind of the label and whether it is automatic.
    """

    start: int
    end: int
    text: str
    label: Label | None
    body: int
    automatic: bool
    block: Block
    index: int = 0

    @property
    def rest(self) -> str:
        """The text after the label."""
        return self.text[self.body - self.start :].strip()

    @property
    def mark(self) -> str:
        """Kind of the label, empty without one."""
        return self.label.kind if self.label else ""

    @property
    def heading_like(self) -> bool:
        """Short and not a sentence, or marked as a heading by its format."""
        rest = self.rest
        if self.block.outline_level is not None or self.block.style.startswith("heading"):
            return len(rest) <= 2 * LONGEST_HEADING
        return 0 < len(rest) <= LONGEST_HEADING and not rest.endswith(_END_OF_SENTENCE)


def lines(document: DocumentText) -> list[Line]:
    """All lines of the running text, contents pages left out; tables and notes are no lines."""
    found: list[Line] = []
    contents = _contents_blocks(document)
    for number, block in enumerate(document.blocks):
        if block.kind == "paragraph" and block.part in {"body", "textbox"} and number not in contents:
            found.extend(_lines_of(block))
    return [msgspec.structs.replace(line, index=index) for index, line in enumerate(found)]


def _lines_of(block: Block) -> Iterator[Line]:
    offset = block.start
    first = True
    for raw in block.text.split("\n"):
        text = raw.strip()
        if text:
            start = offset + len(raw) - len(raw.lstrip())
            yield _line(block, text, start, block.label.strip() if first else "")
            first = False
        offset += len(raw) + 1


def _line(block: Block, text: str, start: int, printed: str) -> Line:
    automatic = parse_label(printed + " x") if printed else None
    if automatic is not None:
        return Line(
            start=start, end=start + len(text), text=text, label=automatic, body=start, automatic=True, block=block
        )
    label = parse_label(text)
    body = start + (label.length if label else 0)
    return Line(start=start, end=start + len(text), text=text, label=label, body=body, automatic=False, block=block)


def _contents_blocks(document: DocumentText) -> set[int]:
    """Blocks of a typed table of contents: after 目录, or three in a row that end in a leader and a page number."""
    blocks = document.blocks
    leaders = [bool(block.kind == "paragraph" and _is_entry(block.text)) for block in blocks]
    found: set[int] = set()
    run: list[int] = []
    for number, block in enumerate(blocks):
        if _CONTENTS.match(block.text):
            found.add(number)
            run = [number]
        elif leaders[number]:
            run.append(number)
        else:
            if len(run) > 2:  # noqa: PLR2004 - two lines that end in a number may be text
                found.update(run)
            run = []
    return found | set(run if len(run) > 2 else [])  # noqa: PLR2004 - as above


def _is_entry(text: str) -> bool:
    """An entry of a contents page; several entries may share a paragraph."""
    return len(text) < 100 and _LEADER.search(text.rstrip()) is not None  # noqa: PLR2004 - longer lines are sentences
