"""Small good files of every kind, rich in what their readers look at."""

from pathlib import Path

from docx.document import Document
from openpyxl import Workbook

from tests.unit.documents.doc_writer import IN_TABLE, LIST, ROW_ENDS, write_doc
from tests.unit.documents.docx_writer import add_list, level, new
from tests.unit.documents.ofd_writer import content, page, text_object, write_ofd
from tests.unit.documents.pdf_writer import pdf

LINES = [
    "云溪县设备采购合同",
    "甲方：云溪县水务局",
    "第一条 标的",
    "乙方供应水泵二台，价款100,000元。",
    "第二条 违约责任",
]


def docx(path: Path) -> Path:
    """Lists, a table, a heading."""
    document: Document = new()
    add_list(document, [level(0, "chineseCounting", "第%1条"), level(1, "decimal", "%1.%2")], 1)
    document.add_heading(LINES[0], 0)
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "名称", "水泵"
    document.save(str(path))
    return path


def doc(path: Path) -> Path:
    """Paragraphs, a list, a table."""
    row = [("名称\x07", IN_TABLE), ("水泵\x07", IN_TABLE), ("\x07", IN_TABLE + ROW_ENDS)]
    write_doc(path, [*(f"{line}\r" for line in LINES), ("标的\r", LIST), *row])
    return path


def ofd(path: Path) -> Path:
    """Two pages, a template, a matrix."""
    under = content(text_object("云溪县政府合同文本", y=10, ctm="1 0 0 1 0 0"))
    first = content(text_object(LINES[0]), before='<ofd:Template TemplateID="0"/>')
    write_ofd(path, [first, page(LINES)], templates=[under])
    return path


def pdf_file(path: Path) -> Path:
    """Two pages of text."""
    path.write_bytes(pdf([LINES, LINES[2:]]))
    return path


def txt(path: Path) -> Path:
    """Lines and a drawn table."""
    path.write_text("\n".join([*LINES, "┌──┬──┐", "│名称│数量│", "└──┴──┘", "甲 | 乙 | 丙 | 丁"]), encoding="utf-8")
    return path


def xlsx(path: Path) -> Path:
    """Two sheets of texts, numbers and dates."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["合同名称", "金额"], ["水泵采购", 100000.5], ["=1+1", True]):
        sheet.append(row)
    book.create_sheet("另一张").append(["甲"])
    book.save(path)
    return path


SAMPLES = {"docx": docx, "doc": doc, "ofd": ofd, "pdf": pdf_file, "txt": txt, "xlsx": xlsx}
