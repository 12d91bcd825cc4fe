"""The ledger of contracts from before the platform, out of a workbook: looked at first, then imported all or none."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from contract_platform.application.enter_historic import Resolved, enter_historic, identities, resolver
from contract_platform.application.go_live import go_live
from contract_platform.application.headed_sheet import Found, Row, flaw_of, heading_faults, locate, read_rows
from contract_platform.application.historic_rows import (
    FIELDS,
    MOST_ROWS,
    Judged,
    identity,
    row_doubts,
    row_faults,
)
from contract_platform.application.once import once
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.application.sheet_ports import Table
from contract_platform.domain.errors import Invalid
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor

SHOWN: Final = 100  # faults told at once
SAMPLE: Final = 20  # rows a preview shows
SHEET: Final = "合同台账"


class ColumnView(View, frozen=True, kw_only=True):
    """A column that was recognised: its letter, its heading in the file, and what the platform takes it for."""

    column: str
    heading: str
    field: str
    meaning: str


class HistoricSample(View, frozen=True, kw_only=True):
    """A row as it would be entered."""

    row: int
    name: str
    counterparty: str
    sign_date: str
    amount_fen: int | None
    state: str
    unit: str
    handler: str


class LedgerImportView(View, frozen=True, kw_only=True):
    """What a workbook holds. ``known`` are rows that are in the platform already and are passed over.

    ``faults`` counts everything wrong, ``reasons`` tells the first of it; ``doubts`` stop nothing. ``imported`` is 0
    as long as it has only been looked at.
    """

    filename: str
    sheet: str
    heading_row: int
    columns: tuple[ColumnView, ...]
    unused: tuple[str, ...]
    rows: int
    known: tuple[int, ...]
    faults: int
    reasons: tuple[Reason, ...]
    doubts: tuple[Reason, ...]
    sample: tuple[HistoricSample, ...]
    imported: int = 0


class Weighed(View, frozen=True, kw_only=True):
    """A workbook held against what is there: the contracts to enter, and everything there is to say."""

    view: LedgerImportView
    entries: tuple[Resolved, ...]
    reasons: tuple[Reason, ...]


def preview_import(
    platform: Platform, actor: Actor, *, file: Path, filename: str, unit_id: str | None = None
) -> LedgerImportView:
    """What would be imported, and everything wrong with it; nothing is kept."""
    found = read_ledger(platform, file, filename)
    with platform.reading() as uow:
        return weigh(uow, platform, actor, found, filename, unit_id).view


def import_ledger(
    platform: Platform,
    actor: Actor,
    *,
    file: Path,
    filename: str,
    secrecy_declared: bool,
    unit_id: str | None = None,
    idempotency_key: str | None = None,
) -> LedgerImportView:
    """Enter every contract of the workbook that is not there yet; ``Invalid`` with every fault, and nothing is kept.

    ``secrecy_declared`` (not classified) is required by 保守国家秘密法.
    """
    if not secrecy_declared:
        raise Invalid("secrecy_not_declared")
    found = read_ledger(platform, file, filename)

    def done() -> LedgerImportView:
        weighed = weigh(uow, platform, actor, found, filename, unit_id)
        if weighed.reasons:
            raise Invalid("import_refused", count=len(weighed.reasons), reasons=weighed.reasons[:SHOWN])
        if not weighed.entries and not weighed.view.known:
            raise Invalid("import_empty")
        enter_historic(uow, platform, actor, weighed.entries, filename=filename, rows=weighed.view.rows)
        return msgspec.structs.replace(weighed.view, imported=len(weighed.entries))

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, "contract.import", idempotency_key, LedgerImportView, done)


def read_ledger(platform: Platform, file: Path, filename: str) -> Found:
    """The sheet with the ledger; ``Invalid`` where there is none. No transaction is open meanwhile."""
    if platform.reader.sniff(file, filename) != "xlsx":
        raise Invalid("import_unreadable")
    found = locate(FIELDS, platform.sheets.read(file))
    if found is None:
        raise Invalid("headings_not_found", expected=[field.heading for field in FIELDS if field.required])
    return found


def weigh(
    uow: UnitOfWork, platform: Platform, actor: Actor, found: Found, filename: str, unit_id: str | None
) -> Weighed:
    """Every row read, held against units, people and what is in the ledger already."""
    reasons = list(heading_faults(FIELDS, found))
    rows = [] if reasons else list(read_rows(found))
    if len(rows) > MOST_ROWS:
        raise Invalid("import_too_large", rows=MOST_ROWS)
    reasons += [fault for _, faults in rows for fault in faults]
    judged = Judged(today=platform.clock.today(), since=go_live(platform))
    resolve = resolver(uow, platform, actor, unit_id)
    entries: list[Resolved] = []
    for row, _ in rows:
        reasons += row_faults(found, row, judged)
        resolved = resolve(found, row)
        if isinstance(resolved, Resolved):
            entries.append(resolved)
        else:
            reasons.append(resolved)
    reasons += repeated(found, [row for row, _ in rows])
    there = identities(uow, {entry.unit.id for entry in entries})
    known = tuple(entry.row.number for entry in entries if identity(entry.row) in there)
    reasons.sort(key=lambda reason: int(str(reason.params.get("row", 0))))
    new = tuple(entry for entry in entries if entry.row.number not in set(known))
    view = LedgerImportView(
        filename=filename,
        sheet=found.sheet.name,
        heading_row=found.row,
        columns=tuple(
            ColumnView(column=one.column, heading=one.heading, field=one.field.name, meaning=one.field.heading)
            for one in found.places
        ),
        unused=found.unused,
        rows=len(rows),
        known=known,
        faults=len(reasons),
        reasons=tuple(reasons[:SHOWN]),
        doubts=tuple(doubt for entry in new for doubt in row_doubts(found, entry.row))[:SHOWN],
        sample=tuple(sample(entry) for entry in new[:SAMPLE]),
    )
    return Weighed(view=view, entries=new, reasons=tuple(reasons))


def repeated(found: Found, rows: list[Row]) -> Iterator[Reason]:
    """Rows that say the same contract twice; the later one is named."""
    counted: Counter[tuple[Any, ...]] = Counter()
    for row in rows:
        key = identity(row)
        counted[key] += 1
        if counted[key] > 1 and row.get("name"):
            yield flaw_of("cell_repeated", found, row.number, "name", value=row.get("name"))


def sample(entry: Resolved) -> HistoricSample:
    """A row for looking at."""
    row = entry.row
    return HistoricSample(
        row=row.number,
        name=row.get("name", ""),
        counterparty="、".join(row.get("parties", ())),
        sign_date=str(row.get("sign_date", "")),
        amount_fen=row.get("amount"),
        state=str(row.get("state", "PERFORMING")),
        unit=entry.unit.short_name,
        handler=entry.handler.name,
    )


def template(platform: Platform) -> bytes:
    """The workbook to fill in: headings, and a sheet that says what each takes and what else it may be called."""
    hints = [("列", "必填", "填写内容", "也可以叫", "示例")]
    hints += [
        (one.heading, "是" if one.required else "", one.expected, "、".join(one.headings[1:]), one.example)
        for one in FIELDS
    ]
    table = Table(name=SHEET, rows=(tuple(one.heading for one in FIELDS),))
    return platform.sheets.write((table, Table(name="填写说明", rows=tuple(hints))))
