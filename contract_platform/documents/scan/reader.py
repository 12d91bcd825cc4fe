"""Recognised pages as pages of the one text model, and the reader of image files."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

import msgspec

from contract_platform.analysis.model import DocumentText, Unreadable
from contract_platform.analysis.pages import Page
from contract_platform.documents.assemble import Draft, assemble
from contract_platform.documents.pdf_lines import Joined, Line, edge_lines, paragraphs, without_furniture
from contract_platform.documents.scan.frames import frames
from contract_platform.documents.scan.layout import lines_of_page
from contract_platform.documents.scan.records import PagesWanted, ScannedPage

MOST_FRAMES: Final = 1_000
INKED: Final = 4  # thousandths of dark pixels from which a page without text is not a blank sheet
ILLEGIBLE: Final = 0.3  # share of a page's characters that could not be made out from which it was not read

_CONTENTS = re.compile(r"\s*目\s*[录次]\s*")
_ENTRY = re.compile(r"[.…·．。]{2,}\s*\d{0,4}\s*$|[.…·．\s]\d{1,4}\s*$|[^。；，、：.…]{2,30}[.…·]\s*$")

Scanned = Mapping[int, ScannedPage]
"""Recognised pages by number."""
NOT_SCANNED: Final[Scanned] = MappingProxyType({})


def read_images(path: Path, scanned: Scanned) -> DocumentText:
    """An image file; ``PagesWanted`` until all frames are recognised, ``Unreadable`` damaged, too_large or no text."""
    total = frames(path)
    if total > MOST_FRAMES:
        raise Unreadable("too_large")
    wanted = tuple(number for number in range(1, total + 1) if number not in scanned)
    if wanted:
        raise PagesWanted(wanted, total)
    pages = [scanned[number] for number in range(1, total + 1)]
    document = assembled("image", [lines_of_page(page) for page in pages], [page_of(page) for page in pages])
    if not document.text.strip():
        raise Unreadable(pages[0].code or "nothing_recognised")
    return document


def assembled(form: str, pages: list[list[Line]], infos: list[Page]) -> DocumentText:
    """The document of these lines: furniture left out, lines joined to paragraphs."""
    drafts = without_contents([draft_of(paragraph) for paragraph in paragraphs(without_furniture(pages))])
    empty = [str(info.number) for info, lines in zip(infos, pages, strict=True) if not lines]
    return assemble(
        form,
        drafts,
        page_count=len(pages),
        notes=[f"pages_without_text:{','.join(empty)}"] if empty else (),
        edges=edge_lines(pages),
        pages=infos,
    )


def draft_of(paragraph: Joined) -> Draft:
    """A paragraph or table as a block."""
    return Draft(
        text=paragraph.text,
        page=paragraph.page,
        kind="table" if paragraph.rows else "paragraph",
        rows=paragraph.rows,
        printed=paragraph.printed,
    )


def without_contents(drafts: Sequence[Draft]) -> list[Draft]:
    """Entries of a contents page marked as such: of their dotted lines and page numbers recognition leaves some."""
    marked: list[Draft] = []
    inside = False
    for draft in drafts:
        inside = bool(_CONTENTS.fullmatch(draft.text)) or (inside and bool(_ENTRY.search(draft.text)))
        marked.append(msgspec.structs.replace(draft, part="toc") if inside else draft)
    return marked


def page_of(page: ScannedPage) -> Page:
    """The page, and whether it was read."""
    code = unread_code(page)
    source = "unread" if code else "scan" if page.lines else "blank"
    return Page(number=page.number, width=page.width, height=page.height, turn=page.turn, source=source, code=code)


def unread_code(page: ScannedPage) -> str:
    """Why the page counts as not read, empty for one that was."""
    if page.code:
        return page.code
    if not page.lines:
        return "nothing_recognised" if page.ink >= INKED else ""
    read, lost = (sum(len(line.text) for line in lines) for lines in (page.lines, page.unclear))
    return "page_illegible" if lost > ILLEGIBLE * (read + lost) else ""
