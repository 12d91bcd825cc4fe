"""The small markup of the sample contracts, and the lines it stands for.

``# `` title, ``> `` a line at the right margin, ``## `` an article, ``- `` an item of an article, ``| … |`` a row of a
table, ``= … || … `` two columns of the signatures, ``@ `` an annex on a page of its own; anything else is a paragraph.
Articles and items carry no numbers here: Word counts them, the other forms write ``label``.
"""

from collections.abc import Iterator
from itertools import groupby
from string import Template

from contract_platform.documents.number_formats import chinese
from contract_platform.domain.records import Record

KINDS = {"# ": "title", "> ": "note", "## ": "article", "- ": "item", "| ": "table", "= ": "signature", "@ ": "annex"}

BETWEEN_CELLS = {"table": "|", "signature": "||"}


class Line(Record, frozen=True, kw_only=True):
    """A line of a contract; a table and the two columns of the signatures have ``rows`` of cells instead of a text."""

    kind: str
    text: str = ""
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def parse(template: str, values: dict[str, str]) -> tuple[Line, ...]:
    """The lines of a filled template; a placeholder without a value is a ``KeyError``, an empty line is none."""
    filled = Template(template).substitute(values).splitlines()
    return tuple(_numbered(_joined(_line(text) for text in filled if text.strip())))


def _line(text: str) -> Line:
    mark = next((mark for mark in KINDS if text.startswith(mark)), "")
    kind, rest = KINDS.get(mark, "text"), text[len(mark) :].strip()
    if kind in BETWEEN_CELLS:
        cells = rest.removesuffix("|").split(BETWEEN_CELLS[kind])
        return Line(kind=kind, rows=(tuple(cell.strip() for cell in cells),))
    return Line(kind=kind, text=rest)


def _joined(lines: Iterator[Line]) -> Iterator[Line]:
    """Rows that follow each other are one line of the contract."""
    for in_rows, group in groupby(lines, key=lambda line: line.kind if line.rows else ""):
        if in_rows:
            yield Line(kind=in_rows, rows=tuple(row for line in group for row in line.rows))
        else:
            yield from group


def _numbered(lines: Iterator[Line]) -> Iterator[Line]:
    """Articles count through the contract, items through their article."""
    articles = items = 0
    for line in lines:
        if line.kind == "article":
            articles, items = articles + 1, 0
            yield Line(kind=line.kind, text=line.text, label=f"第{chinese(articles)}条")
        elif line.kind == "item":
            items += 1
            yield Line(kind=line.kind, text=line.text, label=f"（{chinese(items)}）")
        else:
            yield line
