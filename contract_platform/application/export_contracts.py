"""The ledger as a workbook: masked for everybody, in clear for a reason and only what the person works with."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import msgspec

from contract_platform.application.metrics import list_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import LedgerFilter, LedgerRow
from contract_platform.application.sheet_ports import Table
from contract_platform.application.shown import masked
from contract_platform.application.shown_time import shown
from contract_platform.application.trace import record
from contract_platform.domain.access import acting_roles
from contract_platform.domain.contract import Party
from contract_platform.domain.errors import Invalid
from contract_platform.domain.labels import CATEGORIES, label
from contract_platform.domain.people import Actor
from contract_platform.domain.relations import scope_of

MOST: Final = 5_000  # contracts of one export
PAGE: Final = 200
CLEAR: Final = "contract.export_clear"
HEADINGS: Final = (
    "合同名称", "合同编号", "审查编号", "状态", "类别", "承办单位", "承办人", "收支", "金额（元）", "签订日期",
    "届满日期", "备案编号", "备案状态", "相对方", "统一社会信用代码", "证件号码", "收款账号", "账户名称",
)  # fmt: skip


def export_contracts(platform: Platform, actor: Actor, wanted: LedgerFilter, *, reason: str | None = None) -> bytes:
    """What the filter shows of the person's scope; a reason asks for personal numbers in clear.

    Who exported how many contracts by which filter and why is an entry of the trace.
    """
    if reason is not None and not reason.strip():
        raise Invalid("export_reason_missing")
    rows, complete = collected(platform, actor, wanted)
    with platform.unit_of_work() as uow:
        lines = [line(uow, actor, row, clear=reason is not None) for row in rows]
        data = {
            "filter": {name: value for name, value in msgspec.to_builtins(wanted).items() if value},
            "count": len(lines),
            "complete": complete,
            "clear": reason is not None,
            "reason": (reason or "").strip(),
        }
        record(uow, platform, actor, "ledger.exported", object_id="ledger", data=data)
    notes = tuple(about(platform, actor, len(lines), complete=complete, reason=reason))
    return platform.sheets.write(
        (Table(name="合同台账", rows=(HEADINGS, *lines)), Table(name="导出说明", rows=(("项目", "内容"), *notes)))
    )


def collected(platform: Platform, actor: Actor, wanted: LedgerFilter) -> tuple[list[LedgerRow], bool]:
    """The rows in the ledger's order, and whether these are all."""
    wanted = list_of(platform, wanted)
    rows: list[LedgerRow] = []
    cursor: str | None = None
    while len(rows) < MOST:
        page = platform.queries.ledger(scope_of(actor), wanted, after=cursor, limit=PAGE)
        rows += page.rows
        cursor = page.next
        if cursor is None:
            break
    return rows, cursor is None


def line(uow: UnitOfWork, actor: Actor, row: LedgerRow, *, clear: bool) -> tuple[str, ...]:
    """One contract as cells of text; its other parties stand one below the other."""
    contract = uow.contracts.get(row.id)
    parties = tuple(party for party in contract.parties if party.side != "gov")
    if not (clear and acting_roles(actor, contract, CLEAR)):
        row, parties = masked(row), masked(parties)
    amount = "" if row.amount_fen is None else f"{Decimal(row.amount_fen) / 100:.2f}"
    return (
        row.name, row.contract_no or row.paper_no or "", row.review_no or "", label("State", row.state)[0],
        CATEGORIES.get(row.category, (row.category,))[0], row.handling_unit, row.handler,
        label("Direction", row.direction)[0], amount, iso(row.sign_date), iso(row.term_end), row.filing_no or "",
        label("FilingState", row.filing_state)[0] if row.filing_state else "",
        *(stacked(parties, name) for name in ("name", "uscc", "id_no", "bank_account", "account_name")),
    )  # fmt: skip


def stacked(parties: tuple[Party, ...], field: str) -> str:
    """A field of all parties, a line each."""
    return "\n".join(getattr(party, field) or "—" for party in parties)


def iso(day: object) -> str:
    """A day as text, empty where there is none."""
    return "" if day is None else str(day)


def about(
    platform: Platform, actor: Actor, count: int, *, complete: bool, reason: str | None
) -> Iterator[tuple[str, str]]:
    """What somebody who finds the file has to know."""
    yield "导出人", actor.name
    yield "导出时间", shown(platform.clock.now())
    yield "合同数", str(count) if complete else f"{count}（超过上限，未全部导出，请缩小筛选范围）"
    yield (
        "个人信息",
        "证件号码、账号、电话已遮盖" if reason is None else "含本人经办范围内合同的个人信息明文，请妥善保管",
    )
    if reason is not None:
        yield "用途", reason.strip()
