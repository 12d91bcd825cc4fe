"""What a document consists of before it becomes a file."""

from typing import Literal

import msgspec

Look = Literal["title", "part", "heading", "body", "flush", "centred", "right", "contents"]


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph; its label is typed, or written by Word where ``level`` is set."""

    text: str
    label: str = ""
    gap: str = ""  # between a typed label and the text
    look: Look = "body"
    level: int | None = None  # of the automatic list


class Table(msgspec.Struct, frozen=True, kw_only=True):
    rows: list[list[str]]
    widths: list[int]  # in hundredths of the line
    ruled: bool = True


class PageBreak(msgspec.Struct, frozen=True):
    """The next block starts a page."""


class TextBox(msgspec.Struct, frozen=True, kw_only=True):
    """A box beside the text; in a PDF it is a line."""

    text: str


Block = Paragraph | Table | PageBreak | TextBox


class ListLevel(msgspec.Struct, frozen=True, kw_only=True):
    """A level of the automatic list in the words of Word."""

    format: str  # w:numFmt
    text: str  # w:lvlText


class Layout(msgspec.Struct, kw_only=True):
    """A document ready to be set."""

    blocks: list[Block]
    levels: list[ListLevel]  # empty where everything is typed
    header: str = ""
    footer: str = ""  # with {page} and {pages}
