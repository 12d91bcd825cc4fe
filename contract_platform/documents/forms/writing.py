"""Small strokes of WordprocessingML that python-docx has no words for. Lengths in points."""

from collections.abc import Mapping
from typing import Any, Final

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from contract_platform.documents.archive import Element

ORDER: Final = {
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
        "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
        "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    ),
    "tblPr": (
        "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW",
        "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption",
        "tblDescription",
    ),
    "tcPr": (
        "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection",
        "tcFitText", "vAlign", "hideMark",
    ),
}  # fmt: skip
"""The order in which Word wants these elements (ECMA-376 part 1, 17.3.1.26, 17.4.60, 17.4.70)."""
ALIGNMENTS = {"left": ALIGN.LEFT, "center": ALIGN.CENTER, "right": ALIGN.RIGHT, "both": ALIGN.JUSTIFY}


def element(name: str, attributes: Mapping[str, object] | None = None) -> Element:
    """A new element of the ``w`` namespace with its attributes."""
    made: Element = OxmlElement(f"w:{name}")
    for key, value in (attributes or {}).items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def append(parent: Any, made: Element) -> None:  # noqa: ANN401 - elements of python-docx, typed one by one there
    """Put an element last."""
    parent.append(made)


def set_font(run: Run, name: str, size: float, *, color: str | None = None, bold: bool = False) -> Run:
    """One font for every script, so that figures and letters do not fall into another one."""
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - no public name
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)
    fonts.set(qn("w:hint"), "eastAsia")
    run.font.size = Pt(size)
    if bold:
        run.font.bold = True
    if color is not None:
        run.font.color.rgb = RGBColor.from_string(color)
    return run


def spaced(paragraph: Paragraph, *, exactly: float | None, before: float = 0, after: float = 0) -> Paragraph:
    """Distance of lines (None = as the font wants it) and of neighbours."""
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.line_spacing = Pt(exactly) if exactly is not None else 1.0
    form.widow_control = False
    return paragraph


def indented(paragraph: Paragraph, characters: float, size: float, side: str = "firstLine") -> Paragraph:
    """Indentation in characters, as Word keeps it, and in points for readers that do not."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public name
    made = properties.get_or_add_ind()
    made.set(qn(f"w:{side}Chars"), str(round(characters * 100)))
    made.set(qn(f"w:{side}"), str(round(characters * size * 20)))
    return paragraph


def off_grid(paragraph: Paragraph) -> Paragraph:
    """Small type keeps its own distance instead of the page's lines."""
    append(paragraph._p.get_or_add_pPr(), element("snapToGrid", {"val": "0"}))  # noqa: SLF001 - no public name
    return paragraph


def underlined(paragraph: Paragraph, color: str, eighths: int) -> Paragraph:
    """A line below the paragraph, its strength in eighths of a point."""
    borders = element("pBdr")
    borders.append(element("bottom", {"val": "single", "sz": eighths, "space": 4, "color": color}))
    append(paragraph._p.get_or_add_pPr(), borders)  # noqa: SLF001 - no public name
    return paragraph


def page_number(paragraph: Paragraph, name: str, size: float) -> None:
    """— 1 — as a field."""
    for before, field, after in (("— ", "PAGE", " —"),):
        set_font(paragraph.add_run(before), name, size)
        for kind in ("begin", None, "separate", "text", "end"):
            run = set_font(paragraph.add_run(), name, size)
            if kind is None:
                code = element("instrText", {})
                code.text = f" {field} "
                append(run._r, code)  # noqa: SLF001 - no public name
            elif kind == "text":
                run.text = "1"
            else:
                append(run._r, element("fldChar", {"fldCharType": kind}))  # noqa: SLF001 - no public name
        set_font(paragraph.add_run(after), name, size)


def both_sides(document: Document) -> None:
    """Odd and even pages have footers of their own."""
    document.settings.odd_and_even_pages_header_footer = True


def in_order(document: Document) -> None:
    """Sort what was appended into the places of the schema."""
    for name, order in ORDER.items():
        places = {qn(f"w:{one}"): place for place, one in enumerate(order)}
        for properties in document.element.iter(qn(f"w:{name}")):
            properties[:] = sorted(properties, key=lambda one: places.get(str(one.tag), len(places)))
