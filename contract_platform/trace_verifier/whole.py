"""A whole trace, as it should be: one pass, which answers yes or no. Where it is no, ``careful`` finds out why."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import islice
from typing import BinaryIO

from .chain import GENESIS, SWITCH, Tree, chained
from .hashing import HASHERS
from .notes import Checkpoint, Unsound, checkpoints, signer
from .report import Report
from .source import Source

NO_PREVIOUS = "0" * 64
LINE = 65  # bytes of a hash in hexadecimal digits with its line break


class Pass:
    """Entries, their stored hashes and the checkpoints, read beside each other."""

    def __init__(self, events: BinaryIO, hashes: BinaryIO, hear: Callable[[Sequence[bytes]], None]) -> None:
        self._events = events
        self._hashes = hashes
        self._hear = hear
        self.seq = 0
        self.last: Checkpoint | None = None
        self.signers: set[bytes] = set()
        self._head = GENESIS
        self._tree: Tree | None = None

    def follows(self, point: Checkpoint) -> bool:
        """Whether the next entries are those the checkpoint was signed for, and it follows the one before."""
        before = self.last
        if (point.number, point.previous) != ((before.number + 1, before.digest) if before else (1, NO_PREVIOUS)):
            return False
        lines = list(islice(self._events, max(0, point.last - self.seq)))
        if not lines or self.seq + len(lines) != point.last or not lines[-1].endswith(b"\n"):
            return False
        if before is None or point.algorithm != before.algorithm:
            if point.first != self.seq + 1 or (before and not switches(lines[0], point.algorithm)):
                return False
            self._tree = Tree(HASHERS[point.algorithm])
        elif point.first != before.first:
            return False
        return self._grows(point, lines)

    def _grows(self, point: Checkpoint, lines: Sequence[bytes]) -> bool:
        assert self._tree is not None
        hashes = chained(lines, self.seq, self._head, HASHERS[point.algorithm])
        shown = b"".join(hashes).hex("\n", 32).encode() + b"\n"
        if shown != point.hashes or shown != self._hashes.read(LINE * len(lines)):
            return False
        self._tree.extend(hashes)
        self._hear(lines)
        self._head, self.seq, self.last = hashes[-1], point.last, point
        self.signers.add(point.key_id)
        return self._tree.root() == point.root

    def ended(self) -> bool:
        """Whether nothing is left over."""
        return not self._events.read(1) and not self._hashes.read(1)


def switches(line: bytes, algorithm: str) -> bool:
    """Whether an entry announces that this algorithm begins with it."""
    return line.endswith(SWITCH) and json.loads(line)["data"].get("to") == algorithm


def holds(
    source: Source, keys: dict[bytes, bytes], entries: int, hear: Callable[[Sequence[bytes]], None], report: Report
) -> bool:
    """Whether all ``entries`` are as they were signed; the report learns by whom. ``hear`` is given every line.

    Each checkpoint names the one before, so the last signature covers them all.
    """
    with source.open("events.jsonl") as events, source.open("hashes.txt") as hashes:
        run = Pass(events, hashes, hear)
        try:
            with source.open("checkpoints.txt") as records:
                if not all(map(run.follows, checkpoints(records))):
                    return False
        except (Unsound, ValueError, LookupError):
            return False
        if run.last is None or run.seq != entries or not run.ended() or not run.signers <= keys.keys():
            return False
        report.checkpoints = run.last.number
        report.signed_by(keys[known_by] for known_by in run.signers)
        return signer(run.last.note, keys) is not None
