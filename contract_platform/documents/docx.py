"""Reader of docx (ECMA-376), straight on the XML: numbers, tables, content controls, text boxes, tracked changes.

Headers and footers are not part of the text, only looked at for secrecy marks; foot- and endnotes follow at its end.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from contract_platform.analysis.model import DocumentText, Span, Unreadable
from contract_platform.documents.archive import Archive, Element
from contract_platform.documents.assemble import Draft, assemble, table_text
from contract_platform.documents.docx_table import grid, is_layout
from contract_platform.documents.docx_text import Paragraph
from contract_platform.documents.numbering import Numbering
from contract_platform.documents.ooxml import child, number, to_transitional, value, w
from contract_platform.documents.styles import Styles

_P, _TBL, _SDT, _TC = w("p"), w("tbl"), w("sdt"), w("tc")
_LEADER = re.compile(r"(\t|[.…·。．]{3,}|\s{3,})\s*\d{1,3}\s*$")
_CONTAINERS = frozenset(w(name) for name in ("sdtContent", "customXml", "ins", "moveTo", "smartTag", "body"))
_EDGE = re.compile(r"word/(header|footer)\d*\.xml")
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))


def read_docx(path: Path) -> DocumentText:
    """The document; ``Unreadable`` damaged, encrypted, too_large or empty."""
    with Archive(path) as archive:
        main = _main_part(archive)
        root = archive.xml(main)
        body = None if root is None else child(to_transitional(root), "body")
        if body is None:
            raise Unreadable("damaged")
        styles = Styles(_part(archive, "word/styles.xml"))
        numbering = Numbering(_part(archive, "word/numbering.xml"), styles)
        drafts = list(_Walk(styles, numbering).blocks(body))
        if not any(draft.text.strip() for draft in drafts):
            raise Unreadable("scan_without_text_layer" if _has_images(archive) else "empty")
        notes = ["images_not_read"] if _has_images(archive) else []
        for name, tag in _NOTES:
            drafts.extend(_notes(_part(archive, name), tag))
        edges = [line for name in archive.names() if _EDGE.fullmatch(name) for line in _lines(_part(archive, name))]
        return assemble("docx", drafts, comment_count=_comments(archive), notes=notes, edges=edges)


class _Walk:
    """Walks the body in document order and counts the automatic numbers on the way."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._carried = ""  # text before a paragraph mark whose deletion is accepted

    def blocks(self, parent: Element, part: str = "body") -> Iterator[Draft]:
        for item in parent:
            if item.tag == _P:
                yield from self._paragraph(item, part)
            elif item.tag == _TBL:
                yield from self._table(item, part)
            elif item.tag == _SDT:
                yield from self._control(item, part)
            elif item.tag in _CONTAINERS:
                yield from self.blocks(item, part)

    def _control(self, item: Element, part: str) -> Iterator[Draft]:
        """A block content control; Word wraps contents pages in one and says so in its gallery name."""
        gallery = value(child(child(child(item, "sdtPr"), "docPartObj"), "docPartGallery")) or ""
        content = child(item, "sdtContent")
        if content is not None:
            yield from self.blocks(content, "toc" if gallery.startswith("Table of Contents") else part)

    def _paragraph(self, item: Element, part: str) -> Iterator[Draft]:
        properties = child(item, "pPr")
        style = value(child(properties, "pStyle"))
        paragraph = Paragraph(item, style_bold=self._styles.bold(style))
        if child(child(properties, "rPr"), "del") is not None:
            self._carried += paragraph.text
            return
        text, self._carried = self._carried + paragraph.text, ""
        shift = len(text) - len(paragraph.text)
        label = self._numbering.label(properties, style) if text.strip() or paragraph.blanks else None
        outline = number(child(properties, "outlineLvl"))
        alignment = value(child(properties, "jc"))
        yield Draft(
            text=text,
            label=label.text if label else "",
            list_id=label.list_id if label else "",
            list_level=label.level if label else None,
            outline_level=outline if outline is not None and outline < 9 else self._styles.outline(style),  # noqa: PLR2004 - 9 is body text
            style=self._styles.name(style),
            bold=paragraph.bold,
            centered=self._styles.centered(style) if alignment is None else alignment == "center",
            part="toc" if self._is_contents(paragraph, style) else part,
            revisions=paragraph.revisions if not shift else (),
            blanks=tuple(Span(start=blank.start + shift, end=blank.end + shift) for blank in paragraph.blanks),
        )
        for box in paragraph.boxes:
            yield from self.blocks(box, "textbox")

    def _is_contents(self, paragraph: Paragraph, style: str | None) -> bool:
        name = self._styles.name(style)
        if name.startswith("toc ") and name != "toc heading":
            return True
        return paragraph.has_toc_field and bool(_LEADER.search(paragraph.text))

    def _table(self, item: Element, part: str) -> Iterator[Draft]:
        """A table of cells; a table that only lays out running text is read as that text, cell by cell."""
        cells = grid(item)
        if is_layout(cells):
            for row in cells:
                for cell in row:
                    if cell is not None:
                        yield from self.blocks(cell, part)
            return
        drafts = [[list(self.blocks(cell, part)) if cell is not None else [] for cell in row] for row in cells]
        rows: list[tuple[str, ...]] = []
        blanks: list[Span] = []
        offset = 0
        for filled in drafts:
            texts = []
            for content in filled:
                text, spans = _cell(content)
                blanks.extend(Span(start=offset + span.start, end=offset + span.end) for span in spans)
                texts.append(text)
                offset += len(text) + 1
            rows.append(tuple(texts))
        yield Draft(kind="table", text=table_text(rows), rows=tuple(rows), part=part, blanks=tuple(blanks))


def _cell(drafts: list[Draft]) -> tuple[str, list[Span]]:
    """One line of text for a cell, its automatic numbers written out, and the blanks in it."""
    text = ""
    blanks: list[Span] = []
    for draft in drafts:
        if text and draft.text.strip():
            text += " "
        text += draft.label
        blanks.extend(Span(start=len(text) + blank.start, end=len(text) + blank.end) for blank in draft.blanks)
        text += draft.text.replace("\t", " ").replace("\n", " ")
    return text, blanks


def _main_part(archive: Archive) -> str:
    if "word/document.xml" in archive:
        return "word/document.xml"
    return next((name for name in archive.names() if re.fullmatch(r"word/document\d*\.xml", name)), "")


def _part(archive: Archive, name: str) -> Element | None:
    root = archive.xml(name)
    return None if root is None else to_transitional(root)


def _has_images(archive: Archive) -> bool:
    return any(name.startswith("word/media/") for name in archive.names())


def _comments(archive: Archive) -> int:
    root = _part(archive, "word/comments.xml")
    return 0 if root is None else len(root.findall(w("comment")))


def _lines(root: Element | None) -> Iterator[str]:
    """Lines of a header or footer, text boxes included."""
    for item in [] if root is None else root.iter(_P):
        yield "".join(str(text.text or "") for text in item.iter(w("t")))


def _notes(root: Element | None, tag: str) -> Iterator[Draft]:
    for note in [] if root is None else root.findall(w(tag)):
        if value(note, "type") in {None, "normal"}:
            text = " ".join(Paragraph(item).text.strip() for item in note.iter(_P))
            if text.strip():
                yield Draft(text=text.strip(), part="footnote")
