"""The text of one Word paragraph with tracked changes accepted, and what the text alone does not show."""

from typing import Final

from contract_platform.analysis.model import Revision, Span
from contract_platform.documents.archive import Element
from contract_platform.documents.ooxml import ALTERNATE, CHOICE, MATH_TEXT, child, flag, value, w

_SYMBOLS: Final = {
    **dict.fromkeys(("f0a8", "f06f", "f071", "f0a3", "2610"), "□"),
    **dict.fromkeys(("f0fe", "f052", "f0fc", "f0fd", "2611", "2612"), "☑"),
}
_BREAKS: Final = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("ptab"): "\t"}
_INSERTED: Final = frozenset({w("ins"), w("moveTo")})
_DELETED: Final = frozenset({w("del"), w("moveFrom")})
_SKIPPED: Final = frozenset(
    w(name) for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "rt", "commentReference", "annotationRef")
)
_T, _DEL_TEXT, _RUN, _SDT, _FIELD, _SYM, _TEXTBOX = (
    w(name) for name in ("t", "delText", "r", "sdt", "fldChar", "sym", "txbxContent")
)
_PAGE_BREAKS: Final = frozenset({"page", "column"})


class Paragraph:
    """Walks a paragraph once and collects its parts."""

    def __init__(self, element: Element, *, style_bold: bool = False) -> None:
        self.boxes: list[Element] = []
        self.has_toc_field = False
        self._pieces: list[str] = []
        self._length = 0
        self._revisions: list[Revision] = []
        self._underlined: list[tuple[int, int]] = []
        self._placeholders: list[Span] = []
        self._style_bold = style_bold
        self._plain_letters = 0
        self._bold_letters = 0
        for item in element:
            self._walk(item, None)
        self.text = "".join(self._pieces)

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """Tracked changes, relative to the text."""
        return tuple(self._revisions)

    @property
    def bold(self) -> bool:
        """Whether everything that prints is bold."""
        return self._bold_letters > 0 and self._plain_letters == 0

    @property
    def blanks(self) -> tuple[Span, ...]:
        """Underlined runs of nothing but space, and content controls that still show their prompt."""
        merged: list[tuple[int, int]] = []
        for start, end in self._underlined:
            if merged and merged[-1][1] == start:
                merged[-1] = (merged[-1][0], end)
            else:
                merged.append((start, end))
        empty = [Span(start=a, end=b) for a, b in merged if b > a and not self.text[a:b].strip(" \t\xa0\u3000")]
        return (*empty, *self._placeholders)

    def _walk(self, item: Element, change: Element | None) -> None:
        tag = item.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        if tag == _RUN:
            self._run(item, change)
        elif tag in _INSERTED or tag in _DELETED:
            self._change(item, change)
        elif tag == _SDT:
            self._control(item, change)
        elif tag == MATH_TEXT:
            self._add(item.text or "")
        else:
            for part in item:
                self._walk(part, change)

    def _change(self, item: Element, outer: Element | None) -> None:
        """An insertion is text that counts, a deletion text that is only remembered; a deletion inside wins."""
        if item.tag in _DELETED or (outer is not None and outer.tag in _DELETED):
            text = "".join(part.text or "" for part in item.iter(_T, _DEL_TEXT))
            if text:
                self._revisions.append(_revision("deleted", item, self._length, self._length, text))
            return
        start, first = self._length, len(self._pieces)
        for part in item:
            self._walk(part, item)
        if self._length > start:
            text = "".join(self._pieces[first:])
            self._revisions.append(_revision("inserted", item, start, self._length, text))

    def _control(self, item: Element, change: Element | None) -> None:
        start = self._length
        for part in item:
            self._walk(part, change)
        prompt = child(child(item, "sdtPr"), "showingPlcHdr")
        if prompt is not None and self._length > start:
            self._placeholders.append(Span(start=start, end=self._length))

    def _run(self, run: Element, change: Element | None) -> None:
        properties = child(run, "rPr")
        if properties is not None and flag(properties, "vanish"):
            return
        start, first = self._length, len(self._pieces)
        for part in run:
            self._part(part, change)
        if self._length == start:
            return
        if properties is not None and flag(properties, "u"):
            self._underlined.append((start, self._length))
        if any(piece.strip() for piece in self._pieces[first:]):
            self._weigh(properties)

    def _weigh(self, properties: Element | None) -> None:
        bold = flag(properties, "b")
        if self._style_bold if bold is None else bold:
            self._bold_letters += 1
        else:
            self._plain_letters += 1

    def _part(self, part: Element, change: Element | None) -> None:
        tag = part.tag
        if tag == _T:
            self._add(part.text or "")
        elif tag in _BREAKS:
            if value(part, "type") not in _PAGE_BREAKS:
                self._add(_BREAKS[str(tag)])
        elif tag == _SYM:
            self._add(_symbol(value(part, "char") or ""))
        elif tag == _FIELD:
            self._field(part)
        elif tag == w("instrText"):
            self.has_toc_field |= (part.text or "").strip().upper().startswith("TOC")
        elif tag == ALTERNATE:
            self._find_boxes(part.find(CHOICE))
        elif tag in {w("drawing"), w("pict"), w("object")}:
            self._find_boxes(part)
        elif tag == w("ruby"):
            self._walk(part, change)

    def _find_boxes(self, part: Element | None) -> None:
        if part is not None:
            self.boxes.extend(part.iter(_TEXTBOX))

    def _field(self, part: Element) -> None:
        """A form check box prints nothing as text: its state becomes a box character."""
        box = child(child(part, "ffData"), "checkBox")
        if box is not None:
            state = flag(box, "checked")
            self._add("☑" if (flag(box, "default") if state is None else state) else "□")

    def _add(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)


def _symbol(code: str) -> str:
    """A character of a symbol font; Wingdings boxes become box characters, other private ones are left out."""
    known = _SYMBOLS.get(code.lower())
    if known is not None:
        return known
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ue000" <= char <= "\uf8ff" or "\ud800" <= char <= "\udfff" else char


def _revision(kind: str, item: Element, start: int, end: int, text: str) -> Revision:
    return Revision(
        kind=kind, start=start, end=end, text=text, author=value(item, "author") or "", at=value(item, "date") or ""
    )
