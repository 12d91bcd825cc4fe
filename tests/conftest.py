"""What every test may ask for, and how the tests are shared out among processes."""

from pathlib import Path

import pytest

pytest_plugins = ["tests.services.fixtures"]
TESTS = Path(__file__).parent
DIVISIBLE = {"security/test_matrix.py"}


@pytest.hookimpl(tryfirst=True)  # before the workers look for groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every file stays in one process, all browsers in the same one; long files of independent tests are divided."""
    for item in items:
        place = item.path.relative_to(TESTS).as_posix()
        if place not in DIVISIBLE:
            group = "browser" if place.startswith("browser/") else place
            item.add_marker(pytest.mark.xdist_group(group))
