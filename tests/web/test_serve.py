"""The server as people start it: a process on loopback."""

import shutil
import socket
import time
from contextlib import ExitStack

import httpx
import pytest

from contract_platform import bootstrap
from contract_platform.__main__ import main, names
from contract_platform.commands import serve
from contract_platform.demo import accounts
from contract_platform.demo.district import Member
from contract_platform.domain.vocabulary import Role
from contract_platform.settings import load
from contract_platform.web.session import COOKIE
from tests.web.conftest import PASSWORD, TEXT
from tests.web.serving import free_port, serving

STREAMS = 200


@pytest.fixture
def served(seeded, tmp_path):
    shutil.copytree(seeded, tmp_path / "data")
    with serving(tmp_path / "data", tmp_path / "serve.log") as running:
        yield running


@pytest.fixture
def person(served):
    with httpx.Client(base_url=f"{served.address}/api/v1", timeout=20) as client:
        answer = client.post("/session", json={"username": "handler", "password": PASSWORD})
        # plain HTTP: this client would not send a Secure cookie back, browsers do to loopback
        client.headers["Cookie"] = f"{COOKIE}={answer.cookies[COOKIE]}"
        client.cookies.clear()
        yield client


def open_stream(served, cookie):
    """A socket with an event stream on it, its head read."""
    stream = socket.create_connection(("127.0.0.1", served.port), timeout=20)
    request = f"GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nCookie: {cookie}\r\n\r\n"
    stream.sendall(request.encode())
    head = b""
    while b"retry: " not in head:
        piece = stream.recv(4096)
        assert piece, head
        head += piece
    assert head.startswith(b"HTTP/1.1 200")
    assert b"text/event-stream" in head.lower()
    return stream


def heard(stream, what):
    """Whether a text comes down the stream before it ends or falls silent."""
    got = b""
    while what not in got:
        piece = stream.recv(4096)
        if not piece:
            return False
        got += piece
    return True


def test_two_hundred_open_streams_leave_reading_and_changing_working(served, person):
    with ExitStack() as opened:
        cookie = person.headers["Cookie"]
        streams = [opened.enter_context(open_stream(served, cookie)) for _ in range(STREAMS)]
        assert [person.get("/contracts").status_code for _ in range(20)] == [200] * 20
        answer = person.post(
            "/contracts",
            params={"filename": "档案服务合同.txt", "secrecy_declared": "true"},
            content=TEXT,
            headers={"Idempotency-Key": "k", "Content-Type": "application/octet-stream"},
        )
        assert answer.status_code == 201, answer.text
        key = answer.json()["contract"]["id"].encode()
        assert all(heard(stream, key) for stream in streams)
        served.process.terminate()
        started = time.monotonic()
        served.process.wait(20)
        assert time.monotonic() - started < 10, "open streams kept the server from stopping"


def test_the_web_process_reads_uploads_itself_and_tells_the_stream(served, person):
    with open_stream(served, person.headers["Cookie"]) as stream:
        answer = person.post(
            "/contracts",
            params={"filename": "档案服务合同.txt", "secrecy_declared": "true"},
            content=TEXT,
            headers={"Idempotency-Key": "k", "Content-Type": "application/octet-stream"},
        )
        assert heard(stream, b"analysis.finished")
    detail = person.get(f"/contracts/{answer.json()['contract']['id']}").json()
    assert detail["analysis"]["state"] == "DONE"


def test_the_address_is_printed_and_nothing_warned_of_in_an_own_folder(served):
    assert served.address in served.output()
    assert "注意" not in served.output()
    assert "Traceback" not in served.output()


def test_a_folder_of_something_else_is_warned_of_in_both_languages(tmp_path, capsys):
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    serve.warn_of_strangers(tmp_path)
    out = capsys.readouterr().out
    assert "注意：DATA_DIR=" in out
    assert "Warning: DATA_DIR=" in out


@pytest.mark.parametrize("prepare", ["missing", "empty", "ours"])
def test_a_folder_that_is_ours_or_nobodys_is_not_warned_of(tmp_path, capsys, prepare):
    folder = tmp_path / "data"
    if prepare != "missing":
        folder.mkdir()
    if prepare == "ours":
        bootstrap.open_data_dir(folder)
        (folder / "platform.db").touch()
    serve.warn_of_strangers(folder)
    assert capsys.readouterr().out == ""


def test_a_port_in_use_is_said_at_once_with_a_way_out(tmp_path, capsys, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
        assert main(["serve"]) == 1
    said = capsys.readouterr().err
    assert "PORT 换一个端口" in said
    assert "choose another PORT" in said
    assert not (tmp_path / "data" / "platform.db").exists()


def test_a_folder_in_use_by_another_server_is_refused(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("PORT", str(free_port()))
    with serve.take(bootstrap.open_data_dir(tmp_path / "data")):
        assert main(["serve"]) == 1
    assert "正由另一个平台进程使用" in capsys.readouterr().err


def test_run_time_data_is_readable_by_its_owner_only(tmp_path):
    folder = bootstrap.open_data_dir(tmp_path / "data")
    assert folder.stat().st_mode & 0o077 == 0


def test_demo_accounts_are_printed_while_there_are_any(tmp_path, capsys):
    settings = load({"DATA_DIR": str(tmp_path)})
    serve.announce(settings)
    assert "demo accounts" not in capsys.readouterr().out
    person = Member(username="chengban", name="林知远", posts=((Role.HANDLER, "data"),))
    accounts.write(tmp_path, accounts.entries([person], {"chengban": "pw-1"}))
    serve.announce(settings)
    out = capsys.readouterr().out
    [line] = [line for line in out.splitlines() if "chengban" in line]
    assert line.split() == ["chengban", "pw-1", "林知远", "望澜区大数据管理局", "承办人"]


@pytest.mark.parametrize(("host", "said"), [("127.0.0.1", False), ("0.0.0.0", True)])
def test_who_serves_other_machines_is_told_that_browsers_want_https(tmp_path, capsys, host, said):
    serve.announce(load({"DATA_DIR": str(tmp_path), "HOST": host}))
    assert ("HTTPS" in capsys.readouterr().out) is said


def test_doctor_finds_a_healthy_installation_and_names_what_is_wrong(seeded, tmp_path, monkeypatch, capsys):
    shutil.copytree(seeded, tmp_path / "data")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    assert main(["doctor"]) == 0
    assert "FAILED" not in capsys.readouterr().out
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/empty.db")
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "FAILED  database" in said
    assert "contract-platform migrate" in said


def test_work_beside_a_queue_in_memory_is_refused_with_a_way_out(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    assert main(["work"]) == 2
    assert "QUEUE_URL" in capsys.readouterr().out


def test_every_command_is_listed_with_what_it_does(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert {"serve", "work", "migrate", "doctor", "analyze"} <= set(names())
    lines = [line for line in out.splitlines() if line.startswith("  ")]
    assert [line.split()[0] for line in lines] == names()
    assert [line for line in lines if len(line.split()) < 4] == []


def test_a_command_nobody_knows_is_refused(capsys):
    assert main(["dance"]) == 2
    assert "serve" in capsys.readouterr().err


def test_a_wrong_setting_ends_a_command_with_its_name(monkeypatch, capsys):
    monkeypatch.setenv("PORT", "eighty")
    assert main(["migrate"]) == 2
    assert "PORT" in capsys.readouterr().err
