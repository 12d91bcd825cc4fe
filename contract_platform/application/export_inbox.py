"""A tab of the inbox as a workbook, by the same filters; personal numbers are masked and the export is traced."""

from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

import msgspec

from contract_platform.application.inbox_queries import InboxFilter, MatterRow, TaskRow
from contract_platform.application.list_inbox import list_matters, list_tasks
from contract_platform.application.ports import Platform
from contract_platform.application.sheet_ports import Table
from contract_platform.application.shown_time import shown
from contract_platform.application.trace import record
from contract_platform.domain.labels import label
from contract_platform.domain.people import Actor

MOST: Final = 5_000  # lines of one export
PAGE: Final = 200
TABS: Final = {
    "todo": "待办",
    "team": "待分派",
    "done": "已办",
    "started": "我发起的",
    "copied": "抄送我的",
    "followed": "我关注的",
}
TASK_HEADINGS: Final = (
    "时限", "到期日", "编号", "合同名称", "承办单位", "承办人", "金额（元）", "办理环节", "岗位", "办理人", "发送人",
    "收到时间", "办结时间", "催办次数",
)  # fmt: skip
MATTER_HEADINGS: Final = (
    "编号", "合同名称", "承办单位", "承办人", "金额（元）", "当前环节", "当前岗位", "当前办理人", "到手时间",
    "打开时间", "时限", "到期日", "日期", "抄送人", "抄送说明", "阅读时间",
)  # fmt: skip
OF_TASKS: Final = frozenset({"todo", "team", "done"})


def export_inbox(platform: Platform, actor: Actor, tab: str, wanted: InboxFilter) -> bytes:
    """The lines of a tab in its order; ``Invalid`` for a tab there is not."""
    if tab in OF_TASKS:
        lines = [task_line(row) for row in collected(list_tasks, platform, actor, tab, wanted)]
    else:
        lines = [matter_line(row) for row in collected(list_matters, platform, actor, tab, wanted)]
    given = {name: value for name, value in msgspec.to_builtins(wanted).items() if value}
    with platform.unit_of_work() as uow:
        data = {"tab": tab, "filter": given, "count": len(lines)}
        record(uow, platform, actor, "inbox.exported", object_id="inbox", data=data)
    headings = TASK_HEADINGS if tab in OF_TASKS else MATTER_HEADINGS
    return platform.sheets.write((Table(name=TABS[tab], rows=(headings, *lines)),))


def collected(
    page_of: Callable[..., Any], platform: Platform, actor: Actor, tab: str, wanted: InboxFilter
) -> Iterator[Any]:
    """The rows of a tab, as many as a workbook takes."""
    cursor: str | None = None
    for _ in range(0, MOST, PAGE):
        page = page_of(platform, actor, tab, wanted, after=cursor, limit=PAGE)
        yield from page.rows
        cursor = page.next
        if cursor is None:
            return


def task_line(row: TaskRow) -> tuple[str, ...]:
    """A task as cells of text."""
    return (
        in_words(row.days_left, row.unit), iso(row.due_on), row.number or "", row.contract_name, row.handling_unit,
        row.handler, yuan(row.amount_fen), label("State", row.state)[0], label("Role", row.role)[0],
        row.person or label("TaskStage", row.stage)[0], row.sender or "", shown(row.opened_at), instant(row.closed_at),
        str(row.urges),
    )  # fmt: skip


def matter_line(row: MatterRow) -> tuple[str, ...]:
    """A contract one keeps an eye on as cells of text."""
    return (
        row.number or "", row.contract_name, row.handling_unit, row.handler, yuan(row.amount_fen),
        label("State", row.state)[0], label("Role", row.role)[0] if row.role else "", row.person or "",
        instant(row.since), instant(row.seen_at), in_words(row.days_left, row.unit or "working"), iso(row.due_on),
        shown(row.at), row.by or "", row.note or "", instant(row.read_at),
    )  # fmt: skip


def in_words(left: int | None, unit: str) -> str:
    """剩 2 个工作日, 逾期 1 天, 今日到期."""
    if left is None:
        return ""
    days = "个工作日" if unit == "working" else "天"
    return "今日到期" if left == 0 else f"{'剩' if left > 0 else '逾期'} {abs(left)} {days}"


def yuan(fen: int | None) -> str:
    """An amount, empty where there is none."""
    return "" if fen is None else f"{Decimal(fen) / 100:.2f}"


def iso(day: object) -> str:
    """A day, empty where there is none."""
    return "" if day is None else str(day)


def instant(at: datetime | None) -> str:
    """An instant in local time, empty where there is none."""
    return "" if at is None else shown(at)
