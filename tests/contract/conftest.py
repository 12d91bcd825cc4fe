"""Every adapter of every port, by name."""

import pytest

from storage.column_keys import ColumnKeys
from storage.database import open_database
from storage.database.migrate import upgrade
from storage.objects import open_store
from tests.contract.records import seed


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    """A migrated database with one unit and one person."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'platform.db'}"
        upgrade(url)
    else:
        url = request.getfixturevalue("postgres_url")
    opened = open_database(url, ColumnKeys(tmp_path / "columns", "aes-256-gcm"))
    with opened.unit_of_work() as uow:
        seed(uow)
    yield opened
    opened.close()


@pytest.fixture(params=["files", "s3"])
def store(request, tmp_path):
    """An empty object store."""
    return open_store(f"file://{tmp_path}/objects" if request.param == "files" else request.getfixturevalue("s3_url"))
