"""Reading documents: the registry beside bare lxml and bare pdfium."""

import zipfile
from functools import partial
from pathlib import Path

import pypdfium2
from lxml import etree

from bench.pairs import Bench, expect_equal
from bench.samples import write_docx, write_pdf
from contract_platform.documents.registry import read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def benches(folder: Path, clauses: int) -> list[Bench]:
    """One bench per format, on documents of this many clauses."""
    docx, pdf = write_docx(folder, clauses), write_pdf(folder, clauses)
    return [
        Bench(
            name="ingest_docx",
            bare_is="lxml: text of word/document.xml",
            equal="canonical text, character by character",
            ours=partial(read, docx),
            bare=partial(bare_docx, docx),
            same=lambda: expect_equal("docx text", read(docx).text, bare_docx(docx)),
            repeats=10,
        ),
        Bench(
            name="ingest_pdf",
            bare_is="pypdfium2: text of every page",
            equal="all characters but white space",
            ours=partial(read, pdf),
            bare=partial(bare_pdf, pdf),
            same=lambda: expect_equal("pdf text", packed(read(pdf).text), packed(bare_pdf(pdf))),
            repeats=3,
        ),
    ]


def bare_docx(path: Path) -> str:
    """The text of a Word file without any thought: paragraphs and table rows of the body."""
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    blocks = []
    for block in body:
        if block.tag == W + "tbl":
            rows = (row.iterfind(W + "tc") for row in block.iterfind(W + "tr"))
            blocks.append("\n".join("\t".join(written(cell) for cell in row) for row in rows))
        elif text := written(block):
            blocks.append(text)
    return "\n".join(blocks)


def written(element: etree._Element) -> str:
    """All text below an element."""
    return "".join(node.text or "" for node in element.iter(W + "t"))


def bare_pdf(path: Path) -> str:
    """The text of a PDF page by page."""
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page_text(document, index) for index in range(len(document)))
    finally:
        document.close()


def page_text(document: pypdfium2.PdfDocument, index: int) -> str:
    """The text of one page; what was opened is closed, as ours does."""
    page = document[index]
    text = page.get_textpage()
    found: str = text.get_text_bounded()
    text.close()
    page.close()
    return found


def packed(text: str) -> str:
    """The text without white space: lines are joined to paragraphs on one side only."""
    return "".join(text.split())
