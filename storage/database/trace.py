"""The trace in the database: appended to, never changed; triggers of the migrations refuse everything else.

Reading on from a cursor must not skip an event whose transaction commits later than one with a higher number. On SQLite
writers are serial, so ``position`` is the order of commits. On PostgreSQL each event carries the id of its
transaction, events are ordered by (xid, position), and a reader stops below the oldest transaction still running: no
event can appear below that line any more.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.domain.events import Event
from storage.database.repositories import TableRepository, columns_of
from storage.database.tables.ledger import events

BIGINT = sa.BigInteger
# a number not given out yet comes from the server that a backup was taken on: its transaction ended there
SETTLED = sa.text(
    "(events.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
    " OR events.xid >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint)"
)
# made once: building the statement anew costs more than the insert itself; inline: nobody asks for the position
APPEND = {
    "sqlite": sa.insert(events).inline().values(xid=0),
    "postgresql": sa.insert(events)
    .inline()
    .values(xid=sa.cast(sa.cast(sa.func.pg_current_xact_id(), sa.Text), BIGINT)),
}


class EventRepository(TableRepository[Event]):
    """Events in the order they were recorded."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, events, Event)

    def add(self, record: Event) -> None:
        """Append."""
        self._connection.execute(APPEND[self._connection.dialect.name], columns_of(record))


def after(connection: Connection, cursor: str, limit: int) -> list[tuple[str, str, str | None]]:
    """(id, type, contract id) of the settled events after the event whose id is the cursor ("" = from the start)."""
    chosen = sa.select(events.c.id, events.c.type, events.c.contract_id)
    place = sa.tuple_(events.c.xid, events.c.position)
    if cursor:
        known = connection.execute(
            sa.select(events.c.xid, events.c.position).where(events.c.id == cursor)
        ).one_or_none()
        if known is None:
            return []
        chosen = chosen.where(place > sa.tuple_(sa.literal(known[0], BIGINT), sa.literal(known[1], BIGINT)))
    rows = connection.execute(settled(connection, chosen).order_by(events.c.xid, events.c.position).limit(limit))
    return [(row.id, row.type, row.contract_id) for row in rows]


def last(connection: Connection) -> str:
    """The id of the newest settled event, "" when there is none."""
    chosen = settled(connection, sa.select(events.c.id))
    return connection.scalar(chosen.order_by(events.c.xid.desc(), events.c.position.desc()).limit(1)) or ""


def settled(connection: Connection, chosen: sa.Select[Any]) -> sa.Select[Any]:
    """Only events that nothing can precede any more."""
    return chosen if connection.dialect.name == "sqlite" else chosen.where(SETTLED)
