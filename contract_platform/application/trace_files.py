"""The files of an export, one by one, and the signed list of them."""

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec

from contract_platform.application.ports import Platform
from contract_platform.application.prove_entries import prove_entries
from contract_platform.application.trace import canonical
from contract_platform.application.trace_ports import TracedRows
from contract_platform.domain.chain import body
from contract_platform.domain.checkpoint import Written, note_of
from contract_platform.domain.contract import Contract
from contract_platform.domain.events import Event
from contract_platform.domain.signed_note import sign_note, verifier_key

FORMAT = "contract-platform/export/1"
BATCH = 1000


class Files:
    """Writes into a folder. ``rows`` were read before the entries, so that every row's events are among them."""

    def __init__(self, platform: Platform, folder: Path, rows: TracedRows, newest: Written | None) -> None:
        self._platform = platform
        self._trace = platform.trace
        self._folder = folder
        self._rows = rows
        self._told = 0  # entries that the rows were read after
        self._fields: list[str] = []
        self._newest = newest
        self.last = max(rows.last, newest.checkpoint.last if newest else 0)

    def whole(self) -> int:
        """All entries with their hashes and all checkpoints; returns how many entries."""
        total, after = 0, 0
        with self._open("events.jsonl") as events, self._open("hashes.txt") as hashes:
            while batch := self._trace.chain.entries(after, min(BATCH, self.last - after)):
                for event in batch:
                    self._write(event, events)
                    hashes.write(f"{(event.hash or '').partition(':')[2]}\n".encode())
                total, after = total + len(batch), batch[-1].seq or self.last
        with self._open("checkpoints.txt") as checkpoints:
            for record in self._trace.checkpoints.records():
                checkpoints.write(record)
        self._fields += ["scope all", f"entries {total}", f"last {self.last}"]
        return total

    def single(self, contract: Contract, number: str) -> int:
        """A contract's entries, each with its proof, and the checkpoints they lead to; returns how many entries."""
        entries = [event for event in self._trace.chain.entries_of(contract.id) if (event.seq or 0) <= self.last]
        points, proofs = prove_entries(self._trace, self._newest, entries)
        with self._open("events.jsonl") as events:
            for event in entries:
                self._write(event, events)
        self.add("proofs.jsonl", b"".join(msgspec.json.encode(proof) + b"\n" for proof in proofs))
        self.add("checkpoints.txt", b"".join(note_of(point.record) + b"\n-\n\n" for point in points))
        last = entries[-1].seq if entries else 0
        self._fields += ["scope contract", f"contract {number}", f"entries {len(entries)}", f"last {last}"]
        self._list("events.jsonl")
        return len(entries)

    def _write(self, event: Event, to: BinaryIO) -> None:
        assert event.seq is not None
        to.write(body(event, event.seq, event.prior, (event.hash or "").partition(":")[0]) + b"\n")
        self._told += event.seq <= self._rows.last

    def add_rows(self, births: Mapping[str, str], deciding: Mapping[str, str]) -> None:
        """The rows that the entries tell of."""
        head = {"acts": dict(deciding), "births": dict(births), "entries": self._told}
        rows = [f"{kind}/{key}\n" for kind, key in sorted(self._rows.objects)]
        rows += [f"{act}@{key}\n" for act, key in sorted(self._rows.acts.elements())]
        self.add("rows.txt", canonical(head) + b"\n" + "".join(rows).encode())

    def add(self, name: str, content: bytes) -> None:
        """A small file, with its place in the list."""
        (self._folder / name).write_bytes(content)
        self._list(name)

    def copy(self, name: str, source: BinaryIO) -> None:
        """A file of any size, with its place in the list."""
        with self._open(name) as target:
            shutil.copyfileobj(source, target)
        self._list(name)

    def sign(self) -> None:
        """Public keys and the list. What chain and checkpoints prove needs no digest of its own."""
        keys = self._trace.checkpoints.public_keys()
        self.add("public-keys.txt", "".join(f"{verifier_key(public)}\n" for public in keys).encode())
        text = "\n".join([FORMAT, f"made {self._platform.clock.now().isoformat()}", *self._fields]) + "\n"
        notary = self._trace.notary
        (self._folder / "manifest.txt").write_text(sign_note(text, notary.public, notary.sign), encoding="utf-8")

    def _list(self, name: str) -> None:
        with (self._folder / name).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        self._fields.append(f"file {digest} {name}")

    def _open(self, name: str) -> BinaryIO:
        return (self._folder / name).open("wb")
