"""A database whose requests can be looked at and taken back: one connection, one transaction, never committed."""

import hashlib
import threading
from collections.abc import Container, Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from storage.database import Database
from storage.database import engine as engines
from storage.database.tables.metadata import metadata

FREE = frozenset({"events", "sessions", "responses"})
"""Tables a refused request may write to: the trace, the use of the session, the key of a repeat."""


class HeldDatabase(Database):
    """Every unit of work is a savepoint inside one transaction; ``taken_back`` undoes what happened inside it.

    A log that is part of the transaction names each row written, so that looking costs nothing however large the
    tables are; ``digest`` is the slow proof that the log tells the truth.
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._lock = threading.RLock()
        self._connection = engines.writing(self.engine)
        self._outer = self._connection.begin()
        self._log_changes()

    def _log_changes(self) -> None:
        run = self._connection.exec_driver_sql
        run("CREATE TEMP TABLE written (name TEXT, act TEXT)")
        for table in metadata.sorted_tables:
            for act in ("INSERT", "UPDATE", "DELETE"):
                run(
                    f"CREATE TEMP TRIGGER written_{table.name}_{act} AFTER {act} ON main.{table.name} "
                    f"BEGIN INSERT INTO written VALUES ('{table.name}', '{act}'); END"
                )

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._lock, self._connection.begin_nested():
            yield self._connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._lock:
            yield self._connection

    @contextmanager
    def taken_back(self) -> Iterator[None]:
        """What is done inside is undone at the end."""
        self._connection.exec_driver_sql("DELETE FROM written")
        savepoint = self._connection.begin_nested()
        try:
            yield
        finally:
            savepoint.rollback()

    def written(self) -> frozenset[str]:
        """The tables written to since ``taken_back`` was entered; what was rolled back does not count."""
        return frozenset(self._connection.scalars(sa.text("SELECT DISTINCT name FROM written")))

    def refusals(self) -> list[tuple[str, str]]:
        """(actor, object) of the refusals in the trace."""
        found = sa.text("SELECT actor, object_id FROM events WHERE type = 'access.refused' ORDER BY position")
        return [tuple(row) for row in self._connection.execute(found)]

    def revisions(self) -> dict[str, int]:
        """The revision of every root by its id."""
        roots = [table for table in metadata.sorted_tables if "revision" in table.c and "id" in table.c]
        chosen = (sa.select(table.c.id, table.c.revision) for table in roots)
        return {row.id: row.revision for one in chosen for row in self._connection.execute(one)}

    def rows(self, names: Container[str] | None = None) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every table, or of those named."""
        wanted = (table for table in metadata.sorted_tables if names is None or table.name in names)
        return {table.name: [tuple(row) for row in self._connection.execute(sa.select(table))] for table in wanted}

    def digest(self) -> str:
        """A hash over everything but what a refused request may write."""
        kept = {name: sorted(map(repr, rows)) for name, rows in self.rows().items() if name not in FREE}
        return hashlib.sha256(repr(sorted(kept.items())).encode()).hexdigest()

    def close(self) -> None:
        """Forget everything."""
        self._outer.rollback()
        self._connection.close()
        super().close()
