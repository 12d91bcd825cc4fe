"""A database as the platform sees it: units of work, the read side, the task ledger."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy.engine import Connection, Engine

from storage.database import engine as engines
from storage.database.outbox import DatabaseLedger
from storage.database.queries import DatabaseQueries
from storage.database.trace_chain import DatabaseChain
from storage.database.unit_of_work import DatabaseUnitOfWork

PURGED = (
    *("search_sections", "analyses", "recognised_pages", "remarks", "verdicts", "responses", "versions", "documents"),
)
"""Tables that a purge deletes from."""


class Database:
    """One engine with everything that is built on it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.ledger = DatabaseLedger(self._writing, self._reading)
        self.chain = DatabaseChain(self._writing, self._reading)
        self.queries = DatabaseQueries(self._reading)

    @contextmanager
    def unit_of_work(self) -> Iterator[DatabaseUnitOfWork]:
        """A writing transaction: commits at a clean exit, rolls back on any exception."""
        with self._writing() as connection:
            yield DatabaseUnitOfWork(connection)

    @contextmanager
    def reading(self) -> Iterator[DatabaseUnitOfWork]:
        """A reading transaction over one snapshot, without a write lock."""
        with self._reading() as connection:
            yield DatabaseUnitOfWork(connection)

    def scrub(self) -> None:
        """Clear what deleted rows left behind, outside any transaction.

        On SQLite deleted content is overwritten with zeros as it goes (``secure_delete``); what is left stands in old
        segments of the search index and in the write-ahead log. On PostgreSQL dead rows wait for VACUUM.
        """
        if self.engine.dialect.name == "sqlite":
            with self._writing() as connection:
                connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('optimize')")
            with closing(self.engine.raw_connection()) as pooled:  # SQLAlchemy's own would begin a transaction
                pooled.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            return
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"VACUUM {', '.join(PURGED)}")

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with engines.writing(self.engine) as connection, connection.begin():
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with engines.reading(self.engine) as connection, connection.begin():
            yield connection
