"""The database adapter: SQLite in one process, PostgreSQL at scale, the same code."""

from storage.database.database import Database
from storage.database.engine import open_engine
from storage.database.sealed import Sealer, seal_columns

__all__ = ["Database", "open_database"]


def open_database(url: str, sealer: Sealer) -> Database:
    """Open ``sqlite:///path`` or ``postgresql+psycopg://…`` with the keys of its columns; nothing is migrated."""
    engine = open_engine(url)
    seal_columns(engine, sealer)
    return Database(engine)
