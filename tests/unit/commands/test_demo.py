import json

import pytest

from contract_platform.commands.demo import USAGE, run
from contract_platform.demo import accounts
from contract_platform.demo import load as loading
from contract_platform.demo.district import PEOPLE
from contract_platform.demo.stories import drafts


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """A data folder of the test's own, for a demo of one contract."""
    monkeypatch.setattr(loading, "STORIES", (drafts.just_uploaded,))
    monkeypatch.setattr(loading, "FIRST", 2)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path / "data"


def test_it_makes_the_database_loads_and_says_where_the_accounts_are(folder, capsys):
    assert run([]) == 0
    file = folder / accounts.FILE
    assert str(file) in capsys.readouterr().out
    assert len(json.loads(file.read_text("utf-8"))["accounts"]) == len(PEOPLE)
    assert run([]) == 0
    assert "未作改动" in capsys.readouterr().out


def test_it_refuses_another_database_before_touching_it(folder, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://nowhere.invalid/platform")
    assert run([]) == 1
    assert "SQLite" in capsys.readouterr().err
    assert not folder.exists()


def test_a_strange_argument_is_named_in_chinese(folder, capsys):
    assert run(["--force"]) == USAGE
    assert "不认识的参数：--force" in capsys.readouterr().err
    assert not folder.exists()
