"""Sign the state of the chain every thousand entries or every minute, outside the database.

What is signed is reckoned from the events themselves, never taken over: a trace that was changed is not signed.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from contract_platform.application.ports import Platform
from contract_platform.application.trace_ports import Trace
from contract_platform.domain.chain import GENESIS, TraceBroken, recomputed
from contract_platform.domain.checkpoint import NO_PREVIOUS, Checkpoint, Written, note_of, write
from contract_platform.domain.events import Event
from contract_platform.domain.merkle import Tree
from contract_platform.domain.signed_note import is_signed

ENTRIES = 1000
PERIOD = timedelta(minutes=1)


def checkpoint_trace(platform: Platform, *, at_once: bool = False) -> int:
    """Write the checkpoints that are due, with ``at_once`` also one that is not due yet; returns how many.

    ``TraceBroken`` where the database agrees neither with itself nor with the last checkpoint.
    """
    trace, now = platform.trace, platform.clock.now()
    number = 0
    with trace.checkpoints.writing(wait=at_once) as alone:
        while alone and is_due(trace, last := trace.checkpoints.last(), now, at_once=at_once):
            add(trace, last, now)
            number += 1
    return number


def is_due(trace: Trace, last: Written | None, now: datetime, *, at_once: bool) -> bool:
    """Whether enough entries or enough time came since the last one."""
    end, covered = trace.chain.last(), last.checkpoint.last if last else 0
    uncovered = (end.seq if end else 0) - covered
    if uncovered < 0:
        raise TraceBroken(covered + uncovered + 1, "it is gone, though a checkpoint was signed for it")
    waited = last is None or abs(now - last.checkpoint.at) >= PERIOD  # abs: the clock may have been set back
    return uncovered >= ENTRIES or (uncovered > 0 and (waited or at_once))


def add(trace: Trace, last: Written | None, now: datetime) -> None:
    """Write the next checkpoint; entries under another algorithm wait for the one after it."""
    covered = last.checkpoint.last if last else 0
    if last is not None and not is_signed(note_of(last.record), trace.checkpoints.public_keys(), trace.notary.verify):
        raise TraceBroken(covered, "the checkpoint that ends here was not signed with a key known here")
    entries = trace.chain.entries(covered, ENTRIES)
    algorithm = algorithm_of(entries[0])
    entries = list(takewhile(lambda event: algorithm_of(event) == algorithm, entries))
    hashes = checked(trace, covered, last.head if last else GENESIS, entries)
    digest = trace.notary.digest(algorithm)
    if last is not None and last.checkpoint.algorithm == algorithm:
        first = last.checkpoint.first
        tree = Tree.resumed(digest, last.checkpoint.size, last.checkpoint.complete)
    else:
        first, tree = covered + 1, Tree(digest)
    tree.extend(hashes)
    checkpoint = Checkpoint(
        number=last.checkpoint.number + 1 if last else 1,
        algorithm=algorithm,
        first=first,
        size=tree.size,
        root=tree.root(),
        complete=tree.complete(),
        previous=last.digest if last else NO_PREVIOUS,
        at=now,
    )
    trace.checkpoints.add(checkpoint.number, write(checkpoint, hashes, trace.notary.public, trace.notary.sign))


def algorithm_of(event: Event) -> str:
    """What the stored hash says it was made with."""
    return (event.hash or "").partition(":")[0]


def checked(trace: Trace, covered: int, head: bytes, entries: Sequence[Event]) -> list[bytes]:
    """The hashes of entries that follow each other and the last checkpoint; ``TraceBroken`` where they do not."""
    hashes = [head]
    for place, event in enumerate(entries, covered + 1):
        if event.seq != place:
            raise TraceBroken(place, "it is missing")
        hashes.append(recomputed(event, hashes[-1], trace.notary.digest))
    return hashes[1:]
