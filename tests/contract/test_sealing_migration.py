"""Rows written before columns were sealed are sealed by the migration, on both databases."""

import pytest
import sqlalchemy as sa

from contract_platform.domain.contract import Party
from storage.column_keys import ColumnKeys
from storage.database import open_database
from storage.database.engine import open_engine
from storage.database.migrate import upgrade
from storage.database.repositories import columns_of
from tests.contract.records import contract, seed

PLAIN = '[{"role":"乙方","name":"清和物业服务有限公司"}]'


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'platform.db'}"
    return request.getfixturevalue("empty_postgres_url")


@pytest.fixture
def old(url):
    """A database of the shape before, with a contract in it."""
    upgrade(url, "0005")
    engine = open_engine(url)
    with engine.begin() as connection:
        metadata = sa.MetaData()
        metadata.reflect(connection, only=["units", "people", "contracts"])
        tables = metadata.tables
        seed(_Rows(connection, tables))
        row = columns_of(contract("c1")) | {"parties": PLAIN}
        known = [column.name for column in tables["contracts"].columns]
        connection.execute(sa.insert(tables["contracts"]).values({name: row[name] for name in known}))
    engine.dispose()
    return url


class _Rows:
    """What ``seed`` writes through, into tables of the old shape."""

    def __init__(self, connection, tables):
        self._connection = connection
        self.units, self.people = (_Adding(connection, tables[name]) for name in ("units", "people"))


class _Adding:
    def __init__(self, connection, table):
        self._connection, self._table = connection, table

    def add(self, record):
        self._connection.execute(sa.insert(self._table).values(columns_of(record)))


def test_rows_that_are_there_are_sealed_and_read_as_before(old, tmp_path):
    keys = ColumnKeys(tmp_path / "columns", "aes-256-gcm")
    upgrade(old, sealer=keys)
    database = open_database(old, keys)
    with database.reading() as uow:
        assert uow.contracts.get("c1").parties == (Party(role="乙方", name="清和物业服务有限公司"),)
    with database.engine.connect() as connection:
        raw = connection.scalar(sa.text("SELECT parties FROM contracts"))
    database.close()
    assert bytes(raw).startswith(keys.header())


def test_without_keys_rows_are_not_migrated_and_nothing_is_changed(old):
    with pytest.raises(RuntimeError, match="contract-platform migrate"):
        upgrade(old)
    engine = open_engine(old)
    with engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT parties FROM contracts")) == PLAIN
    engine.dispose()
