"""Every hostile file ends within the limits of a reading child, with a reason people understand, and calls nobody."""

import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import msgspec
import pytest

from contract_platform.analysis.model import Context
from contract_platform.analysis.reasons import explain
from contract_platform.documents.child_reading import Outcome, read_and_analyse
from contract_platform.documents.child_work import Limits
from contract_platform.documents.sandbox import ChildStoppedError, Sandbox
from tests.hostile.cases import CASES, READ, Case

LEAST = 80
CONTEXT = msgspec.json.encode(Context(today=date(2026, 11, 25))).decode()
GOOD = "good"


@pytest.fixture(scope="module")
def sandbox():
    return Sandbox(Limits())


@pytest.fixture(scope="module")
def listener():
    """An address that files name; whoever calls it is heard."""
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.05)
    yield server
    server.close()


def ending(sandbox: Sandbox, path: Path) -> str:
    """The code of what came of it."""
    try:
        outcome = msgspec.msgpack.decode(sandbox.run(read_and_analyse, str(path), CONTEXT), type=Outcome)
    except ChildStoppedError as stopped:
        return stopped.code
    return outcome.unreadable or READ


def rows():
    for name, case in CASES.items():
        yield pytest.param(case, id=name, marks=[pytest.mark.long] if case.long else [])


def test_there_are_enough():
    assert len(CASES) >= LEAST


@pytest.mark.parametrize("case", [*rows()])
def test_a_hostile_file_ends_as_it_should(case: Case, sandbox, listener, tmp_path):
    host, port = listener.getsockname()
    path = tmp_path / f"file{case.suffix}"
    case.build(path, f"http://{host}:{port}/called")
    code = ending(sandbox, path)
    assert code in case.ends
    assert code == READ or all(explain(code, {}))
    with pytest.raises(TimeoutError):
        listener.accept()


def test_the_server_behind_the_children_goes_on(sandbox, tmp_path):
    hurt = ("OFD: a million characters on a page", "PDF: noise behind a header", "five thousand deep")
    good = tmp_path / "good.txt"
    good.write_text("第一条 标的\n乙方供应水泵二台。\n", encoding="utf-8")
    for number, name in enumerate(hurt):
        CASES[name].build(tmp_path / f"{number}{CASES[name].suffix}", "http://127.0.0.1:9/")
    with ThreadPoolExecutor(2) as both:
        paths = [tmp_path / f"{number}{CASES[name].suffix}" for number, name in enumerate(hurt)]
        codes = list(both.map(lambda path: ending(sandbox, path), [*paths, good, good]))
    assert codes[-2:] == [READ, READ]
