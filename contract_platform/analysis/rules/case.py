"""The contract as rules see it: text without white space, sentences, articles, and the way back to the offsets.

Rules match on a compact text (white space dropped, full-width letters, digits and signs made half-width, Chinese
punctuation kept, runs of underscores shortened to one) and report spans of the document's own text.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from contract_platform.analysis.model import Block, Clause, Context, DocumentText, Facts, Record

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}
_WIDTH |= {0xFF05: "%", 0xFFE5: "¥", 0xFF0E: ".", 0xFF3F: "_", 0xFF0B: "+", 0xFF1D: "=", 0xFF0D: "-", 0x2610: "□"}
_WIDTH |= {ord("("): "（", ord(")"): "）", ord(";"): "；", 0xFF1A: "：", 0xFF1B: "；", 0xFF1F: "？", ord(":"): "：", ord("?"): "？"}
_FURNITURE = frozenset({"toc", "header", "footer"})
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")

Pattern = re.Pattern[str]


class Passage(Record):
    """A stretch of the compact text; ``at`` is its offset there."""

    text: str
    at: int


class Case:
    """One contract under examination. Nothing here changes it."""

    def __init__(  # noqa: PLR0913 - the five inputs of analysis and the merged parameters
        self,
        document: DocumentText,
        clauses: tuple[Clause, ...],
        facts: Facts,
        rule_class: str,
        context: Context,
        parameters: Mapping[str, float],
    ) -> None:
        """Take what analysis found; ``parameters`` are keyed ``rule.parameter`` with every default filled in."""
        self.document = document
        self.clauses = clauses
        self.facts = facts
        self.rule_class = rule_class
        self.context = context
        self.parameters = parameters

    @property
    def law_date(self) -> date:
        """The date that chooses the version of the law: signing, else today."""
        signed = self.facts.signed.value if self.facts.signed else None
        return signed or self.context.today

    def is_class(self, *codes: str) -> bool:
        """Whether the contract carries one of these rule classes (a contract may carry two, joined by +)."""
        return any(code in codes for code in self.rule_class.split("+"))

    @cached_property
    def _compact(self) -> tuple[str, list[int]]:
        """Compact text and, for each of its characters, the offset in the document."""
        chars: list[str] = []
        origin: list[int] = []
        for offset, char in self._printed():
            if char.isspace() and char != "\n":
                continue
            if char == "_" and chars and chars[-1] == "_":
                continue
            chars.append(char)
            origin.append(offset)
        return "".join(chars), origin

    def _printed(self) -> Iterator[tuple[int, str]]:
        """Characters of the blocks that belong to the contract, each block closed by a line break."""
        text = self.document.text.translate(_WIDTH)
        for block in self.document.blocks:
            if block.part not in _FURNITURE:
                yield from zip(range(block.start, block.end), text[block.start : block.end], strict=True)
                yield block.end, "\n"

    @property
    def text(self) -> str:
        """The compact text."""
        return self._compact[0]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Document offsets of the compact range ``[start, end)``."""
        origin = self._compact[1]
        return origin[start], origin[end - 1] + 1

    @cached_property
    def sentences(self) -> tuple[Passage, ...]:
        """Sentences; they end at 。！？ or a line break, not at ；."""
        return tuple(Passage(text=m[0], at=m.start()) for m in _SENTENCE.finditer(self.text) if m[0].strip())

    @cached_property
    def articles(self) -> tuple[Passage, ...]:
        """Top-level articles with everything under them; without a clause tree the whole text is one article."""
        cuts = [0, *self._article_starts, len(self.text)]
        return tuple(
            Passage(text=self.text[a:b], at=a) for a, b in zip(cuts, cuts[1:], strict=False) if self.text[a:b].strip()
        )

    @cached_property
    def _article_starts(self) -> list[int]:
        """Compact offsets where a chapter or a top-level article begins."""
        starts = sorted({clause.start for clause in self.clauses if clause.level <= 1})
        origin = self._compact[1]
        result: list[int] = []
        position = 0
        for start in starts:
            while position < len(origin) and origin[position] < start:
                position += 1
            if 0 < position < len(origin):
                result.append(position)
        return result

    def block_at(self, offset: int) -> Block | None:
        """The block that holds a document offset."""
        return next((block for block in self.document.blocks if block.start <= offset < block.end), None)

    def clause_at(self, offset: int) -> Clause | None:
        """The innermost clause around a document offset."""
        inner = None
        for clause in self.clauses:
            if clause.start <= offset < clause.end and (inner is None or clause.level >= inner.level):
                inner = clause
        return inner

    def categories_at(self, offset: int) -> frozenset[str]:
        """Categories of the clauses around a document offset, innermost and outer ones together."""
        around = (clause for clause in self.clauses if clause.start <= offset < clause.end)
        return frozenset(category for clause in around for category in (clause.category, *clause.categories) if category)

    def search(self, pattern: Pattern, unless: Pattern | None = None) -> Iterator[tuple[Passage, re.Match[str]]]:
        """First match of ``pattern`` in every sentence that does not also match ``unless``."""
        for sentence in self.sentences:
            match = pattern.search(sentence.text)
            if match and not (unless and unless.search(sentence.text)):
                yield sentence, match
