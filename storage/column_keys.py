"""The keys that personal columns of the database are sealed with: numbered files beside the installation's secret.

A sealed value is ``version(1) | key number(2) | nonce(12) | ciphertext | tag(16)``; the header and the place (table and
column) are authenticated with it. The highest number seals, every number opens, so keys are changed while the platform
runs: a process sees a new file at its next write. Each place has a key of its own (HKDF-SHA256, RFC 5869).
"""

import os
import re
import time
from functools import lru_cache
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from contract_platform.application.identity_ports import SealBrokenError
from storage.ciphers import CIPHERS, TAG, Aead
from storage.keys import NONCE, flush, make_secret, read_secret

VERSION: Final = b"\x01"
HEADER: Final = 3  # bytes: version and key number
MOST: Final = 0xFFFF  # keys in the life of an installation
FILE = re.compile(r"(\d{5})-(" + "|".join(CIPHERS) + r")\.key")


class ColumnKeys:
    """The keys in one folder; satisfies ``Sealer`` of the database."""

    def __init__(self, folder: Path, cipher: str) -> None:
        self._folder = folder
        self._cipher = cipher
        self._aead = lru_cache(self._derived)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._files = self._listed()
        self._seen = self._changed_at()
        if not self._files:
            self.add()

    def seal(self, place: str, plain: bytes) -> bytes:
        """Encrypt for a place under the newest key and a random nonce."""
        if self._changed_at() != self._seen:
            self._look()
        header, nonce = self.header(), os.urandom(NONCE)
        return header + nonce + self._aead(self.current, place).encrypt(nonce, plain, header + place.encode())

    def open(self, place: str, sealed: bytes) -> bytes:
        """Decrypt; ``SealBrokenError`` where it was changed, moved, or its key is gone."""
        header, nonce, body = sealed[:HEADER], sealed[HEADER : HEADER + NONCE], sealed[HEADER + NONCE :]
        if len(body) < TAG or not header.startswith(VERSION):
            raise SealBrokenError(f"{place}: unknown format")
        number = int.from_bytes(header[1:])
        if number not in self._files:
            self._look()
        if number not in self._files:
            raise SealBrokenError(f"{place}: key {number} is not in {self._folder}; restore it from a backup")
        try:
            return self._aead(number, place).decrypt(nonce, body, header + place.encode())
        except InvalidTag as error:
            raise SealBrokenError(f"{place}: changed, or sealed for another place") from error

    @property
    def current(self) -> int:
        """The number of the key that seals."""
        return max(self._files)

    @property
    def numbers(self) -> list[int]:
        """All keys, oldest first."""
        return sorted(self._files)

    def header(self, number: int | None = None) -> bytes:
        """What a value begins with that is sealed under a key, the newest unless told."""
        return VERSION + (number or self.current).to_bytes(2)

    def add(self) -> int:
        """Make a new key durably; from now on it seals. Returns its number."""
        number = max(self._files, default=0) + 1
        if number > MOST:
            raise OverflowError("no key number is left")
        make_secret(self._folder / f"{number:05}-{self._cipher}.key")
        self._look()
        return number

    def age(self, number: int) -> float:
        """Seconds since a key was made."""
        return time.time() - self._files[number].stat().st_mtime

    def retire(self, number: int) -> None:
        """Remove a key that nothing is sealed with any more; never the one that seals."""
        if number == self.current:
            raise ValueError("this key seals")
        self._files[number].unlink()
        flush(self._folder)
        self._aead.cache_clear()
        self._look()

    def _look(self) -> None:
        seen = self._changed_at()
        self._files = self._listed()
        self._seen = seen

    def _changed_at(self) -> int:
        return self._folder.stat().st_mtime_ns

    def _listed(self) -> dict[int, Path]:
        named = ((FILE.fullmatch(file.name), file) for file in self._folder.iterdir())
        return {int(name[1]): file for name, file in named if name}

    def _derived(self, number: int, place: str) -> Aead:
        file = self._files[number]
        size, cipher = CIPHERS[file.stem.partition("-")[2]]
        kdf = HKDF(algorithm=SHA256(), length=size, salt=None, info=b"column " + place.encode())
        return cipher(kdf.derive(read_secret(file)))
