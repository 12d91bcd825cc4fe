"""The read side over the database."""

from storage.database.queries.database_queries import DatabaseQueries

__all__ = ["DatabaseQueries"]
