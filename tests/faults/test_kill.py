"""``kill -9`` at random moments: nothing acknowledged is lost, and every version is analysed exactly once in effect."""

import hashlib
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from contract_platform.application.ports import Platform
from contract_platform.domain.vocabulary import AnalysisState
from tests.faults.uploading import content, prepare
from tests.workers.platform_process import eventually
from tests.workers.platforms import build

UPLOADS = 100
ROOT = Path(__file__).parents[2]


class Serving:
    """A serving process and what it has acknowledged."""

    def __init__(self, data: Path, acknowledged: dict[int, str]) -> None:
        self.acknowledged = acknowledged
        data.mkdir(exist_ok=True)
        log = (data / "serving.log").open("a")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.uploading", str(data)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, bufsize=1,
        )  # fmt: skip
        log.close()
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "ready\n"
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith("\n"):  # a line cut short by the kill was not received
                _, number, version_id = line.split()
                assert self.acknowledged.setdefault(int(number), version_id) == version_id

    def ask(self, numbers: list[int]) -> None:
        """Send uploads."""
        assert self.process.stdin is not None
        self.process.stdin.write("".join(f"{number}\n" for number in numbers))
        self.process.stdin.flush()

    def kill(self) -> None:
        """SIGKILL, then read what had been acknowledged before it."""
        self.process.kill()
        self.process.wait(10)
        self._reader.join(10)
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()


def upload_under_fire(data: Path, platform: Platform, chance: random.Random) -> tuple[dict[int, str], int]:
    """Upload everything, killing the process again and again; returns what was acknowledged and how often it died."""
    acknowledged: dict[int, str] = {}
    kills = 0
    while len(acknowledged) < UPLOADS:
        serving = Serving(data, acknowledged)
        try:
            missing = [number for number in range(UPLOADS) if number not in acknowledged]
            serving.ask(missing[:20])
            target = len(acknowledged) + chance.randint(1, len(missing[:20]))
            assert eventually(lambda: len(acknowledged) >= target, 30)  # noqa: B023 - waited for here
            await_moment(platform, chance)
        finally:
            serving.kill()
        kills += 1
    return acknowledged, kills


def await_moment(platform: Platform, chance: random.Random) -> None:
    """Any moment, or the one right after the effect of a reading has become visible: where a second commit would be."""
    if chance.random() < 1 / 2:
        time.sleep(chance.uniform(0, 0.05))
        return
    before = unread(platform)
    deadline = time.monotonic() + 10
    while before and unread(platform) >= before and time.monotonic() < deadline:
        pass


def read_under_fire(data: Path, platform: Platform, chance: random.Random, kills: int) -> None:
    """Let the rest be read, killing some more, until every version has its verdict."""
    for _ in range(kills):
        serving = Serving(data, {})
        try:
            await_moment(platform, chance)
        finally:
            serving.kill()
    serving = Serving(data, {})
    try:
        assert eventually(lambda: unread(platform) == 0, 60)
    finally:
        serving.kill()


def unread(platform: Platform) -> int:
    """How many versions still wait for their verdict."""
    with platform.reading() as uow:
        versions = uow.versions.find()
    return sum(version.analysis_state in {AnalysisState.QUEUED, AnalysisState.RUNNING} for version in versions)


def check(platform: Platform, acknowledged: dict[int, str]) -> None:
    """What has to hold however often the process died."""
    with platform.reading() as uow:
        versions = {version.id: version for version in uow.versions.find()}
        analyses = Counter(analysis.version_id for analysis in uow.analyses.find())
        pointed = {version.analysis_id for version in versions.values()}
        kept = {analysis.id for analysis in uow.analyses.find()}
        finished = Counter(event.object_id for event in uow.events.find(type="analysis.finished"))
        added = Counter(event.object_id for event in uow.events.find(type="version.added"))
    assert set(acknowledged) == set(range(UPLOADS))
    assert set(versions) == set(acknowledged.values())  # nothing lost, and a retried upload is one upload
    for number, version_id in acknowledged.items():
        expected = content(number).encode()
        assert versions[version_id].sha256 == hashlib.sha256(expected).hexdigest()
        with platform.objects.open(versions[version_id].sha256) as stored:
            assert stored.read() == expected
    assert {version.analysis_state for version in versions.values()} == {AnalysisState.DONE}
    assert analyses == Counter(dict.fromkeys(versions, 1))
    assert kept == pointed
    assert finished == Counter(dict.fromkeys(kept, 1))
    assert added == Counter(dict.fromkeys(versions, 1))


def under_fire(data: Path, seed: int) -> None:
    """One round: upload, kill, read, kill, check, restart, look for what was left behind."""
    chance = random.Random(seed)
    platform = build(data)
    prepare(platform)
    acknowledged, kills = upload_under_fire(data, platform, chance)
    assert kills >= 5
    read_under_fire(data, platform, chance, kills=8)
    check(platform, acknowledged)
    Serving(data, {}).kill()  # the start clears the spool
    assert list(platform.spool.iterdir()) == []


def test_killed_during_a_hundred_uploads(tmp_path: Path) -> None:
    under_fire(tmp_path / "data", seed=20260301)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, 11))
def test_killed_during_a_hundred_uploads_again_and_again(tmp_path: Path, seed: int) -> None:
    under_fire(tmp_path / "data", seed=seed)
