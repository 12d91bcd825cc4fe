"""Lines of PDF pages: which are running headers, footers and page numbers, and which belong to one paragraph."""

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from contract_platform.analysis.model import Record
from contract_platform.documents.places import Printed

EDGE = 3  # lines at the top and bottom of a page that may be furniture
PAIR = 2  # pages of which the very top line need only be the same
REPEATED = 0.6  # share of pages an edge line must stand on, digits aside
FULL = 0.86  # share of the widest lines' width from which a line counts as filled to the margin
_PAGE_NUMBER = re.compile(
    r"[-—–\s·]*(第?\s*\d{1,4}\s*页?\s*([/／,，、]?\s*共?\s*\d{1,4}\s*页?)?|page\s*\d+(\s*of\s*\d+)?|[ivxlc]{1,6})[-—–\s·]*",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\s*(第\s*[〇零一二三四五六七八九十百\d]+\s*[章节条部]|[一二三四五六七八九十]{1,3}\s*[、．.，]|[（(]\s*[〇零一二三四五六七八九十\d]{1,3}\s*[）)]"
    r"|\d{1,2}(\.\d{1,2}){0,3}\s*[、．.)）]|\d{1,2}(\.\d{1,2}){1,3}\s|[①-⑳]|附件|附表|[甲乙丙丁]\s*方\s*[（(：:]|[●•◆■□☐☑√])"
)
_TITLE = re.compile(r"(?:合同|协议)书?\s*$")
_LEADER = re.compile(r"[.…·。．]{4,}\s*\d{0,4}\s*$")
_LABELLED = re.compile(r"\s*[^\s：:，。；、（]{2,14}(?:[（(][^（）()]{1,12}[）)])?[：:]")
_COLUMNS = re.compile(_LABELLED.pattern + r"[^。；]*?\S\s+" + _LABELLED.pattern.removeprefix(r"\s*"))
_NEXT_SIDE = re.compile(r"\s+(?=[\u4e00-\u9fff]{2,8}(?:[（(][^（）()]{1,12}[）)])?[：:])")
_SIDES = re.compile(
    r"(?:[甲乙]\s*方|[\u4e00-\u9fff]{1,6}[方人商])(?:[（(][^（）()]{1,12}[）)])?[：:]\S+\s+[\u4e00-\u9fff]{2,8}(?:[（(][^（）()]{1,12}[）)])?[：:]\S+"
)
_NAME_REST = re.compile(
    r"\s*[\u4e00-\u9fff（）()]{1,16}(?:\s+[\u4e00-\u9fff（）()]{1,16})?\s*(?<!合同)(?<!条)(?<!总则)"
)
_CLOSED = tuple("。！？；;：:!?")
_GAP = re.compile(r"[ \u3000]{4,}")
_NO_TEXT = frozenset("\r\ufffe\u00ad\x02\x00")


class Line(Record, frozen=True):
    """A line of a page with its display width in half-width columns.

    A table stands among the lines as one of them, with its ``rows``. ``printed`` is where it was printed: one line, or
    all lines of a table.
    """

    text: str
    page: int
    width: int
    printed: tuple[Printed, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Joined(Record, frozen=True):
    """A paragraph or table, the page it begins on, and what it was printed as."""

    text: str
    page: int
    printed: tuple[Printed, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def line_of(printed: Printed) -> Line | None:
    """A line of a page's text layer, None for a blank one; soft hyphens and control characters are dropped."""
    kept = [place for place, character in enumerate(printed.text) if character not in _NO_TEXT]
    if len(kept) < len(printed.text):
        edges = array("H", [*(printed.edges[place] for place in kept), printed.edges[-1]])
        printed = msgspec.structs.replace(printed, text="".join(printed.text[place] for place in kept), edges=edges)
    text = printed.text
    return Line(text=text, page=printed.page, width=columns(text), printed=(printed,)) if text.strip() else None


def columns(text: str) -> int:
    """Display width: full-width characters count two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text.strip())


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """All lines but page numbers at the edges and what repeats there from page to page.

    At each edge the same words go once, so that a title under a running header like it stays; a title that runs as the
    header and stands nowhere else stays on the first page.
    """
    often = _repeated(pages)
    kept: list[Line] = []
    for lines in pages:
        gone = {(_key(line), True) for line in lines if lines is pages[0] and _is_only_title(line, lines)}
        for index, line in enumerate(lines):
            place = _key(line), index < EDGE
            if _at_edge(lines, index) and place[0] in often and place not in gone:
                gone.add(place)
                continue
            if (index == 0 or index == len(lines) - 1) and _PAGE_NUMBER.fullmatch(line.text):
                continue
            kept.append(line)
    return kept


def _is_only_title(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is a title whose words the page has just once."""
    return bool(_TITLE.search(line.text)) and sum(_key(line) == _key(other) for other in lines) == 1


def _repeated(pages: Sequence[Sequence[Line]]) -> set[str]:
    """What stands at the edge of most pages, or at the very top of both of two."""
    on = Counter(key for lines in pages for key in {_key(line) for line in _edges(lines)})
    often = {key for key, number in on.items() if number >= max(3, REPEATED * len(pages))}
    tops = {lines[0].text.strip() if lines else "" for lines in pages}
    return often | ({_key(pages[0][0])} if len(pages) == PAIR and len(tops) == 1 and pages[0] else set())


def _at_edge(lines: Sequence[Line], index: int) -> bool:
    return index < EDGE or index >= len(lines) - EDGE


def edge_lines(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The first and last lines of every page, where running headers and page stamps stand."""
    for lines in pages:
        yield from dict.fromkeys(line.text for line in (*lines[:EDGE], *lines[-EDGE:]))


def _edges(lines: Sequence[Line]) -> Sequence[Line]:
    return lines if len(lines) <= 2 * EDGE else [*lines[:EDGE], *lines[-EDGE:]]


def _key(line: Line) -> str:
    """The line without digits and spaces: page 3 of 10 equals page 4 of 10; a short item number does not count."""
    return re.sub(r"[\d\s]+", "#", line.text.strip())


def paragraphs(lines: Sequence[Line]) -> Iterator[Joined]:
    """Join a line to the one before when that one is filled to the margin and its sentence goes on."""
    if not lines:
        return
    margin = FULL * _widest(lines)
    text, group = lines[0].text.strip(), [lines[0]]
    for line in lines[1:]:
        previous = group[-1]
        if previous.rows or line.rows:
            joined = None
        elif _wraps_names(text, previous, line, margin):
            joined = _into_columns(text, line.text)
        else:
            joined = glue(text, line.text.strip()) if _goes_on(previous, line, margin) else None
        if joined is None:
            yield _joined(text, group)
            text, group = line.text.strip(), [line]
        else:
            text = joined
            group.append(line)
    yield _joined(text, group)


def _joined(text: str, group: Sequence[Line]) -> Joined:
    printed = tuple(one for line in group for one in line.printed)
    return Joined(
        text=group[0].text if group[0].rows else text, page=group[0].page, printed=printed, rows=group[0].rows
    )


def _widest(lines: Sequence[Line]) -> int:
    """Width that a tenth of the lines reach: the text column, not a stray wide line."""
    widths = sorted((line.width for line in lines if not line.rows), reverse=True)
    return widths[len(widths) // 10] if widths else 0


def _goes_on(previous: Line, line: Line, margin: float) -> bool:
    if previous.width < margin or (previous.text.rstrip().endswith(_CLOSED) and not _bracket_open(previous.text)):
        return False
    if _form_line_ends(previous, line, margin):
        return False
    return not (_OPENS.match(line.text) or _LEADER.search(previous.text) or _GAP.search(line.text.strip()))


def _wraps_names(text: str, previous: Line, line: Line, margin: float) -> bool:
    """Whether a line is what is left of names that stand in two columns: short, and nothing but words of a name."""
    in_columns = text == previous.text.strip() and bool(_SIDES.match(text))
    return in_columns and line.width < margin / 2 and bool(_NAME_REST.fullmatch(line.text))


def _into_columns(text: str, rest: str) -> str:
    """Each column with its own rest; a single rest belongs to the longest, which is the one that was wrapped."""
    cut = next(_NEXT_SIDE.finditer(text))
    columns_ = [text[: cut.start()], text[cut.end() :]]
    pieces = rest.split()
    if len(pieces) != len(columns_):
        longest = max(range(len(columns_)), key=lambda at: columns(columns_[at]))
        pieces = ["".join(pieces) if at == longest else "" for at in range(len(columns_))]
    return text[cut.start() : cut.end()].join(map("".join, zip(columns_, pieces, strict=True)))


def _form_line_ends(previous: Line, line: Line, margin: float) -> bool:
    """A line of labelled values goes on only in what is left of a value: no label, and short where it has columns."""
    if not _LABELLED.match(previous.text):
        return False
    in_columns = bool(_COLUMNS.match(previous.text)) and line.width > margin / 2
    return in_columns or bool(_LABELLED.match(line.text))


def _bracket_open(text: str) -> bool:
    """Whether a bracket opens in the line and does not close there: the sentence cannot be over."""
    return max(text.rfind("（"), text.rfind("(")) > max(text.rfind("）"), text.rfind(")"))


def glue(before: str, after: str) -> str:
    """Chinese lines join without a space, words of other scripts with one."""
    joint = (
        " " if before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii() and after[:1].isalpha() else ""
    )
    return before + joint + after
