"""One contract's trace: every entry leads by its proof to a signed checkpoint, and names the entry before it."""

from __future__ import annotations

import json
from typing import Any

from .chain import chained, includes
from .hashing import HASHERS
from .notes import Checkpoint, checkpoints, signer
from .report import Report
from .source import Source


def check(source: Source, keys: dict[bytes, bytes], last: int, report: Report) -> None:
    """Try every entry; ``last`` is the newest one the export was made with, 0 for none."""
    points = signed(source, keys, report)
    report.checkpoints = len(points)
    proofs = {proof["seq"]: proof for proof in map(json.loads, source.read("proofs.jsonl").splitlines())}
    seen: list[int] = []
    for line in source.read("events.jsonl").splitlines(keepends=True):
        entry = json.loads(line)
        seq, prior = entry["seq"], entry["prior"]
        before = max(seen, default=None)
        if seq in seen:
            report.add("duplicate", seq)
            continue
        if seq not in proofs:
            report.add("proof", seq)
        elif not proved(line, entry, proofs[seq], points):
            report.add("changed", seq)
        elif before is not None and seq < before:
            report.add("order", seq)
        elif prior is not None and prior not in seen and prior not in proofs:
            report.add("missing", prior)
        seen.append(seq)
    report.add_all("missing", sorted({last, *proofs}.difference(seen, {0})))


def signed(source: Source, keys: dict[bytes, bytes], report: Report) -> dict[int, Checkpoint]:
    """The checkpoints by number, as far as their signatures hold."""
    points = {}
    with source.open("checkpoints.txt") as records:
        for point in checkpoints(records):
            if signer(point.note, keys) is None:
                report.add("checkpoint", checkpoint=point.number, detail="signature")
            else:
                points[point.number] = point
    return points


def proved(line: bytes, entry: dict[str, Any], proof: dict[str, Any], points: dict[int, Checkpoint]) -> bool:
    """Whether the entry is a leaf of the tree that a checkpoint was signed for."""
    point = points.get(proof["checkpoint"])
    if point is None or entry["algorithm"] != point.algorithm:
        return False
    new, seq = HASHERS[point.algorithm], entry["seq"]
    leaf = chained([line], seq - 1, bytes.fromhex(proof["previous"]), new)[0]
    path = [bytes.fromhex(node) for node in proof["path"]]
    return includes(point.root, point.size, seq - point.first, leaf, path, new)
