"""The supervision notices a person sees, with the acts open to the reader; as a page and as a workbook."""

from collections.abc import Iterator
from typing import Final

import msgspec

from contract_platform.application.inbox_queries import SupervisionFilter, SupervisionPage, SupervisionRow
from contract_platform.application.list_inbox import days_meant, left
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.sheet_ports import Table
from contract_platform.application.shown import masked
from contract_platform.application.shown_time import shown as shown_instant
from contract_platform.application.supervision_standing import standing
from contract_platform.application.trace import record
from contract_platform.application.views import ActionView
from contract_platform.domain.contract import Contract
from contract_platform.domain.labels import label
from contract_platform.domain.people import Actor
from contract_platform.domain.relations import scope_of
from contract_platform.domain.supervision import ENDED, SUPERVISION, Supervision

MOST: Final = 5_000
PAGE: Final = 200
HEADINGS: Final = (
    "督办编号", "合同名称", "合同编号", "被督办单位", "状态", "督办事项和要求", "答复期限", "签发人", "签发时间",
    "答复", "答复人", "答复时间", "核实意见", "办结时间",
)  # fmt: skip


def list_supervisions(
    platform: Platform, actor: Actor, wanted: SupervisionFilter, *, after: str | None, limit: int
) -> SupervisionPage:
    """A page of notices, newest first."""
    days = days_meant(platform, wanted.due)
    page = platform.queries.supervisions(scope_of(actor), wanted, days, after=after, limit=limit)
    with platform.reading() as uow:
        rows = tuple(completed(uow, platform, actor, row) for row in page.rows)
    return msgspec.structs.replace(page, rows=rows)


def completed(uow: UnitOfWork, platform: Platform, actor: Actor, row: SupervisionRow) -> SupervisionRow:
    """A row with what depends on the day and on who reads it."""
    contract, notice = uow.contracts.get(row.contract_id), uow.supervisions.get(row.id)
    days = None if row.state in ENDED else left(platform, row.due_on, "working")
    acts = actions(platform, actor, contract, notice)
    return masked(msgspec.structs.replace(row, days_left=days, actions=acts))


def actions(platform: Platform, actor: Actor, contract: Contract, notice: Supervision) -> tuple[ActionView, ...]:
    """The acts on a notice that are open to the reader now."""
    found: list[ActionView] = []
    for row in SUPERVISION.rows(notice.state):
        facts = standing(platform, actor, contract, notice, row.action)
        if facts.role in row.roles and not SUPERVISION.obstacles(row, facts, preview=True):
            found.append(ActionView(action=row.action, enabled=True, primary=not found and row.action != "revoke"))
    return tuple(found)


def supervision_row(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, notice: Supervision
) -> SupervisionRow:
    """One notice as the list shows it."""
    known = {name: getattr(notice, name) for name in SupervisionRow.__struct_fields__ if hasattr(notice, name)}
    named = {
        "issued_by": uow.people.get(notice.issued_by).name,
        "answered_by": uow.people.get(notice.answered_by).name if notice.answered_by else None,
    }
    row = SupervisionRow(
        **(known | named),
        contract_name=contract.name,
        contract_number=contract.contract_no or contract.review_no,
        unit=uow.units.get(notice.unit_id).short_name,
    )
    return completed(uow, platform, actor, row)


def export_supervisions(platform: Platform, actor: Actor, wanted: SupervisionFilter) -> bytes:
    """What the filter shows, as a workbook; the export is traced."""
    rows = list(collected(platform, actor, wanted))
    with platform.unit_of_work() as uow:
        given = {name: value for name, value in msgspec.to_builtins(wanted).items() if value}
        data = {"filter": given, "count": len(rows)}
        record(uow, platform, actor, "supervisions.exported", object_id="supervisions", data=data)
    return platform.sheets.write((Table(name="督办", rows=(HEADINGS, *(line(row) for row in rows))),))


def collected(platform: Platform, actor: Actor, wanted: SupervisionFilter) -> Iterator[SupervisionRow]:
    """The rows in the list's order, as many as a workbook takes."""
    cursor: str | None = None
    for _ in range(0, MOST, PAGE):
        page = list_supervisions(platform, actor, wanted, after=cursor, limit=PAGE)
        yield from page.rows
        cursor = page.next
        if cursor is None:
            return


def line(row: SupervisionRow) -> tuple[str, ...]:
    """One notice as cells of text."""
    return (
        row.number, row.contract_name, row.contract_number or "", row.unit, label("SupervisionState", row.state)[0],
        row.demand, row.due_on.isoformat(), row.issued_by, shown_instant(row.issued_at), row.answer,
        row.answered_by or "", shown_instant(row.answered_at) if row.answered_at else "", row.note,
        shown_instant(row.ended_at) if row.ended_at else "",
    )  # fmt: skip
