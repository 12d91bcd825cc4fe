"""The chain of the trace in the database: sealing what is settled, reading what is sealed.

One process seals at a time: on PostgreSQL an advisory lock of the transaction, on SQLite the one write lock there is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.application.trace_ports import TracedRows
from contract_platform.domain.chain import Seal
from contract_platform.domain.events import Event
from storage.database.tables.ledger import events
from storage.database.trace import settled
from storage.database.trace_rows import told

LOCK = 0x7472616365  # "trace"; the number is this platform's own among advisory locks
COLUMNS = [events.c[name] for name in Event.__struct_fields__]
SEALED = events.c.seq.is_not(None)
UNSEALED = events.c.seq.is_(None)
FILL = (
    sa.update(events)
    .where(events.c.id == sa.bindparam("event_id"))
    .values(seq=sa.bindparam("place"), prior=sa.bindparam("place_before"), hash=sa.bindparam("digest"))
)
Transaction = Callable[[], AbstractContextManager[Connection]]


def record(row: object) -> Event:
    """A row as an event."""
    return msgspec.convert(row, Event, from_attributes=True)


def newest(connection: Connection) -> Seal | None:
    """The end of the chain."""
    chosen = sa.select(events.c.id.label("event_id"), events.c.seq, events.c.prior, events.c.hash)
    row = connection.execute(chosen.where(SEALED).order_by(events.c.seq.desc()).limit(1)).one_or_none()
    return None if row is None else msgspec.convert(row, Seal, from_attributes=True)


class Sealing:
    """A transaction in which this process alone may seal."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last(self) -> Seal | None:
        """The end of the chain."""
        return newest(self._connection)

    def waiting(self, limit: int) -> list[Event]:
        """The next settled events without a place, in their order."""
        chosen = settled(self._connection, sa.select(*COLUMNS).where(UNSEALED))
        rows = self._connection.execute(chosen.order_by(events.c.xid, events.c.position).limit(limit))
        return [record(row) for row in rows]

    def priors(self, contract_ids: Iterable[str]) -> dict[str, int]:
        """The last place of each contract that has one."""
        wanted = sa.and_(events.c.contract_id.in_(sorted(set(contract_ids))), SEALED)
        chosen = sa.select(events.c.contract_id, sa.func.max(events.c.seq)).where(wanted)
        return {row[0]: row[1] for row in self._connection.execute(chosen.group_by(events.c.contract_id))}

    def write(self, seals: Sequence[Seal]) -> None:
        """Fill in the places; the triggers refuse a second time."""
        values = [
            {"event_id": seal.event_id, "place": seal.seq, "place_before": seal.prior, "digest": seal.hash}
            for seal in seals
        ]
        self._connection.execute(FILL, values)


class DatabaseChain:
    """The chain seen from outside a unit of work; each call is a transaction of its own."""

    def __init__(self, writing: Transaction, reading: Transaction) -> None:
        self._writing = writing
        self._reading = reading

    def waiting(self) -> int:
        """How many settled events have no place yet."""
        with self._reading() as connection:
            chosen = settled(connection, sa.select(sa.func.count()).select_from(events).where(UNSEALED))
            return int(connection.execute(chosen).scalar_one())

    @contextmanager
    def sealing(self) -> Iterator[Sealing | None]:
        """Seal alone, committing at a clean exit; None while another process does."""
        with self._writing() as connection:
            sqlite = connection.dialect.name == "sqlite"
            alone = sqlite or connection.scalar(sa.select(sa.func.pg_try_advisory_xact_lock(LOCK)))
            yield Sealing(connection) if alone else None

    def last(self) -> Seal | None:
        """The end of the chain."""
        with self._reading() as connection:
            return newest(connection)

    def entries(self, after: int, limit: int) -> list[Event]:
        """Sealed events behind a place, in the order of the chain."""
        return self._sealed(events.c.seq > after, limit)

    def entries_of(self, contract_id: str) -> list[Event]:
        """All sealed events of a contract, in the order of the chain."""
        return self._sealed(events.c.contract_id == contract_id, None)

    def _sealed(self, wanted: sa.ColumnElement[bool], limit: int | None) -> list[Event]:
        with self._reading() as connection:
            chosen = sa.select(*COLUMNS).where(wanted, SEALED).order_by(events.c.seq).limit(limit)
            return [record(row) for row in connection.execute(chosen)]

    def hashes(self, after: int, limit: int) -> list[tuple[int, str]]:
        """Place and hash of entries behind a place."""
        with self._reading() as connection:
            chosen = sa.select(events.c.seq, events.c.hash).where(events.c.seq > after).order_by(events.c.seq)
            return [(row.seq, row.hash or "") for row in connection.execute(chosen.limit(limit))]

    def traced_rows(self, deciding: Mapping[str, str], contract_id: str | None = None) -> TracedRows:
        """Rows and decisions that sealed events tell of, at one moment."""
        with self._reading() as connection:
            last = newest(connection)
            objects, acts = told(connection, deciding, contract_id)
        return TracedRows(last=last.seq if last else 0, objects=objects, acts=acts)
