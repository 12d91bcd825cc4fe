"""Word tables as a grid, merged cells and all."""

from collections.abc import Iterator

from contract_platform.documents.archive import Element
from contract_platform.documents.ooxml import child, number, value, w

WIDEST = 200  # grid columns; a larger span is a broken file
LAYOUT_PARAGRAPHS = 4  # a cell with this many paragraphs holds running text, not a value
_ROW, _CELL, _P, _T = w("tr"), w("tc"), w("p"), w("t")
_WRAPPERS = frozenset(w(name) for name in ("sdt", "sdtContent", "ins", "customXml"))

Grid = list[list[Element | None]]


def grid(table: Element) -> Grid:
    """Rows of cells; None where a merged cell goes on."""
    rows: Grid = []
    for row in _inside(table, _ROW):
        if child(child(row, "trPr"), "del") is not None:
            continue
        before = number(child(child(row, "trPr"), "gridBefore")) or 0
        cells: list[Element | None] = [None] * min(before, WIDEST)
        for cell in _inside(row, _CELL):
            properties = child(cell, "tcPr")
            merge = child(properties, "vMerge")
            cells.append(None if merge is not None and value(merge) != "restart" else cell)
            span = number(child(properties, "gridSpan")) or 1
            cells.extend([None] * (min(span, WIDEST) - 1))
        rows.append(cells)
    return rows


def is_layout(rows: Grid) -> bool:
    """Whether the table only arranges running text: one column, or cells with many paragraphs in few columns."""
    filled = [cell for row in rows for cell in row if cell is not None]
    if not filled:
        return False
    if len(filled) == len(rows) or all(sum(cell is not None for cell in row) <= 1 for row in rows):
        return True
    return len(filled) <= 3 * len(rows) and any(_paragraphs(cell) >= LAYOUT_PARAGRAPHS for cell in filled)


def _paragraphs(cell: Element) -> int:
    return sum(any((text.text or "").strip() for text in item.iter(_T)) for item in cell.iterfind(_P))


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Direct children of a tag, also those wrapped in content controls or accepted insertions."""
    for item in parent:
        if item.tag == tag:
            yield item
        elif item.tag in _WRAPPERS:
            yield from _inside(item, tag)
