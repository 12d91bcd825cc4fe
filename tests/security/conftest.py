"""One world for all suites of this folder."""

from collections.abc import Iterator

import pytest

from tests.security.cells import stages
from tests.security.world import World


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The district with somebody in every standing and a contract at every stage."""
    with World(tmp_path_factory.mktemp("world") / "data", stages()) as made:
        yield made
