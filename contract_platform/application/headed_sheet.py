"""Sheets that people keep themselves: the row of headings is found, columns are known by what they are called.

Nothing has to be retyped into a template: a title above the headings, other words for the same column, and columns
nobody asked for are all right. What does not fit is named by sheet, row and column.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from contract_platform.application.import_rows import column_name
from contract_platform.application.sheet_ports import Cell, Sheet
from contract_platform.domain.machine import Reason
from contract_platform.domain.records import Record

SEARCHED: Final = 10  # rows in which the headings are looked for
PLAIN: Final = re.compile(r"[\s*＊：:]")
IN_BRACKETS: Final = re.compile(r"[（(\[【].*?[）)\]】]")
TEN_THOUSAND: Final = "万"

Read = Callable[[str, str], Any]
"""What a cell says, given its text and its column's heading; ``ValueError`` where it does not fit."""


class Field(Record, frozen=True, kw_only=True):
    """Something a row may say: the names its column goes by, the best first, and what a cell of it has to be."""

    name: str
    headings: tuple[str, ...]
    read: Read
    expected: str
    required: bool = False
    example: str = ""

    @property
    def heading(self) -> str:
        """What the template calls it."""
        return self.headings[0]


class Place(Record, frozen=True, kw_only=True):
    """A column that was recognised: its number from 0 and its heading as it stands there."""

    field: Field
    at: int
    heading: str

    @property
    def column(self) -> str:
        """Its letter."""
        return column_name(self.at)


class Found(Record, frozen=True, kw_only=True):
    """The headings of a sheet. ``row`` counts from 1; ``unused`` are headings nobody asked for."""

    sheet: Sheet
    row: int
    places: tuple[Place, ...]
    unused: tuple[str, ...]


class Row(Record, frozen=True, kw_only=True):
    """A row that was read: its number in the sheet and the value of each field it fills."""

    number: int
    values: Mapping[str, Any]

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - any field
        """The value of a field."""
        return self.values.get(name, default)


def locate(fields: Iterable[Field], sheets: Iterable[Sheet]) -> Found | None:
    """The sheet and row with the most headings that are known; None where no row knows two of them."""
    wanted = tuple(fields)
    best: Found | None = None
    for sheet in sheets:
        for number, cells in enumerate(sheet.rows[:SEARCHED], 1):
            found = headings(wanted, sheet, number, cells)
            if len(found.places) > (len(best.places) if best else 1):
                best = found
    return best


def headings(fields: tuple[Field, ...], sheet: Sheet, number: int, cells: tuple[Cell, ...]) -> Found:
    """What a row says as a row of headings."""
    places, unused = [], []
    for at, cell in enumerate(cells):
        text = cell.text.strip()
        field = known_as(fields, text)
        if field is not None:
            places.append(Place(field=field, at=at, heading=text))
        elif text:
            unused.append(text)
    return Found(sheet=sheet, row=number, places=tuple(places), unused=tuple(unused))


def known_as(fields: tuple[Field, ...], heading: str) -> Field | None:
    """The field of a heading; brackets (units, hints) do not matter."""
    whole = PLAIN.sub("", heading)
    bare = IN_BRACKETS.sub("", whole)
    for text in (whole, bare):
        for field in fields:
            if text and text in field.headings:
                return field
    return None


def heading_faults(fields: Iterable[Field], found: Found) -> Iterator[Reason]:
    """Required columns that are not there, and two columns that say the same."""
    seen: dict[str, Place] = {}
    for place in found.places:
        earlier = seen.setdefault(place.field.name, place)
        if earlier is not place:
            twins: dict[str, object] = {
                "first": f"{earlier.column} {earlier.heading}",
                "second": f"{place.column} {place.heading}",
            }
            yield Reason(code="heading_twice", params={"sheet": found.sheet.name, "row": found.row, **twins})
    for field in fields:
        if field.required and field.name not in seen:
            params: dict[str, object] = {"sheet": found.sheet.name, "row": found.row, "expected": field.heading}
            yield Reason(code="heading_missing", params={**params, "others": field.headings[1:6]})


def read_rows(found: Found) -> Iterator[tuple[Row, tuple[Reason, ...]]]:
    """Every row below the headings that says something, with what is wrong with it."""
    for number, cells in enumerate(found.sheet.rows[found.row :], found.row + 1):
        if any(cell.text.strip() for cell in cells):
            yield read_row(found, number, cells)


def read_row(found: Found, number: int, cells: tuple[Cell, ...]) -> tuple[Row, tuple[Reason, ...]]:
    """One row; a cell that does not fit leaves its field empty and is named."""
    values: dict[str, Any] = {}
    faults: list[Reason] = []
    for place in found.places:
        cell = cells[place.at] if place.at < len(cells) else Cell(text="")
        text = cell.text.strip()
        if cell.formula:
            faults.append(flaw("cell_formula", found, number, place))
        elif not text:
            if place.field.required:
                faults.append(flaw("cell_missing", found, number, place))
        else:
            try:
                values[place.field.name] = place.field.read(text, place.heading)
            except ValueError:
                params = {"value": text[:50], "expected": place.field.expected}
                faults.append(flaw("cell_wrong", found, number, place, **params))
    return Row(number=number, values=values), tuple(faults)


def flaw(code: str, found: Found, number: int, place: Place, **params: object) -> Reason:
    """Something about one cell."""
    return Reason(code=code, params={"sheet": found.sheet.name, "row": number, "column": place.column, **params})


def flaw_of(code: str, found: Found, number: int, name: str, **params: object) -> Reason:
    """The same about a field of a row, in the first column where the field has none."""
    place = next((one for one in found.places if one.field.name == name), found.places[0])
    return flaw(code, found, number, place, **params)
