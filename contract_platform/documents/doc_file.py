"""The binary Word format ([MS-DOC]): the piece table, and of each paragraph whether it stands in a table or a list.

Every offset that the file names is checked by ``Stream`` before it is followed: a file that points outside itself is
damaged.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator

from contract_platform.analysis.model import Record, Unreadable

MAGIC, ENCRYPTED, SECOND_TABLE = 0xA5EC, 0x0100, 0x0200
TEXT_LENGTH_AT, PAPX_AT, CLX_AT = 0x4C, 0x102, 0x1A2  # ccpText, fcPlcfBtePapx, fcClx in the file information block
COMPRESSED = 0x40000000
PAGE = 512  # bytes of a page of formatted paragraphs
IN_TABLE, ROW_ENDS, LIST = 0x2416, 0x2417, 0x460B
_OPERAND = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
VARIABLE, TABLE_DEFINITION = 6, 0xD608
MOST_CHARACTERS = 5_000_000
CELL, BREAKS = "\x07", "\r\x07"


class Stream:
    """The bytes of a stream, read at checked places."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def bytes(self, at: int, length: int) -> bytes:
        """So many bytes from a place; ``Unreadable`` damaged where they are not there."""
        if at < 0 or length < 0 or at + length > len(self.data):
            raise Unreadable("damaged")
        return self.data[at : at + length]

    def number(self, at: int, form: str = "<I") -> int:
        """A number at a place."""
        value: int = struct.unpack(form, self.bytes(at, struct.calcsize(form)))[0]
        return value

    def numbers(self, at: int, count: int) -> tuple[int, ...]:
        """So many 32-bit numbers from a place."""
        return struct.unpack(f"<{count}I", self.bytes(at, 4 * count))


class Paragraph(Record, frozen=True, kw_only=True):
    """A paragraph or a part of a cell; ``cell_ends`` and ``row_ends`` tell what its mark closes."""

    text: str
    in_table: bool = False
    cell_ends: bool = False
    row_ends: bool = False
    numbered: bool = False


class Piece(Record, frozen=True):
    """A run of the text and where it begins in the file."""

    text: str
    at: int
    width: int


def paragraphs_of(streams: dict[str, Stream]) -> Iterator[Paragraph]:
    """The paragraphs of the main text; ``Unreadable`` encrypted or damaged."""
    main = streams.get("WordDocument")
    if main is None or main.number(0, "<H") != MAGIC:
        raise Unreadable("damaged")
    flags = main.number(0x0A, "<H")
    if flags & ENCRYPTED:
        raise Unreadable("encrypted")
    table = streams.get("1Table" if flags & SECOND_TABLE else "0Table")
    if table is None:
        raise Unreadable("damaged")
    formats = Formats(main, table)
    text = list[str]()
    left = min(main.number(TEXT_LENGTH_AT), MOST_CHARACTERS)
    for piece in pieces(main, table):
        for place, char in enumerate(piece.text[:left]):
            if char not in BREAKS:
                text.append(char)
                continue
            found = formats.at(piece.at + place * piece.width)
            in_table = IN_TABLE in found or char == CELL
            yield Paragraph(
                text="".join(text),
                in_table=in_table,
                cell_ends=char == CELL,
                row_ends=ROW_ENDS in found,
                numbered=LIST in found,
            )
            text = []
        left -= len(piece.text)
    if text:
        yield Paragraph(text="".join(text))


def pieces(main: Stream, table: Stream) -> Iterator[Piece]:
    """The runs that make up the text, in order."""
    at, length = main.number(CLX_AT), main.number(CLX_AT + 4)
    clx = Stream(table.bytes(at, length))
    at = 0
    while clx.number(at, "<B") == 1:  # properties that pieces refer to
        at += 3 + clx.number(at + 1, "<H")
    size = clx.number(at + 1)
    count = (size - 4) // 12
    places = clx.numbers(at + 5, count + 1)
    for index in range(count):
        found = clx.number(at + 5 + 4 * (count + 1) + 8 * index + 2)
        characters = places[index + 1] - places[index]
        if not 0 <= characters <= MOST_CHARACTERS:
            raise Unreadable("damaged")
        if found & COMPRESSED:
            begin = (found & ~COMPRESSED) // 2
            yield Piece(main.bytes(begin, characters).decode("cp1252", "replace"), begin, 1)
        else:
            yield Piece(main.bytes(found, 2 * characters).decode("utf-16-le", "replace"), found, 2)


class Formats:
    """Which paragraph properties of interest hold at a place of the file."""

    def __init__(self, main: Stream, table: Stream) -> None:
        at, length = main.number(PAPX_AT), main.number(PAPX_AT + 4)
        count = max(0, (length - 4) // 8)
        self._main = main
        self._starts = table.numbers(at, count + 1) if count else ()
        self._pages = table.numbers(at + 4 * (count + 1), count) if count else ()
        self._read: dict[int, tuple[tuple[int, ...], tuple[frozenset[int], ...]]] = {}

    def at(self, offset: int) -> frozenset[int]:
        """The properties of the paragraph around a file offset."""
        page = bisect_right(self._starts, offset) - 1
        if not 0 <= page < len(self._pages):
            return frozenset()
        number = self._pages[page] & 0x3FFFFF
        if number not in self._read:
            self._read[number] = self._page(number * PAGE)
        starts, found = self._read[number]
        place = bisect_right(starts, offset) - 1
        return found[place] if 0 <= place < len(found) else frozenset()

    def _page(self, at: int) -> tuple[tuple[int, ...], tuple[frozenset[int], ...]]:
        page = Stream(self._main.bytes(at, PAGE))
        count = page.number(PAGE - 1, "<B")
        starts = page.numbers(0, count + 1)
        return starts, tuple(self._properties(page, 4 * (count + 1) + 13 * index) for index in range(count))

    @staticmethod
    def _properties(page: Stream, at: int) -> frozenset[int]:
        begin = 2 * page.number(at, "<B")
        if not begin:
            return frozenset()
        words = page.number(begin, "<B")
        begin, size = (begin + 1, 2 * words - 1) if words else (begin + 2, 2 * page.number(begin + 1, "<B"))
        return frozenset(_properties_in(page.bytes(begin, min(size, PAGE - begin))[2:]))


def _properties_in(listed: bytes) -> Iterator[int]:
    """The properties of interest that are set in a list of property modifiers."""
    at = 0
    while at + 3 <= len(listed):
        code = int.from_bytes(listed[at : at + 2], "little")
        kind = code >> 13
        if kind != VARIABLE:
            size = _OPERAND[kind]
        elif code == TABLE_DEFINITION:
            size = 1 + int.from_bytes(listed[at + 2 : at + 4], "little")
        else:
            size = 1 + listed[at + 2]
        if code in {IN_TABLE, ROW_ENDS, LIST} and any(listed[at + 2 : at + 2 + size]):
            yield code
        at += 2 + size
