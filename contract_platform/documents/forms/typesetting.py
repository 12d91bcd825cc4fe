"""Paragraphs into lines: where a line may end, what each sign is set in, how a line is spread.

Rules of GB/T 15834 and clreq: closing marks begin no line, opening marks end none, words and figures stay whole.
"""

from collections.abc import Iterator
from typing import Final

import msgspec

from contract_platform.application.form_ports import NotLaidOutError
from contract_platform.documents.forms.page_model import Para, Rgb, Sheet, Span
from contract_platform.documents.forms.shelf import Face, Shelf, metrics
from contract_platform.domain.machine import Reason

NOT_FIRST: Final = frozenset("，。、；：？！）》」』】〉〕〗”’%‰℃·…—～,.;:?!)]}》々")
NOT_LAST: Final = frozenset("（《「『【〈〔〖“‘([{￥¥§〒")
NATURAL: Final = 1.3
"""Natural distance of lines as a multiple of the size, about what Word takes for Chinese type."""
TAB: Final = 21.0
SPREAD_MOST: Final = 0.25  # of the size, added between two signs of a justified line


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    """One sign with its face, size and advance."""

    text: str
    face: Face
    size: float
    width: float
    bold: bool
    underline: bool
    color: Rgb


class SetLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line ready to be drawn: ``x`` from the left of the column, ``gap`` added after every sign but the last."""

    signs: tuple[Sign, ...]
    x: float
    gap: float
    height: float
    rise: float


class SetPara(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph in lines."""

    para: Para
    lines: tuple[SetLine, ...]
    new_page: bool = False

    @property
    def height(self) -> float:
        """With the room before and after it."""
        return self.para.before + sum(line.height for line in self.lines) + self.para.after


class Typesetter:
    """Sets paragraphs for one document."""

    def __init__(self, shelf: Shelf, sheet: Sheet) -> None:
        self._shelf = shelf
        self._sheet = sheet
        self._known: dict[tuple[str, str, str, bool], Face] = {}
        self._fields: dict[str, str] = {}

    def on_page(self, page: int, pages: int) -> None:
        """What the fields show from now on."""
        self._fields = {"PAGE": str(page), "NUMPAGES": str(pages)}

    def set(self, para: Para, width: float) -> SetPara:
        """The lines of a paragraph in a column of a width."""
        room = max(width - para.left - para.right, 1)
        signs = [sign for span in para.spans for sign in self.signs(span, grid=para.on_grid)]
        lines: list[SetLine] = []
        new_page = para.new_page or bool(signs and signs[0].text == "\f")
        for part, ended in broken([sign for sign in signs if sign.text != "\f"], room, para.first, para.tabs):
            first = para.first if not lines else 0
            lines.append(self.line(para, part, room, first, spread=not ended))
        return SetPara(para=para, lines=tuple(lines), new_page=new_page)

    def line(self, para: Para, signs: list[Sign], room: float, first: float, *, spread: bool) -> SetLine:
        """One line, aligned."""
        while signs and signs[-1].text == " ":
            signs = signs[:-1]
        used = sum(sign.width for sign in signs)
        left = room - first - used
        gap = left / (len(signs) - 1) if para.align == "both" and spread and len(signs) > 1 else 0
        largest = max((sign.size for sign in signs), default=para.empty_size)
        x = para.left + first
        if para.align == "center":
            x += left / 2
        elif para.align == "right":
            x += left
        height = self.pitch(para, largest)
        return SetLine(
            signs=tuple(signs),
            x=x,
            gap=gap if 0 <= gap <= SPREAD_MOST * largest else 0,
            height=height,
            rise=(height - largest) / 2 + 0.86 * largest,
        )

    def pitch(self, para: Para, size: float) -> float:
        """The distance of lines."""
        if para.exactly is not None:
            return para.exactly
        natural = size * NATURAL
        grid = self._sheet.pitch
        if grid and para.on_grid:
            natural = grid * -(-natural // grid)
        return max(para.at_least, natural * para.times)

    def signs(self, span: Span, *, grid: bool) -> Iterator[Sign]:
        """The signs of a span, each in a face that shows it."""
        for text in self._fields.get(span.field, "") if span.field else span.text:
            if text in "\n\f\t":
                face = self._shelf.face(span.font)
                width = 0.0
            else:
                face = self.face_of(text, span)
                width = metrics(face).width(text) / 1000 * span.size
                if grid and width > span.size * 0.9:
                    width += self._sheet.char_space
            yield Sign(
                text=text,
                face=face,
                size=span.size,
                width=width,
                bold=span.bold,
                underline=span.underline,
                color=span.color,
            )

    def face_of(self, text: str, span: Span) -> Face:
        """The wanted face if it shows the sign, else the first that does; ``NotLaidOutError`` where none does."""
        key = (text, span.font, span.latin, span.bold)
        if key not in self._known:
            latin = self._shelf.exact(span.latin) if text.isascii() else None
            wanted = latin or self._shelf.face(span.font, bold=span.bold)
            found = next((face for face in (wanted, *self._shelf.others()) if metrics(face).shows(text)), None)
            if found is None:
                raise NotLaidOutError(
                    Reason(code="form_sign_missing", params={"sign": text, "code": f"U+{ord(text):04X}"})
                )
            self._known[key] = found
        return self._known[key]


def broken(signs: list[Sign], room: float, first: float, tabs: tuple[float, ...]) -> Iterator[tuple[list[Sign], bool]]:
    """The signs line by line, and whether the line ends on purpose (a break or the paragraph's end)."""
    rest = signs
    indent = first
    while True:
        end, after, on_purpose = fitting(rest, room - indent, indent, tabs)
        yield placed(rest[:end], indent, tabs), on_purpose
        if after is None:
            return
        rest = rest[after:]
        indent = 0


def fitting(signs: list[Sign], room: float, indent: float, tabs: tuple[float, ...]) -> tuple[int, int | None, bool]:
    """How many signs a line takes, where the next begins (None = nowhere), and whether it ends on purpose."""
    used = 0.0
    for at, sign in enumerate(signs):
        if sign.text == "\n":
            return at, at + 1, True
        used += sign.width if sign.text != "\t" else to_stop(indent + used, tabs)
        if used > room + 0.01 and at and sign.text != " ":
            end = turning(signs, at)
            after = end
            while after < len(signs) and signs[after].text == " ":
                after += 1
            return end, after if after < len(signs) else None, after >= len(signs)
    return len(signs), None, True


def turning(signs: list[Sign], at: int) -> int:
    """The last place at or before ``at`` where a line may end; ``at`` itself where there is none."""
    for place in range(at, 0, -1):
        if may_part(signs[place - 1].text, signs[place].text):
            return place
    return at


def may_part(before: str, after: str) -> bool:
    """Whether a line may end between two signs."""
    if after in NOT_FIRST or before in NOT_LAST or after == " ":
        return False
    if before in " \t":
        return True
    return not (in_word(before) and in_word(after)) and not (before in "—…" and after == before)


def in_word(text: str) -> bool:
    """Letters, figures and what joins them."""
    return text.isascii() and (text.isalnum() or text in "-_.,/@#&+*:")


def to_stop(x: float, tabs: tuple[float, ...]) -> float:
    """How far it is to the next stop."""
    stop = next((one for one in tabs if one > x + 0.01), None)
    return (stop if stop is not None else TAB * (x // TAB + 1)) - x


def placed(signs: list[Sign], indent: float, tabs: tuple[float, ...]) -> list[Sign]:
    """Tabulators as wide as they turn out; an empty line stays empty."""
    found, x = [], indent
    for sign in signs:
        wide = to_stop(x, tabs) if sign.text == "\t" else sign.width
        found.append(msgspec.structs.replace(sign, text=" ", width=wide) if sign.text == "\t" else sign)
        x += wide
    return found
