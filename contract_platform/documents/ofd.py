"""Reader of OFD (GB/T 33190-2016): the text objects of its pages, put into lines by where they stand.

No library reads OFD well enough; what a contract needs of it is the Unicode text of the pages, which is plain XML in a
zip package. Lengths are millimetres from the top left corner of the page.
"""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from contract_platform.analysis.model import DocumentText, Unreadable
from contract_platform.analysis.pages import Page
from contract_platform.documents.archive import Archive, Element
from contract_platform.documents.assemble import Draft, assemble
from contract_platform.documents.garbled import is_garbled
from contract_platform.documents.ofd_text import Glyph, glyphs_of, printed_lines, tenths
from contract_platform.documents.pdf_lines import Line, columns, edge_lines, paragraphs, without_furniture

NAMESPACE = "{*}"  # files of older writers name other namespaces
ROOT = "OFD.xml"
MOST_PAGES = 1_000
MOST_GLYPHS = 60_000  # on one page
A4 = (210.0, 297.0)
LARGEST = 2_300.0  # millimetres of a side; a place farther out has no number


class Sheet(NamedTuple):
    """A page: its layers, its own content first, and its width and height in millimetres."""

    layers: tuple[Element, ...]
    size: tuple[float, float]


def read_ofd(path: Path) -> DocumentText:
    """The document; ``Unreadable`` encrypted, damaged, too_large, scan_without_text_layer or text_not_extractable."""
    with Archive(path) as package:
        if "Encryptions.xml" in package:
            raise Unreadable("encrypted")
        sheets = [_sheet(sheet, number) for number, sheet in enumerate(_pages(package), start=1)]
    pages = [lines for _, lines in sheets]
    if not pages:
        raise Unreadable("damaged")
    if not any(pages):
        raise Unreadable("scan_without_text_layer")
    if is_garbled(line.text for lines in pages for line in lines):
        raise Unreadable("text_not_extractable")
    empty = [str(number) for number, lines in enumerate(pages, start=1) if not lines]
    notes = [f"pages_without_text:{','.join(empty)}"] if empty else []
    drafts = [
        Draft(text=joined.text, page=joined.page, printed=joined.printed)
        for joined in paragraphs(without_furniture(pages))
    ]
    infos = [info for info, _ in sheets]
    return assemble("ofd", drafts, page_count=len(pages), notes=notes, edges=edge_lines(pages), pages=infos)


def _pages(package: Archive) -> Iterator[Sheet]:
    """The layers of every page in order: its own content and the templates that lie under it."""
    found = 0
    for body in _part(package, ROOT).iter(f"{NAMESPACE}DocRoot"):
        document_at = _within("", body.text or "")
        document = _part(package, document_at)
        templates = {one.get("ID"): one.get("BaseLoc", "") for one in document.iter(f"{NAMESPACE}TemplatePage")}
        for page in document.iterfind(f"{NAMESPACE}Pages/{NAMESPACE}Page"):
            found += 1
            if found > MOST_PAGES:
                raise Unreadable("too_large")
            content = _part(package, _within(document_at, page.get("BaseLoc", "")))
            under = [templates.get(one.get("TemplateID")) for one in content.iterfind(f"{NAMESPACE}Template")]
            layers = (content, *(_part(package, _within(document_at, base)) for base in under if base))
            yield Sheet(layers, _size(content) or _size(document) or A4)


def _size(part: Element) -> tuple[float, float] | None:
    """Width and height of the first area a part names, in millimetres."""
    box = next(part.iter(f"{NAMESPACE}PhysicalBox"), None)
    words = (box.text or "").split() if box is not None else []
    try:
        _, _, width, height = map(float, words)
    except ValueError:
        return None
    return (width, height) if 0 < width <= LARGEST and 0 < height <= LARGEST else None


def _sheet(sheet: Sheet, number: int) -> tuple[Page, list[Line]]:
    """A page and its lines."""
    lines = list(_lines(sheet.layers, number))
    width, height = (tenths(side) for side in sheet.size)
    return Page(number=number, width=width, height=height, source="text" if lines else "blank"), lines


def _lines(layers: tuple[Element, ...], number: int) -> Iterator[Line]:
    glyphs: list[Glyph] = []
    for content in layers:
        for shown in content.iter(f"{NAMESPACE}TextObject"):
            glyphs += glyphs_of(shown, NAMESPACE)
            if len(glyphs) > MOST_GLYPHS:
                raise Unreadable("too_large")
    for line in printed_lines(glyphs, number):
        yield Line(text=line.text, page=number, width=columns(line.text), printed=(line,))


def _part(package: Archive, name: str) -> Element:
    """An XML part; a page without one is a damaged file."""
    root = package.xml(name)
    if root is None:
        raise Unreadable("damaged")
    return root


def _within(beside: str, location: str) -> str:
    """The member a location names, relative to the part it stands in; one that leads outside names nothing."""
    if location.startswith("/"):
        return posixpath.normpath(location.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(beside), location))
