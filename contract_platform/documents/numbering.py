"""Automatic numbers of a Word document: what ``numbering.xml`` and the styles would print before each paragraph.

Lists that share an abstract list share its counters; a start override restarts once, at the first use of its list.
"""

import re
from collections.abc import Mapping

import msgspec

from contract_platform.documents.archive import Element
from contract_platform.documents.number_formats import printed
from contract_platform.documents.ooxml import child, flag, number, value, w
from contract_platform.documents.styles import Styles

BULLET = "•"
_PLACE = re.compile(r"%([1-9])")


class Level(msgspec.Struct, frozen=True):
    """One level of a list: how it prints, where it starts, and after which level it starts again."""

    form: str
    text: str
    start: int
    legal: bool
    restart: int | None
    style: str | None


class Label(msgspec.Struct, frozen=True):
    """What stands before a paragraph, and the list and level that put it there."""

    text: str
    list_id: str
    level: int


class Numbering:
    """Counts through a document, paragraph by paragraph, in document order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()
        if root is not None:
            self._load(root)

    def label(self, properties: Element | None, style: str | None) -> Label | None:
        """Count this paragraph in and return its label; None for a paragraph in no list."""
        place = self._place(properties, style)
        if place is None:
            return None
        list_id, index = place
        abstract, own, starts = self._lists[list_id]
        levels = self._levels.get(abstract, {}) | own
        if index not in levels:
            return None
        counts = self._counts.setdefault(abstract, {})
        if list_id not in self._started:
            self._started.add(list_id)
            counts.update({level: start - 1 for level, start in starts.items()})
        _count(counts, levels, index)
        return Label(text=_print(counts, levels, index), list_id=list_id, level=index)

    def _load(self, root: Element) -> None:
        linked: dict[str, str] = {}
        for abstract in root.iterfind(w("abstractNum")):
            key = value(abstract, "abstractNumId") or ""
            self._levels[key] = _levels(abstract)
            link = value(child(abstract, "numStyleLink"))
            if link:
                linked[key] = link
        for item in root.iterfind(w("num")):
            abstract_id = value(child(item, "abstractNumId")) or ""
            own, starts = _overrides(item)
            self._lists[value(item, "numId") or ""] = (abstract_id, own, starts)
        for key, link in linked.items():
            target = self._styles.numbering(link)
            if target and target[0] in self._lists:
                self._levels[key] = self._levels.get(self._lists[target[0]][0], {})

    def _place(self, properties: Element | None, style: str | None) -> tuple[str, int] | None:
        """List and level: from the paragraph, else from its style."""
        inherited = self._styles.numbering(style)
        own = child(properties, "numPr")
        list_id = value(child(own, "numId")) or (inherited[0] if inherited else None)
        if list_id is None or list_id == "0" or list_id not in self._lists:
            return None
        level = number(child(own, "ilvl"))
        if level is None and inherited:
            level = inherited[1] if inherited[1] is not None else self._level_of(list_id, style)
        return list_id, level or 0

    def _level_of(self, list_id: str, style: str | None) -> int:
        """The level that names the style, where the style names only the list."""
        abstract, own, _ = self._lists[list_id]
        levels = self._levels.get(abstract, {}) | own
        names = self._styles.ancestry(style)
        return next((index for index, level in levels.items() if level.style in names), 0)


def _levels(parent: Element) -> dict[int, Level]:
    return {number(item, "ilvl") or 0: _level(item) for item in parent.iterfind(w("lvl"))}


def _level(item: Element) -> Level:
    form = value(child(item, "numFmt")) or "decimal"
    start = number(child(item, "start"))
    return Level(
        form=form,
        text=value(child(item, "lvlText")) or "",
        start=1 if start is None else start,
        legal=bool(flag(item, "isLgl")),
        restart=number(child(item, "lvlRestart")),
        style=value(child(item, "pStyle")),
    )


def _overrides(item: Element) -> tuple[dict[int, Level], dict[int, int]]:
    own: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in item.iterfind(w("lvlOverride")):
        index = number(override, "ilvl") or 0
        own |= _levels(override)
        start = number(child(override, "startOverride"))
        if start is not None:
            starts[index] = start
    return own, starts


def _count(counts: dict[int, int], levels: Mapping[int, Level], index: int) -> None:
    counts[index] = counts.get(index, levels[index].start - 1) + 1
    for deeper in [level for level in counts if level > index]:
        restart = levels[deeper].restart if deeper in levels else None
        if restart is None or (restart and index < restart):
            del counts[deeper]
    for upper in range(index):
        if upper in levels:
            counts.setdefault(upper, levels[upper].start)


def _print(counts: Mapping[int, int], levels: Mapping[int, Level], index: int) -> str:
    level = levels[index]
    if level.form == "bullet":
        return BULLET

    def one(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        form = levels[at].form if at in levels else "decimal"
        if level.legal and form != "none":
            form = "decimal"
        return printed(counts.get(at, 1), form)

    return _PLACE.sub(one, level.text)
