"""The contract as rules see it: compact text, sentences, articles, and the way back to the document's offsets.

Rules match on compact text (``compact.py``) without contents pages, headers and footers. Table cells are parted by ；,
a label cell and its value by ：.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import pairwise

from contract_platform.analysis.compact import Compact
from contract_platform.analysis.model import Block, Clause, Context, DocumentText, Facts
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.sides import sided

FURNITURE = frozenset({"toc", "header", "footer"})
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_STATEMENT = re.compile(r"[^。；！？\n]+[。；！？]?")
_PIECE = re.compile(r"(?:[^，。；！？\n]|(?<=\d)，(?=\d{3}))+")  # a comma in a figure parts nothing
_LABEL_CELL = re.compile(r"(?:^|(?<=[\t\n]))([^\t\n：:\d]{2,14})\t([^\t\n]+)")

_HAN, _LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]")
LEAST_CHINESE = 0.1  # Chinese characters for each Latin letter

Pattern = re.Pattern[str]


class Case:
    """One contract under examination. Nothing here changes it."""

    def __init__(
        self,
        document: DocumentText,
        clauses: tuple[Clause, ...],
        facts: Facts,
        rule_class: str,
        context: Context,
        parameters: Mapping[str, float],
        region: tuple[int, int] | None = None,
    ) -> None:
        """Take what analysis found; ``parameters`` are keyed ``rule.parameter`` with every default filled in.

        ``region`` are the document offsets of the contract where it stands inside a larger file.
        """
        self.document = document
        self.clauses = clauses
        self.facts = facts
        self.rule_class = rule_class
        self.context = context
        self.parameters = parameters
        first, last = region or (0, len(document.text) + 1)
        self.blocks = tuple(block for block in document.blocks if first <= block.start < max(last, 1))

    @cached_property
    def is_chinese(self) -> bool:
        """Whether enough of the text is Chinese for rules that read Chinese; a text without letters is."""
        letters = len(_LATIN.findall(self.text))
        chinese = len(_HAN.findall(self.text))
        return chinese >= LEAST_CHINESE * letters

    @property
    def law_date(self) -> date:
        """The date that chooses the version of the law: signing, else today."""
        signed = self.facts.signed.value if self.facts.signed else None
        return signed or self.context.today

    def is_class(self, *codes: str) -> bool:
        """Whether the contract carries one of these rule classes (a contract may carry two, joined by +)."""
        return any(code in codes for code in self.rule_class.split("+"))

    @cached_property
    def _compact(self) -> Compact:
        kept = {block.id for block in self.blocks if block.part not in FURNITURE}
        return Compact("\n".join(_printed(block, shown=block.id in kept) for block in self.document.blocks))

    @property
    def text(self) -> str:
        """The compact text."""
        return self._compact.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Document offsets of the compact range ``[start, end)``."""
        return self._compact.span(start, end)

    def at(self, offset: int) -> int:
        """Document offset of a compact offset."""
        return self._compact.at(offset)

    @cached_property
    def _sided(self) -> Passage:
        """The compact text with 甲方 for the government side, whatever the contract calls it."""
        return sided(self.text, self.facts.parties)

    @cached_property
    def sentences(self) -> tuple[Passage, ...]:
        """Sentences; they end at 。！？ or a line break, not at ；."""
        return tuple(Passage(text=m[0], at=m.start()) for m in _SENTENCE.finditer(self.text) if m[0].strip())

    @cached_property
    def articles(self) -> tuple[Passage, ...]:
        """Top-level articles with everything under them; without a clause tree the whole text is one article."""
        cuts = [0, *self._opened, len(self.text)]
        return tuple(Passage(text=self.text[a:b], at=a) for a, b in pairwise(cuts) if self.text[a:b].strip())

    @cached_property
    def _opened(self) -> list[int]:
        """Compact offsets where chapters and top-level articles begin."""
        starts = sorted({clause.start for clause in self.clauses if clause.level <= 1})
        return [place for start in starts if (place := self._compact.place(start))]

    @cached_property
    def _tops(self) -> list[Clause]:
        return sorted((clause for clause in self.clauses if clause.level == 1), key=lambda clause: clause.start)

    def top_at(self, offset: int) -> Clause | None:
        """The top-level article around a document offset; None outside the articles."""
        place = bisect_right(self._tops, offset, key=lambda clause: clause.start) - 1
        inside = place >= 0 and offset < self._tops[place].end
        return self._tops[place] if inside else None

    @cached_property
    def body(self) -> tuple[int, int]:
        """Document offsets between which the clauses of the contract and its annexes stand; empty without clauses."""
        return min((c.start for c in self.clauses), default=0), max((c.end for c in self.clauses), default=0)

    def between(self, start: int, end: int) -> Passage:
        """The compact text between two document offsets."""
        first, last = self._compact.place(start), self._compact.place(end)
        return Passage(text=self.text[first:last], at=first)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds a document offset."""
        blocks = self.document.blocks
        place = bisect_right(blocks, offset, key=lambda block: block.start) - 1
        return blocks[place] if place >= 0 and offset < blocks[place].end else None

    @cached_property
    def by_id(self) -> dict[str, Clause]:
        """The clauses by their ids."""
        return {clause.id: clause for clause in self.clauses}

    def clause_at(self, offset: int) -> Clause | None:
        """The innermost clause around a document offset: the last that begins before it, or one that holds it."""
        place = bisect_right(self.clauses, offset, key=lambda clause: clause.start) - 1
        clause = self.clauses[place] if place >= 0 else None
        while clause is not None and offset >= clause.end:
            clause = self.by_id.get(clause.parent or "")
        return clause

    @cached_property
    def statements(self) -> tuple[Passage, ...]:
        """Parts of sentences, which end at ；, too; 甲方 is the government side in them."""
        whole = self._sided
        return tuple(whole.part(*m.span()) for m in _STATEMENT.finditer(whole.text) if m[0].strip())

    def search(self, pattern: Pattern, unless: Pattern | None = None) -> Iterator[tuple[Passage, re.Match[str]]]:
        """First match of ``pattern`` in every statement that does not also match ``unless``."""
        for statement in self.statements:
            match = pattern.search(statement.text)
            if match and not (unless and unless.search(statement.text)):
                yield statement, match


def pieces(passage: Passage) -> Iterator[Passage]:
    """What stands between commas, semicolons and stops."""
    for match in _PIECE.finditer(passage.text):
        yield passage.part(match.start(), match.end())


def _printed(block: Block, *, shown: bool) -> str:
    """The block's text with cells parted, or as much space; as long as the text itself."""
    if not shown:
        return " " * len(block.text)
    if block.kind != "table":
        return block.text
    return _LABEL_CELL.sub(r"\1：\2", block.text).replace("\t", "；")
