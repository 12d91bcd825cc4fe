"""A PDF with a text layer: wrapped lines, pages with header and footer, tables with and without rules."""

import re
from pathlib import Path

import msgspec

from tests.generated.blocks import Block, Layout, PageBreak, Paragraph, Table, TextBox
from tests.generated.chance import Chance

WIDTH, HEIGHT = 595, 842  # points, A4
LEFT, TOP, BOTTOM = 72, 770, 76
SIZE = 10.5
COLUMN = WIDTH - 2 * LEFT
LEADING = 19
NOT_FIRST = "。，；：、！？）】》”%％)"
NOT_LAST = "（【《“("
ASCII_END = "\u0100"
RUNS = re.compile(r"[\w.,]{1,20}|.", re.ASCII | re.DOTALL)  # words and figures are not cut at the end of a line


class Line(msgspec.Struct, frozen=True):
    x: float
    y: float
    size: float
    text: str


class Rule(msgspec.Struct, frozen=True):
    x1: float
    y1: float
    x2: float
    y2: float


Page = list[Line | Rule]


def width(text: str, size: float) -> float:
    """Set width in points: Latin signs are half as wide as Chinese ones."""
    return sum(size / 2 if sign < ASCII_END else size for sign in text)


def wrapped(text: str, room: float, size: float, first: float = 0) -> list[str]:
    """Lines no wider than ``room``; ``first`` is what the first line is indented by."""
    lines, line, used = [], "", first
    for sign in RUNS.findall(text):
        step = width(sign, size)
        if used + step > room and line and sign not in NOT_FIRST:
            carried = ""
            while line and line[-1] in NOT_LAST:
                line, carried = line[:-1], line[-1] + carried
            lines.append(line)
            line, used = carried, width(carried, size)
        line += sign
        used += step
    return [*lines, line]


class Setter:
    """Sets blocks on pages from top to bottom."""

    def __init__(self) -> None:
        self.pages: list[Page] = [[]]
        self.y: float = TOP

    def room(self, height: float) -> None:
        """Start a page where less than ``height`` is left."""
        if self.y - height < BOTTOM:
            self.pages.append([])
            self.y = TOP

    def block(self, block: Block) -> None:
        match block:
            case Table():
                self._table(block)
            case PageBreak():
                if self.pages[-1]:
                    self.room(HEIGHT)
            case TextBox():
                self._line(block.text, COLUMN - width(block.text, SIZE), SIZE)
            case _:
                self._paragraph(block)

    def _paragraph(self, block: Paragraph) -> None:
        text = block.label + block.gap + block.text
        if block.look == "title":
            self.y -= 8
        size = {"title": 18, "part": 14}.get(block.look, SIZE)
        if "\t" in text:
            self._tabbed(text)
            return
        indent = 2 * size if block.look == "body" else 0
        for at, line in enumerate(wrapped(text, COLUMN, size, indent)):
            shift = {"title": "centre", "part": "centre", "centred": "centre", "right": "right"}.get(block.look, "")
            free = COLUMN - width(line, size)
            x = {"centre": free / 2, "right": free}.get(shift, indent if at == 0 else 0)
            self._line(line, x, size)

    def _line(self, text: str, x: float, size: float) -> None:
        self.room(LEADING)
        if text:
            self.pages[-1].append(Line(LEFT + x, self.y, size, text))
        self.y -= LEADING * (1.4 if size > SIZE else 1)

    def _tabbed(self, text: str) -> None:
        self.room(LEADING)
        columns = [wrapped(part, COLUMN / 2 - 8, SIZE) for part in text.split("\t")]
        self._columns(columns, [COLUMN / 2] * len(columns))

    def _columns(self, columns: list[list[str]], widths: list[float]) -> None:
        for at in range(max(map(len, columns))):
            x: float = 0
            for column, room in zip(columns, widths, strict=True):
                if at < len(column) and column[at]:
                    self.pages[-1].append(Line(LEFT + x + 3, self.y, SIZE, column[at]))
                x += room
            self.y -= LEADING

    def _table(self, table: Table) -> None:
        widths = [COLUMN * share / 100 for share in table.widths]
        for row in table.rows:
            columns = [wrapped(text, room - 8, SIZE) for text, room in zip(row, widths, strict=True)]
            height = LEADING * max(map(len, columns))
            self.room(height)
            top = self.y + SIZE + 3
            self._columns(columns, widths)
            if table.ruled:
                self._rules(top, self.y + SIZE + 3, widths)
        self.y -= 6

    def _rules(self, top: float, bottom: float, widths: list[float]) -> None:
        page, x = self.pages[-1], float(LEFT)
        page += [Rule(LEFT, top, LEFT + sum(widths), top), Rule(LEFT, bottom, LEFT + sum(widths), bottom)]
        for room in [0, *widths]:
            x += room
            page.append(Rule(x, top, x, bottom))


def write_pdf(layout: Layout, path: Path, chance: Chance) -> None:
    """The file; ``chance`` is taken for likeness with ``write_docx``."""
    del chance
    setter = Setter()
    for block in layout.blocks:
        setter.block(block)
    pages = [page for page in setter.pages if page]
    for number, page in enumerate(pages, start=1):
        if layout.header:
            page.insert(0, Line((WIDTH - width(layout.header, 9)) / 2, HEIGHT - 42, 9, layout.header))
        footer = layout.footer.format(page=number, pages=len(pages))
        if footer:
            page.append(Line((WIDTH - width(footer, 9)) / 2, 42, 9, footer))
    path.write_bytes(_file(pages))


def _file(pages: list[Page]) -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts "
        b"[<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>] >>"
    )
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    kids = []
    for page in pages:
        content = "\n".join(map(_drawn, page)).encode()
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _joined(objects)


def _drawn(mark: Line | Rule) -> str:
    if isinstance(mark, Rule):
        return f"0.6 w {mark.x1:.1f} {mark.y1:.1f} m {mark.x2:.1f} {mark.y2:.1f} l S"
    return f"BT /F1 {mark.size} Tf {mark.x:.1f} {mark.y:.1f} Td <{mark.text.encode('utf-16-be').hex()}> Tj ET"


def _joined(objects: list[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table) + trailer
