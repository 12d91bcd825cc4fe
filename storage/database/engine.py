"""Engines: SQLite with a write-ahead log that survives power cuts, PostgreSQL with limits on waiting."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

BUSY_MILLISECONDS = 15_000
LOCK_TIMEOUT = "10s"
STATEMENT_TIMEOUT = "60s"
THREADS = 16
OVERFLOW = 48
READ_ONLY = "READ ONLY"
MODE = "sqlite_begin"  # execution option: IMMEDIATE for writing units of work


def open_engine(url: str) -> Engine:
    """An engine for ``sqlite:///path`` or ``postgresql+psycopg://…``."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return sqlite_engine(parsed)
    options = f"-c lock_timeout={LOCK_TIMEOUT} -c statement_timeout={STATEMENT_TIMEOUT} -c timezone=UTC"
    return sa.create_engine(
        parsed,
        pool_size=THREADS,
        max_overflow=OVERFLOW,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"options": options},
    )


def sqlite_engine(url: sa.URL) -> Engine:
    """SQLite whose transactions are begun by us: the driver would begin them late and deferred."""
    engine = sa.create_engine(
        url,
        hide_parameters=True,  # errors are logged, and parameters tell about people
        pool_size=THREADS,
        max_overflow=OVERFLOW,
        connect_args={"isolation_level": None, "timeout": BUSY_MILLISECONDS / 1000},
    )
    sa.event.listen(engine, "connect", set_pragmas)
    sa.event.listen(engine, "begin", begin)
    return engine


def set_pragmas(connection: Any, record: Any) -> None:  # noqa: ARG001 - the protocol of SQLAlchemy
    """Durable write-ahead log, enforced foreign keys, patient writers; what is deleted is overwritten with zeros."""
    durable = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
    for pragma in (f"busy_timeout={BUSY_MILLISECONDS}", *durable):
        connection.execute(f"PRAGMA {pragma}")


def begin(connection: Connection) -> None:
    """Begin with the lock the unit of work needs: a deferred writer can fail half-way instead of waiting."""
    mode = connection.get_execution_options().get(MODE, "DEFERRED")
    connection.exec_driver_sql(f"PRAGMA query_only={'ON' if mode == READ_ONLY else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if mode == READ_ONLY else f"BEGIN {mode}")


def writing(engine: Engine) -> Connection:
    """A connection whose transaction may write."""
    return engine.connect().execution_options(**{MODE: "IMMEDIATE"})


def reading(engine: Engine) -> Connection:
    """A connection whose transaction sees one snapshot and takes no write lock."""
    if engine.dialect.name == "sqlite":
        return engine.connect().execution_options(**{MODE: READ_ONLY})
    return engine.connect().execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
