"""A recognised page as lines in reading order, tables among them."""

from collections.abc import Iterator, Sequence
from typing import Final

from contract_platform.documents.pdf_lines import Line
from contract_platform.documents.scan.columns import columns
from contract_platform.documents.scan.records import ScannedPage
from contract_platform.documents.scan.repair import repaired
from contract_platform.documents.scan.rows import printed, rows
from contract_platform.documents.scan.straight import HALF_CHARACTER, Spot, spots
from contract_platform.documents.scan.tables import Table, line_of, taken

LONG: Final = 0.35  # share of the longest line from which a line tells where the margin is


def lines_of_page(page: ScannedPage) -> list[Line]:
    """Everything printed on the page."""
    rest, tables = spots(page), []
    for cells in page.tables:
        table, outside = taken(rest, cells)
        if not table.only_arranges:
            tables.append(table)
            rest = outside
    return list(_in_order(page, rest, sorted(tables, key=lambda table: table.top)))


def _in_order(page: ScannedPage, rest: Sequence[Spot], tables: Sequence[Table]) -> Iterator[Line]:
    upper = -1
    for table in tables:
        yield from _running(page, [spot for spot in rest if upper <= spot.middle < table.top])
        line = line_of(table, page.number, page.slope)
        if line is not None:
            yield line
        upper = table.top
    yield from _running(page, [spot for spot in rest if spot.middle >= upper])


def _running(page: ScannedPage, found: Sequence[Spot]) -> Iterator[Line]:
    """Text outside tables, column by column."""
    whole = _extent(found)
    stretches = [stretch for stretch in columns(found) if stretch]
    for stretch in stretches:
        left, right = _extent(stretch)
        narrower = (whole[1] - whole[0]) / max(right - left, 1) if len(stretches) > 1 else 1.0
        for row in rows(stretch):
            line = repaired(printed(row, page.number, page.slope))
            width = (max(spot.right for spot in row) - left) * narrower / HALF_CHARACTER
            yield Line(text=line.text, page=page.number, width=round(width), printed=(line,))


def _extent(found: Sequence[Spot]) -> tuple[int, int]:
    """The margins of the text: those of its long lines."""
    longest = max((spot.right - spot.left for spot in found), default=0)
    long = [spot for spot in found if spot.right - spot.left >= LONG * longest]
    return min((spot.left for spot in long), default=0), max((spot.right for spot in long), default=0)
