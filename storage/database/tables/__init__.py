"""All tables. Search indexes and triggers are made by the migrations alone: each database has its own kind."""

from typing import Any

from storage.database.tables import (
    changes,
    contracts,
    corrections,
    credentials,
    documents,
    ends,
    followups,
    ledger,
    papers,
    people,
    submissions,
    unsent,
    work,
)
from storage.database.tables.metadata import metadata

__all__ = [
    "changes",
    "contracts",
    "corrections",
    "credentials",
    "documents",
    "ends",
    "followups",
    "is_portable",
    "ledger",
    "metadata",
    "papers",
    "people",
    "submissions",
    "unsent",
    "work",
]

ENGINE_ONLY = "search_index"  # FTS5 with its shadow tables on SQLite, a GIN index on PostgreSQL


def is_portable(name: str | None, type_: str, parents: Any) -> bool:  # noqa: ARG001 - alembic's include_name hook
    """Whether a reflected name is described by the metadata, or belongs to one database only."""
    return name is None or not name.startswith(ENGINE_ONLY)
