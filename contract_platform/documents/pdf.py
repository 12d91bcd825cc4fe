"""Reader of PDF with a text layer: text from pdfium, furniture removed, lines joined to paragraphs.

pdfplumber, some forty times slower, is asked only for pages whose lines look like a table.
"""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from contract_platform.analysis.model import DocumentText, Unreadable
from contract_platform.documents.assemble import Draft, assemble
from contract_platform.documents.garbled import is_garbled
from contract_platform.documents.pdf_lines import EDGE, Line, lines_of, paragraphs, without_furniture

MOST_PAGES = 1_000
LARGEST = 200 * 2**20  # bytes
FEWEST_CHARACTERS = 15  # per page on average: below, the text layer is stamps and page numbers
_PASSWORD = "password"  # noqa: S105 - the word in pdfium's message


def read_pdf(path: Path) -> DocumentText:
    """The document; ``Unreadable`` encrypted, damaged, too_large, scan_without_text_layer or text_not_extractable."""
    if path.stat().st_size > LARGEST:
        raise Unreadable("too_large")
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("encrypted" if _PASSWORD in str(error).lower() else "damaged") from error
    try:
        if not len(document):
            raise Unreadable("damaged")
        if len(document) > MOST_PAGES:
            raise Unreadable("too_large")
        pages = [lines_of(text, number) for number, text in enumerate(_texts(document), start=1)]
    finally:
        document.close()
    _check(pages)
    empty = [str(number) for number, lines in enumerate(pages, start=1) if not lines]
    notes = [f"pages_without_text:{','.join(empty)}"] if empty else []
    return assemble("pdf", list(_drafts(pages)), page_count=len(pages), notes=notes, edges=_edges(pages))


def _texts(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """Text of every page; each page is closed before the next is opened, or memory grows with the document."""
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError as error:
            raise Unreadable("damaged") from error
        text = page.get_textpage()
        yield text.get_text_bounded()
        text.close()
        page.close()


def _check(pages: list[list[Line]]) -> None:
    characters = sum(not char.isspace() for lines in pages for line in lines for char in line.text)
    if characters < FEWEST_CHARACTERS * len(pages):
        raise Unreadable("scan_without_text_layer")
    if is_garbled(line.text for lines in pages for line in lines):
        raise Unreadable("text_not_extractable")


def _edges(pages: list[list[Line]]) -> Iterator[str]:
    """The first and last lines of every page, where running headers and page stamps stand."""
    for lines in pages:
        yield from dict.fromkeys(line.text for line in (*lines[:EDGE], *lines[-EDGE:]))


def _drafts(pages: list[list[Line]]) -> Iterator[Draft]:
    for paragraph in paragraphs(without_furniture(pages)):
        yield Draft(text=paragraph.text, page=paragraph.page)
