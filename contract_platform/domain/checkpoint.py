"""Checkpoints: the root over a tree of the trace's entries, signed, and kept outside the database.

Each algorithm of the chain has a tree of its own, named by its first entry. A record on disk is the signed note in the
form of transparency logs (C2SP tlog-checkpoint: origin, size, root, then lines of our own), an empty line, and the
hashes of the entries that the checkpoint adds, one a line: they tell which entry was changed, not only that one was.
"""

import base64
import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime

from contract_platform.domain.chain import GENESIS
from contract_platform.domain.records import Record
from contract_platform.domain.signed_note import sign_note

ORIGIN = "contract-platform/trace/"
NO_PREVIOUS = "0" * 64


class Checkpoint(Record, frozen=True, kw_only=True):
    """The state of the tree at one moment.

    ``number`` counts checkpoints from 1, ``first`` is the entry the tree begins with, ``size`` its number of leaves,
    ``complete`` its complete subtrees, largest first. ``previous`` is the SHA-256 of the checkpoint's note before it.
    """

    number: int
    algorithm: str
    first: int
    size: int
    root: bytes
    complete: tuple[bytes, ...]
    previous: str
    at: datetime

    @property
    def last(self) -> int:
        """The newest entry it covers."""
        return self.first + self.size - 1


class Written(Record, frozen=True, kw_only=True):
    """A checkpoint as it was written: the record, the digest of its note, the hash of the newest entry."""

    checkpoint: Checkpoint
    record: bytes
    digest: str
    head: bytes


def text(checkpoint: Checkpoint) -> str:
    """What is signed."""
    lines = [
        f"{ORIGIN}{checkpoint.first}",
        str(checkpoint.size),
        base64.b64encode(checkpoint.root).decode(),
        f"algorithm {checkpoint.algorithm}",
        f"number {checkpoint.number}",
        f"previous {checkpoint.previous}",
        f"time {checkpoint.at.isoformat()}",
        *(f"complete {node.hex()}" for node in checkpoint.complete),
    ]
    return "\n".join(lines) + "\n"


def write(checkpoint: Checkpoint, hashes: Sequence[bytes], public: bytes, sign: Callable[[bytes], bytes]) -> bytes:
    """The record of a checkpoint that adds these entries; records in a row are a list of them."""
    note = sign_note(text(checkpoint), public, sign)
    return f"{note}\n{b''.join(hashes).hex(chr(10), len(GENESIS))}\n\n".encode()


def note_of(record: bytes) -> bytes:
    """The signed part of a record."""
    said, signature, _ = record.split(b"\n\n", 2)
    return said + b"\n\n" + signature + b"\n"


def read(record: bytes) -> Written:
    """A record that this platform wrote; ``ValueError`` where it is none. Its signature is not looked at."""
    try:
        return parsed(record)
    except (LookupError, ValueError) as error:
        raise ValueError("not a checkpoint") from error


def parsed(record: bytes) -> Written:
    """The record's parts, as far as they have the form they should have."""
    said, _, _ = record.split(b"\n\n", 2)
    origin, size, root, *lines = said.decode().split("\n")
    fields = [line.partition(" ") for line in lines]
    values = {name: value for name, _, value in fields}
    checkpoint = Checkpoint(
        number=int(values["number"]),
        algorithm=values["algorithm"],
        first=int(origin.removeprefix(ORIGIN)),
        size=int(size),
        root=base64.b64decode(root),
        complete=tuple(bytes.fromhex(value) for name, _, value in fields if name == "complete"),
        previous=values["previous"],
        at=datetime.fromisoformat(values["time"]),
    )
    digest = hashlib.sha256(note_of(record)).hexdigest()
    return Written(checkpoint=checkpoint, record=record, digest=digest, head=hashes_of(record)[-1])


def hashes_of(record: bytes) -> list[bytes]:
    """The hashes of the entries a record adds."""
    return [bytes.fromhex(line.decode()) for line in record.split(b"\n\n", 2)[2].split()]
