"""``contract-platform rotate-keys`` over a data folder."""

import os

import pytest

from contract_platform import bootstrap
from contract_platform.commands import migrate, rotate_keys
from contract_platform.settings import load
from storage.database import open_database
from storage.database.rotation import GRACE
from tests.contract.records import contract, seed


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A migrated data folder with one contract."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    assert migrate.run([]) == 0
    settings = load()
    database = open_database(settings.database_url, bootstrap.column_keys_of(settings))
    with database.unit_of_work() as uow:
        seed(uow)
        uow.contracts.add(contract("c1"))
    database.close()
    return settings.data_dir / "keys" / "columns"


def keys(folder):
    return sorted(file.name for file in folder.iterdir())


def test_a_new_key_seals_and_the_old_one_goes_an_hour_later(folder, capsys):
    assert rotate_keys.run([]) == 0
    assert keys(folder) == ["00001-aes-256-gcm.key", "00002-aes-256-gcm.key"]
    assert "已重新加密 1 项" in capsys.readouterr().out
    then = (folder / "00002-aes-256-gcm.key").stat().st_mtime - GRACE - 1
    os.utime(folder / "00002-aes-256-gcm.key", (then, then))
    assert rotate_keys.run([]) == 0
    assert keys(folder) == ["00002-aes-256-gcm.key"]
    assert rotate_keys.run([]) == 0
    assert keys(folder) == ["00002-aes-256-gcm.key", "00003-aes-256-gcm.key"]


def test_the_setting_chooses_the_cipher_of_the_new_key(folder, monkeypatch):
    monkeypatch.setenv("SEALING_CIPHER", "sm4-gcm")
    assert rotate_keys.run([]) == 0
    assert keys(folder)[-1] == "00002-sm4-gcm.key"
