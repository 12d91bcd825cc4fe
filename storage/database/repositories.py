"""Records in and out of tables."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from contract_platform.domain.contract import Contract
from contract_platform.domain.document import RecognisedPage, Recognition, StoredAnalysis
from contract_platform.domain.errors import Conflict, NotFound
from storage.database import search
from storage.database.tables.documents import versions

T = TypeVar("T", bound=msgspec.Struct)


def columns_of(record: msgspec.Struct) -> dict[str, Any]:
    """The record's fields by name; fields are named as columns are."""
    return {name: getattr(record, name) for name in record.__struct_fields__}


def equal(column: sa.Column[Any], value: object) -> sa.ColumnElement[bool]:
    """The column is the value, or one of the values of a tuple."""
    return column.in_(value) if isinstance(value, tuple) else column == value


class TableRepository(Generic[T]):
    """The records of one table, read and written through one connection."""

    def __init__(self, connection: Connection, table: sa.Table, kind: type[T], *, key: str = "id") -> None:
        self._connection = connection
        self._table = table
        self._kind = kind
        self._key = table.c[key]
        self._columns = [table.c[name] for name in kind.__struct_fields__]

    def get(self, key: str) -> T:
        """The record, or ``NotFound``."""
        row = self._connection.execute(sa.select(*self._columns).where(self._key == key)).one_or_none()
        if row is None:
            raise NotFound(f"{self._kind.__name__.lower()}_not_found", id=key)
        return self._record(row)

    def find(self, **equals: object) -> list[T]:
        """All records with these values, in order of their keys, which are ordered by time."""
        matches = [equal(self._table.c[name], value) for name, value in equals.items()]
        rows = self._connection.execute(sa.select(*self._columns).where(*matches).order_by(self._key))
        return [self._record(row) for row in rows]

    def add(self, record: T) -> None:
        """Insert; ``Conflict`` when a unique value is taken."""
        try:
            self._connection.execute(sa.insert(self._table).values(columns_of(record)))
        except IntegrityError as error:
            raise Conflict("already_exists", kind=self._kind.__name__) from error

    def add_all(self, records: Sequence[T]) -> None:
        """Insert many at once; ``Conflict`` when a unique value is taken."""
        if not records:
            return
        try:
            self._connection.execute(sa.insert(self._table), [columns_of(record) for record in records])
        except IntegrityError as error:
            raise Conflict("already_exists", kind=self._kind.__name__) from error

    def remove(self, key: str) -> None:
        """Delete; nothing happens if it is gone."""
        self._connection.execute(sa.delete(self._table).where(self._key == key))

    def save(self, record: T) -> T:
        """Update a root under its revision and return it with the next one."""
        columns = columns_of(record)
        revision = columns["revision"]
        columns["revision"] = revision + 1
        table = self._table
        matches = (self._key == columns[self._key.name], table.c.revision == revision)
        try:
            done = self._connection.execute(sa.update(table).where(*matches).values(columns))
        except IntegrityError as error:
            raise Conflict("already_exists", kind=self._kind.__name__) from error
        if done.rowcount == 0:
            raise Conflict("changed_meanwhile", id=columns[self._key.name], expected=revision)
        return msgspec.structs.replace(record, revision=revision + 1)

    def _record(self, row: Any) -> T:
        return msgspec.convert(row, self._kind, from_attributes=True)


class ContractRepository(TableRepository[Contract]):
    """Contracts, found by name, numbers and parties as soon as they are written."""

    def add(self, record: Contract) -> None:
        """Insert and index."""
        super().add(record)
        self._index(record)

    def add_all(self, records: Sequence[Contract]) -> None:
        """Insert and index many at once."""
        super().add_all(records)
        search.index_new(self._connection, search.RECORD, [(one.id, self._words(one)) for one in records])

    def save(self, record: Contract) -> Contract:
        """Update and index."""
        saved = super().save(record)
        self._index(saved)
        return saved

    def _index(self, contract: Contract) -> None:
        search.index_text(self._connection, contract.id, search.RECORD, self._words(contract))

    def _words(self, contract: Contract) -> str:
        parties = [part for party in contract.parties for part in (party.name, party.uscc)]
        parts = [contract.name, contract.contract_no, contract.paper_no, contract.review_no, *parties]
        return "\n".join(part for part in parts if part)


class RecognisedRepository(TableRepository[RecognisedPage]):
    """Pages of scans; how far a file has come is told without their bodies."""

    def progress(self, sha256: str) -> Recognition | None:
        """How far the file has come, None where nothing is to be recognised."""
        pages = self._table.c
        asked = sa.select(pages.page, pages.done, pages.code).where(pages.sha256 == sha256).order_by(pages.page)
        rows = self._connection.execute(asked).all()
        if not rows:
            return None
        failed = tuple(row.page for row in rows if row.code)
        return Recognition(total=len(rows), done=sum(row.done for row in rows), failed=failed)


class AnalysisRepository(TableRepository[StoredAnalysis]):
    """Analyses; the newest of each document is what its text is found by."""

    def add(self, record: StoredAnalysis) -> None:
        """Insert and index."""
        super().add(record)
        search.index_text(self._connection, *self._owner(record), record.search_text)

    def remove(self, key: str) -> None:
        """Delete, with the words its document was found by."""
        search.index_text(self._connection, *self._owner(self.get(key)), "")
        super().remove(key)

    def _owner(self, record: StoredAnalysis) -> tuple[str, str]:
        owner = sa.select(versions.c.contract_id, versions.c.document_id).where(versions.c.id == record.version_id)
        contract_id, document_id = self._connection.execute(owner).one()
        return contract_id, document_id
