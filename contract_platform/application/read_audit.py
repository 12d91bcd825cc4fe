"""The trace as the audit administrator reads it, and its export as a workbook, which is traced itself."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

import msgspec

from contract_platform.application.people_queries import TraceFilter
from contract_platform.application.people_views import TracePage, TraceRow
from contract_platform.application.ports import Platform
from contract_platform.application.sheet_ports import Table
from contract_platform.application.trace import record
from contract_platform.domain.deadlines import SHANGHAI
from contract_platform.domain.errors import Invalid
from contract_platform.domain.labels import label
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import Role

MOST: Final = 20_000  # rows of one export
PAGE: Final = 1_000
HEADINGS: Final = (
    "记录时间", "类型", "操作人", "用户名", "角色", "单位", "代办", "来源地址", "对象类别", "对象", "对象编号", "内容",
)  # fmt: skip


def read_audit(
    platform: Platform,
    actor: Actor,  # noqa: ARG001 - the access table decides who asks
    wanted: TraceFilter,
    *,
    after: str | None,
    limit: int,
) -> TracePage:
    """A page of the trace, newest first."""
    return platform.queries.trace(wanted, after=after, limit=limit)


def export_audit(platform: Platform, actor: Actor, wanted: TraceFilter, reason: str) -> bytes:
    """The filtered entries as a workbook; who exported what, why and how many is an entry of its own."""
    if not reason.strip():
        raise Invalid("export_reason_missing")
    rows: list[TraceRow] = []
    cursor: str | None = None
    while len(rows) < MOST:
        page = platform.queries.trace(wanted, after=cursor, limit=PAGE)
        rows += page.rows
        cursor = page.next
        if cursor is None:
            break
    with platform.unit_of_work() as uow:
        given = {name: value for name, value in msgspec.to_builtins(wanted).items() if value}
        data = {**given, "reason": reason.strip(), "count": len(rows), "complete": cursor is None}
        record(uow, platform, actor, "audit.exported", object_id=wanted.list, role=Role.AUDIT_ADMIN, data=data)
    return platform.sheets.write((Table(name="日志", rows=(HEADINGS, *(line(row) for row in rows))),))


def line(row: TraceRow) -> tuple[str, ...]:
    """One entry as cells of text."""
    at = row.recorded_at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M:%S")
    role = label("Role", row.role)[0] if row.role else ""
    data = msgspec.json.encode(row.data).decode() if row.data else ""
    return (
        at, row.type, row.actor, row.username or "", role, row.unit or "", row.acted_for or "", row.address,
        row.object_type, row.object_name or "", row.object_id, data,
    )  # fmt: skip


def first_instant(day: date | None) -> datetime | None:
    """The beginning of a day in Shanghai."""
    return datetime.combine(day, time(), SHANGHAI).astimezone(UTC) if day else None


def after_day(day: date | None) -> datetime | None:
    """The end of a day in Shanghai."""
    return first_instant(day + timedelta(days=1)) if day else None
