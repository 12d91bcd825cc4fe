"""Failed attempts by subject: counted under a row lock, so that guesses sent at once are counted one by one."""

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from contract_platform.domain.credentials import Failures
from storage.database.repositories import columns_of
from storage.database.tables.credentials import failures


class FailureRows:
    """The rows of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read(self, subject: str) -> Failures:
        """What is counted against a subject; nothing when it is not known."""
        row = self._connection.execute(sa.select(failures).where(failures.c.subject == subject)).one_or_none()
        return Failures(subject=subject) if row is None else msgspec.convert(row, Failures, from_attributes=True)

    def hold(self, subject: str) -> Failures:
        """The same, with the row locked until the commit; subjects are to be held in one order everywhere."""
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        row = dialect.insert(failures).values(columns_of(Failures(subject=subject)))
        self._connection.execute(
            row.on_conflict_do_update(index_elements=["subject"], set_={"subject": row.excluded.subject})
        )
        return self.read(subject)

    def keep(self, counted: Failures) -> None:
        """Write what is now counted against a subject that is held."""
        matches = failures.c.subject == counted.subject
        self._connection.execute(sa.update(failures).where(matches).values(columns_of(counted)))

    def forget(self, subject: str) -> None:
        """Count from nothing again."""
        self._connection.execute(sa.delete(failures).where(failures.c.subject == subject))
