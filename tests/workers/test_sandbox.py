"""The child process: every way a file can hurt ends in a code, and the next file is read as if nothing had been."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from contract_platform.documents.child_client import ChildLostError
from contract_platform.documents.child_work import MEBIBYTE, Limits
from contract_platform.documents.sandbox import ChildStoppedError, Sandbox
from tests.workers import hostile


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    # the wall is far off: on a busy machine a second of work takes many seconds
    return Sandbox(Limits(cpu_seconds=1, wall_seconds=15, result_bytes=MEBIBYTE))


@pytest.mark.parametrize(
    ("work", "code"),
    [
        (hostile.bomb, "memory_exceeded"),
        (hostile.slow_bomb, "memory_exceeded"),
        (hostile.flood, "memory_exceeded"),
        (hostile.spin, "time_exceeded"),
        (hostile.sleep_for_ever, "time_exceeded"),
        (hostile.segfault, "reader_crashed"),
        (hostile.abort, "reader_crashed"),
        (hostile.raises, "reader_crashed"),
    ],
)
def test_what_stops_the_child_becomes_a_code_and_the_next_file_works(
    sandbox: Sandbox, work: Callable[..., bytes], code: str
) -> None:
    with pytest.raises(ChildStoppedError) as stopped:
        sandbox.run(work)
    assert stopped.value.code == code
    assert sandbox.run(hostile.echo, "合同") == "合同".encode()


@pytest.mark.parametrize("work", [hostile.killed_from_outside, hostile.stubborn])
def test_a_child_killed_from_outside_is_no_verdict_on_the_file(sandbox: Sandbox, work: Callable[..., bytes]) -> None:
    with pytest.raises(ChildLostError):
        sandbox.run(work)
    assert sandbox.run(hostile.echo, "合同") == "合同".encode()


def test_the_readers_mistake_is_told_to_the_parent(sandbox: Sandbox) -> None:
    with pytest.raises(ChildStoppedError) as stopped:
        sandbox.run(hostile.raises)
    assert "a reader's mistake" in stopped.value.detail


def test_every_file_gets_a_child_of_its_own(sandbox: Sandbox) -> None:
    assert sandbox.run(hostile.pid) != sandbox.run(hostile.pid)


def test_the_child_writes_no_file(sandbox: Sandbox, tmp_path: Path) -> None:
    with pytest.raises(ChildStoppedError):
        sandbox.run(hostile.writes_file, str(tmp_path / "left"))
    assert not (tmp_path / "left").exists() or (tmp_path / "left").stat().st_size == 0


def test_the_child_has_no_network(sandbox: Sandbox) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address, port = listening.getsockname()
        assert sandbox.run(hostile.calls_home, address, str(port)) == b"PermissionError"
        with socket.create_connection((address, port)):  # the parent has one
            pass


def test_the_child_holds_nothing_of_the_platform(sandbox: Sandbox, tmp_path: Path) -> None:
    with (tmp_path / "database").open("w"):
        held = sandbox.run(hostile.descriptors).decode().splitlines()
    assert len([name for name in held if name.startswith("pipe:")]) == 1
    assert not [name for name in held if str(tmp_path) in name or name.startswith("socket:")]


@pytest.mark.parametrize("main", ["-c", "-"])
def test_the_platforms_main_module_is_not_run_again_in_the_child(main: str) -> None:
    program = (
        "print('main runs')\n"
        "from contract_platform.documents.sandbox import Sandbox\n"
        "from tests.workers import hostile\n"
        "print(Sandbox().run(hostile.echo, 'child runs').decode())\n"
    )
    command = [sys.executable, "-", ""] if main == "-" else [sys.executable, "-c", program]
    answer = subprocess.run(command, input=program, capture_output=True, text=True, check=True, timeout=60)
    assert answer.stdout.splitlines() == ["main runs", "child runs"]


def test_the_child_loads_no_database_and_no_web(sandbox: Sandbox) -> None:
    loaded = {name.partition(".")[0] for name in sandbox.run(hostile.modules).decode().splitlines()}
    assert "contract_platform" in loaded
    assert loaded.isdisjoint({"sqlalchemy", "litestar", "dramatiq", "minio", "alembic", "psycopg", "redis"})


def test_a_signal_to_the_process_group_does_not_look_like_a_bad_file(sandbox: Sandbox) -> None:
    assert sandbox.run(hostile.survives_signals) == b"alive"


def test_many_threads_get_their_own_answers(sandbox: Sandbox) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: sandbox.run(hostile.echo, str(n)), range(40)))
    assert answers == [str(n).encode() for n in range(40)]


def test_crashes_beside_good_files_stay_apart(sandbox: Sandbox) -> None:
    def one(number: int) -> str:
        try:
            return sandbox.run(
                hostile.segfault if number % 3 == 0 else hostile.echo, *[] if number % 3 == 0 else ["x"]
            ).decode()
        except ChildStoppedError as stopped:
            return stopped.code

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(one, range(30)))
    assert answers == ["reader_crashed" if number % 3 == 0 else "x" for number in range(30)]


def test_the_wall_clock_is_kept(sandbox: Sandbox) -> None:
    started = time.monotonic()
    with pytest.raises(ChildStoppedError):
        sandbox.run(hostile.sleep_for_ever)
    assert time.monotonic() - started < 20
