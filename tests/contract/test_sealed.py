"""What can tell about a person stands in the database sealed, opens only where it belongs, and moves to new keys."""

import os
import time

import pytest
import sqlalchemy as sa

from contract_platform.application.identity_ports import SealBrokenError
from contract_platform.domain.contract import Party
from contract_platform.domain.errors import Conflict
from storage.column_keys import ColumnKeys
from storage.database import rotation
from storage.database.tables.contracts import contracts
from tests.contract.records import contract

NAME = "清和物业服务有限公司"


@pytest.fixture(params=["aes-256-gcm", "sm4-gcm"])
def keys(request, tmp_path):
    return ColumnKeys(tmp_path / "keys", request.param)


@pytest.fixture
def columns(tmp_path, database):  # noqa: ARG001 - the keys the database was opened with
    return ColumnKeys(tmp_path / "columns", "aes-256-gcm")


def write(database, *names):
    with database.unit_of_work() as uow:
        for name in names:
            uow.contracts.add(contract(name))


def stored(database):
    raw = sa.select(contracts.c.id, rotation.raw(contracts.c.parties)).order_by(contracts.c.id)
    with database.engine.connect() as connection:
        return {row[0]: bytes(row[1]) for row in connection.execute(raw)}


def parties(database):
    with database.reading() as uow:
        return {each.parties for each in uow.contracts.find()}


def test_what_is_sealed_opens_where_it_belongs_and_nowhere_else(keys):
    sealed = keys.seal("contracts.parties", b"plain")
    assert keys.open("contracts.parties", sealed) == b"plain"
    assert b"plain" not in sealed
    assert keys.seal("contracts.parties", b"plain") != sealed
    with pytest.raises(SealBrokenError):
        keys.open("remarks.text", sealed)


@pytest.mark.parametrize("place", [0, 2, 3, 15, -1])
def test_a_changed_byte_anywhere_is_noticed(keys, place):
    sealed = bytearray(keys.seal("contracts.parties", b"plain"))
    sealed[place] ^= 1
    with pytest.raises(SealBrokenError):
        keys.open("contracts.parties", bytes(sealed))


@pytest.mark.parametrize("length", [0, 3, 30])
def test_a_stump_is_no_sealed_value(keys, length):
    with pytest.raises(SealBrokenError):
        keys.open("contracts.parties", keys.seal("contracts.parties", b"")[:length])


def test_a_lost_key_is_named(keys):
    sealed = keys.seal("contracts.parties", b"plain")
    keys.add()
    keys.retire(1)
    with pytest.raises(SealBrokenError, match="key 1"):
        keys.open("contracts.parties", sealed)


def test_the_key_that_seals_is_never_removed(keys):
    with pytest.raises(ValueError, match="seals"):
        keys.retire(keys.current)


def test_another_process_sees_a_new_key_at_its_next_write(keys, tmp_path):
    other = ColumnKeys(tmp_path / "keys", "sm4-gcm")
    assert other.add() == 2
    sealed = keys.seal("remarks.text", b"plain")
    assert sealed.startswith(keys.header(2))
    assert other.open("remarks.text", sealed) == b"plain"


def test_key_files_are_their_owners_alone(keys, tmp_path):
    files = list((tmp_path / "keys").iterdir())
    assert [file.stat().st_mode & 0o077 for file in files] == [0] * len(files) == [0]
    assert keys.numbers == [1]


def test_the_database_holds_no_name_of_a_party(database):
    write(database, "c1")
    assert NAME.encode() not in stored(database)["c1"]
    assert parties(database) == {(Party(role="乙方", name=NAME),)}


def test_a_value_copied_from_another_column_does_not_open(database, columns):
    write(database, "c1")
    foreign = sa.literal(columns.seal("remarks.replies", b"[]"), sa.LargeBinary)
    with database.engine.begin() as connection:
        connection.execute(sa.update(contracts).values({contracts.c.parties: foreign}))
    with pytest.raises(SealBrokenError):
        parties(database)


def test_rotation_moves_everything_and_the_old_key_goes_when_nothing_needs_it(database, columns):
    write(database, "c1", "c2", "c3")
    before = stored(database)
    assert rotation.rotate(database.engine, columns, batch=2) == (2, 3)
    after = stored(database)
    assert all(value.startswith(columns.header(2)) for value in after.values())
    assert not set(before.values()) & set(after.values())
    assert len(parties(database)) == 1
    assert rotation.retire(database.engine, columns) == []
    assert rotation.retire(database.engine, columns, grace=0) == [1]
    assert len(parties(database)) == 1
    assert columns.numbers == [2]


def test_a_rotation_that_was_stopped_goes_on_under_the_same_key(database, columns):
    write(database, "c1", "c2", "c3", "c4", "c5")
    columns.add()
    next(iter(rotation.batches(database.engine, columns, contracts.c.parties, 2)))
    assert sorted(value[:3] for value in stored(database).values()) == [columns.header(1)] * 3 + [columns.header(2)] * 2
    assert rotation.retire(database.engine, columns, grace=0) == []
    assert rotation.rotate(database.engine, columns) == (2, 3)
    assert rotation.in_use(database.engine) == {2}


def test_a_value_changed_meanwhile_is_left_as_it_was_changed(database, columns):
    write(database, "c1")
    row = (stored(database)["c1"], "c1")
    with database.unit_of_work() as uow:
        one = uow.contracts.get("c1")
        uow.contracts.save(contract("c1", revision=one.revision, parties=()))
    columns.add()
    with database.engine.begin() as connection:
        assert rotation.move(connection, columns, contracts.c.parties, row) == 0
    assert parties(database) == {()}


def test_rotating_changes_the_cipher_the_settings_ask_for(database, tmp_path):
    write(database, "c1")
    chinese = ColumnKeys(tmp_path / "columns", "sm4-gcm")
    rotation.rotate(database.engine, chinese)
    assert [file.name for file in sorted((tmp_path / "columns").iterdir())] == [
        "00001-aes-256-gcm.key",
        "00002-sm4-gcm.key",
    ]
    assert len(parties(database)) == 1


def test_a_key_younger_than_the_grace_keeps_its_predecessor(database, columns, tmp_path):
    write(database, "c1")
    rotation.rotate(database.engine, columns)
    newest = tmp_path / "columns" / "00002-aes-256-gcm.key"
    an_hour_ago = time.time() - rotation.GRACE - 1
    assert rotation.retire(database.engine, columns) == []
    os.utime(newest, (an_hour_ago, an_hour_ago))
    assert rotation.retire(database.engine, columns) == [1]


def test_an_error_of_the_database_tells_no_values(database):
    write(database, "c1")
    with pytest.raises(Conflict) as conflict:
        write(database, "c1")
    assert NAME not in str(conflict.value.__cause__)
    assert "保洁服务合同" not in str(conflict.value.__cause__)
