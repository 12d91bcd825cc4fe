"""Events and the records they tell of, counted both ways: neither may be there without the other.

``rows.jsonl`` says first which kinds of records and which acts it counts and for how many entries, then lists every
record and every count.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import Any

from .report import Report
from .source import Source

OBJECT, CONTRACT = b'"object_id":"', b'"contract_id":"'
BY_SYSTEM = b'"role":"SYSTEM"'  # the system's own acts are nobody's decision


class Told:
    """What the events tell: (kind, id) -> line, and (act, contract) -> how often and in which line last."""

    def __init__(self, kinds: list[str], acts: dict[str, str]) -> None:
        self._kinds = {kind.encode() for kind in kinds}
        self._acts = {type_.encode(): act.encode() for type_, act in acts.items()}
        self._marks: dict[bytes, tuple[bytes | None, bytes | None]] = {}
        self.objects: dict[tuple[bytes, bytes], int] = {}
        self.acts: dict[tuple[bytes, bytes], list[int]] = {}

    def hear(self, number: int, line: bytes) -> None:
        """Take in one event; its type ends the line, because keys are in order."""
        type_ = line[line.rfind(b":") + 2 : -3]
        mark = self._marks.get(type_)
        if mark is None:
            about = type_.partition(b".")[0]
            mark = (about if about in self._kinds else None, self._acts.get(type_))
            self._marks[type_] = mark
        kind, act = mark
        if kind is not None:
            start = line.rfind(OBJECT) + len(OBJECT)
            self.objects.setdefault((kind, line[start : line.find(b'"', start)]), number)
        if act is not None and BY_SYSTEM not in line:
            start = line.find(CONTRACT) + len(CONTRACT)
            count = self.acts.setdefault((act, line[start : line.find(b'"', start)]), [0, 0])
            count[:] = count[0] + 1, number


def check(source: Source, report: Report) -> None:
    """Compare what events tell with the rows that were there when the export was made."""
    with source.open("rows.jsonl") as rows:
        head, *listed = [json.loads(line) for line in rows]
    told = Told(head["kinds"], head["acts"])
    with source.open("events.jsonl") as events:
        for number, line in enumerate(islice(events, head["entries"])):
            told.hear(number, line)
    orphans = compare(told, listed, report)
    if orphans:
        report.add_all("event_without_row", sorted(places(source, orphans)))


def compare(told: Told, listed: list[dict[str, Any]], report: Report) -> set[int]:
    """Note rows without events; returns the lines of events without rows."""
    objects = {(row["kind"].encode(), row["id"].encode()) for row in listed if "kind" in row}
    acts = {(row["act"].encode(), row["id"].encode()): row["count"] for row in listed if "act" in row}
    for kind, key in sorted(objects - told.objects.keys()):
        report.add("row_without_event", detail=f"{kind.decode()} {key.decode()}")
    orphans = {told.objects[key] for key in told.objects.keys() - objects}
    for (act, key), wanted in sorted(acts.items()):
        if wanted > told.acts.get((act, key), (0,))[0]:
            report.add("row_without_event", detail=f"{act.decode()} {key.decode()}")
    return orphans | {number for key, (count, number) in told.acts.items() if count > acts.get(key, 0)}


def places(source: Source, numbers: set[int]) -> set[int]:
    """The entries in these lines."""
    with source.open("events.jsonl") as events:
        return {json.loads(line)["seq"] for number, line in enumerate(events) if number in numbers}
