"""Workbooks as use cases see them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import msgspec


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A cell as text, dates in ISO form; ``formula`` says that the file holds a calculation instead of a value."""

    text: str
    formula: bool = False


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet of a workbook that was read."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet of a workbook to be written; the first row holds the headings."""

    name: str
    rows: tuple[tuple[str, ...], ...]


class Sheets(Protocol):
    """Workbooks (XLSX) in, by a child process with limits, and out."""

    def read(self, path: Path) -> tuple[Sheet, ...]:
        """All sheets; ``Invalid`` for a file that is too large, damaged, or no workbook."""
        ...

    def write(self, tables: Iterable[Table]) -> bytes:
        """A workbook in which every cell is text, so that nothing in it can become a formula."""
        ...
