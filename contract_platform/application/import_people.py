"""Units, people and posts out of a workbook: checked as a whole, asked for as one change, imported all or none."""

from pathlib import Path
from typing import Any

from contract_platform.application.import_rows import FORMS, read_form
from contract_platform.application.once import once
from contract_platform.application.people_views import ChangeRequestView
from contract_platform.application.ports import Platform
from contract_platform.application.read_changes import change_view
from contract_platform.application.request_change import open_change
from contract_platform.application.sheet_ports import Table
from contract_platform.application.weigh_change import Weighed
from contract_platform.application.weigh_import import weigh_import
from contract_platform.domain.change import PeopleImport
from contract_platform.domain.errors import Invalid
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor

SHOWN = 100  # faults told at once


def request_import(
    platform: Platform, actor: Actor, *, file: Path, filename: str, reason: str, idempotency_key: str | None = None
) -> ChangeRequestView:
    """Read and check the workbook, then ask; ``Invalid`` with every fault, and nothing is kept."""
    body = read_workbook(platform, file, filename)

    def done() -> ChangeRequestView:
        weighed = weigh_import(uow, platform, body)
        refuse(weighed.reasons)
        plain = Weighed(subject_id="", about=weighed.about)
        return change_view(uow, actor, open_change(uow, platform, actor, body, reason, weighed=plain))

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, "change.import", idempotency_key, ChangeRequestView, done)


def read_workbook(platform: Platform, file: Path, filename: str) -> PeopleImport:
    """The rows of the three sheets, read outside any transaction."""
    if platform.reader.sniff(file, filename) != "xlsx":
        raise Invalid("import_unreadable")
    sheets = {sheet.name: sheet for sheet in platform.sheets.read(file)}
    reasons: list[Reason] = []
    rows: dict[str, list[Any]] = {}
    for form in FORMS:
        sheet = sheets.get(form.name)
        if sheet is None:
            reasons.append(Reason(code="sheet_missing", params={"sheet": form.name}))
            continue
        rows[form.name], found = read_form(form, sheet)
        reasons += found
    refuse(tuple(reasons))
    units, people, posts = (tuple(rows[form.name]) for form in FORMS)
    if not (units or people or posts):
        raise Invalid("import_empty")
    return PeopleImport(filename=filename[:200], units=units, people=people, posts=posts)


def refuse(reasons: tuple[Reason, ...]) -> None:
    """``Invalid`` with all faults; the count says how many there are beyond those told."""
    if reasons:
        raise Invalid("import_refused", count=len(reasons), reasons=reasons[:SHOWN])


def template(platform: Platform) -> bytes:
    """The workbook to fill in: headings, and one sheet that says what each column takes."""
    tables = [Table(name=form.name, rows=(tuple(column.heading for column in form.columns),)) for form in FORMS]
    hints = [("工作表", "列", "填写内容", "示例")]
    for form in FORMS:
        for column, example in zip(form.columns, form.example, strict=True):
            hints.append((form.name, column.heading, column.expected, example))
    return platform.sheets.write((*tables, Table(name="填写说明", rows=tuple(hints))))
