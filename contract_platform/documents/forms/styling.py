"""What a paragraph or run of a Word file looks like once its styles are followed (ECMA-376 part 1, 17.7.2)."""

from collections.abc import Iterator
from typing import Any, Final

from contract_platform.documents.archive import Element
from contract_platform.documents.forms.page_model import Align, Para, Rgb, Rule, Span
from contract_platform.documents.ooxml import child, flag, number, value, w

ALIGNS: Final[dict[str, Align]] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "both", "distribute": "both",
}  # fmt: skip
BLACK: Final[Rgb] = (0, 0, 0)
DEFAULT: Final = "宋体"


class Look:
    """Reads properties through the chain of styles, the nearest first."""

    def __init__(self, styles: Element | None) -> None:
        self._styles = {} if styles is None else {value(one, "styleId"): one for one in styles.iterfind(w("style"))}
        defaults = child(styles, "docDefaults")
        self._para_default = child(child(defaults, "pPrDefault"), "pPr")
        self._run_default = child(child(defaults, "rPrDefault"), "rPr")
        self._standard = next(
            (
                value(one, "styleId")
                for one in self._styles.values()
                if value(one, "type") == "paragraph" and value(one, "default") in {"1", "true"}
            ),
            None,
        )

    def chain(self, style: str | None) -> Iterator[Element]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while style is not None and style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(child(self._styles[style], "basedOn"))

    def para_properties(self, paragraph: Element) -> list[Element]:
        """All ``pPr`` that speak about a paragraph."""
        own = child(paragraph, "pPr")
        found = [own, *(child(one, "pPr") for one in self.chain(self._style_of(own))), self._para_default]
        return [one for one in found if one is not None]

    def run_properties(self, paragraph: Element, run: Element | None) -> list[Element]:
        """All ``rPr`` that speak about a run; without a run those of the paragraph's mark."""
        above = child(paragraph, "pPr")
        own = child(above, "rPr") if run is None else child(run, "rPr")
        named = self.chain(value(child(own, "rStyle")))
        found = [
            own,
            *(child(one, "rPr") for one in named),
            *(child(one, "rPr") for one in self.chain(self._style_of(above))),
            self._run_default,
        ]
        return [one for one in found if one is not None]

    def table_properties(self, table: Element) -> list[Element]:
        """All ``tblPr`` that speak about a table."""
        own = child(table, "tblPr")
        found = [own, *(child(one, "tblPr") for one in self.chain(value(child(own, "tblStyle"))))]
        return [one for one in found if one is not None]

    def _style_of(self, properties: Element | None) -> str | None:
        return value(child(properties, "pStyle")) or self._standard

    def span(self, paragraph: Element, run: Element | None, text: str, field: str = "") -> Span:
        """A run as a span."""
        chain = self.run_properties(paragraph, run)
        east = first_value(chain, "rFonts", "eastAsia") or DEFAULT
        return Span(
            text=text,
            font=east,
            latin=first_value(chain, "rFonts", "ascii") or east,
            size=(first_number(chain, "sz") or 20) / 2,
            bold=bool(first_flag(chain, "b")),
            underline=(first_value(chain, "u") or "none") != "none",
            color=rgb(first_value(chain, "color")) or BLACK,
            field=field,
        )

    def para(self, paragraph: Element, spans: tuple[Span, ...]) -> Para:
        """A paragraph with its spans."""
        chain = self.para_properties(paragraph)
        mark = self.span(paragraph, None, "")
        size = spans[0].size if spans else mark.size
        lines: dict[str, Any] = line_distance(chain)
        return Para(
            spans=spans,
            align=ALIGNS.get(first_value(chain, "jc") or "left", "left"),
            left=indent(chain, ("left", "start"), size),
            right=indent(chain, ("right", "end"), size),
            first=indent(chain, ("firstLine",), size) - indent(chain, ("hanging",), size),
            before=(first_number(chain, "spacing", "before") or 0) / 20,
            after=(first_number(chain, "spacing", "after") or 0) / 20,
            on_grid=first_flag(chain, "snapToGrid") is not False,
            keep_next=bool(first_flag(chain, "keepNext")),
            new_page=bool(first_flag(chain, "pageBreakBefore")),
            below=below(chain),
            tabs=tabs(chain),
            empty_size=mark.size,
            **lines,
        )


def first_value(chain: list[Element], name: str, attribute: str = "val") -> str | None:
    """The nearest mention of an attribute."""
    return next((found for one in chain if (found := value(child(one, name), attribute)) is not None), None)


def first_number(chain: list[Element], name: str, attribute: str = "val") -> int | None:
    """The nearest mention as an integer."""
    return next((found for one in chain if (found := number(child(one, name), attribute)) is not None), None)


def first_flag(chain: list[Element], name: str) -> bool | None:
    """The nearest mention of a toggle."""
    return next((found for one in chain if (found := flag(one, name)) is not None), None)


def indent(chain: list[Element], names: tuple[str, ...], size: float) -> float:
    """An indentation; where one place gives characters and twips, characters count."""
    for one in chain:
        for name in names:
            place = child(one, "ind")
            characters, twips = number(place, f"{name}Chars"), number(place, name)
            if characters:
                return characters / 100 * size
            if twips is not None:
                return twips / 20
    return 0


def line_distance(chain: list[Element]) -> dict[str, float]:
    """The distance of lines as fields of ``Para``."""
    line = first_number(chain, "spacing", "line")
    if line is None:
        return {}
    match first_value(chain, "spacing", "lineRule"):
        case "exact":
            return {"exactly": line / 20}
        case "atLeast":
            return {"at_least": line / 20}
        case _:
            return {"times": line / 240}


def below(chain: list[Element]) -> Rule | None:
    """The line below a paragraph."""
    return next((rule(child(child(one, "pBdr"), "bottom")) for one in chain if child(one, "pBdr") is not None), None)


def tabs(chain: list[Element]) -> tuple[float, ...]:
    """Where the tabulator stops, from the left margin."""
    stops = (number(stop, "pos") for one in chain for stop in one.iterfind(f"{w('tabs')}/{w('tab')}"))
    return tuple(sorted(stop / 20 for stop in stops if stop is not None and stop > 0))


def rule(border: Element | None) -> Rule | None:
    """A border as a line; None for none."""
    if border is None or value(border) in {None, "nil", "none"}:
        return None
    return Rule(width=max((number(border, "sz") or 4) / 8, 0.25), color=rgb(value(border, "color")) or BLACK)


def rgb(text: str | None) -> Rgb | None:
    """A colour in hex; None for ``auto``."""
    try:
        parts = bytes.fromhex(text or "")
    except ValueError:
        return None
    return (parts[0], parts[1], parts[2]) if len(parts) == len(BLACK) else None
