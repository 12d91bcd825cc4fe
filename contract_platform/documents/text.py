"""Reader of plain text: UTF-8, UTF-16 with a mark, GB18030; tables drawn with box characters become tables."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from contract_platform.analysis.model import DocumentText, Unreadable
from contract_platform.documents.assemble import Draft, assemble, table_text
from contract_platform.documents.sniff import text_encoding

LARGEST = 20 * 2**20  # bytes
PIPES = 3  # in one line: cells of a table
BOX = frozenset("┌┬┐├┼┤└┴┘─│┏┳┓┣╋┫┗┻┛━┃")
_WALL = re.compile(r"[│┃]")
_NOT_TEXT = re.compile(r"[\x00\x1a\ufeff]")


def read_text(path: Path) -> DocumentText:
    """Every line a paragraph; ``Unreadable`` empty, too_large or damaged."""
    if path.stat().st_size > LARGEST:
        raise Unreadable("too_large")
    data = path.read_bytes()
    encoding = text_encoding(data)
    if encoding is None:
        raise Unreadable("damaged")
    try:
        text = _NOT_TEXT.sub("", data.decode(encoding))
    except UnicodeDecodeError as error:
        raise Unreadable("damaged") from error
    document = assemble("txt", list(paragraphs(text.splitlines())))
    if not document.text.strip():
        raise Unreadable("empty")
    return document


def paragraphs(lines: Iterable[str]) -> Iterator[Draft]:
    """Drafts of the lines; consecutive lines drawn with box characters are one table."""
    for drawing, group in groupby(lines, key=_drawing):
        if drawing == "box":
            yield from _drawn_table(list(group))
        elif drawing == "pipe":
            rows = tuple(tuple(cell.strip() for cell in line.strip().strip("|｜").split("|")) for line in group)
            yield Draft(kind="table", text=table_text(rows), rows=rows)
        else:
            yield from (Draft(text=line.rstrip()) for line in group if line.strip())


def _drawing(line: str) -> str:
    """How a line belongs to a table: drawn with box characters, cells parted by pipes, or not at all."""
    text = line.strip()
    if text[:1] in BOX and text:
        return "box"
    return "pipe" if text.count("|") >= PIPES else ""


def _drawn_table(lines: list[str]) -> Iterator[Draft]:
    """Rows lie between horizontal rules; a cell that goes on over several lines is joined."""
    rows: list[tuple[str, ...]] = []
    current: list[list[str]] = []
    for line in [*(line.strip() for line in lines), "─"]:
        if line[0] in "│┃":
            cells = [cell.strip() for cell in _WALL.split(line)[1:]]
            current.append(cells[:-1] if cells and not cells[-1] else cells)
        elif current:
            width = max(map(len, current))
            rows.append(tuple("".join(part[n] for part in current if n < len(part)) for n in range(width)))
            current = []
    if rows:
        yield Draft(kind="table", text=table_text(rows), rows=tuple(rows))
