"""What stands where on the pages of a PDF, read back with pdfium."""

import ctypes
import re
from io import BytesIO

import msgspec
import pypdfium2
from docx import Document
from pypdfium2 import raw


class Glyph(msgspec.Struct, frozen=True):
    """A sign and its box, in points from the page's top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float


def pages_of(pdf):
    """Per page the signs in the order of the file."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [glyphs_of(document[number]) for number in range(len(document))]
    finally:
        document.close()


def glyphs_of(page):
    height, text = page.get_height(), page.get_textpage()
    found = []
    for at in range(text.count_chars()):
        sign = text.get_text_range(at, 1)
        if sign.strip():
            left, bottom, right, top = text.get_charbox(at, loose=True)
            found.append(Glyph(sign, left, height - top, right, height - bottom, height - base_of(text, at)))
    return found


def base_of(text, at):
    """The base line of a sign, from the page's foot."""
    x, y = ctypes.c_double(), ctypes.c_double()
    assert raw.FPDFText_GetCharOrigin(text, at, x, y)
    return y.value


def text_of_pdf(pdf):
    """All signs in order, without spaces and line ends."""
    return "".join(glyph.text for page in pages_of(pdf) for glyph in page)


def lines_of(page):
    """The signs of a page by base line, from the top."""
    rows: dict[int, list[Glyph]] = {}
    for glyph in page:
        rows.setdefault(round(glyph.base), []).append(glyph)
    return ["".join(glyph.text for glyph in rows[at]) for at in sorted(rows)]


def texts_of_docx(data):
    """The texts of paragraphs and cells in their order, without spaces; merged cells once."""
    found = []
    for block in Document(BytesIO(data)).iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                seen = []
                for cell in row.cells:
                    if cell._tc not in seen:
                        seen.append(cell._tc)
                        found.append(squeezed(cell.text))
        else:
            found.append(squeezed(block.text))
    return [text for text in found if text]


def squeezed(text):
    return re.sub(r"\s", "", text)
