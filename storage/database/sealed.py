"""The one column type for what can tell about a person: sealed on the way in, opened on the way out.

The key stands outside the database, so its file, its write-ahead log and its dumps tell nothing.
"""

from typing import Any, Protocol
from weakref import WeakKeyDictionary

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Dialect, Engine
from sqlalchemy.types import TypeDecorator


class Sealer(Protocol):
    """Seals for a place, which is table and column, and opens what was sealed for it."""

    def seal(self, place: str, plain: bytes) -> bytes:
        """Encrypt."""
        ...

    def open(self, place: str, sealed: bytes) -> bytes:
        """Decrypt; ``SealBrokenError`` where that is not possible."""
        ...


class NoKeysError(Exception):
    """A database that was opened without keys was asked for a sealed column."""


_SEALERS: "WeakKeyDictionary[Dialect, Sealer]" = WeakKeyDictionary()


def seal_columns(engine: Engine, sealer: Sealer) -> None:
    """Have an engine's sealed columns use these keys."""
    _SEALERS[engine.dialect] = sealer


class Sealed(TypeDecorator[Any]):
    """Text, bytes or a msgspec type (as JSON), sealed for ``place``; such columns cannot be searched or sorted by."""

    impl = sa.LargeBinary
    cache_ok = True

    def __init__(self, place: str, kind: Any = str) -> None:
        super().__init__()
        self.place = place
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        """Seal."""
        return None if value is None else sealer_of(dialect).seal(self.place, encoded(value, self.kind))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        """Open."""
        return None if value is None else decoded(sealer_of(dialect).open(self.place, value), self.kind)


def sealer_of(dialect: Dialect) -> Sealer:
    """The keys of an engine."""
    sealer = _SEALERS.get(dialect)
    if sealer is None:
        raise NoKeysError("the database was opened without keys")
    return sealer


def encoded(value: Any, kind: Any) -> bytes:
    """The bytes to seal."""
    if kind is bytes:
        return bytes(value)
    return str(value).encode() if kind is str else msgspec.json.encode(value)


def decoded(plain: bytes, kind: Any) -> Any:
    """The value of opened bytes."""
    if kind is bytes:
        return plain
    return plain.decode() if kind is str else msgspec.json.decode(plain, type=kind)
