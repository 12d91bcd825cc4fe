"""What every test may ask for, and how the tests are shared out among processes."""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

pytest_plugins = ["tests.services.fixtures"]
BROWSERS = "tests/browser/"
DIVISIBLE = frozenset({"tests/security/test_matrix.py"})


class Shares(LoadScopeScheduling):  # type: ignore[misc]  # the base has no types
    """Every file stays in one process, all browsers in the same one; long files of independent tests are divided."""

    def _split_scope(self, nodeid: str) -> str:
        file, _, _ = nodeid.partition("::")
        if file.startswith(BROWSERS):
            return BROWSERS
        return nodeid if file in DIVISIBLE else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Shares:
    """Groups by marks are lost on the way to this pytest, so the shares are made from the names."""
    return Shares(config, log)
