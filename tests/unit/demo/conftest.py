"""The demo, loaded once for all tests that only look at it; installations of one's own for the others."""

import dataclasses
import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from contract_platform import bootstrap
from contract_platform.application.ports import Platform
from contract_platform.demo import load as loading
from contract_platform.demo.stage import SteppedClock
from contract_platform.demo.stories import drafts, unit
from contract_platform.settings import Settings, load
from storage.database.migrate import upgrade

NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)  # a Wednesday morning in Shanghai


class PlainPasswords(bootstrap.Argon2Passwords):
    """A hash that costs nothing; what argon2 does is tested where it is chosen."""

    def hash(self, password: str) -> str:
        return hashlib.sha256(password.encode()).hexdigest()

    def verify(self, password_hash: str, password: str) -> bool:
        return self.hash(password) == password_hash


@dataclasses.dataclass(frozen=True)
class Installation:
    """A platform with its settings."""

    platform: Platform
    settings: Settings

    def load(self) -> bool:
        return loading.ensure_demo(self.platform, self.settings, said=lambda _: None)


def install(folder: Path, now: datetime, **environ: str) -> Installation:
    """An empty installation in a folder, whose clock stands still."""
    settings = load({"DATA_DIR": str(folder), **environ})
    upgrade(settings.database_url)
    platform = bootstrap.build(settings)
    platform = dataclasses.replace(platform, clock=SteppedClock(now), passwords=PlainPasswords())
    return Installation(platform=platform, settings=settings)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The whole demo; tests leave it as it is."""
    made = install(tmp_path_factory.mktemp("demo"), NOW)
    assert made.load()
    return made


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Installation]:
    """Installations whose demo has two contracts only."""
    monkeypatch.setattr(loading, "STORIES", (drafts.just_uploaded, unit.car_repair))
    monkeypatch.setattr(loading, "FIRST", 3)
    return lambda name: install(tmp_path / name, NOW)
