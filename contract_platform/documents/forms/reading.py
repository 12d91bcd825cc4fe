"""A Word file as the story that layout sets. What it cannot set is named, never left out in silence."""

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final, Literal

from lxml import etree

from contract_platform.documents.archive import Element
from contract_platform.documents.forms.page_model import Box, Edge, Grid, Line, Para, Rule, Sheet, Span, Story
from contract_platform.documents.forms.styling import Look, first_value, rgb, rule
from contract_platform.documents.ooxml import child, flag, number, value, w
from contract_platform.domain.form_vocabulary import UnsetPart as U

REFERENCE: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRANGE: Final = {
    "drawing": U.PICTURE, "pict": U.PICTURE, "object": U.OBJECT, "txbxContent": U.TEXT_BOX, "ins": U.TRACKED_CHANGE,
    "del": U.TRACKED_CHANGE, "footnoteReference": U.FOOTNOTE, "endnoteReference": U.FOOTNOTE, "numPr": U.AUTO_NUMBER,
    "altChunk": U.IMPORT, "commentReference": U.COMMENT,
}  # fmt: skip
"""Elements that layout does not set."""
BREAKS: Final = {"br": "\n", "cr": "\n", "noBreakHyphen": "-"}
SIDES: Final = ("top", "bottom", "left", "right")


class Package:
    """The parts of a Word file that was checked before or made here."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(BytesIO(data))
        self._parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)

    def part(self, name: str) -> Element | None:
        """The root of a part under ``word/``, None where there is none."""
        try:
            return etree.fromstring(self._zip.read(f"word/{name}"), self._parser)
        except KeyError:
            return None

    def targets(self) -> dict[str, str]:
        """The parts the document refers to, by reference."""
        root = self.part("_rels/document.xml.rels")
        return {} if root is None else {one.get("Id", ""): one.get("Target", "") for one in root}


def story_of(data: bytes) -> Story:
    """The whole document; see ``strange`` for what it must not hold."""
    package = Package(data)
    document = package.part("document.xml")
    body = child(document, "body")
    assert body is not None, "a Word file has a body"
    look = Look(package.part("styles.xml"))
    return Story(sheet=sheet_of(package, body, look), blocks=tuple(blocks_of(body, look)))


def strange(data: bytes) -> frozenset[U]:
    """What a document holds that layout does not set."""
    document = Package(data).part("document.xml")
    assert document is not None, "a Word file has a document"
    local = [etree.QName(one).localname for one in document.iter(etree.Element)]
    found = {STRANGE[name] for name in local if name in STRANGE}
    if local.count("sectPr") > 1:
        found.add(U.SECTION)
    if next(document.iterfind(f".//{w('tc')}//{w('tbl')}"), None) is not None:
        found.add(U.NESTED_TABLE)
    columns = [number(one, "num") or 1 for one in document.iter(w("cols"))]
    return frozenset(found | {U.COLUMN for many in columns if many > 1})


def blocks_of(body: Element, look: Look) -> Iterator[Para | Grid]:
    """Paragraphs and tables in their order."""
    for element in body:
        if element.tag == w("p"):
            yield para_of(element, look)
        elif element.tag == w("tbl"):
            yield grid_of(element, look)
        elif element.tag == w("sdt"):
            content = child(element, "sdtContent")
            if content is not None:
                yield from blocks_of(content, look)


def para_of(paragraph: Element, look: Look) -> Para:
    """A paragraph with the text of its runs, those of links and fields too."""
    return look.para(paragraph, tuple(span for span in spans_of(paragraph, look) if span.text or span.field))


def spans_of(paragraph: Element, look: Look) -> Iterator[Span]:
    """The runs of a paragraph; of a field its name, not what it last showed."""
    inside = ""
    for run in paragraph.iter(w("r"), w("fldSimple")):
        if run.tag == w("fldSimple"):
            continue
        simple = next((one for one in run.iterancestors(w("fldSimple"))), None)
        if simple is not None:
            yield look.span(paragraph, run, "", field_name(value(simple, "instr") or ""))
            continue
        kind = value(child(run, "fldChar"), "fldCharType")
        if kind is not None:
            inside = {"begin": "code", "separate": "shown"}.get(kind, "")
        elif inside == "code":
            name = field_name("".join(part.text or "" for part in run.iterfind(w("instrText"))))
            if name:
                yield look.span(paragraph, run, "", name)
        elif not inside:
            yield look.span(paragraph, run, text_of(run))


def field_name(code: str) -> str:
    """The first word of a field's code, where layout knows it."""
    name = (code.split() or [""])[0].upper()
    return name if name in {"PAGE", "NUMPAGES"} else ""


def text_of(run: Element) -> str:
    """The text of a run: line breaks as line feeds, page breaks as form feeds, tabulators as such."""
    parts = []
    for part in run:
        if part.tag == w("t"):
            parts.append(part.text or "")
        elif part.tag == w("tab"):
            parts.append("\t")
        elif part.tag == w("br") and value(part, "type") == "page":
            parts.append("\f")
        else:
            parts.append(BREAKS.get(etree.QName(part).localname, ""))
    return "".join(parts)


def grid_of(table: Element, look: Look) -> Grid:
    """A table; the borders of its style hold where its cells name none."""
    chain = look.table_properties(table)
    columns = [number(one, "w") or 0 for one in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    outer = {side: border(chain, side) for side in (*SIDES, "insideH", "insideV")}
    rows = list(table.iterfind(w("tr")))
    lines = [line_of(row, look, outer, first=row is rows[0], last=row is rows[-1]) for row in rows]
    return Grid(
        widths=tuple(width / 20 for width in columns),
        lines=tuple(lines),
        padding=padding_of(chain),
        align="center" if first_value(chain, "jc") == "center" else "left",
        left=(number(child(chain[0], "tblInd"), "w") or 0) / 20 if chain else 0,
    )


def border(chain: list[Element], side: str) -> Rule | None:
    """A border of a table or of its style."""
    for one in chain:
        place = child(child(one, "tblBorders"), side)
        if place is not None:
            return rule(place)
    return None


def padding_of(chain: list[Element]) -> tuple[float, float, float, float]:
    """The room between a cell's lines and its text; 0 and 5.4 pt where nothing is said."""
    found = []
    for side, usual in (("top", 0), ("right", 108), ("bottom", 0), ("left", 108)):
        said = (number(child(child(one, "tblCellMar"), side), "w") for one in chain)
        found.append(next((twips for twips in said if twips is not None), usual) / 20)
    return (found[0], found[1], found[2], found[3])


def line_of(row: Element, look: Look, outer: dict[str, Rule | None], *, first: bool, last: bool) -> Line:
    """A row."""
    properties = child(row, "trPr")
    height = child(properties, "trHeight")
    cells = list(row.iterfind(w("tc")))
    boxes = []
    for at, cell in enumerate(cells):
        drawn = {
            "top": outer["top" if first else "insideH"],
            "bottom": outer["bottom" if last else "insideH"],
            "left": outer["left" if at == 0 else "insideV"],
            "right": outer["right" if at == len(cells) - 1 else "insideV"],
        }
        boxes.append(box_of(cell, look, drawn))
    return Line(
        boxes=tuple(boxes),
        height=(number(height) or 0) / 20,
        head=bool(flag(properties, "tblHeader")),
        whole=bool(flag(properties, "cantSplit")),
    )


def box_of(cell: Element, look: Look, drawn: dict[str, Rule | None]) -> Box:
    """A cell."""
    properties = child(cell, "tcPr")
    merge = child(properties, "vMerge")
    own = child(properties, "tcBorders")
    sides = {side: drawn[side] if child(own, side) is None else rule(child(own, side)) for side in SIDES}
    merged: Literal["", "restart", "continue"] = ""
    if merge is not None:
        merged = "restart" if value(merge) == "restart" else "continue"
    middle = value(child(properties, "vAlign"))
    return Box(
        paras=tuple(para_of(one, look) for one in cell.iterfind(w("p"))),
        span=number(child(properties, "gridSpan")) or 1,
        merge=merged,
        middle="center" if middle == "center" else "bottom" if middle == "bottom" else "top",
        fill=rgb(value(child(properties, "shd"), "fill")),
        **sides,
    )


def sheet_of(package: Package, body: Element, look: Look) -> Sheet:
    """The form of the pages, from the last section's properties."""
    section = child(body, "sectPr")
    size, margin, grid = (child(section, name) for name in ("pgSz", "pgMar", "docGrid"))

    def points(place: Element | None, name: str, usual: float) -> float:
        twips = number(place, name)
        return usual if twips is None else twips / 20

    lines = value(grid, "type") in {"lines", "linesAndChars", "snapToChars"}
    return Sheet(
        width=points(size, "w", 595.3),
        height=points(size, "h", 841.9),
        top=abs(points(margin, "top", 72)),
        right=points(margin, "right", 72),
        bottom=abs(points(margin, "bottom", 72)),
        left=points(margin, "left", 72),
        header_at=points(margin, "header", 36),
        footer_at=points(margin, "footer", 36),
        pitch=points(grid, "linePitch", 0) or None if lines else None,
        char_space=(number(grid, "charSpace") or 0) / 4096 if value(grid, "type") == "linesAndChars" else 0,
        header=edge_of(package, section, look, "headerReference"),
        footer=edge_of(package, section, look, "footerReference"),
    )


def edge_of(package: Package, section: Element | None, look: Look, name: str) -> Edge:
    """Headers or footers by kind of page."""
    targets = package.targets()
    found: dict[str, tuple[Para, ...]] = {}
    for one in section.iterfind(w(name)) if section is not None else ():
        root = package.part(targets.get(str(one.get(REFERENCE)), ""))
        if root is not None:
            found[value(one, "type") or "default"] = paras_of(root.iterfind(w("p")), look)
    settings = package.part("settings.xml")
    even = found.get("even", ()) if flag(settings, "evenAndOddHeaders") else None
    first = found.get("first", ()) if flag(section, "titlePg") else None
    return Edge(odd=found.get("default", ()), even=even, first=first)


def paras_of(paragraphs: Iterable[Element], look: Look) -> tuple[Para, ...]:
    """Paragraphs without tables between them."""
    return tuple(para_of(one, look) for one in paragraphs)
