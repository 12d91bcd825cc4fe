"""One small trace for the whole session, and copies of it to be tampered with."""

import pytest

from contract_platform.application.export_trace import export_trace
from tests.unit.trace.ledger import Tampering, duplicate, make, opened


@pytest.fixture(scope="session")
def traced(tmp_path_factory):
    """(platform, folder): the adapters lent to copies, and the data folder, which nobody changes."""
    folder = tmp_path_factory.mktemp("traced") / "data"
    return make(folder), folder


@pytest.fixture(scope="session")
def export(traced, tmp_path_factory):
    """The whole trace as a folder, which nobody changes."""
    return export_trace(traced[0], tmp_path_factory.mktemp("whole") / "export").path


@pytest.fixture(scope="session")
def contract_export(traced, tmp_path_factory):
    """One contract's trace as a folder, which nobody changes."""
    return export_trace(traced[0], tmp_path_factory.mktemp("single") / "export", "望合〔2026〕3号").path


@pytest.fixture
def copies(traced, tmp_path):
    """Makes a copy of the data folder, in the hands of somebody who writes to its database."""
    made: list[Tampering] = []

    def copy():
        made.append(Tampering(traced[0], duplicate(traced[1], tmp_path / f"copy{len(made)}")))
        return made[-1]

    yield copy
    for each in made:
        each.close()


@pytest.fixture
def reopened(traced, tmp_path):
    """The platform over a copy of the data folder, to go on with."""
    folder = duplicate(traced[1], tmp_path / "data")
    platform, database = opened(traced[0], folder)
    yield platform, folder
    database.close()
