"""Alerts."""

from datetime import date

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.application.queries import AlertPage, AlertRow
from contract_platform.domain.relations import Scope
from storage.database.queries.pages import Sort, page
from storage.database.queries.scope import in_scope
from storage.database.tables.contracts import contracts
from storage.database.tables.followups import alerts
from storage.database.tables.people import units

c, a = contracts.c, alerts.c
UNIT = units.c.short_name.label("handling_unit")
OWNED = contracts.join(units, units.c.id == c.handling_unit_id)


def alert_page(
    connection: Connection, scope: Scope, wanted: dict[str, tuple[str, ...]], after: str | None, limit: int
) -> AlertPage:
    """Alerts in scope by their day."""
    chosen = sa.select(
        a.id, a.revision, a.contract_id, c.name.label("contract_name"), c.contract_no, UNIT, a.kind, a.level, a.state,
        a.title, a.due_on, a.unit, a.provisional, a.raised_at, a.disposal, a.subject_id,
    ).select_from(OWNED.join(alerts, a.contract_id == c.id)).where(in_scope(scope))  # fmt: skip
    columns: dict[str, sa.ColumnElement[str]] = {
        "levels": a.level, "states": a.state, "kinds": a.kind, "units": c.handling_unit_id,
    }  # fmt: skip
    for name, values in wanted.items():
        if values:
            chosen = chosen.where(columns[name].in_(values))
    sort = Sort(column=a.due_on, tie=a.id, descending=False, kind=date)
    found = page(connection, chosen, sort, after=after, limit=limit, place=lambda row: row.due_on)
    rows = tuple(msgspec.convert(row, AlertRow, from_attributes=True) for row in found[0])
    return AlertPage(rows=rows, next=found[1], total=found[2], capped=found[3])
