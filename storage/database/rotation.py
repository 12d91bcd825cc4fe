"""Putting what is sealed under older keys under the newest, in short transactions, while the platform runs.

Stopped anywhere it is simply begun again: what is left is recognised by the key number at its beginning. A value that
somebody changes meanwhile is left alone: it was written under the newest key.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from storage.column_keys import HEADER, ColumnKeys
from storage.database import engine as engines
from storage.database.sealed import Sealed
from storage.database.tables import metadata

BATCH = 200  # values of one transaction
GRACE = 3600.0  # seconds an old key outlives its successor: a transaction that began before may still commit


def sealed_columns() -> Iterator[sa.Column[Any]]:
    """Every sealed column of every table."""
    for table in metadata.sorted_tables:
        yield from (column for column in table.columns if isinstance(column.type, Sealed))


def raw(column: sa.Column[Any]) -> sa.ColumnElement[bytes]:
    """The column as its bytes stand in the database."""
    return sa.type_coerce(column, sa.LargeBinary)


def begins_with(column: sa.Column[Any]) -> sa.ColumnElement[bytes]:
    """The header of a value: which key it was sealed with."""
    return sa.type_coerce(sa.func.substr(raw(column), 1, HEADER), sa.LargeBinary)


def in_use(engine: Engine) -> set[int]:
    """The numbers of all keys that some value is sealed with."""
    found: set[int] = set()
    with engines.reading(engine) as connection, connection.begin():
        for column in sealed_columns():
            headers = connection.scalars(sa.select(begins_with(column)).distinct().where(column.is_not(None)))
            found |= {int.from_bytes(header[1:]) for header in headers}
    return found


def reseal(engine: Engine, keys: ColumnKeys, *, batch: int = BATCH) -> int:
    """Put everything under the newest key; returns how many values were moved."""
    return sum(moved for column in sealed_columns() for moved in batches(engine, keys, column, batch))


def batches(engine: Engine, keys: ColumnKeys, column: sa.Column[Any], batch: int) -> Iterator[int]:
    """Move one column, a short transaction at a time; yields how many values each moved."""
    place = tuple(column.table.primary_key.columns)
    older = begins_with(column) != sa.literal(keys.header(), sa.LargeBinary)
    chosen = sa.select(raw(column), *place).where(column.is_not(None), older).order_by(*place).limit(batch)
    after: sa.ColumnElement[bool] = sa.true()
    while True:
        with engines.writing(engine) as connection, connection.begin():
            rows = [tuple(row) for row in connection.execute(chosen.where(after))]
            moved = [move(connection, keys, column, row) for row in rows]
        if not rows:
            return
        after = sa.tuple_(*place) > sa.tuple_(*(sa.literal(value) for value in rows[-1][1:]))
        yield sum(moved)


def move(connection: Connection, keys: ColumnKeys, column: sa.Column[Any], row: tuple[Any, ...]) -> int:
    """Seal one value (the first of the row, its key behind it) anew unless it changed; returns how many that were."""
    type_, sealed = column.type, row[0]
    assert isinstance(type_, Sealed)
    anew = keys.seal(type_.place, keys.open(type_.place, sealed))
    same = [key == value for key, value in zip(column.table.primary_key.columns, row[1:], strict=True)]
    unchanged = raw(column) == sa.literal(sealed, sa.LargeBinary)
    change = sa.update(column.table).where(*same, unchanged).values({column: sa.literal(anew, sa.LargeBinary)})
    return connection.execute(change).rowcount


def rotate(engine: Engine, keys: ColumnKeys, *, batch: int = BATCH) -> tuple[int, int]:
    """Begin a new key and move everything under it, or go on where an earlier run stopped; (key, values moved).

    While an old key waits for its removal there is no new one: a rotation ends before the next begins.
    """
    if in_use(engine) <= {keys.current}:
        if len(keys.numbers) > 1:
            return keys.current, 0
        keys.add()
    return keys.current, reseal(engine, keys, batch=batch)


def retire(engine: Engine, keys: ColumnKeys, *, grace: float = GRACE) -> list[int]:
    """Remove the old keys that nothing needs and that were replaced long enough ago; returns their numbers."""
    replaced = [old for old, new in pairwise(keys.numbers) if keys.age(new) >= grace]
    gone = sorted(set(replaced) - in_use(engine)) if replaced else []
    for number in gone:
        keys.retire(number)
    return gone
