"""A whole trace that does not hold: which checkpoints, which entries, what is missing.

The hashes kept with the checkpoints tell the hash of every entry, so each line is tried on its own: a change says
nothing against the entries behind it. Where no checkpoint tells, the hash exported with the entry stands in.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from .chain import GENESIS, Tree, chained
from .hashing import HASHERS
from .notes import Checkpoint, Unsound, checkpoints, signer
from .report import Report
from .source import Source
from .whole import NO_PREVIOUS

Known = dict[int, bytes]  # entry -> its hash


def explain(source: Source, keys: dict[bytes, bytes], entries: int, report: Report) -> None:
    """Name everything that does not hold; ``entries`` is how many the export says it has."""
    known = witnessed(source, keys, entries, report)
    last = max([entries, *known])
    if len(known) < last:
        for line, stored in lines(source):
            known.setdefault(claim(line)[0], stored)
    judge(source, known, last, report)
    if report.ok:
        report.add("file", detail="events.jsonl, hashes.txt, checkpoints.txt")


def witnessed(source: Source, keys: dict[bytes, bytes], entries: int, report: Report) -> Known:
    """The hash of each entry that a checkpoint which holds was signed for."""
    known: Known = {}
    before: Checkpoint | None = None  # the newest that holds
    slot = 0  # the number the record should have
    try:
        with source.open("checkpoints.txt") as records:
            for point in checkpoints(records):
                slot, report.checkpoints = slot + 1, report.checkpoints + 1
                flaw = "signature" if signer(point.note, keys) is None else sequel(point, before, slot)
                if flaw:
                    report.add("fork" if flaw == "fork" else "checkpoint", checkpoint=slot, detail=flaw)
                if flaw not in {"", "missing"}:
                    continue
                hashes = [bytes.fromhex(line) for line in point.hashes.decode("ascii").splitlines()]
                start = point.last - len(hashes) + 1
                if leads_to_root(point, before, start, hashes):
                    known.update(enumerate(hashes, start))
                elif (before.number if before else 0) == point.number - 1:
                    report.add("checkpoint", checkpoint=slot, detail="root")
                before, slot = point, point.number
    except (Unsound, ValueError, LookupError) as error:
        report.add("checkpoint", checkpoint=slot + 1, detail=str(error))
    else:
        if slot == (before.number if before else 0) and (before.last if before else 0) < entries:
            report.add("checkpoint", checkpoint=slot + 1, detail="missing")
    return known


def sequel(point: Checkpoint, before: Checkpoint | None, slot: int) -> str:
    """What is wrong with the way a checkpoint follows the one before."""
    if point.number > slot:
        return "missing"
    if point.number < slot:
        return "fork"
    number, digest = (before.number, before.digest) if before else (0, NO_PREVIOUS)
    return "fork" if number == slot - 1 and point.previous != digest else ""


def leads_to_root(point: Checkpoint, before: Checkpoint | None, start: int, hashes: Sequence[bytes]) -> bool:
    """Whether the tree of the checkpoint before, grown by these hashes, has the signed root."""
    new = HASHERS[point.algorithm]
    if point.first == start:
        tree = Tree(new)
    elif before is not None and before.last == start - 1 and before.first == point.first:
        tree = Tree(new, before.size, before.complete)
    else:
        return False
    tree.extend(hashes)
    return bool(hashes) and tree.size == point.size and tree.root() == point.root


def lines(source: Source) -> Iterator[tuple[bytes, bytes]]:
    """Every entry with the hash exported beside it."""
    with source.open("events.jsonl") as events, source.open("hashes.txt") as hashes:
        for line, stored in zip_longest(events, hashes, fillvalue=b""):
            if line:
                try:
                    yield line, bytes.fromhex(stored.decode("ascii"))
                except ValueError:
                    yield line, b""


def claim(line: bytes) -> tuple[int, str]:
    """Place and algorithm that an entry gives itself."""
    try:
        content = json.loads(line)
        return int(content["seq"]), str(content["algorithm"])
    except (ValueError, LookupError, TypeError):
        return 0, ""


def judge(source: Source, known: Known, last: int, report: Report) -> None:
    """Try every line and tell what became of entries 1 to ``last``."""
    found: dict[int, int] = {}  # entry -> the place at which it stands
    wrong, other_hash, place = [], [], 0
    for line, stored in lines(source):
        seq, place = holds(line, known), place + 1
        if seq is None:
            wrong.append(place)
        elif seq in found:
            report.add("duplicate", place, detail=str(seq))
        else:
            found[seq], place = place, seq
            if stored != known[seq]:
                other_hash.append(seq)
    for seq in out_of_order(list(found)):
        report.add("order", found[seq], detail=str(seq))
    report.add_all("inserted", [at for at in wrong if at in found or at > last])
    report.add_all("changed", sorted({at for at in wrong if at not in found and at <= last}))
    report.add_all("hash", sorted(other_hash))
    gone = set(range(1, last + 1)).difference(found, wrong)
    report.add_all("missing", sorted(gone))


def holds(line: bytes, known: Known) -> int | None:
    """The place of an entry that is as it was sealed, None where it is not."""
    seq, algorithm = claim(line)
    previous = GENESIS if seq == 1 else known.get(seq - 1)
    if previous is None or algorithm not in HASHERS or not line.endswith(b"\n"):
        return None
    return seq if chained([line], seq - 1, previous, HASHERS[algorithm])[0] == known.get(seq) else None


def out_of_order(entries: Sequence[int]) -> list[int]:
    """Those that do not belong to the longest ascending run."""
    ends: list[int] = []  # the smallest end of a run of each length
    before: dict[int, int | None] = {}
    for entry in entries:
        at = bisect_left(ends, entry)
        before[entry] = ends[at - 1] if at else None
        ends[at : at + 1] = [entry]
    kept, step = set(), ends[-1] if ends else None
    while step is not None:
        kept.add(step)
        step = before[step]
    return [entry for entry in entries if entry not in kept]
