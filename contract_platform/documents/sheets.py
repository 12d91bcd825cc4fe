"""Workbooks in and out: read in a confined child like every other file, written as text only."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import msgspec
import structlog

from contract_platform.application.sheet_ports import Sheet, Table
from contract_platform.documents.sandbox import ChildStoppedError, Sandbox
from contract_platform.documents.sheet_reading import SheetsRead, read_sheets
from contract_platform.domain.errors import Invalid

log = structlog.get_logger(__name__)

WIDEST, NARROWEST = 60, 10  # characters of a column


class SandboxedSheets:
    """``ports.Sheets``."""

    def __init__(self) -> None:
        self._sandbox = Sandbox()

    def read(self, path: Path) -> tuple[Sheet, ...]:
        """All sheets; what stops the child is a workbook that cannot be read."""
        try:
            data = self._sandbox.run(read_sheets, str(path))
        except ChildStoppedError as stopped:
            log.warning("reading stopped", code=stopped.code, media="xlsx", detail=stopped.detail)
            raise Invalid("import_unreadable") from stopped
        read = msgspec.msgpack.decode(data, type=SheetsRead)
        if read.unreadable:
            log.info("workbook refused", why=read.unreadable)
            raise Invalid("import_unreadable")
        return read.sheets

    def write(self, tables: Iterable[Table]) -> bytes:
        """A workbook; headings are bold and stay in sight."""
        # a process that never writes one does not load it
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font

        book = Workbook(write_only=True)
        for table in tables:
            sheet = book.create_sheet(table.name)
            sheet.freeze_panes = "A2"
            for at, width in enumerate(widths(table)):
                sheet.column_dimensions[chr(ord("A") + at)].width = width
            for number, row in enumerate(table.rows):
                cells = [WriteOnlyCell(sheet) for _ in row]
                for cell, text in zip(cells, row, strict=True):
                    cell.value = plain(text)
                    cell.data_type = "s"
                    cell.quotePrefix = True
                    if number == 0:
                        cell.font = Font(bold=True)
                sheet.append(cells)
        target = BytesIO()
        book.save(target)
        return target.getvalue()


def plain(text: str) -> str:
    """Text without signs that no workbook can hold (control characters other than tab and line ends)."""
    return "".join(sign for sign in text if sign in "\t\n\r" or ord(sign) >= ord(" "))


def widths(table: Table) -> list[int]:
    """Widths that show what stands in the first rows."""
    columns = zip(*table.rows[:200], strict=True) if table.rows else []
    wide = (max(len(text) + sum(not sign.isascii() for sign in text) for text in column) for column in columns)
    return [min(WIDEST, max(NARROWEST, width + 2)) for width in wide]
