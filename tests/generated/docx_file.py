"""A Word file of a layout, written part by part: no library decides what its numbering or tables look like."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from tests.generated.blocks import Block, Layout, ListLevel, PageBreak, Paragraph, Table, TextBox
from tests.generated.chance import Chance

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OPEN = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'
LINE = 9000  # twentieths of a point between the margins
STYLES = {"title": "Title", "part": "Heading1", "heading": "Heading2", "contents": "TOC1"}
ALIGN = {"title": "center", "part": "center", "centred": "center", "right": "right"}
NAMES = {"Normal": "Normal", "Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "TOC1": "toc 1"}
DATE = (2026, 1, 1, 0, 0, 0)


def write_docx(layout: Layout, path: Path, chance: Chance) -> None:
    """The file; ``chance`` decides how runs are cut and whether headings have styles."""
    styled = chance.maybe(0.5)
    body = "".join(_block(block, chance, styled=styled) for block in layout.blocks)
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relations(
            {
                "rId1": ("styles", "styles.xml"),
                "rId2": ("numbering", "numbering.xml"),
                "rId3": ("header", "header1.xml"),
                "rId4": ("footer", "footer1.xml"),
            }
        ),
        "word/document.xml": f"{HEAD}<w:document {OPEN}><w:body>{body}{_section()}</w:body></w:document>",
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(layout.levels),
        "word/header1.xml": f"{HEAD}<w:hdr {OPEN}>{_plain(layout.header)}</w:hdr>",
        "word/footer1.xml": f"{HEAD}<w:ftr {OPEN}>{_footer(layout.footer)}</w:ftr>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, DATE), text, zipfile.ZIP_DEFLATED)


def _block(block: Block, chance: Chance, *, styled: bool) -> str:
    match block:
        case Table():
            return _table(block)
        case PageBreak():
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        case TextBox():
            return _box(block.text)
        case _:
            return _paragraph(block, chance, styled=styled)


def _paragraph(block: Paragraph, chance: Chance, *, styled: bool) -> str:
    properties = ""
    if block.look in STYLES and (styled or block.look == "contents"):
        properties += f'<w:pStyle w:val="{STYLES[block.look]}"/>'
    if block.level is not None:
        properties += f'<w:numPr><w:ilvl w:val="{block.level}"/><w:numId w:val="1"/></w:numPr>'
    if block.look in ALIGN:
        properties += f'<w:jc w:val="{ALIGN[block.look]}"/>'
    elif block.look == "body" and block.level is None:
        properties += '<w:ind w:firstLine="420"/>'
    typed = "" if block.level is not None else block.label + block.gap
    bold = block.look in {"title", "part", "heading"}
    runs = _runs(typed, bold=bold or chance.maybe(0.2)) + _runs(block.text, bold=bold, cut=chance)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _runs(text: str, *, bold: bool, cut: Chance | None = None) -> str:
    if not text:
        return ""
    pieces = [text]
    if cut and len(text) > 6 and cut.maybe(0.3):
        at = cut.number(2, len(text) - 2)
        pieces = [text[:at], text[at:]]
    marks = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return "".join(f"<w:r>{marks}{_text(piece)}</w:r>" for piece in pieces)


def _text(text: str) -> str:
    """Text of a run; tabs are elements of their own."""
    pieces = [f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in text.split("\t")]
    return "<w:tab/>".join(pieces)


def _plain(text: str) -> str:
    return f"<w:p>{_runs(text, bold=False)}</w:p>"


def _footer(text: str) -> str:
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    inner = escape(text)
    for mark, field in fields.items():
        inner = inner.replace(
            mark, f'</w:t></w:r><w:fldSimple w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t>'
        )
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>{inner}</w:t></w:r></w:p>'


def _table(table: Table) -> str:
    border = 'w:val="single" w:sz="4"' if table.ruled else 'w:val="nil"'
    edges = "".join(f"<w:{side} {border}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    widths = [LINE * width // 100 for width in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(
        "<w:tr>" + "".join(_cell(text, width) for text, width in zip(row, widths, strict=True)) + "</w:tr>"
        for row in table.rows
    )
    look = f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>"


def _cell(text: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_plain(text)}</w:tc>'


def _box(text: str) -> str:
    """A text box in the older form, which every reader knows."""
    return (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:200pt;height:24pt">'
        f"<v:textbox><w:txbxContent>{_plain(text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )


def _numbering(levels: list[ListLevel]) -> str:
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>'
        f'<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for depth, level in enumerate(levels)
    )
    abstract = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
    number = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f"{HEAD}<w:numbering {OPEN}>{abstract + number if levels else ''}</w:numbering>"


def _styles() -> str:
    inner = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in NAMES.items()
    ).replace('w:styleId="Normal"', 'w:default="1" w:styleId="Normal"')
    return f"{HEAD}<w:styles {OPEN}>{inner}</w:styles>"


def _section() -> str:
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr>'
    )


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _types() -> str:
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "numbering": "numbering",
        "header1": "header",
        "footer1": "footer",
    }
    inner = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>'
    )
