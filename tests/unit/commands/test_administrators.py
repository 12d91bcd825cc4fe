"""The first administrators, and the way back in for one of them, on an empty installation."""

import pytest

from contract_platform import bootstrap
from contract_platform.application.sign_in import sign_in
from contract_platform.commands import administrators
from contract_platform.domain.credentials import DENGBAO, Step, faults
from contract_platform.domain.errors import Unauthenticated
from contract_platform.settings import load
from storage.database.migrate import upgrade
from tests.web.conftest import close_database

FIRST = ["appoint", "--unit", "望澜区", "--system", "wang:王一", "--security", "li:李二", "--audit", "zhao:赵三"]


@pytest.fixture
def platform(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    settings = load()
    upgrade(settings.database_url)
    built = bootstrap.build(settings)
    yield built
    close_database(built)


@pytest.fixture
def run(monkeypatch, capsys, platform):
    """Runs the command over the same platform; exit code and what was printed."""
    monkeypatch.setattr(bootstrap, "build", lambda _: platform)

    def done(arguments):
        code = administrators.run(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    return done


def passwords(out):
    return {line.split()[-2]: line.split()[-1] for line in out.splitlines() if len(line.split()) in {2, 3}}


def test_three_administrators_come_in_and_choose_a_password_first(platform, run):
    code, out, _ = run(FIRST)
    assert code == 0
    given = passwords(out)
    assert set(given) == {"wang", "li", "zhao"}
    for username, password in given.items():
        assert faults(DENGBAO, password, username) == ()
        view, _ = sign_in(platform, username, password, "127.0.0.1")
        assert view.step is Step.PASSWORD
        assert [post.unit_name for post in view.posts] == ["望澜区"]
    assert "系统管理员" in out


def test_there_are_no_second_first_administrators(platform, run):
    run(FIRST)
    other = [argument.replace("wang", "sun").replace("li:", "he:").replace("zhao", "wu") for argument in FIRST]
    code, _, err = run(other)
    assert code == 1
    assert "已有管理员" in err
    with platform.reading() as uow:
        assert len(uow.people.find()) == 3


def test_two_of_the_three_cannot_be_one_person(platform, run):
    code, _, err = run([argument.replace("zhao:赵三", "wang:王一") for argument in FIRST])
    assert (code, "用户名已被使用" in err) == (1, True)
    with platform.reading() as uow:
        assert (uow.people.find(), uow.units.find(), uow.posts.find()) == ([], [], [])


def test_somebody_locked_out_is_let_in_again(platform, run):
    given = passwords(run(FIRST)[1])
    for _ in range(5):
        with pytest.raises(Unauthenticated):
            sign_in(platform, "li", "falsch", "10.0.0.1")
    code, out, _ = run(["restore", "li"])
    fresh = passwords(out)["li"]
    assert code == 0
    assert fresh != given["li"]
    assert sign_in(platform, "li", fresh, "127.0.0.1")[0].step is Step.PASSWORD
    with platform.reading() as uow:
        assert [event.actor for event in uow.events.find(type="password.reset")] == ["system"]


@pytest.mark.usefixtures("platform")
def test_a_name_nobody_has_is_said(run):
    code, _, err = run(["restore", "nobody"])
    assert (code, "没有这个用户名" in err) == (1, True)


@pytest.mark.parametrize("arguments", [[], ["appoint"], [*FIRST[:-1], "zhao"], [*FIRST[:-1], ":赵三"]])
def test_what_is_not_complete_is_not_begun(arguments):
    with pytest.raises(SystemExit):
        administrators.run(arguments)
