"""Checkpoints outside the database: when they are due, what is never signed, what survives a kill."""

import dataclasses
import random
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from contract_platform.application.checkpoint_trace import ENTRIES as A_CHECKPOINT
from contract_platform.application.checkpoint_trace import checkpoint_trace
from contract_platform.application.export_trace import export_trace
from contract_platform.application.sequence_trace import adopt_algorithm, sequence_trace
from contract_platform.domain.chain import TraceBroken
from contract_platform.domain.checkpoint import read
from contract_platform.trace_verifier import verify
from storage.witness import CheckpointFolder, FileNotary
from tests.contract.records import event
from tests.unit.trace.ledger import ENTRIES, STEPS, opened
from tests.workers.jobs import SteppedClock

ROOT = Path(__file__).parents[3]


def add(platform, *keys):
    with platform.unit_of_work() as uow:
        for key in keys:
            uow.events.add(msgspec.structs.replace(event(key), type="session.created"))
    return sequence_trace(platform)


def stepped(platform):
    last = platform.trace.checkpoints.last()
    return dataclasses.replace(platform, clock=SteppedClock(last.checkpoint.at))


def test_a_checkpoint_is_due_after_a_minute_or_a_thousand_entries(reopened):
    platform = stepped(reopened[0])
    add(platform, "a")
    platform.clock.step(timedelta(seconds=59))
    assert checkpoint_trace(platform) == 0
    platform.clock.step(timedelta(seconds=1))
    assert checkpoint_trace(platform) == 1
    assert checkpoint_trace(platform) == 0
    add(platform, *(f"b{number}" for number in range(2 * A_CHECKPOINT + 1)))
    assert checkpoint_trace(platform) == 2
    assert platform.trace.checkpoints.last().checkpoint.last == ENTRIES + 1 + 2 * A_CHECKPOINT


def test_nothing_new_needs_no_checkpoint(reopened):
    platform = stepped(reopened[0])
    platform.clock.step(timedelta(days=1))
    assert checkpoint_trace(platform, at_once=True) == 0


def test_only_one_process_writes(reopened):
    platform, folder = reopened
    add(platform, "a")
    with CheckpointFolder(folder / "checkpoints").writing(wait=False) as alone:
        assert alone
        assert checkpoint_trace(stepped(platform)) == 0


def test_files_are_read_only_and_numbered_without_gaps(reopened):
    _, folder = reopened
    files = sorted((folder / "checkpoints").glob("*/*.txt"))
    assert [int(file.stem) for file in files] == list(range(1, len(STEPS) + 1))
    assert {file.stat().st_mode & 0o777 for file in files} == {0o444}
    assert [read(file.read_bytes()).checkpoint.last for file in files] == list(STEPS)


def test_a_number_is_never_written_twice(reopened):
    checkpoints = reopened[0].trace.checkpoints
    with pytest.raises(FileExistsError):
        checkpoints.add(1, b"other")
    assert verify_all(reopened).ok


def verify_all(reopened):
    platform, folder = reopened
    return verify(export_trace(platform, folder / "export").path)


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path):
    first, second = FileNotary(tmp_path / "keys"), FileNotary(tmp_path / "keys")
    assert first.public == second.public
    file = next((tmp_path / "keys").iterdir())
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.parametrize(
    ("change", "seq"),
    [
        ("UPDATE events SET data = x'7b317d' WHERE seq = 105", 105),
        ("UPDATE events SET hash = 'md5:x' WHERE seq = 106", 106),
        ("DELETE FROM events WHERE seq = 105", 105),
        ("DELETE FROM events WHERE seq > 100", 101),
    ],
)
def test_a_changed_trace_is_not_signed(copies, change, seq):
    tampering = copies()
    add(tampering.platform, "a", "b")
    tampering.sql.execute(change)
    with pytest.raises(TraceBroken) as broken:
        checkpoint_trace(tampering.platform, at_once=True)
    assert broken.value.seq == seq
    assert tampering.platform.trace.checkpoints.last().checkpoint.last < max(seq, ENTRIES + 1)


@pytest.mark.parametrize("damage", [lambda record: record.replace(b"time 20", b"time 21"), lambda _: b"nothing"])
def test_nothing_is_built_on_a_checkpoint_that_was_replaced(copies, damage):
    tampering = copies()
    add(tampering.platform, "a")
    file = tampering.checkpoint(len(STEPS))
    record = file.read_bytes()
    file.unlink()
    file.write_bytes(damage(record))
    with pytest.raises(TraceBroken):
        checkpoint_trace(tampering.platform, at_once=True)


def test_the_hash_function_changes_at_a_recorded_entry(reopened):
    platform, folder = reopened
    for algorithm in ("sm3", "sha256"):
        changed, database = opened(platform, folder, algorithm)
        adopt_algorithm(changed)
        adopt_algorithm(changed)  # another process started with the same settings
        add(changed, f"{algorithm}1", f"{algorithm}2")
        assert changed.trace.chain.last().hash.startswith(f"{algorithm}:")
        adopt_algorithm(changed)
        assert checkpoint_trace(changed, at_once=True) == 1
        database.close()
    with platform.reading() as uow:
        assert [each.seq for each in uow.events.find(type="trace.algorithm")] == [ENTRIES + 1, ENTRIES + 4]
    assert verify_all(reopened).ok
    single = export_trace(platform, folder / "single.zip", "望合〔2026〕3号")
    assert verify(single.path).ok


def test_checkpoints_after_a_switch_that_was_not_signed_between_cover_both_trees(reopened):
    platform, folder = reopened
    add(platform, "a", "b")
    changed, database = opened(platform, folder, "sm3")
    adopt_algorithm(changed)
    add(changed, "c")
    assert checkpoint_trace(changed, at_once=True) == 2
    assert changed.trace.checkpoints.last().checkpoint.first == ENTRIES + 3
    database.close()
    assert verify_all(reopened).ok


WRITING = """
import sys
from pathlib import Path
from contract_platform.application.checkpoint_trace import checkpoint_trace
from tests.unit.trace.test_checkpoints import add
from tests.workers.platforms import build
platform = build(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(10_000):
    add(platform, f"{sys.argv[2]}-{number}")
    checkpoint_trace(platform, at_once=True)
"""


def killed_again_and_again(reopened, rounds):
    platform, folder = reopened
    chance = random.Random(rounds)
    for number in range(rounds):
        command = [sys.executable, "-c", WRITING, str(folder), str(number)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0.05, 0.3))
            process.kill()
    assert platform.trace.checkpoints.last().checkpoint.number > len(STEPS) + rounds
    assert verify_all(reopened).ok


def test_a_kill_leaves_whole_checkpoints_and_a_chain_that_goes_on(reopened):
    killed_again_and_again(reopened, 3)


@pytest.mark.long
def test_thirty_kills_leave_whole_checkpoints(reopened):
    killed_again_and_again(reopened, 30)


def test_after_an_older_backup_it_goes_on_once_the_newer_checkpoints_are_put_aside(copies, tmp_path):
    restored = copies()
    restored.sql.execute("DELETE FROM events WHERE seq > ?", (STEPS[-2],))
    add(restored.platform, "after")
    with pytest.raises(TraceBroken):
        checkpoint_trace(restored.platform, at_once=True)
    kept = restored.checkpoint(len(STEPS)).rename(tmp_path / "kept.txt")
    assert checkpoint_trace(restored.platform, at_once=True) == 1
    report = verify(restored.export(tmp_path / "export.zip"), witness=kept)
    assert report.first_bad == STEPS[-2] + 1  # what was lost begins here
