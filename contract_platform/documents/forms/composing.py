"""Blocks become a Word file in the layout of official documents."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from contract_platform.application import form_ports as f
from contract_platform.documents.forms import measures as m
from contract_platform.documents.forms.packing import packed
from contract_platform.documents.forms.writing import (
    ALIGNMENTS,
    append,
    both_sides,
    element,
    in_order,
    indented,
    off_grid,
    page_number,
    set_font,
    spaced,
    underlined,
)

HEADINGS: Final = {1: m.HEI, 2: m.KAI, 3: m.FANG, 4: m.FANG}
CELL_SIZE: Final = m.SIZE["小四"]
CELL_PITCH: Final = 19.0


def composed(composition: f.Composition, at: datetime) -> bytes:
    """The file of a composition."""
    document = docx.Document()
    set_up(document, landscape=composition.landscape)
    for block, following in zip(composition.blocks, (*composition.blocks[1:], None), strict=True):
        WRITING[type(block)](document, block)
        if isinstance(block, f.Text) and isinstance(following, f.Signature):
            document.paragraphs[-1].paragraph_format.keep_with_next = True  # no page bears a signature alone
    closed(document)
    in_order(document)
    return packed(document, composition.title, at)


def set_up(document: Document, *, landscape: bool) -> None:
    """Page, grid, standard text and page numbers."""
    section = document.sections[0]
    width, height = m.A4
    top, right, bottom, left = m.TOP, m.RIGHT, m.BOTTOM, m.LEFT
    if landscape:  # the page turned: its binding edge is at the top
        width, height = height, width
        top, right, bottom, left = left, top, right, bottom
        section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.top_margin, section.right_margin = Pt(top), Pt(right)
    section.bottom_margin, section.left_margin = Pt(bottom), Pt(left)
    section.header_distance, section.footer_distance = Pt(15 * m.MM), Pt(bottom - 7 * m.MM - m.SIZE["四号"])
    put_grid(section)
    normal = document.styles["Normal"]
    normal.font.size = Pt(m.SIZE["三号"])
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), m.FANG)
    normal.paragraph_format.space_after = Pt(0)
    number_pages(document, section)


def put_grid(section: Section) -> None:
    """22 lines of 28 characters."""
    properties = section._sectPr  # noqa: SLF001 - no public name
    for grid in properties.findall(qn("w:docGrid")):
        properties.remove(grid)
    pitch = round(m.PITCH * m.TWIPS)
    append(properties, element("docGrid", {"type": "linesAndChars", "linePitch": pitch, "charSpace": m.GRID}))


def number_pages(document: Document, section: Section) -> None:
    """4号 figures between dashes, one character in from the outer edge."""
    both_sides(document)
    for footer, align, side in ((section.footer, "right", "right"), (section.even_page_footer, "left", "left")):
        footer.is_linked_to_previous = False
        paragraph = spaced(footer.paragraphs[0], exactly=None)
        paragraph.alignment = ALIGNMENTS[align]
        indented(paragraph, 1, m.SIZE["四号"], side)
        page_number(paragraph, m.SONG, m.SIZE["四号"])


def closed(document: Document) -> None:
    """Word wants a paragraph after a last table; it is made so small that it opens no page."""
    body = document.element.body
    last = body[-2] if len(body) > 1 else None
    if last is not None and last.tag == qn("w:tbl"):
        end = spaced(document.add_paragraph(), exactly=1.0)
        off_grid(end)
        set_font(end.add_run(), m.FANG, 1.0)


def write(paragraph: Paragraph, text: str, name: str, size: float, color: str | None = None) -> Paragraph:
    """Text in one font; a line feed breaks the line."""
    set_font(paragraph.add_run(text), name, size, color=color)
    return paragraph


def masthead(document: Document, block: f.Masthead) -> None:
    """The body's name in red over the number and a red line."""
    top = spaced(document.add_paragraph(), exactly=52, after=10)
    top.alignment = ALIGNMENTS["center"]
    write(top, block.body, m.TITLE, 36.0, color=m.RED)
    number = spaced(document.add_paragraph(), exactly=m.PITCH, after=m.PITCH)
    number.alignment = ALIGNMENTS["center"]
    write(number, block.number, m.FANG, m.SIZE["三号"])
    underlined(number, m.RED, 12)


def title(document: Document, block: f.Title) -> None:
    """2号小标宋, centred, with air around it."""
    paragraph = spaced(document.add_paragraph(), exactly=35, after=m.PITCH / 2)
    paragraph.alignment = ALIGNMENTS["center"]
    paragraph.paragraph_format.keep_with_next = True
    write(paragraph, block.text, m.TITLE, m.SIZE["二号"])


def caption(document: Document, block: f.Caption) -> None:
    """A small line over a table."""
    paragraph = spaced(document.add_paragraph(), exactly=22, after=2)
    paragraph.alignment = ALIGNMENTS[block.align]
    paragraph.paragraph_format.keep_with_next = True
    write(off_grid(paragraph), block.text, m.FANG, CELL_SIZE)


def addressee(document: Document, block: f.Addressee) -> None:
    """From the left margin."""
    write(spaced(document.add_paragraph(), exactly=m.PITCH), block.text, m.FANG, m.SIZE["三号"])


def heading(document: Document, block: f.Heading) -> None:
    """Indented like text, in the type of its level, with what it heads on the same page."""
    paragraph = indented(spaced(document.add_paragraph(), exactly=m.PITCH), 2, m.SIZE["三号"])
    paragraph.paragraph_format.keep_with_next = True
    write(paragraph, block.text, HEADINGS[block.level], m.SIZE["三号"])


def text(document: Document, block: f.Text) -> None:
    """A paragraph of the text."""
    paragraph = spaced(document.add_paragraph(), exactly=m.PITCH)
    paragraph.alignment = ALIGNMENTS[block.align]
    if block.indented:
        indented(paragraph, 2, m.SIZE["三号"])
    write(paragraph, block.text, m.FANG, m.SIZE["三号"])


def signature(document: Document, block: f.Signature) -> None:
    """The body over its date, centred on each other at the right, with room for the seal above them."""
    for line, room in ((block.body, m.PITCH * (2 if block.seal else 1)), (block.day, 0.0)):
        paragraph = spaced(document.add_paragraph(), exactly=m.PITCH, before=room)
        paragraph.alignment = ALIGNMENTS["center"]
        paragraph.paragraph_format.keep_with_next = line is not block.day
        indented(paragraph, 14, m.SIZE["三号"], "left")
        indented(paragraph, 2, m.SIZE["三号"], "right")
        write(paragraph, line, m.FANG, m.SIZE["三号"])


def table(document: Document, block: f.Table) -> None:
    """A table as wide as the text; a row may go on over the page."""
    section = document.sections[-1]
    room = sum(length.pt * sign for length, sign in sides(section))
    widths = [room * share / sum(block.widths) for share in block.widths]
    made = document.add_table(rows=0, cols=len(widths))
    made.style = "Table Grid"
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    margins = element("tblCellMar")
    for side, twips in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85)):
        margins.append(element(side, {"w": twips, "type": "dxa"}))
    made._tbl.tblPr.append(margins)  # noqa: SLF001 - no public name
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Pt(width)
    for number, cells in enumerate(block.rows):
        fill_row(made, cells, widths, head=number < block.head)


def sides(section: Section) -> Iterator[tuple[Length, int]]:
    """The page's width, and what its margins take of it."""
    for length, sign in ((section.page_width, 1), (section.left_margin, -1), (section.right_margin, -1)):
        if length is not None:
            yield length, sign


def fill_row(made: WordTable, cells: tuple[f.Cell, ...], widths: list[float], *, head: bool) -> None:
    """One row; the cells' spans have to add up to the columns."""
    row: _Row = made.add_row()  # type: ignore[no-untyped-call]
    if head:
        append(row._tr.get_or_add_trPr(), element("tblHeader"))  # noqa: SLF001 - no public name
    at = 0
    for cell in cells:
        last = at + cell.span - 1
        place = row.cells[at].merge(row.cells[last]) if cell.span > 1 else row.cells[at]
        place.width = Pt(sum(widths[at : last + 1]))
        fill_cell(place, cell, head=head)
        at = last + 1
    assert at == len(widths), "the spans of a row add up to its columns"
    high = max(cell.lines for cell in cells)
    if high > 1:
        row.height = Pt(high * CELL_PITCH + 4)


def fill_cell(place: _Cell, cell: f.Cell, *, head: bool) -> None:
    """The lines of a cell, each a paragraph; short cells stand in the middle of their row."""
    place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    name = m.HEI if head or cell.strong else m.FANG
    for number, line in enumerate(cell.text.split("\n")):
        paragraph = place.paragraphs[0] if number == 0 else place.add_paragraph()
        off_grid(spaced(paragraph, exactly=CELL_PITCH))
        paragraph.alignment = ALIGNMENTS["center" if head else cell.align]
        write(paragraph, line, name, CELL_SIZE)


WRITING: Final[dict[type[f.Block], Callable[[Document, Any], None]]] = {
    f.Masthead: masthead,
    f.Title: title,
    f.Caption: caption,
    f.Addressee: addressee,
    f.Heading: heading,
    f.Text: text,
    f.Signature: signature,
    f.Table: table,
}
