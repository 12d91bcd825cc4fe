"""Merkle trees as in RFC 6962 (2.1): grown from the left, with audit paths for chosen leaves.

Leaves come already hashed (``domain/chain.py``). The root of any size follows from the complete subtrees at the left,
which are all that is kept.
"""

from collections.abc import Iterable, Iterator, Sequence

from contract_platform.domain.chain import Digest

NODE = b"\x01"


class Tree:
    """A growing tree. ``watched`` are the places (level, index from the left) whose hashes are wanted later."""

    def __init__(self, digest: Digest, *, watched: Iterable[tuple[int, int]] = ()) -> None:
        self._digest = digest
        self._complete: dict[int, bytes] = {}  # level -> the subtree there that has no right brother yet
        self._watched: dict[tuple[int, int], bytes | None] = dict.fromkeys(watched)
        self.size = 0

    @classmethod
    def resumed(cls, digest: Digest, size: int, complete: Sequence[bytes]) -> "Tree":
        """A tree of ``size`` leaves from its complete subtrees, largest first."""
        tree = cls(digest)
        tree.size = size
        tree._complete = dict(zip(levels_of(size), complete, strict=True))
        return tree

    def extend(self, leaves: Sequence[bytes]) -> None:
        """Add leaves at the right; each node is hashed once, when both its children are there."""
        nodes, level = list(leaves), 0
        while nodes:
            start = self.size >> level
            self._note(level, start, nodes)
            if start % 2:
                nodes.insert(0, self._complete.pop(level))
            if len(nodes) % 2:
                self._complete[level] = nodes.pop()
            pairs = iter(nodes)
            nodes = [self._digest(NODE + left + next(pairs)) for left in pairs]
            level += 1
        self.size += len(leaves)

    def _note(self, level: int, start: int, nodes: list[bytes]) -> None:
        if self._watched:
            for index, node in enumerate(nodes, start):
                if (level, index) in self._watched:
                    self._watched[level, index] = node

    def complete(self) -> tuple[bytes, ...]:
        """The complete subtrees, largest first: one per binary digit of the size."""
        return tuple(self._complete[level] for level in levels_of(self.size))

    def root(self) -> bytes:
        """The root; of an empty tree the hash of nothing."""
        return self._fold(self.size.bit_length()) if self.size else self._digest(b"")

    def _fold(self, height: int) -> bytes:
        """The root of what hangs below a height at the right edge."""
        low = [level for level in reversed(levels_of(self.size)) if level < height]
        folded = self._complete[low[0]]
        for level in low[1:]:
            folded = self._digest(NODE + self._complete[level] + folded)
        return folded

    def path(self, index: int) -> tuple[bytes, ...]:
        """The audit path of a leaf whose ``siblings`` were watched, lowest first."""
        return tuple(self._sibling(level, place) for level, place in siblings(index, self.size))

    def _sibling(self, level: int, index: int) -> bytes:
        if (index + 1) << level > self.size:
            return self._fold(level)
        node = self._watched[level, index]
        assert node is not None, "watched since the tree was empty"
        return node


def levels_of(size: int) -> list[int]:
    """The heights of the complete subtrees of a tree, largest first."""
    return [level for level in reversed(range(size.bit_length())) if size >> level & 1]


def siblings(index: int, size: int) -> Iterator[tuple[int, int]]:
    """The places on the audit path of a leaf (RFC 9162, 2.1.3.1), lowest first."""
    level, last = 0, size - 1
    while last:
        if index % 2 or index < last:
            yield level, index ^ 1
        index, last, level = index >> 1, last >> 1, level + 1
