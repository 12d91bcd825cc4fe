"""Reading a workbook as the child does it: a path in, the bytes of its sheets out."""

import zipfile
import zlib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from contract_platform.analysis.model import Unreadable
from contract_platform.application.sheet_ports import Cell, Sheet
from contract_platform.documents.archive import Archive

MOST_SHEETS = 10
MOST_ROWS = 6_000
MOST_COLUMNS = 30
LONGEST = 500  # characters of a cell that are kept
PROLOG = 64 * 1024  # bytes before the first element that are looked at
DAMAGED = (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError, SyntaxError, zlib.error)
"""What the library raises for workbooks that are none; XML errors of both parsers are syntax errors."""
DECLARES = (b"<!DOCTYPE", b"<!ENTITY")
"""What no workbook of any program holds, and every attack by entities does."""


class SheetsRead(msgspec.Struct, frozen=True, kw_only=True):
    """What crosses the pipe: the sheets, or the code of why there are none."""

    sheets: tuple[Sheet, ...] = ()
    unreadable: str = ""


def read_sheets(path: str) -> bytes:
    """The msgpack bytes of a workbook's sheets."""
    try:
        found = SheetsRead(sheets=sheets_of(Path(path)))
    except Unreadable as refusal:
        found = SheetsRead(unreadable=refusal.code)
    return msgspec.msgpack.encode(found)


def sheets_of(path: Path) -> tuple[Sheet, ...]:
    """Row by row, values only; formulas are told apart and never evaluated."""
    # loaded here: only the child that reads a workbook needs it
    from openpyxl import load_workbook

    check_package(path)
    try:
        with path.open("rb") as file:  # by its bytes: a spooled file has no name to go by
            book = load_workbook(file, read_only=True, data_only=False, keep_links=False, rich_text=False)
            if len(book.worksheets) > MOST_SHEETS:
                raise Unreadable("too_large")
            return tuple(Sheet(name=sheet.title, rows=rows_of(sheet)) for sheet in book.worksheets)
    except DAMAGED as error:
        raise Unreadable("damaged") from error


def rows_of(sheet: Any) -> tuple[tuple[Cell, ...], ...]:  # noqa: ANN401 - a sheet of a library that is loaded late
    """The rows of a sheet; what the file says of its own size is not believed."""
    sheet.reset_dimensions()
    rows = []
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        if number > MOST_ROWS:
            raise Unreadable("too_large")
        rows.append(tuple(cell_of(cell.value, cell.data_type) for cell in row))
    return tuple(rows)


def check_package(path: Path) -> None:
    """``Unreadable`` for archives that unpack beyond measure and for XML that declares entities."""
    with Archive(path):  # which refuses what unpacks beyond measure
        pass
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")) and any(mark in head(package, name) for mark in DECLARES):
                raise Unreadable("damaged")


def head(package: zipfile.ZipFile, name: str) -> bytes:
    """Where an XML part would declare entities: before its first element."""
    try:
        with package.open(name) as part:
            return part.read(PROLOG)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
        raise Unreadable("damaged") from error


def cell_of(value: object, data_type: str) -> Cell:
    """A cell as text; a whole number is written without a point, a day without its midnight."""
    if value is None:
        return Cell(text="")
    if data_type in {"f", "e"}:  # an error is what a formula left behind
        return Cell(text=str(value)[:LONGEST], formula=True)
    if isinstance(value, datetime):
        return Cell(text=value.date().isoformat())
    if isinstance(value, date):
        return Cell(text=value.isoformat())
    if isinstance(value, float) and value.is_integer():
        return Cell(text=str(int(value)))
    return Cell(text=str(value)[:LONGEST])
