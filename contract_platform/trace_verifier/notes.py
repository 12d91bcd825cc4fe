"""Signed notes and the records of checkpoints, read strictly: whatever could be written differently is refused."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from . import ed25519

KEY_NAME = "contract-platform/trace"
ORIGIN = "contract-platform/trace/"
CHUNK = 1 << 18


class Unsound(Exception):
    """The bytes are not what they should be."""


def read_keys(content: bytes) -> dict[bytes, bytes]:
    """Verifier keys, one a line: key id -> public key."""
    keys = {}
    for line in content.decode("ascii").splitlines():
        name, number, encoded = line.split("+", 2)
        public = exactly_base64(encoded)
        known_by = hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]
        if name != KEY_NAME or public[:1] != b"\x01" or known_by.hex() != number:
            raise Unsound("public-keys.txt")
        keys[known_by] = public[1:]
    return keys


def exactly_base64(encoded: str) -> bytes:
    """Decode; other spellings of the same bytes are refused."""
    decoded = base64.b64decode(encoded, validate=True)
    if base64.b64encode(decoded).decode() != encoded:
        raise Unsound("base64")
    return decoded


def signer(note: bytes, keys: dict[bytes, bytes]) -> bytes | None:
    """The public key that signed a note, None where its signature does not hold."""
    text, _, line = note.rpartition(b"\n\n")
    dash, _, signature = line.decode("utf-8", "replace").rpartition(" ")
    if dash != f"\N{EM DASH} {KEY_NAME}" or not signature.endswith("\n"):
        return None
    try:
        signed = exactly_base64(signature[:-1])
    except (Unsound, binascii.Error):
        return None
    public = keys.get(signed[:4])
    return public if public and ed25519.verify(public, text + b"\n", signed[4:]) else None


@dataclass(frozen=True)
class Checkpoint:
    """A record of ``checkpoints.txt``. ``first`` is the entry its tree begins with; it covers up to ``last``."""

    note: bytes
    hashes: bytes  # of the entries it adds, one hexadecimal line each
    number: int
    algorithm: str
    first: int
    size: int
    root: bytes
    previous: str
    complete: tuple[bytes, ...]

    @property
    def last(self) -> int:
        """The newest entry it covers."""
        return self.first + self.size - 1

    @property
    def key_id(self) -> bytes:
        """The key it says it was signed with."""
        return base64.b64decode(self.note.split(b" ")[-1])[:4]

    @property
    def digest(self) -> str:
        """By what the next checkpoint names this one."""
        return hashlib.sha256(self.note).hexdigest()


def paragraphs(stream: BinaryIO) -> Iterator[bytes]:
    """What stands before each empty line, without the line break before it."""
    rest = b""
    while chunk := stream.read(CHUNK):
        *whole, rest = (rest + chunk).split(b"\n\n")
        yield from whole
    if rest:
        raise Unsound("checkpoints.txt")


def checkpoints(stream: BinaryIO) -> Iterator[Checkpoint]:
    """All records; ``Unsound`` at the first that is none."""
    parts = paragraphs(stream)
    for text in parts:
        signature, hashes = next(parts, None), next(parts, None)
        if signature is None or hashes is None:
            raise Unsound("checkpoints.txt")
        try:
            yield checkpoint(text, text + b"\n\n" + signature + b"\n", hashes + b"\n")
        except (ValueError, KeyError, Unsound) as error:
            raise Unsound(f"checkpoints.txt: {text[:80]!r}") from error


def checkpoint(text: bytes, note: bytes, hashes: bytes) -> Checkpoint:
    """One record."""
    origin, size, root, *lines = text.decode("ascii").splitlines()
    fields = [line.partition(" ") for line in lines]
    values = {name: value for name, _, value in fields}
    if not origin.startswith(ORIGIN):
        raise Unsound(origin)
    return Checkpoint(
        note=note,
        hashes=hashes,
        number=int(values["number"]),
        algorithm=values["algorithm"],
        first=int(origin[len(ORIGIN) :]),
        size=int(size),
        root=exactly_base64(root),
        previous=values["previous"],
        complete=tuple(bytes.fromhex(value) for name, _, value in fields if name == "complete"),
    )
