"""A database as the platform sees it: units of work, the read side, the task ledger."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import Connection, Engine

from storage.database import engine as engines
from storage.database.outbox import DatabaseLedger
from storage.database.queries import DatabaseQueries
from storage.database.trace_chain import DatabaseChain
from storage.database.unit_of_work import DatabaseUnitOfWork


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
