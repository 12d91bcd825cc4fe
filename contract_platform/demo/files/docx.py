"""Word files whose article numbers are counted by Word itself, as those of real drafts are."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from contract_platform.demo.markup import Line

BODY, TITLE, COLUMN = Pt(12), Pt(18), Pt(230)
LIST = "90"  # ids of the list and its abstract list, clear of those in the empty document
_W = nsdecls("w")
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="space"/>'
    f'<w:lvlText w:val="{text}"/></w:lvl>'
    for index, text in enumerate(("第%1条", "（%2）"))
)


def docx(lines: Sequence[Line]) -> bytes:
    """The contract as a Word file."""
    document = Document()
    _prepare(document)
    for line in lines:
        _WRITE[line.kind](document, line)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _prepare(document: WordDocument) -> None:
    normal: Any = document.styles["Normal"]
    normal.font.size = BODY
    normal.font.name = "Times New Roman"
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    document.core_properties.author = "望澜区"
    root = document.part.numbering_part.element
    numbers = parse_xml(f'<w:abstractNum {_W} w:abstractNumId="{LIST}">{_LEVELS}</w:abstractNum>')
    root.find(qn("w:num")).addprevious(numbers)
    root.append(parse_xml(f'<w:num {_W} w:numId="{LIST}"><w:abstractNumId w:val="{LIST}"/></w:num>'))


def _title(document: WordDocument, line: Line) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(line.text)
    run.bold, run.font.size = True, TITLE


def _note(document: WordDocument, line: Line) -> None:
    document.add_paragraph(line.text).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _text(document: WordDocument, line: Line) -> None:
    document.add_paragraph(line.text).paragraph_format.first_line_indent = BODY * 2


def _article(document: WordDocument, line: Line) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(line.text).bold = True
    paragraph.paragraph_format.keep_with_next = True
    _count(paragraph, 0)


def _item(document: WordDocument, line: Line) -> None:
    paragraph = document.add_paragraph(line.text)
    paragraph.paragraph_format.left_indent = BODY * 2
    _count(paragraph, 1)


def _count(paragraph: Any, level: int) -> None:  # noqa: ANN401 - a paragraph's element has no public type
    number = parse_xml(f'<w:numPr {_W}><w:ilvl w:val="{level}"/><w:numId w:val="{LIST}"/></w:numPr>')
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001 - python-docx has no words for lists
        number, "w:suppressLineNumbers", "w:pBdr", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _table(document: WordDocument, line: Line) -> None:
    table = document.add_table(rows=0, cols=len(line.rows[0]), style="Table Grid")
    for row in line.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


def _signature(document: WordDocument, line: Line) -> None:
    for row in line.rows:
        document.add_paragraph("\t".join(row)).paragraph_format.tab_stops.add_tab_stop(COLUMN)


def _annex(document: WordDocument, line: Line) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(line.text).bold = True
    paragraph.paragraph_format.page_break_before = True


_WRITE: dict[str, Callable[[WordDocument, Line], None]] = {
    "title": _title,
    "note": _note,
    "text": _text,
    "article": _article,
    "item": _item,
    "table": _table,
    "signature": _signature,
    "annex": _annex,
}
