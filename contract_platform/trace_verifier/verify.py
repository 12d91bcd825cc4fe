"""Everything that can be said about an export."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from . import careful, kept, rows, single, whole
from .notes import Unsound, read_keys, signer
from .report import Report
from .rows import Told
from .source import UNREADABLE, Source, sealed_zip

EXPORT = "contract-platform/export/1"
MANIFEST, KEYS = "manifest.txt", "public-keys.txt"
BATCH = 1000
Fields = list[list[str]]  # name and value


def verify(path: Path, *, witness: Path | None = None, trusted: Sequence[str] = ()) -> Report:
    """Verify a zip or folder. ``witness`` holds checkpoints kept elsewhere, ``trusted`` public keys one can rely on."""
    report = Report(str(path))
    try:
        with Source(path) as source:
            look(source, path, witness, trusted, report)
    except UNREADABLE as error:
        report.add("file", detail=f"{type(error).__name__}: {error}"[:200])
    return report


def look(source: Source, path: Path, witness: Path | None, trusted: Sequence[str], report: Report) -> None:
    """Everything in turn."""
    keys = read_keys(source.read(KEYS))
    fields = manifest(source, path, keys, report)
    values = dict(fields)
    if "public-keys.txt" in files(source, fields, report):
        keys = {known_by: public for known_by, public in keys.items() if public.hex() in report.keys}
    report.scope, report.contract = values["scope"], values.get("contract", "")
    report.made, report.entries = values["made"], int(values["entries"])
    if report.scope == "all":
        told = all_entries(source, keys, int(values["last"]), report)
    else:
        single.check(source, keys, int(values["last"]), report)
        told = heard(source)
    if report.first_bad is None:  # what was done to entries would show a second time, elsewhere
        rows.check(source, told, report)
    if witness is not None:
        kept.compare(source, int(values["last"]), witness, report)
    for public in sorted(set(report.keys).difference(trusted)) if trusted else ():
        report.add("key", detail=public)


def manifest(source: Source, path: Path, keys: dict[bytes, bytes], report: Report) -> Fields:
    """The signed list of what the export holds."""
    note = source.read(MANIFEST)
    public = signer(note, keys)
    if public is None:
        report.add("signature", detail=MANIFEST)
    else:
        report.signed_by([public])
    if path.is_file() and not sealed_zip(path, keys):
        report.add("signature", detail=path.name)
    head, *lines = note.rpartition(b"\n\n")[0].decode("utf-8").split("\n")
    if head != EXPORT:
        raise Unsound(MANIFEST)
    return [line.split(" ", 1) for line in lines]


def files(source: Source, fields: Fields, report: Report) -> set[str]:
    """The files that are not what the manifest says."""
    other = set()
    for name, value in fields:
        if name != "file":
            continue
        digest, _, file = value.partition(" ")
        try:
            same = source.sha256(file) == digest
        except UNREADABLE:
            same = False
        if not same:
            other.add(file)
            report.add("file", detail=file)
    return other


def all_entries(source: Source, keys: dict[bytes, bytes], last: int, report: Report) -> Told:
    """The whole trace: one quick pass, and a careful one where that does not hold."""
    told = Told(source)
    if last or source.read("events.jsonl") + source.read("hashes.txt") + source.read("checkpoints.txt"):
        if whole.holds(source, keys, last, told.hear, report):
            return told
        careful.explain(source, keys, last, report)
    return heard(source)


def heard(source: Source) -> Told:
    """What all entries tell."""
    told = Told(source)
    with source.open("events.jsonl") as events:
        while lines := list(islice(events, BATCH)):
            told.hear(lines)
    return told
