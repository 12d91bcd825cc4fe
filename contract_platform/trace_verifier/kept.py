"""Checkpoints that somebody kept elsewhere: the export has to contain the very same ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .notes import ORIGIN, Checkpoint, checkpoints
from .report import Report
from .source import Source


def compare(source: Source, entries: int, witness: Path, report: Report) -> None:
    """Name forks and what the export has lost, at the very entry where the kept hashes tell it."""
    with source.open("checkpoints.txt") as records:
        here = {point.number: point for point in checkpoints(records)}
    newest = max(here, default=0)
    for kept in read(witness):
        point = here.get(kept.number)
        if point is not None and point.note != kept.note:
            report.add("fork", parting(point, kept), checkpoint=kept.number)
        elif kept.last > entries:
            report.add("missing", entries + 1, kept.last, checkpoint=kept.number)
        elif kept.number > newest:
            report.add("fork", checkpoint=kept.number)


def parting(point: Checkpoint, kept: Checkpoint) -> int | None:
    """The first entry in which two checkpoints of one number differ."""
    pair = [point.hashes.splitlines(), kept.hashes.splitlines()]
    starts = {one.last - len(hashes) + 1 for one, hashes in zip((point, kept), pair)}  # noqa: B905 - Python 3.9
    if len(starts) > 1:
        return min(starts)
    same = [ours == theirs for ours, theirs in zip(*pair)]  # noqa: B905 - Python 3.9
    return min(starts) + (same.index(False) if False in same else len(same))


def read(witness: Path) -> Iterator[Checkpoint]:
    """Checkpoints of a file, of a folder of files, or of another export."""
    if witness.suffix == ".zip":
        with Source(witness) as source, source.open("checkpoints.txt") as records:
            yield from checkpoints(records)
        return
    for path in sorted(witness.rglob("*.txt")) if witness.is_dir() else [witness]:
        if path.read_bytes().startswith(ORIGIN.encode()):
            with path.open("rb") as records:
                yield from checkpoints(records)
