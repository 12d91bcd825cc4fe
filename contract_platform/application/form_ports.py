"""Official documents (文书) as use cases see them: composed from blocks or filled into a template, then laid out.

Layout follows GB/T 9704-2012: A4, margins 37/35/28/26 mm, 22 lines of 28 characters, title in 2号小标宋, text in
3号仿宋, headings 一、（一）1.（1） in 黑体, 楷体 and 仿宋, page numbers at the outer foot.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, Protocol

import msgspec

from contract_platform.domain.machine import Reason

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF: Final = "application/pdf"
Align = Literal["left", "center", "right", "both"]


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One element of a composed document, from the top to the foot."""


class Masthead(Block, frozen=True, kw_only=True):
    """发文机关标志 in red with the number below it and a red line."""

    body: str
    number: str


class Title(Block, frozen=True, kw_only=True):
    """The title, centred; a new line where the text has one."""

    text: str


class Caption(Block, frozen=True, kw_only=True):
    """A small line above a table: number, unit, date."""

    text: str
    align: Align = "left"


class Addressee(Block, frozen=True, kw_only=True):
    """主送机关, from the left margin, with its colon."""

    text: str


class Heading(Block, frozen=True, kw_only=True):
    """A heading with its own number: level 1 is 一、 in 黑体, 2 is （一） in 楷体, 3 is 1. in 仿宋."""

    text: str
    level: int = 1


class Text(Block, frozen=True, kw_only=True):
    """A paragraph, indented by two characters unless it goes on from a table."""

    text: str
    align: Align = "both"
    indented: bool = True


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of a table; ``span`` columns wide, ``lines`` high at least, each line of the text a paragraph."""

    text: str
    span: int = 1
    align: Align = "left"
    strong: bool = False
    lines: int = 1


class Table(Block, frozen=True, kw_only=True):
    """A table with lines; ``widths`` are shares of the width, the first ``head`` rows come again on every page."""

    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    head: int = 0


class Signature(Block, frozen=True, kw_only=True):
    """署名 and 成文日期 at the right, with a place for the seal where there is one."""

    body: str
    day: str
    seal: bool = False


class Composition(msgspec.Struct, frozen=True, kw_only=True):
    """A document to be written. ``title`` goes into the file's properties; ``landscape`` is for wide tables."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


class NotFilledError(Exception):
    """A template does not go with its form any more, e.g. after a release gave the form other placeholders."""


class NotLaidOutError(Exception):
    """There is no PDF of this document; ``reason`` says why, and the Word file stands."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code)
        self.reason = reason


class Forms(Protocol):
    """Writes official documents. The same input at the same instant gives the same bytes."""

    def compose(self, composition: Composition, at: datetime) -> bytes:
        """The Word file of a composition."""
        ...

    def built_in(self, form: str) -> bytes:
        """The template of a form that ships with the platform."""
        ...

    def fill(self, template: bytes, context: Mapping[str, object], at: datetime, *, mark: str = "") -> bytes:
        """The Word file of a template, its placeholders filled; ``NotFilledError`` where it does not fit.

        ``mark`` is written at the head of every page, e.g. that the document is not issued.
        """
        ...

    def lay_out(self, docx: bytes, at: datetime) -> bytes:
        """The PDF of a Word file with embedded fonts; ``NotLaidOutError`` where that cannot be had."""
        ...

    def faults(self, path: Path, form: str, sample: Mapping[str, object]) -> tuple[Reason, ...]:
        """Everything for which an uploaded template cannot be used; it is read in a confined child."""
        ...
