"""Paragraph styles of a Word document: names, ancestors, lists and the format they hand down."""

from functools import cache

from contract_platform.documents.archive import Element
from contract_platform.documents.ooxml import child, flag, number, value, w

DEEPEST = 20  # styles based on styles: a chain longer than this is a loop


class Styles:
    """Lookup over ``styles.xml``; every answer follows basedOn."""

    def __init__(self, root: Element | None) -> None:
        items = [] if root is None else root.findall(w("style"))
        self._styles = {value(item, "styleId") or "": item for item in items}
        self._default = next(
            (
                value(item, "styleId")
                for item in items
                if value(item, "type") == "paragraph" and value(item, "default") in {"1", "true"}
            ),
            None,
        )
        self.ancestry = cache(self._ancestry)
        self.numbering = cache(self._numbering)
        self.outline = cache(self._outline)
        self.bold = cache(self._bold)
        self.centered = cache(self._centered)
        self.name = cache(self._name)

    def _ancestry(self, style: str | None) -> tuple[str, ...]:
        """The style and what it is based on, nearest first."""
        chain: list[str] = []
        current = style or self._default
        while current in self._styles and current not in chain and len(chain) < DEEPEST:
            chain.append(current)
            current = value(child(self._styles[current], "basedOn"))
        return tuple(chain)

    def _properties(self, style: str | None, name: str) -> list[Element]:
        found = (child(self._styles[each], name) for each in self.ancestry(style))
        return [item for item in found if item is not None]

    def _numbering(self, style: str | None) -> tuple[str, int | None] | None:
        """List id and level that the style puts its paragraphs in; the level may be left to the list."""
        for properties in self._properties(style, "pPr"):
            own = child(properties, "numPr")
            list_id = value(child(own, "numId"))
            if list_id is not None:
                return list_id, number(child(own, "ilvl"))
        return None

    def _outline(self, style: str | None) -> int | None:
        """Outline level, 0 for the highest; 9 means body text and counts as none."""
        for properties in self._properties(style, "pPr"):
            level = number(child(properties, "outlineLvl"))
            if level is not None:
                return level if level < 9 else None  # noqa: PLR2004 - ECMA-376: 9 is body text
        return None

    def _bold(self, style: str | None) -> bool:
        answers = (flag(properties, "b") for properties in self._properties(style, "rPr"))
        return next((answer for answer in answers if answer is not None), False)

    def _centered(self, style: str | None) -> bool:
        answers = (value(child(properties, "jc")) for properties in self._properties(style, "pPr"))
        return next((answer == "center" for answer in answers if answer is not None), False)

    def _name(self, style: str | None) -> str:
        """Built-in name in lower case (heading 1, toc 2), else the style's own name."""
        return (value(child(self._styles.get(style or ""), "name")) or "").lower()
