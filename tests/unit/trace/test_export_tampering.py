"""Twelve ways to tamper with an exported folder, by whoever got it: the verifier names the place."""

import hashlib
import random
import re
import shutil

import pytest

from contract_platform.domain.chain import link
from contract_platform.domain.signed_note import sign_note, verifier_key
from contract_platform.trace_verifier import verify
from storage.witness import FileNotary
from storage.witness.notary import sha256
from tests.unit.trace.ledger import ENTRIES, STEPS, Spot, holds, signed_by_another


class Folder:
    """A copy of an export, as lines."""

    def __init__(self, export, target):
        self.path = target
        shutil.copytree(export, target)
        self.events = self.read("events.jsonl")
        self.hashes = self.read("hashes.txt")

    def read(self, name):
        return (self.path / name).read_bytes().splitlines(keepends=True)

    def write(self, name, lines):
        (self.path / name).write_bytes(b"".join(lines))

    def save(self):
        self.write("events.jsonl", self.events)
        self.write("hashes.txt", self.hashes)

    def place(self, at, line, stored=None):
        """Put a line, with the hash of another, before the one that stands at a place."""
        self.events.insert(at - 1, line)
        self.hashes.insert(at - 1, stored or self.hashes[at - 1])

    def reseal(self, at):
        """Recompute the hashes from a place on."""
        previous = bytes.fromhex(self.hashes[at - 2].decode()) if at > 1 else bytes(32)
        for seq in range(at, len(self.events) + 1):
            previous = link(sha256, seq, previous, self.events[seq - 1][:-1])
            self.hashes[seq - 1] = f"{previous.hex()}\n".encode()

    def records(self):
        """The checkpoints, each as its bytes."""
        parts = (self.path / "checkpoints.txt").read_bytes().split(b"\n\n")[:-1]
        return [b"\n\n".join(parts[at : at + 3]) + b"\n\n" for at in range(0, len(parts), 3)]


def changed(line):
    return line.replace(b'"to":"UNIT_REVIEW"', b'"to":"READY_TO_SIGN"')


def edit_body(folder, spot):
    folder.events[spot.at - 1] = changed(folder.events[spot.at - 1])
    return {"first_bad": spot.at}


def edit_time(folder, spot):
    folder.events[spot.at - 1] = folder.events[spot.at - 1].replace(b'recorded_at":"2026', b'recorded_at":"2025')
    return {"first_bad": spot.at}


def delete_last(folder, _):
    del folder.events[-1], folder.hashes[-1]
    return {"first_bad": ENTRIES, "missing": [(ENTRIES, ENTRIES)]}


def delete_middle(folder, spot):
    last = min(spot.at + spot.chance.randrange(4), ENTRIES)
    del folder.events[spot.at - 1 : last], folder.hashes[spot.at - 1 : last]
    return {"first_bad": spot.at, "missing": [(spot.at, last)]}


def insert(folder, spot):
    folder.place(spot.at, changed(folder.events[spot.at - 1]))
    return {"first_bad": spot.at}


def swap(folder, spot):
    other = spot.chance.choice([seq for seq in range(1, ENTRIES + 1) if seq != spot.at])
    for lines in (folder.events, folder.hashes):
        lines[spot.at - 1], lines[other - 1] = lines[other - 1], lines[spot.at - 1]
    return {"first_bad": min(spot.at, other), "kind": "order"}


def repeat(folder, spot):
    to = spot.chance.randrange(spot.at, ENTRIES + 1) + 1
    folder.events.insert(to - 1, folder.events[spot.at - 1])
    folder.hashes.insert(to - 1, folder.hashes[spot.at - 1])
    return {"first_bad": to, "kind": "duplicate"}


def truncate(folder, spot):
    kept = spot.chance.randrange(1, len(STEPS))
    end = STEPS[kept - 1]
    folder.write("checkpoints.txt", folder.records()[:kept])
    del folder.events[end:], folder.hashes[end:]
    return {"first_bad": end + 1, "missing": [(end + 1, ENTRIES)]}


def rewrite_tail(folder, spot):
    edit_body(folder, spot)
    folder.reseal(spot.at)
    return {"first_bad": spot.at}


def fork(folder, spot):
    other = [changed(line) for line in folder.events[spot.at - 1 :]]
    folder.events[spot.at : spot.at] = other
    folder.hashes[spot.at : spot.at] = folder.hashes[spot.at - 1 :]
    return {"first_bad": spot.at + 1}


def replace_checkpoint(folder, spot):
    records, number = folder.records(), spot.chance.randrange(1, len(STEPS) + 1)
    record = records[number - 1]
    replacements: tuple[list[bytes], ...] = (
        [signed_by_another(record, folder.path.with_name(f"{folder.path.name}-key"))],
        [record.replace(b"time 20", b"time 21")],
        [records[number % len(STEPS)]],
        [],
    )
    records[number - 1 : number] = spot.chance.choice(replacements)
    folder.write("checkpoints.txt", records)
    return {"place": number}


def event_without_row(folder, spot):
    rows = folder.read("rows.txt")
    chosen = spot.chance.choice([row for row in rows if row.startswith(b"version/")])
    if spot.chance.random() < 1 / 2:
        rows.remove(chosen)
        key = chosen.strip().removeprefix(b"version/")
        seq = next(seq for seq, line in enumerate(folder.events, 1) if b'"object_id":"%s"' % key in line)
        expected = {"first_bad": seq, "kind": "event_without_row"}
    else:
        rows.append(b"version/added\n")
        expected = {"kind": "row_without_event"}
    folder.write("rows.txt", rows)
    return expected


CLASSES = (
    edit_body, edit_time, delete_last, delete_middle, insert, swap, repeat, truncate, rewrite_tail, fork,
    replace_checkpoint, event_without_row,
)  # fmt: skip


def tamper(tamper_with, export, target, rounds):
    for number in range(rounds):
        chance = random.Random(f"{tamper_with.__name__}/{number}")
        folder = Folder(export, target / str(number))
        expected = tamper_with(folder, Spot(chance))
        folder.save()
        report = verify(folder.path)
        holds(report, expected)
        if "place" in expected:
            assert min(problem.checkpoint for problem in report.problems if problem.checkpoint) == expected["place"]


@pytest.mark.parametrize("tamper_with", CLASSES)
def test_tampering_is_found_at_its_place(tamper_with, export, tmp_path):
    tamper(tamper_with, export, tmp_path, 10)


@pytest.mark.long
@pytest.mark.parametrize("tamper_with", CLASSES)
def test_tampering_is_found_at_a_hundred_places(tamper_with, export, tmp_path):
    tamper(tamper_with, export, tmp_path, 100)


def test_a_folder_signed_anew_with_another_key_shows_that_key(export, tmp_path):
    target = tmp_path / "export"
    shutil.copytree(export, target)
    genuine = verify(target).keys
    resign(target, FileNotary(tmp_path / "keys"))
    report = verify(target)
    assert set(report.keys) - set(genuine)
    assert {problem.kind for problem in verify(target, trusted=genuine).problems} >= {"key"}


def resign(folder, notary):
    """Put one's own key beside the platform's and sign the list of files anew."""
    keys, manifest = folder / "public-keys.txt", folder / "manifest.txt"
    keys.write_text(f"{keys.read_text()}{verifier_key(notary.public)}\n")
    text = manifest.read_text().rpartition("\n\n")[0] + "\n"
    digest = hashlib.sha256(keys.read_bytes()).hexdigest()
    text = re.sub(r"file \w+ public-keys.txt", f"file {digest} public-keys.txt", text)
    manifest.write_text(sign_note(text, notary.public, notary.sign))
