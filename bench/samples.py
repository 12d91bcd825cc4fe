"""The documents the ingest benches read, written anew each time: a docx with numbering and a table, a PDF with text."""

from pathlib import Path

from bench.prose import clauses
from tests.unit.documents.docx_writer import add_list, item, level, new, save
from tests.unit.documents.pdf_writer import pdf

LINE = 42  # characters between the margins
LINES = 38  # on a page
ROWS = 30


def write_docx(folder: Path, number: int) -> Path:
    """A Word file of ``number`` clauses; 30 are about 20 pages."""
    document = new()
    numbers = add_list(document, [level(0, "chineseCountingThousand", "第%1条")], 1)
    for heading, paragraphs in clauses(number):
        item(document, heading, numbers)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
    table = document.add_table(rows=ROWS, cols=4)
    for index, row in enumerate(table.rows):
        for cell, text in zip(row.cells, (f"{index + 1}", "保洁用品", "箱", f"{index * 120 + 80}.00"), strict=True):
            cell.text = text
    return save(document, folder, "bench.docx")


def write_pdf(folder: Path, number: int, *, name: str = "bench.pdf", most: int | None = None) -> Path:
    """A PDF of the same clauses, set in lines and at most so many pages; the font is named, not embedded."""
    lines = [
        text[at : at + LINE]
        for heading, paragraphs in clauses(number)
        for text in (heading, *paragraphs)
        for at in range(0, len(text), LINE)
    ]
    path = folder / name
    path.write_bytes(pdf([lines[at : at + LINES] for at in range(0, len(lines), LINES)][:most]))
    return path
