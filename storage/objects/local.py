"""Objects as files: written aside, flushed to the disk, then renamed into place."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from contract_platform.application.object_ports import StoredObject
from contract_platform.domain.errors import NotFound
from storage.objects.keys import SHA256, name_of

CHUNK = 1 << 20
INCOMING = "incoming"


class LocalObjects:
    """A folder of objects; on return of ``put`` bytes and name survive a power cut."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / INCOMING).mkdir(parents=True, exist_ok=True)

    def put(self, source: BinaryIO) -> StoredObject:
        """Store a stream; bytes already there only become young again, for the sweep of orphans."""
        descriptor, temporary = tempfile.mkstemp(dir=self._folder / INCOMING)
        digest, size = hashlib.sha256(), 0
        try:
            with os.fdopen(descriptor, "wb") as target:
                while chunk := source.read(CHUNK):
                    digest.update(chunk)
                    size += target.write(chunk)
                target.flush()
                os.fsync(target.fileno())
            self._settle(Path(temporary), digest.hexdigest())
        finally:
            Path(temporary).unlink(missing_ok=True)
        return StoredObject(sha256=digest.hexdigest(), size=size)

    def _settle(self, temporary: Path, sha256: str) -> None:
        """Rename over whatever is there: the same bytes with a new time."""
        place = self._path(sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        temporary.replace(place)
        for folder in (place.parent, place.parent.parent, self._folder):
            flush_folder(folder)

    def open(self, sha256: str) -> BinaryIO:
        """Open for reading."""
        try:
            return self._path(sha256).open("rb")
        except FileNotFoundError as error:
            raise NotFound("object_not_found", sha256=sha256) from error

    def exists(self, sha256: str) -> bool:
        """Whether the object is there."""
        return self._path(sha256).is_file()

    def keys(self) -> Iterator[tuple[str, datetime]]:
        """All keys with the time they were stored, lazily."""
        for file in self._folder.glob("??/??/*"):
            if SHA256.fullmatch(file.name):
                try:
                    stored = file.stat().st_mtime
                except FileNotFoundError:  # deleted while listing
                    continue
                yield file.name, datetime.fromtimestamp(stored, UTC)

    def delete(self, sha256: str) -> None:
        """Remove an object."""
        self._path(sha256).unlink(missing_ok=True)

    def erase(self, sha256: str) -> None:
        """Overwrite, then remove; where the disk writes elsewhere (flash, snapshots) the old blocks are its matter."""
        place = self._path(sha256)
        try:
            with place.open("r+b") as file:
                left = place.stat().st_size
                while left > 0:
                    left -= file.write(bytes(min(left, CHUNK)))
                file.flush()
                os.fsync(file.fileno())
        except FileNotFoundError:
            return
        place.unlink(missing_ok=True)
        flush_folder(place.parent)

    def _path(self, sha256: str) -> Path:
        return self._folder / name_of(sha256)


def flush_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
