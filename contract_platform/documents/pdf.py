"""Reader of PDF: text from pdfium where there is a text layer, recognised pages where there is none of use."""

from pathlib import Path
from typing import Any, Final, NamedTuple

import pypdfium2

from contract_platform.analysis.model import DocumentText, Unreadable
from contract_platform.analysis.pages import TENTHS, Page
from contract_platform.documents.garbled import is_garbled, is_too_little
from contract_platform.documents.pdf_lines import Line, line_of
from contract_platform.documents.pdf_places import printed_lines, sheet_of
from contract_platform.documents.scan.layout import lines_of_page
from contract_platform.documents.scan.reader import NOT_SCANNED, Scanned, assembled, page_of
from contract_platform.documents.scan.records import PagesWanted

MOST_PAGES = 1_000
LARGEST = 200 * 2**20  # bytes
PICTURED: Final = 0.3  # share of a page from which an image is what is to be read
OUTLINES: Final = 20  # drawn paths from which a page without any text is text turned into outlines
_PASSWORD = "password"  # noqa: S105 - the word in pdfium's message


class Sheet(NamedTuple):
    """A page with its own text, and whether it has to be recognised instead."""

    page: Page
    lines: list[Line]
    is_picture: bool


def read_pdf(path: Path, scanned: Scanned = NOT_SCANNED) -> DocumentText:
    """The document; ``PagesWanted`` until its pictures are recognised, ``Unreadable`` encrypted, damaged, too_large."""
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
        sheets = [_sheet(document, number) for number in range(1, len(document) + 1)]
    finally:
        document.close()
    wanted = tuple(sheet.page.number for sheet in sheets if sheet.is_picture and sheet.page.number not in scanned)
    if wanted:
        raise PagesWanted(wanted, len(sheets))
    read = [_recognised(sheet, scanned) if sheet.is_picture else sheet for sheet in sheets]
    found = assembled("pdf", [sheet.lines for sheet in read], [sheet.page for sheet in read])
    if not found.text.strip() and found.unread:
        raise Unreadable(found.unread[0].code)
    return found


def _recognised(sheet: Sheet, scanned: Scanned) -> Sheet:
    page = scanned[sheet.page.number]
    return Sheet(page_of(page), lines_of_page(page), is_picture=True)


def _sheet(document: pypdfium2.PdfDocument, number: int) -> Sheet:
    """A page is closed before the next is opened, or memory grows with the document."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise Unreadable("damaged") from error
    try:
        textpage = page.get_textpage()
        text = textpage.get_text_range()
        picture = _is_picture(text, page)
        printed = [] if picture else printed_lines(text, number, textpage, sheet_of(page))
        textpage.close()
        width, height = page.get_size()
    finally:
        page.close()
    info = Page(
        number=number, width=round(width * TENTHS), height=round(height * TENTHS), source="text" if printed else "blank"
    )
    lines = [line for one in printed if (line := line_of(one))]
    return Sheet(info, lines, picture)


def _is_picture(text: str, page: Any) -> bool:  # noqa: ANN401 - pypdfium2 ships no types
    """Whether what the page shows is not in its text layer."""
    if not is_too_little(text):
        return is_garbled([text])
    width, height = page.get_size()
    paths = 0
    for item in page.get_objects(max_depth=3):
        if item.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            if (right - left) * (top - bottom) >= PICTURED * width * height:
                return True
        paths += item.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH
    return paths >= OUTLINES and not text.strip()
