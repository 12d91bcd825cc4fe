"""Documents a walk produced, fetched as the person who sees them would and opened outside the platform."""

import re
from io import BytesIO

import pypdfium2
from docx import Document
from docx.document import Document as Docx
from playwright.sync_api import Page, expect


def squeezed(text: str) -> str:
    """Without blanks and line ends, which differ between Word and PDF."""
    return re.sub(r"\s+", "", text)


def paper(page: Page, path: str, form: str, *, no: int = 0, title: str = "") -> str:
    """The text of an issued document from its Word file, its numbers and sums also in the PDF; ``no`` of several.

    ``title``: what stands above it, where that is more than the name of the form.
    """
    page.goto(f"{path}?tab=papers")
    row = page.get_by_role("region", name="已出具的文书").get_by_role("row").filter(has_text=form)
    if no:
        row = row.filter(has_text=f"第{no}份")
    expect(row).to_have_count(1)
    word = squeezed(text_of_docx(content(page, row.get_by_role("link", name="下载 Word").get_attribute("href"))))
    sheets = squeezed(text_of_pdf(content(page, row.get_by_role("link", name="打印（PDF）").get_attribute("href"))))
    assert (title or form) in word
    assert (title or form) in sheets
    missing = [one for one in re.findall(r"〔\d{4}〕\d+号|[\d,]+\.\d\d元", word) if one not in sheets]
    assert not missing, missing
    return word


def content(page: Page, address: str | None) -> bytes:
    """What a link gives in the session of the page."""
    assert address
    answer = page.request.get(address)
    assert answer.ok, (answer.status, address)
    return answer.body()


def text_of_docx(file: bytes) -> str:
    """Paragraphs, cells, heads and feet of a Word file."""
    document: Docx = Document(BytesIO(file))
    parts = [paragraph.text for paragraph in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(parts)


def text_of_pdf(file: bytes) -> str:
    """All pages of a PDF, A4 each."""
    with pypdfium2.PdfDocument(file) as document:
        texts = []
        for sheet in document:
            assert sorted(round(side) for side in sheet.get_size()) == [595, 842]
            texts.append(sheet.get_textpage().get_text_bounded())
    return "\n".join(texts)
