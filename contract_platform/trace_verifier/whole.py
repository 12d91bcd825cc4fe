"""A whole trace, as it should be: one pass, which answers yes or no. Where it is no, ``careful`` finds out why."""

from __future__ import annotations

import json
from itertools import islice
from typing import BinaryIO

from .chain import GENESIS, SWITCH, Tree, chained
from .hashing import HASHERS
from .notes import Checkpoint, Unsound, checkpoints, signer
from .source import Source

NO_PREVIOUS = "0" * 64


class Pass:
    """Entries, their stored hashes and the checkpoints, read beside each other."""

    def __init__(self, events: BinaryIO, hashes: BinaryIO) -> None:
        self._events = events
        self._hashes = hashes
        self.seq = 0
        self.last: Checkpoint | None = None
        self.signers: set[bytes] = set()
        self._head = GENESIS
        self._tree: Tree | None = None

    def follows(self, point: Checkpoint) -> bool:
        """Whether the next entries are those the checkpoint was signed for, and it follows the one before."""
        before = self.last
        lines = list(islice(self._events, max(0, point.last - self.seq)))
        if (point.number, point.previous) != (
            (before.number + 1, before.digest) if before else (1, NO_PREVIOUS)
        ) or point.last != self.seq + len(lines):
            return False
        if self._tree is None or before is None or point.algorithm != before.algorithm:
            if point.first != self.seq + 1 or (before and not switches(lines[0], point.algorithm)):
                return False
            self._tree = Tree(HASHERS[point.algorithm])
        elif point.first != before.first:
            return False
        hashes = chained(lines, self.seq, self._head, HASHERS[point.algorithm])
        shown = b"".join(hashes).hex("\n", 32).encode() + b"\n"
        if shown != point.hashes or shown != b"".join(islice(self._hashes, len(lines))):
            return False
        self._tree.extend(hashes)
        self._head, self.seq, self.last = hashes[-1], point.last, point
        self.signers.add(point.key_id)
        return lines[-1].endswith(b"\n") and self._tree.root() == point.root

    def ended(self) -> bool:
        """Whether nothing is left over."""
        return not self._events.read(1) and not self._hashes.read(1)


def switches(line: bytes, algorithm: str) -> bool:
    """Whether an entry announces that this algorithm begins with it."""
    return line.endswith(SWITCH) and json.loads(line)["data"].get("to") == algorithm


def holds(source: Source, keys: dict[bytes, bytes], entries: int) -> list[bytes] | None:
    """The keys that signed, when all ``entries`` are as they were signed.

    Each checkpoint names the one before, so the last signature covers them all.
    """
    with (
        source.open("events.jsonl") as events,
        source.open("hashes.txt") as hashes,
        source.open("checkpoints.txt") as records,
    ):
        run = Pass(events, hashes)
        try:
            for point in checkpoints(records):
                if not run.follows(point):
                    return None
        except (Unsound, ValueError, LookupError):
            return None
        if run.last is None or run.seq != entries or not run.ended():
            return None
        if signer(run.last.note, keys) is None or not run.signers <= keys.keys():
            return None
        return [keys[known_by] for known_by in sorted(run.signers)]
