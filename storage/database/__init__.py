"""The database adapter: SQLite in one process, PostgreSQL at scale, the same code."""

from storage.database.database import Database
from storage.database.engine import open_engine

__all__ = ["Database", "open_database"]


def open_database(url: str) -> Database:
    """Open ``sqlite:///path`` or ``postgresql+psycopg://…``; nothing is migrated here."""
    return Database(open_engine(url))
