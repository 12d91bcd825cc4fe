"""The bureau's figures of one year."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.application.queries import MonthRow, Overview, StageRow, UnitRow
from contract_platform.domain.relations import Scope
from contract_platform.domain.vocabulary import Direction, FilingState, State
from storage.database.queries.ledger import BUREAU, CLOSED, ENDED
from storage.database.queries.scope import in_scope
from storage.database.tables.contracts import contracts, marks
from storage.database.tables.followups import alerts, filings
from storage.database.tables.people import units

ENDS = (State.ARCHIVED, State.WITHDRAWN, State.ABANDONED, State.NOT_ACCEPTED)
c, f = contracts.c, filings.c


def overview(connection: Connection, scope: Scope, year: int, today: date) -> Overview:
    """Everything of the first page; the contracts signed in the year are read once and counted here."""
    joined = contracts.join(units, units.c.id == c.handling_unit_id).outerjoin(
        filings, sa.and_(f.contract_id == c.id, f.target == BUREAU)
    )
    signed_in_year = c.sign_date.between(date(year, 1, 1), date(year, 12, 31))
    rows = connection.execute(
        sa.select(
            c.sign_date, c.direction, c.amount_fen, c.handling_unit_id, units.c.short_name,
            f.state, f.due_on, f.done_on, f.overdue,
        ).select_from(joined).where(in_scope(scope), signed_in_year)
    ).all()  # fmt: skip
    rows_due = [row for row in rows if row.state != FilingState.NOT_REQUIRED]
    ended = [row for row in rows_due if row.state in ENDED]
    due = [row for row in rows_due if row.due_on and row.due_on <= today]
    on_time = [row for row in due if row.done_on and row.done_on <= row.due_on and row.state in ENDED]
    late = [row for row in rows_due if row.due_on and row.due_on < today and row.state not in ENDED]
    alert = sa.select(alerts.c.level, sa.func.count()).join(contracts, c.id == alerts.c.contract_id)
    opened = connection.execute(alert.where(in_scope(scope), alerts.c.state.not_in(CLOSED)).group_by(alerts.c.level))
    marked = sa.select(marks.c.mark, sa.func.count()).join(contracts, c.id == marks.c.contract_id)
    counted = connection.execute(marked.where(in_scope(scope), signed_in_year).group_by(marks.c.mark))
    stages = sa.select(c.state, sa.func.count()).where(in_scope(scope), c.state.not_in(ENDS)).group_by(c.state)
    counts = {row[0]: row[1] for row in connection.execute(stages)}
    names = sorted({(row.handling_unit_id, row.short_name) for row in rows})
    return Overview(
        year=year,
        signed=len(rows),
        payable_fen=sum(row.amount_fen or 0 for row in rows if row.direction == Direction.PAYABLE),
        receivable_fen=sum(row.amount_fen or 0 for row in rows if row.direction == Direction.RECEIVABLE),
        filing_due=len(due),
        filed_on_time=len(on_time),
        filing_overdue=len(late),
        alerts={row[0]: row[1] for row in opened},
        marks={row[0]: row[1] for row in counted},
        months=tuple(
            MonthRow(
                month=month,
                signed=sum(row.sign_date.month == month for row in rows),
                filed=sum(row.done_on is not None and row.done_on.month == month for row in ended),
                filed_on_time=sum(row.due_on.month == month for row in on_time),
                filing_due=sum(row.due_on.month == month for row in due),
            )
            for month in range(1, 13)
        ),
        stages=tuple(StageRow(state=state, count=counts[state]) for state in State if state in counts),
        units=tuple(
            UnitRow(
                unit_id=unit,
                unit=name,
                filing_due=sum(row.handling_unit_id == unit for row in due),
                filed_on_time=sum(row.handling_unit_id == unit for row in on_time),
                overdue=sum(row.handling_unit_id == unit for row in late),
            )
            for unit, name in names
        ),
    )
