"""An export as a folder or a zip."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

from . import ed25519
from .notes import Unsound

UNREADABLE = (
    *(OSError, ValueError, TypeError, AttributeError, LookupError, EOFError, RuntimeError),
    *(struct.error, zlib.error, zipfile.BadZipFile, Unsound),
)
"""What damaged bytes can lead to while they are read."""

SIGNATURE = 128  # hexadecimal digits at the end of a zip, in its comment: the signature of all bytes before them
CHUNK = 1 << 20
BUFFER = 1 << 18  # lines are read a quarter faster than with the usual one


class Source(AbstractContextManager["Source"]):
    """Files by name."""

    def __init__(self, path: Path) -> None:
        self._folder = path
        self._zip = None if path.is_dir() else zipfile.ZipFile(path)

    def __exit__(self, *_: object) -> None:
        if self._zip is not None:
            self._zip.close()

    def open(self, name: str) -> BinaryIO:
        """A file from its start."""
        if self._zip is None:
            return (self._folder / name).open("rb", buffering=BUFFER)
        return io.BufferedReader(self._zip.open(name), BUFFER)  # type: ignore[type-var]

    def read(self, name: str) -> bytes:
        """A whole file."""
        with self.open(name) as file:
            return file.read()

    def sha256(self, name: str) -> str:
        """The digest of a file, in hexadecimal digits."""
        total = hashlib.sha256()
        with self.open(name) as file:
            while chunk := file.read(CHUNK):
                total.update(chunk)
        return total.hexdigest()


def sealed_zip(path: Path, keys: dict[bytes, bytes]) -> bool:
    """Whether one of the keys signed the zip as it is, byte for byte."""
    total, left = hashlib.sha256(), path.stat().st_size - SIGNATURE
    with path.open("rb") as file:
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            total.update(chunk)
            left -= len(chunk)
        digits = file.read()
    message = f"contract-platform/zip {total.hexdigest()}\n".encode()
    try:
        signature = bytes.fromhex(digits.decode("ascii"))
    except ValueError:
        return False
    exact = signature.hex().encode() == digits
    return exact and any(ed25519.verify(public, message, signature) for public in keys.values())
