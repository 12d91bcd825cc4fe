"""A platform of real adapters for every test that asks for one."""

import dataclasses
from pathlib import Path

import pytest

from contract_platform.application.ports import Platform
from tests.workers.jobs import SteppedClock
from tests.workers.platforms import build


@pytest.fixture
def running_platform(tmp_path: Path) -> Platform:
    """A platform that runs on the machine's clock."""
    return build(tmp_path / "data")


@pytest.fixture
def platform(running_platform: Platform) -> Platform:
    """A platform whose clock stands still until it is stepped."""
    return dataclasses.replace(running_platform, clock=SteppedClock())
