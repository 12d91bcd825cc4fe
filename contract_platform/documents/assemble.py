"""Puts the blocks a reader found into one canonical text with offsets and block ids that survive edits elsewhere."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from contract_platform.analysis.model import Block, DocumentText, Doubt, Record, Revision, Span, UnreadPage
from contract_platform.analysis.pages import Page, PlacedLine
from contract_platform.analysis.secrecy import secrecy_marks
from contract_platform.documents.places import Piece, Printed, doubts, pieces


class Draft(Record, frozen=True, kw_only=True):
    """A block before it has a place: revisions and blanks are relative to its text."""

    text: str
    kind: str = "paragraph"
    label: str = ""
    list_id: str = ""
    list_level: int | None = None
    outline_level: int | None = None
    style: str = ""
    bold: bool = False
    centered: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    page: int | None = None
    part: str = "body"
    revisions: tuple[Revision, ...] = ()
    blanks: tuple[Span, ...] = ()
    printed: tuple[Printed, ...] = ()


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """Canonical text of a table: cells joined by tab, rows by line break."""
    return "\n".join("\t".join(row) for row in rows)


def assemble(
    form: str,
    drafts: Sequence[Draft],
    *,
    page_count: int | None = None,
    comment_count: int = 0,
    notes: Sequence[str] = (),
    edges: Iterable[str] = (),
    pages: Sequence[Page] = (),
) -> DocumentText:
    """The document of these blocks in this order; blank ones without a format-only blank or revision are left out.

    ``edges`` are lines that are no part of the text but may bear a secrecy mark: headers, footers, page stamps.
    ``pages`` come without lines; where the drafts are printed is filled in.
    """
    kept = [draft for draft in drafts if draft.text.strip() or draft.blanks or draft.revisions]
    blocks: list[Block] = []
    revisions: list[Revision] = []
    blanks: list[Span] = []
    found: list[tuple[int, Piece]] = []
    seen: Counter[str] = Counter()
    offset = 0
    for draft in kept:
        digest = hashlib.sha256(draft.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        seen[digest] += 1
        blocks.append(_place(draft, f"p-{digest}-{seen[digest]}", offset))
        revisions.extend(_moved(revision, offset) for revision in draft.revisions)
        found.extend((offset, piece) for piece in pieces(draft.text, draft.printed))
        blanks.extend(Span(start=blank.start + offset, end=blank.end + offset) for blank in draft.blanks)
        offset += len(draft.text) + 1
    return DocumentText(
        format=form,
        text="\n".join(block.text for block in blocks),
        blocks=tuple(blocks),
        page_count=page_count,
        revisions=tuple(revisions),
        comment_count=comment_count,
        blanks=tuple(blanks),
        notes=tuple(notes),
        marks=marks_of(kept, edges),
        pages=filled(pages, found),
        doubts=tuple(
            Doubt(start=offset + first, end=offset + last, confidence=percent / 100)
            for offset, piece in found
            for first, last, percent in doubts(piece)
        ),
        unread=tuple(UnreadPage(page=page.number, code=page.code) for page in pages if page.source == "unread"),
    )


def filled(pages: Sequence[Page], found: Iterable[tuple[int, Piece]]) -> tuple[Page, ...]:
    """The pages with what is printed on them, in the order of the text."""
    lines: dict[int, list[PlacedLine]] = {}
    for offset, piece in found:
        lines.setdefault(piece.line.page, []).append(piece.placed(offset))
    return tuple(msgspec.structs.replace(page, lines=tuple(lines.get(page.number, ()))) for page in pages)


def marks_of(drafts: Sequence[Draft], edges: Iterable[str]) -> tuple[str, ...]:
    """The secrecy marks on a document."""
    lines = [line for draft in drafts if draft.kind != "table" for line in draft.text.split("\n")]
    cells = [cell for draft in drafts for row in draft.rows for cell in row]
    return secrecy_marks(lines, cells, edges)


def _place(draft: Draft, block_id: str, start: int) -> Block:
    return Block(
        id=block_id,
        kind=draft.kind,
        text=draft.text,
        start=start,
        label=draft.label,
        list_id=draft.list_id,
        list_level=draft.list_level,
        outline_level=draft.outline_level,
        style=draft.style,
        bold=draft.bold,
        centered=draft.centered,
        rows=draft.rows,
        page=draft.page,
        part=draft.part,
    )


def _moved(revision: Revision, offset: int) -> Revision:
    return Revision(
        kind=revision.kind,
        start=revision.start + offset,
        end=revision.end + offset,
        text=revision.text,
        author=revision.author,
        at=revision.at,
    )
