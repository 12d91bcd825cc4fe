"""The three sheets of an import and how their cells are read; what does not fit is named by sheet, row and column."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

import msgspec

from contract_platform.application.sheet_ports import Cell, Sheet
from contract_platform.domain.change import ImportedPerson, ImportedPost, ImportedUnit
from contract_platform.domain.labels import LABELS
from contract_platform.domain.machine import Reason
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Role, UnitKind

MOST_ROWS: Final = 200  # of each sheet; every new person costs a password hash
ADMINISTRATOR: Final = "业务岗位（三员在“角色授权”中逐一授予）"
LETTERS: Final = 26
DAY: Final = re.compile(r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$")


class Column(Record, frozen=True, kw_only=True):
    """A column: its heading, the field it fills, how a cell is read, what it may be, and whether it may be empty."""

    heading: str
    field: str
    read: Callable[[str], Any]
    expected: str
    optional: bool = False


class Form(Record, frozen=True, kw_only=True):
    """One sheet: its name, its columns and what a row becomes."""

    name: str
    columns: tuple[Column, ...]
    kind: type[ImportedUnit] | type[ImportedPerson] | type[ImportedPost]
    example: tuple[str, ...]


def member(kind: str, words: type[Role] | type[UnitKind]) -> Callable[[str], Any]:
    """Reads a word of the vocabulary by its Chinese label or its identifier."""
    known: Mapping[str, str] = {zh: name for name, (zh, _) in LABELS[kind].items()}
    return lambda text: words(known.get(text, text))


def day(text: str) -> date:
    """Reads 2026-03-02, 2026/3/2 or 2026年3月2日."""
    found = DAY.match(text)
    if found is None:
        raise ValueError(text)
    return date(*(int(part) for part in found.groups()))


def one_of(kind: str, leave: frozenset[str] = frozenset()) -> str:
    """The words of a kind, for the hint."""
    return "、".join(zh for name, (zh, _) in LABELS[kind].items() if name not in leave)


WITHOUT_POSTS = frozenset({"SYSTEM", "SYS_ADMIN", "SEC_ADMIN", "AUDIT_ADMIN"})
UNITS = Form(
    name="机构",
    columns=(
        Column(heading="单位全称", field="name", read=str, expected="1 至 100 字"),
        Column(heading="单位简称", field="short_name", read=str, expected="1 至 100 字"),
        Column(heading="类别", field="kind", read=member("UnitKind", UnitKind), expected=one_of("UnitKind")),
        Column(heading="上级单位全称", field="parent", read=str, expected="已有的单位，或填在本表前面"),
    ),
    kind=ImportedUnit,
    example=("某某区某某局", "区某某局", "工作部门", "某某区"),
)
PEOPLE = Form(
    name="人员",
    columns=(
        Column(heading="用户名", field="username", read=str, expected="3 至 32 位小写字母、数字、点、横线，字母开头"),
        Column(heading="姓名", field="name", read=str, expected="1 至 100 字"),
    ),
    kind=ImportedPerson,
    example=("zhangsan", "张三"),
)
POSTS = Form(
    name="岗位",
    columns=(
        Column(heading="用户名", field="username", read=str, expected="已有的用户名，或填在“人员”表中"),
        Column(heading="单位全称", field="unit", read=str, expected="已有的单位，或填在“机构”表中"),
        Column(heading="岗位", field="role", read=member("Role", Role), expected=one_of("Role", WITHOUT_POSTS)),
        Column(heading="起日", field="valid_from", read=day, expected="日期，如 2026-03-02"),
        Column(heading="止日", field="valid_to", read=day, expected="日期，或不填", optional=True),
    ),
    kind=ImportedPost,
    example=("zhangsan", "某某区某某局", "承办人", "2026-03-02", ""),
)
FORMS: Final = (UNITS, PEOPLE, POSTS)


def column_name(at: int) -> str:
    """A, B … Z, AA, AB … as spreadsheets name them."""
    tens, ones = divmod(at, LETTERS)
    return (column_name(tens - 1) if tens else "") + chr(ord("A") + ones)


def fault(code: str, form: Form, row: int, at: int, **params: object) -> Reason:
    """Something about one cell, by sheet, row and column."""
    return Reason(code=code, params={"sheet": form.name, "row": row, "column": column_name(at), **params})


def read_form(form: Form, sheet: Sheet) -> tuple[list[Any], list[Reason]]:
    """The rows of a sheet and everything wrong with it; empty rows are passed over only at the end."""
    reasons = headings(form, sheet)
    if reasons:
        return [], reasons
    rows: list[Any] = []
    last = max((number for number, row in enumerate(sheet.rows, 1) if any(cell.text for cell in row)), default=0)
    if last - 1 > MOST_ROWS:
        return [], [Reason(code="import_too_large", params={"rows": MOST_ROWS})]
    for number, cells in enumerate(sheet.rows[1:last], 2):
        row = read_row(form, number, cells, reasons)
        if row is not None:
            rows.append(row)
    return rows, reasons


def headings(form: Form, sheet: Sheet) -> list[Reason]:
    """The first row must be the template's."""
    first = sheet.rows[0] if sheet.rows else ()
    texts = [cell.text.strip() for cell in first] + [""] * len(form.columns)
    return [
        Reason(
            code="heading_wrong",
            params={"sheet": form.name, "column": column_name(at), "expected": column.heading},
        )
        for at, column in enumerate(form.columns)
        if texts[at] != column.heading
    ]


def read_row(form: Form, number: int, cells: tuple[Cell, ...], reasons: list[Reason]) -> Any:  # noqa: ANN401 - one of three
    """One row, or None with its faults noted."""
    values: dict[str, Any] = {}
    before = len(reasons)
    padded = (*cells, *(Cell(text="") for _ in range(len(form.columns) - len(cells))))
    for at, (column, cell) in enumerate(zip(form.columns, padded, strict=False)):
        if cell.formula:
            reasons.append(fault("cell_formula", form, number, at))
            continue
        text = cell.text.strip()
        if not text:
            if not column.optional:
                reasons.append(fault("cell_missing", form, number, at))
            continue
        try:
            hint = form.kind.__annotations__[column.field]
            values[column.field] = msgspec.convert(column.read(text), hint)
        except (ValueError, msgspec.ValidationError):
            reasons.append(fault("cell_wrong", form, number, at, value=text[:50], expected=column.expected))
    return form.kind(**values) if len(reasons) == before else None
