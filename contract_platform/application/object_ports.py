"""Files as use cases keep them: by their content."""

from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO, Protocol

import msgspec


class StoredObject(msgspec.Struct, frozen=True, kw_only=True):
    """What the object store took in: hex SHA-256 (also the key) and size in bytes."""

    sha256: str
    size: int


class ObjectStore(Protocol):
    """Content-addressed files; putting the same bytes twice is one object."""

    def put(self, source: BinaryIO) -> StoredObject:
        """Store a stream durably (on return it survives a crash) under its SHA-256."""
        ...

    def open(self, sha256: str) -> BinaryIO:
        """Open for reading from the start, or ``NotFound``."""
        ...

    def exists(self, sha256: str) -> bool:
        """Whether the object is there."""
        ...

    def keys(self) -> Iterator[tuple[str, datetime]]:
        """All keys with the time they were stored, for sweeping orphans."""
        ...

    def delete(self, sha256: str) -> None:
        """Remove an object; nothing happens if it is gone."""
        ...

    def erase(self, sha256: str) -> None:
        """Remove an object for good, with whatever versions of it are kept; nothing happens if it is gone."""
        ...
