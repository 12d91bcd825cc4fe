"""What the fact readers read: the contract's lines with tables cut into cells, its clauses, and its compact text."""

import re
from bisect import bisect_right
from functools import cached_property

from contract_platform.analysis.compact import Compact
from contract_platform.analysis.model import Block, Clause, DocumentText, Evidence, Record
from contract_platform.analysis.structure import Structure


class Passage(Record, frozen=True, kw_only=True):
    """A line or a table cell with its offset in the document."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.text)


class Source:
    """One contract, prepared once for all fact readers."""

    def __init__(self, document: DocumentText, found: Structure, clauses: tuple[Clause, ...]) -> None:
        self.document = document
        self.clauses = clauses
        first = found.lines[0].block.start if found.lines else 0
        last = found.lines[-1].block.end if found.lines else len(document.text)
        blocks = [block for block in document.blocks if block.part in {"body", "textbox"}]
        whole = not found.lines or first <= min((b.start for b in blocks if b.kind == "paragraph"), default=0)
        self.start = 0 if whole else first
        self.end = len(document.text) if whole else last
        self.blocks = tuple(block for block in blocks if self.start <= block.start < max(self.end, 1))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Lines and table cells in reading order; a bare label cell is joined with the cell beside it."""
        return tuple(passage for block in self.blocks for passage in _passages(block))

    @cached_property
    def articles(self) -> tuple[Clause, ...]:
        """Top-level articles of the contract itself."""
        return tuple(clause for clause in self.clauses if clause.level == 1 and not clause.part)

    @cached_property
    def head_end(self) -> int:
        """Where the articles begin; a part's heading (第一部分 合同协议书) stands before the parties."""
        own = [clause for clause in self.clauses if not clause.part]
        first = next((clause.start for clause in own if clause.level == 1), None)
        return first if first is not None else next((clause.start for clause in own), self.end)

    @cached_property
    def tail_start(self) -> int:
        """Where the articles of the contract itself end."""
        return max((clause.end for clause in self.articles), default=self.start)

    @cached_property
    def head(self) -> tuple[Passage, ...]:
        """What stands before the articles: cover, parties, recitals."""
        return tuple(passage for passage in self.passages if passage.start < self.head_end)

    @cached_property
    def tail(self) -> tuple[Passage, ...]:
        """What stands behind the articles: signatures, annexes."""
        return tuple(passage for passage in self.passages if passage.start >= self.tail_start)

    @cached_property
    def compact(self) -> Compact:
        """Compact text of the contract; line breaks and tabs that part cells are kept as line breaks."""
        text = self.document.text
        for block in self.blocks:
            if block.kind == "table":
                text = text[: block.start] + block.text.replace("\t", "\n") + text[block.end :]
        return Compact(text, self.start, self.end)

    def evidence(self, start: int, end: int, confidence: float = 1.0) -> Evidence:
        """Evidence for a source range, without the space around it."""
        text = self.document.text[start:end]
        start += len(text) - len(text.lstrip())
        end = start + len(text.strip())
        return Evidence(quote=self.document.text[start:end], start=start, end=end, confidence=confidence)

    def compact_evidence(self, start: int, end: int, confidence: float = 1.0) -> Evidence:
        """Evidence for a range of the compact text."""
        first, last = self.compact.span(start, end)
        return self.evidence(first, last, confidence)

    def line_start(self, offset: int) -> int:
        """Where the line or table row around an offset begins."""
        return self.document.text.rfind("\n", 0, offset) + 1

    def column(self, offset: int) -> int:
        """How many tabs or cells stand before an offset in its line."""
        return self.document.text.count("\t", self.line_start(offset), offset)

    def category_at(self, offset: int) -> str:
        """Category of the top-level article around an offset, empty outside."""
        place = bisect_right(self._starts, offset) - 1
        inside = place >= 0 and offset < self.articles[place].end
        return self.articles[place].category if inside else ""

    @cached_property
    def _starts(self) -> list[int]:
        return [clause.start for clause in self.articles]


def _passages(block: Block) -> list[Passage]:
    found: list[Passage] = []
    offset = block.start
    for row in block.text.split("\n"):
        at = offset
        cells: list[Passage] = []
        for cell in row.split("\t") if block.kind == "table" else [row]:
            if cell.strip():
                cells.append(Passage(text=cell, start=at))
            at += len(cell) + 1
        found.extend(_labelled(cells) if block.kind == "table" else cells)
        offset += len(row) + 1
    return found


def _labelled(cells: list[Passage]) -> list[Passage]:
    """A short cell without a colon names the value in the next cell: they are read as one line."""
    joined: list[Passage] = []
    for cell in cells:
        previous = joined[-1] if joined else None
        label = previous is not None and re.fullmatch(r"[^：:\d]{2,14}[：:]?", previous.text.strip())
        if previous is not None and label:
            gap = "：" if not previous.text.rstrip().endswith(("：", ":")) else ""
            room = cell.start - previous.end
            if room >= 1 and "：" not in cell.text[:8]:
                joined[-1] = Passage(text=previous.text + (gap + "\t" * room)[:room] + cell.text, start=previous.start)
                continue
        joined.append(cell)
    return joined
