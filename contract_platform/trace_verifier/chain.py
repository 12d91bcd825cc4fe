"""The chain and its Merkle tree (RFC 6962): an entry's hash is at once the next link and a leaf."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Hasher = Callable[[bytes], Any]
GENESIS = bytes(32)
SWITCH = b'"type":"trace.algorithm"}\n'
_place = struct.Struct(">BQ").pack


def chained(lines: Sequence[bytes], seq: int, previous: bytes, new: Hasher) -> list[bytes]:
    """The hashes of entries that follow ``seq``; each line is the entry's content and a line break."""
    hashes = []
    for place, line in enumerate(lines, seq + 1):
        previous = new(_place(0, place) + previous + line[:-1]).digest()
        hashes.append(previous)
    return hashes


class Tree:
    """A growing tree, of which the complete subtrees are kept."""

    def __init__(self, new: Hasher, size: int = 0, complete: Iterable[bytes] = ()) -> None:
        """Empty, or of ``size`` leaves with its complete subtrees, largest first; ``ValueError`` where they are not."""
        self._new = new
        self.size = size
        subtrees = list(complete)
        levels = [level for level in reversed(range(size.bit_length())) if size >> level & 1]
        if len(levels) != len(subtrees):
            raise ValueError("complete subtrees")
        self._complete = dict(zip(levels, subtrees))  # noqa: B905 - Python 3.9

    def extend(self, leaves: Sequence[bytes]) -> None:
        """Add leaves at the right."""
        nodes, level, new = list(leaves), 0, self._new
        while nodes:
            if (self.size >> level) % 2:
                nodes.insert(0, self._complete.pop(level))
            if len(nodes) % 2:
                self._complete[level] = nodes.pop()
            pairs = iter(nodes)
            nodes = [new(b"\x01" + left + next(pairs)).digest() for left in pairs]
            level += 1
        self.size += len(leaves)

    def root(self) -> bytes:
        """The root of a tree that is not empty."""
        low, *high = sorted(self._complete)
        folded = self._complete[low]
        for level in high:
            folded = self._new(b"\x01" + self._complete[level] + folded).digest()
        return folded


def includes(root: bytes, size: int, index: int, leaf: bytes, path: Sequence[bytes], new: Hasher) -> bool:
    """Whether an audit path leads from a leaf to the root (RFC 9162, 2.1.3.2)."""
    last, folded = size - 1, leaf
    if not 0 <= index <= last:
        return False
    for node in path:
        if last == 0:
            return False
        if index % 2 or index == last:
            folded = new(b"\x01" + node + folded).digest()
            while not index % 2 and index:
                index, last = index >> 1, last >> 1
        else:
            folded = new(b"\x01" + folded + node).digest()
        index, last = index >> 1, last >> 1
    return last == 0 and folded == root
