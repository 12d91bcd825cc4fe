"""Readers end with text or a refusal, whatever a file holds: no other exception, no loop, no memory without bound."""

import json
import time

import pytest

from contract_platform.documents.child_work import Limits
from contract_platform.documents.sandbox import ChildStoppedError, Sandbox
from tests.fuzz.mutation import mutated
from tests.fuzz.samples import SAMPLES
from tests.fuzz.targets import read_each

SHORT, LONG = 6.0, 120.0  # seconds a reader is fed
BATCH = 25
NATIVE = frozenset({"pdf"})
"""Read by a library of another language, which may end its process: the child is there for that."""


@pytest.fixture(scope="module")
def sandbox():
    return Sandbox(Limits(cpu_seconds=20, wall_seconds=60))


@pytest.mark.parametrize(
    "seconds", [pytest.param(SHORT, id="short"), pytest.param(LONG, id="long", marks=pytest.mark.long)]
)
@pytest.mark.parametrize("media", SAMPLES)
def test_changed_files(media, seconds, sandbox, tmp_path):
    good = SAMPLES[media](tmp_path / f"good.{media}").read_bytes()
    until, seed = time.monotonic() + seconds, 0
    while time.monotonic() < until or not seed:
        wrong = fed(sandbox, media, good, seed, tmp_path / str(seed))
        assert wrong == {}
        seed += BATCH


def fed(sandbox, media, good, seed, folder):
    """What went wrong with a batch of changed files."""
    folder.mkdir()
    for number in range(seed, seed + BATCH):
        (folder / f"{number:09}.{media}").write_bytes(mutated(good, number))
    try:
        wrong: dict[str, str] = {}
        for target in (media, "any"):
            wrong |= json.loads(sandbox.run(read_each, target, str(folder)))
    except ChildStoppedError as stopped:
        return {} if media in NATIVE and stopped.code == "reader_crashed" else {str(folder): repr(stopped)}
    for path in folder.iterdir():
        path.unlink()
    return wrong


@pytest.mark.parametrize("media", SAMPLES)
def test_the_same_seed_changes_a_file_the_same_way_and_most_seeds_change_it(media, tmp_path):
    good = SAMPLES[media](tmp_path / f"good.{media}").read_bytes()
    changed = [mutated(good, seed) for seed in range(40)]
    assert changed == [mutated(good, seed) for seed in range(40)]
    assert sum(one != good for one in changed) > 30
