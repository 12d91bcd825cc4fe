"""Reader of Word 97-2003 and WPS documents: the text of the binary format ([MS-DOC]), without a converter.

What is read: paragraphs, tables, line breaks, field results. Automatic numbers are not stored as text in this format
and are not read; a note says so where there are any.
"""

from collections.abc import Iterator
from pathlib import Path

import olefile

from contract_platform.analysis.model import DocumentText, Unreadable
from contract_platform.documents.assemble import Draft, assemble, table_text
from contract_platform.documents.doc_file import Paragraph, Stream, paragraphs_of
from contract_platform.documents.text import paragraphs as drawn

LARGEST = 50 * 2**20  # bytes
FIELD_BEGINS, FIELD_RESULT, FIELD_ENDS = "\x13", "\x14", "\x15"
_SPECIAL = {ord(char): None for char in "\x01\x02\x05\x08\x1f"} | {0x0B: "\n", 0x1E: "-", 0xA0: " ", 0x0C: None}


def read_doc(path: Path) -> DocumentText:
    """The document; ``Unreadable`` encrypted, damaged, too_large or empty."""
    if path.stat().st_size > LARGEST:
        raise Unreadable("too_large")
    try:
        with olefile.OleFileIO(str(path)) as package:
            paragraphs = list(paragraphs_of(_streams(package)))
    except (OSError, ValueError, IndexError) as error:
        raise Unreadable("damaged") from error
    notes = ["automatic_numbers_not_read"] if any(one.numbered for one in paragraphs) else []
    document = assemble("doc", list(_drafts(paragraphs)), notes=notes)
    if not document.text.strip():
        raise Unreadable("empty")
    return document


def _streams(package: "olefile.OleFileIO[str]") -> dict[str, Stream]:
    names = [name for name in ("WordDocument", "0Table", "1Table") if package.exists(name)]
    return {name: Stream(package.openstream(name).read()) for name in names}


def _drafts(paragraphs: list[Paragraph]) -> Iterator[Draft]:
    """Paragraphs as they are; rows that follow each other are one table."""
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    cell: list[str] = []
    for paragraph in paragraphs:
        text = plain(paragraph.text)
        if paragraph.row_ends:
            rows.append(tuple(cells))
            cells, cell = [], []
        elif paragraph.in_table:
            cell.append(text)
            if paragraph.cell_ends:
                cells, cell = [*cells, "".join(cell).replace("\n", "").replace("\t", " ")], []
        else:
            yield from _table(rows)
            rows = []
            yield from drawn(text.split("\n"))
    yield from _table(rows)


def _table(rows: list[tuple[str, ...]]) -> Iterator[Draft]:
    if rows:
        yield Draft(kind="table", text=table_text(rows), rows=tuple(rows))


def plain(text: str) -> str:
    """The text as printed: of a field its result, no marks of pictures and notes."""
    shown, hidden = list[str](), 0
    fields = list[bool]()  # of every open field, whether its instruction is over
    for char in text:
        if char == FIELD_BEGINS:
            fields.append(False)
            hidden += 1
        elif char == FIELD_RESULT and fields and not fields[-1]:
            fields[-1] = True
            hidden -= 1
        elif char == FIELD_ENDS and fields:
            hidden -= not fields.pop()
        elif not hidden and char not in {FIELD_BEGINS, FIELD_RESULT, FIELD_ENDS}:
            shown.append(char)
    return "".join(shown).translate(_SPECIAL)
