"""The platform of the worker tests serves the tests of the use cases that run in the background."""

import pytest

from tests.unit.application.district import District
from tests.workers.conftest import platform, running_platform

__all__ = ["district", "platform", "running_platform"]


@pytest.fixture
def district(tmp_path):
    """A district of its own for each test."""
    return District(tmp_path / "district")
