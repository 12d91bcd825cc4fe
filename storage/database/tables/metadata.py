"""The metadata all tables hang on, with the columns that come again and again."""

from typing import Any

import sqlalchemy as sa

from storage.database.sealed import Sealed
from storage.database.types import Instant

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def key(name: str = "id") -> sa.Column[str]:
    """The primary key: a UUIDv7 or a digest as text."""
    return sa.Column(name, sa.String(64), primary_key=True)


def revision() -> sa.Column[int]:
    """The number of saves of an aggregate root."""
    return sa.Column("revision", sa.Integer, nullable=False)


def reference(name: str, target: str, *, optional: bool = False) -> sa.Column[str]:
    """A foreign key to the id of another table."""
    return sa.Column(name, sa.String(64), sa.ForeignKey(f"{target}.id"), nullable=optional)


def loose(name: str) -> sa.Column[str]:
    """An optional id that is not enforced, because the two rows point at each other or the target may be any table."""
    return sa.Column(name, sa.String(64))


def code(name: str, *, optional: bool = False) -> sa.Column[str]:
    """A short identifier: a member of the vocabulary, a number for people, a hash."""
    return sa.Column(name, sa.String(200), nullable=optional)


def words(name: str, *, optional: bool = False) -> sa.Column[str]:
    """Text of any length."""
    return sa.Column(name, sa.Text, nullable=optional)


def required(name: str, type_: Any) -> sa.Column[Any]:
    """A column that always has a value."""
    return sa.Column(name, type_, nullable=False)


def number_of(name: str) -> sa.Column[int]:
    """How many, on a table that had rows before: none until somebody counts."""
    return sa.Column(name, sa.Integer, nullable=False, server_default=sa.text("0"))


def flag(name: str) -> sa.Column[bool]:
    """Yes or no on a table that had rows before: no until somebody says yes."""
    return sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false())


def sealed(table: str, name: str, kind: Any = str, *, optional: bool = False) -> sa.Column[Any]:
    """A column that can tell about a person: text, bytes or records, encrypted for this table and column."""
    return sa.Column(name, Sealed(f"{table}.{name}", kind), nullable=optional)


def instant(name: str, *, optional: bool = False) -> sa.Column[Any]:
    """An instant in UTC."""
    return sa.Column(name, Instant, nullable=optional)
