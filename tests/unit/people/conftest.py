"""A staffed district for every test that asks for one."""

import pytest

from tests.unit.people.staffed import Staffed

__all__ = ["staffed"]


@pytest.fixture
def staffed(tmp_path):
    """A district with administrators of its own for each test."""
    return Staffed(tmp_path / "district")
