"""Audit paths from a contract's entries to signed checkpoints."""

import contextlib
from collections.abc import Iterator, Sequence
from itertools import islice

from contract_platform.application.trace_ports import Trace
from contract_platform.domain.chain import GENESIS, split
from contract_platform.domain.checkpoint import Checkpoint, Written, hashes_of, read
from contract_platform.domain.events import Event
from contract_platform.domain.merkle import Tree, siblings
from contract_platform.domain.records import Record

BATCH = 10_000


class Proof(Record, frozen=True, kw_only=True):
    """Entry ``seq`` follows the hash ``previous`` and leads by ``path`` to the root of a checkpoint (hex)."""

    checkpoint: int
    path: tuple[str, ...]
    previous: str
    seq: int


def prove_entries(trace: Trace, newest: Written | None, entries: Sequence[Event]) -> tuple[list[Written], list[Proof]]:
    """The checkpoints needed and a proof per entry; entries that no checkpoint covers get none."""
    points = newest_of_each_tree(trace, newest, entries[0].seq or 1) if entries and newest else []
    proofs: list[Proof] = []
    for point in points:
        checkpoint = point.checkpoint
        places = [event.seq for event in entries if event.seq and checkpoint.first <= event.seq <= checkpoint.last]
        if places:
            proofs += proofs_in(trace, checkpoint, places)
    return points, proofs


def newest_of_each_tree(trace: Trace, newest: Written, first: int) -> list[Written]:
    """The last checkpoint of every tree that holds entries from ``first`` on; mostly there is one tree."""
    if newest.checkpoint.first <= first:
        return [newest]
    last_of = {written.checkpoint.first: written for written in readable(trace)}
    return [written for written in last_of.values() if written.checkpoint.last >= first]


def proofs_in(trace: Trace, point: Checkpoint, places: Sequence[int]) -> Iterator[Proof]:
    """Proofs within one tree, from the hashes of the database, or of the checkpoints where those were changed."""
    tree, before = grown(trace, point, places, stored_hashes(trace, point))
    if tree.root() != point.root:
        tree, before = grown(trace, point, places, signed_hashes(trace, point))
    for place in places if tree.root() == point.root else ():
        path = tuple(node.hex() for node in tree.path(place - point.first))
        yield Proof(checkpoint=point.number, path=path, previous=before[place].hex(), seq=place)


def grown(
    trace: Trace, point: Checkpoint, places: Sequence[int], hashes: Iterator[tuple[int, bytes]]
) -> tuple[Tree, dict[int, bytes]]:
    """The tree of a checkpoint with what the places need of it, and the hash before each place."""
    watched = {node for place in places for node in siblings(place - point.first, point.size)}
    tree = Tree(trace.notary.digest(point.algorithm), watched=watched)
    before = dict.fromkeys(places, GENESIS)
    while batch := list(islice(hashes, BATCH)):
        before.update((place + 1, digest) for place, digest in batch if place + 1 in before)
        tree.extend([digest for place, digest in batch if place >= point.first])
    return tree, before


def stored_hashes(trace: Trace, point: Checkpoint) -> Iterator[tuple[int, bytes]]:
    """From the entry before the tree's first to the checkpoint's last, as far as the database has them."""
    after = max(0, point.first - 2)
    while after < point.last and (batch := trace.chain.hashes(after, min(BATCH, point.last - after))):
        for place, sealed in batch:
            try:
                yield place, split(sealed)[1]
            except ValueError:
                return
        after = batch[-1][0]


def signed_hashes(trace: Trace, point: Checkpoint) -> Iterator[tuple[int, bytes]]:
    """The same from the records of the checkpoints."""
    for written in readable(trace):
        hashes, last = hashes_of(written.record), written.checkpoint.last
        if last >= point.first - 1:
            yield from enumerate(hashes, last - len(hashes) + 1)
        if last >= point.last:
            return


def readable(trace: Trace) -> Iterator[Written]:
    """The checkpoints whose files are still checkpoints."""
    for record in trace.checkpoints.records():
        with contextlib.suppress(ValueError):
            yield read(record)
