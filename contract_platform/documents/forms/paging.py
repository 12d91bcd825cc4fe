"""Set paragraphs and tables onto pages; everything ends up as marks with places from the page's top left, in points."""

from collections.abc import Iterator
from typing import Final

import msgspec

from contract_platform.documents.forms.page_model import Box, Grid, Para, Rgb, Rule, Sheet, Story
from contract_platform.documents.forms.tables import CutRow, SetRow, rows_of
from contract_platform.documents.forms.typesetting import SetLine, SetPara, Typesetter

SLACK: Final = 0.5
AHEAD: Final = 70.0
"""Room below a heading for the beginning of its table."""


class TextMark(msgspec.Struct, frozen=True, kw_only=True):
    """A line of text at its base line."""

    line: SetLine
    x: float
    y: float


class RuleMark(msgspec.Struct, frozen=True, kw_only=True):
    """A straight line."""

    start: tuple[float, float]
    end: tuple[float, float]
    rule: Rule


class FillMark(msgspec.Struct, frozen=True, kw_only=True):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    color: Rgb


Mark = TextMark | RuleMark | FillMark


class Pages:
    """Pages filled from the top; ``y`` is where the next thing goes."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.pages: list[list[Mark]] = [[]]
        self.y = sheet.top

    @property
    def left(self) -> float:
        """Room left on this page."""
        return self.sheet.height - self.sheet.bottom - self.y + SLACK

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.y <= self.sheet.top

    def turn(self) -> None:
        """Begin a page."""
        self.pages.append([])
        self.y = self.sheet.top

    def put(self, *marks: Mark) -> None:
        """Onto this page."""
        self.pages[-1].extend(marks)


def paged(story: Story, typesetter: Typesetter) -> list[list[Mark]]:
    """All pages with headers and footers."""
    sheet = story.sheet
    width = sheet.width - sheet.left - sheet.right
    pages = Pages(sheet)
    typesetter.on_page(1, 1)
    things = [typesetter.set(one, width) if isinstance(one, Para) else one for one in story.blocks]
    for at, thing in enumerate(things):
        if isinstance(thing, Grid):
            put_table(pages, thing, typesetter)
        else:
            put_para(pages, thing, needed(things[at:]))
    for number, page in enumerate(pages.pages, 1):
        typesetter.on_page(number, len(pages.pages))
        page.extend(edges(sheet, typesetter, number))
    return pages.pages


def needed(things: list[SetPara | Grid]) -> float:
    """How much has to fit below what comes first: itself with whatever it must not be parted from."""
    total = 0.0
    for thing in things:
        if isinstance(thing, Grid):
            return total + AHEAD
        if not thing.para.keep_next:
            return total + thing.para.before + thing.lines[0].height
        total += thing.height
    return total


def put_para(pages: Pages, one: SetPara, room: float) -> None:
    """A paragraph; it is parted between lines where a page ends."""
    if one.new_page and not pages.fresh:
        pages.turn()
    if room > pages.left and not pages.fresh and room < pages.sheet.height - pages.sheet.top - pages.sheet.bottom:
        pages.turn()
    if not pages.fresh:
        pages.y += one.para.before
    for line in one.lines:
        if line.height > pages.left and not pages.fresh:
            pages.turn()
        pages.put(TextMark(line=line, x=pages.sheet.left + line.x, y=pages.y + line.rise))
        pages.y += line.height
    if one.para.below is not None:
        at = pages.y + 4
        ends = (pages.sheet.left, at), (pages.sheet.width - pages.sheet.right, at)
        pages.put(RuleMark(start=ends[0], end=ends[1], rule=one.para.below))
    pages.y += one.para.after


def put_table(pages: Pages, grid: Grid, typesetter: Typesetter) -> None:
    """A table row by row; its head comes again on every page, and a row too long for what is left is cut."""
    rows = rows_of(grid, typesetter)
    head = [row for row in rows if row.line.head]
    first = next((row for row in rows if not row.line.head), None)
    if first is not None and not pages.fresh and sum(one.height for one in head) + first.least > pages.left:
        pages.turn()
    x = pages.sheet.left + (grid.left if grid.align == "left" else spare(pages.sheet, grid) / 2)
    for row in rows:
        rest: SetRow | None = row
        while rest is not None:
            rest = put_row(pages, rest, x, head)


def put_row(pages: Pages, row: SetRow, x: float, head: list[SetRow]) -> SetRow | None:
    """As much of a row as fits; what is left of it."""
    if row.height <= pages.left:
        draw(pages, row, x)
        return None
    least = sum(one.height for one in head)
    on_top = pages.y <= pages.sheet.top + least + SLACK
    cut: CutRow | None = None if row.line.whole and not on_top else row.cut(pages.left)
    if cut is None and on_top:  # higher than a page and not to be cut: it is drawn over the foot rather than lost
        draw(pages, row, x)
        return None
    if cut is not None:
        draw(pages, cut.upper, x)
    pages.turn()
    if not row.line.head:
        for one in head:
            draw(pages, one, x)
    return row if cut is None else cut.lower


def spare(sheet: Sheet, grid: Grid) -> float:
    """What a table leaves of the text's width."""
    return sheet.width - sheet.left - sheet.right - sum(grid.widths)


def draw(pages: Pages, row: SetRow, x: float) -> None:
    """A row where the page stands."""
    for cell in row.cells:
        left, right, top, bottom = x + cell.x, x + cell.x + cell.width, pages.y, pages.y + row.height
        if cell.box.fill is not None:
            pages.put(FillMark(x=left, y=top, width=cell.width, height=row.height, color=cell.box.fill))
        pages.put(*lines_around(cell.box, left, right, top, bottom))
        y = top + cell.offset(row.height)
        for line, before in cell.lines:
            y += before
            pages.put(TextMark(line=line, x=left + cell.padding[3] + line.x, y=y + line.rise))
            y += line.height
    pages.y += row.height


def lines_around(box: Box, left: float, right: float, top: float, bottom: float) -> Iterator[RuleMark]:
    """The cell's lines."""
    sides = (
        (box.top if box.merge != "continue" else None, (left, top), (right, top)),
        (box.bottom, (left, bottom), (right, bottom)),
        (box.left, (left, top), (left, bottom)),
        (box.right, (right, top), (right, bottom)),
    )
    for rule, start, end in sides:
        if rule is not None:
            yield RuleMark(start=start, end=end, rule=rule)


def edges(sheet: Sheet, typesetter: Typesetter, number: int) -> Iterator[Mark]:
    """Header and footer of a page."""
    width = sheet.width - sheet.left - sheet.right
    top = [typesetter.set(para, width) for para in sheet.header.on(number)]
    yield from stacked(top, sheet.left, sheet.header_at)
    foot = [typesetter.set(para, width) for para in sheet.footer.on(number)]
    yield from stacked(foot, sheet.left, sheet.height - sheet.footer_at - sum(one.height for one in foot))


def stacked(paras: list[SetPara], x: float, y: float) -> Iterator[Mark]:
    """Paragraphs one below the other."""
    for one in paras:
        for line in one.lines:
            if line.signs:
                yield TextMark(line=line, x=x + line.x, y=y + line.rise)
            y += line.height
