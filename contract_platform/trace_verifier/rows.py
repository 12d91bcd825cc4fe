"""Events and the records they tell of, counted both ways: neither may be there without the other.

``rows.txt`` says first (JSON) which events make a record, which are decisions, and how many entries the rows were read
after; then it lists every record as ``kind/id`` and every decision as ``act@contract``. Counting is quick and may
suspect too much; only what is suspected is looked at closely.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from .report import Report
from .source import Source

OBJECT, CONTRACT = b'"object_id":"', b'"contract_id":"'
SYSTEM = "SYSTEM"  # its acts are nobody's decision


class Told:
    """What the events tell: records made, and acts decided."""

    def __init__(self, source: Source) -> None:
        head, *rows = source.read("rows.txt").split(b"\n")
        fields = json.loads(head)
        self.acts: dict[str, str] = fields["acts"]
        self.entries: int = fields["entries"]
        self.rows = Counter(rows[:-1])
        self.heard = 0
        self._keys: list[bytes] = []
        self._births = {type_.encode(): f"{kind}/".encode() for type_, kind in fields["births"].items()}
        self._acts = {type_.encode(): f"{act}@".encode() for type_, act in self.acts.items()}

    def hear(self, lines: Sequence[bytes]) -> None:
        """Take in the next entries. Keys are in order, so the type ends a line and the data stand between both ids."""
        if self.heard + len(lines) > self.entries:
            lines = lines[: max(0, self.entries - self.heard)]
        self.heard += len(lines)
        acts, births, told = self._acts, self._births, self._keys
        for line in lines:
            type_ = line[line.rfind(b":") + 2 : -3]
            if type_ in acts:
                start = line.find(CONTRACT) + len(CONTRACT)
                told.append(acts[type_] + line[start : line.find(b'"', start)])
            elif type_ in births:
                start = line.rfind(OBJECT) + len(OBJECT)
                told.append(births[type_] + line[start : line.find(b'"', start)])

    def suspects(self) -> set[str]:
        """Records and acts that the two sides do not agree on at first sight."""
        told = Counter(self._keys)
        if told == self.rows:
            return set()
        return {key.decode() for key in {*told, *self.rows} if told[key] != self.rows[key]}


def check(source: Source, told: Told, report: Report) -> None:
    """Note what is there without the other."""
    suspects = told.suspects()
    if not suspects:
        return
    named: dict[str, list[int]] = {}
    decided: dict[str, list[int]] = {}
    with source.open("events.jsonl") as events:
        for entry in map(json.loads, islice(events, told.entries)):
            named.setdefault(f"{entry['object_type']}/{entry['object_id']}", [entry["seq"]])
            if entry["type"] in told.acts and entry["role"] != SYSTEM:
                decided.setdefault(f"{told.acts[entry['type']]}@{entry['contract_id']}", []).append(entry["seq"])
    for key in sorted(suspects):
        places, rows = decided.get(key, []) if "@" in key else named.get(key, []), told.rows[key.encode()]
        if len(places) < rows:
            report.add("row_without_event", detail=key)
        for seq in places[rows:]:
            report.add("event_without_row", seq, detail=key)
