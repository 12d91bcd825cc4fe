"""The list of disputes a person sees, and the same as a workbook."""

from decimal import Decimal
from typing import Final

import msgspec

from contract_platform.application.dispute_queries import DisputeFilter, DisputePage, DisputeRow
from contract_platform.application.ports import Platform
from contract_platform.application.sheet_ports import Table
from contract_platform.application.shown import masked
from contract_platform.application.trace import record
from contract_platform.domain.labels import label
from contract_platform.domain.people import Actor
from contract_platform.domain.performance_vocabulary import DisputeState
from contract_platform.domain.relations import scope_of

MOST: Final = 5_000  # disputes of one export
PAGE: Final = 200
HEADINGS: Final = (
    "争议", "合同名称", "合同编号", "承办单位", "相对方", "性质", "我方地位", "争议金额（元）", "状态", "当前程序",
    "受理机构", "案号", "最近期限", "诉讼时效届满", "结果", "结案日期", "实际支付或收回（元）",
)  # fmt: skip


def list_disputes(
    platform: Platform, actor: Actor, wanted: DisputeFilter, *, after: str | None, limit: int
) -> DisputePage:
    """A page of disputes with the days left to the nearest deadline."""
    page = platform.queries.disputes(scope_of(actor), wanted, after=after, limit=limit)
    return masked(msgspec.structs.replace(page, rows=tuple(dated(platform, row) for row in page.rows)))


def dated(platform: Platform, row: DisputeRow) -> DisputeRow:
    """The row with its days left, in natural days."""
    if row.deadline is None or row.state is not DisputeState.OPEN:
        return row
    return msgspec.structs.replace(row, days_left=(row.deadline - platform.clock.today()).days)


def export_disputes(platform: Platform, actor: Actor, wanted: DisputeFilter) -> bytes:
    """What the filter shows, as a workbook; who exported how many is traced."""
    rows: list[DisputeRow] = []
    cursor: str | None = None
    while len(rows) < MOST:
        page = platform.queries.disputes(scope_of(actor), wanted, after=cursor, limit=PAGE)
        rows += page.rows
        cursor = page.next
        if cursor is None:
            break
    with platform.unit_of_work() as uow:
        record(uow, platform, actor, "ledger.exported", object_id="disputes", data={"count": len(rows)})
    lines = tuple(line(masked(row)) for row in rows)
    return platform.sheets.write((Table(name="争议台账", rows=(HEADINGS, *lines)),))


def line(row: DisputeRow) -> tuple[str, ...]:
    """One dispute as cells of text."""
    return (
        row.title, row.contract_name, row.contract_no or "", row.handling_unit, row.opponent,
        label("DisputeNature", row.nature)[0], label("DisputePosition", row.position)[0], yuan(row.claim_fen),
        label("DisputeState", row.state)[0], label("DisputeStageKind", row.stage)[0] if row.stage else "",
        row.forum or "", row.case_no or "", text(row.deadline), text(row.limitation_due),
        label("DisputeOutcome", row.outcome)[0] if row.outcome else "", text(row.resolved_on), yuan(row.paid_fen),
    )  # fmt: skip


def yuan(fen: int | None) -> str:
    """An amount, empty where there is none."""
    return "" if fen is None else f"{Decimal(fen) / 100:.2f}"


def text(value: object) -> str:
    """A day, empty where there is none."""
    return "" if value is None else str(value)
