"""The ledger's endpoint over HTTP, server in a process of its own, beside the very same SQL through the bare driver."""

import http.client
import json
import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from bench.ledger import CASES, LIMIT, Statement, ask, recorded, replay
from bench.pairs import Bench, expect_equal
from contract_platform.application.sessions import token_hash
from contract_platform.domain.people import Post, Session
from contract_platform.domain.vocabulary import Role
from contract_platform.web.session import COOKIE
from storage.column_keys import ColumnKeys
from storage.database import open_database
from storage.database.database import Database

TOKEN = "a token of this bench"  # noqa: S105 - it opens a database that is gone afterwards
SEARCHER = "p00"
START_SECONDS = 30


def benches(folder: Path, number: int) -> tuple[list[Bench], Callable[[], None]]:
    """The newest of the ``number`` contracts that the ledger's benches made, as a browser asks for them."""
    file = folder / f"{number}.db"
    database = open_database(f"sqlite:///{file}", ColumnKeys(folder / "served" / "keys" / "columns", "aes-256-gcm"))
    admit(database)
    port = free_port()
    process = serve(folder, f"sqlite:///{file}", port)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=START_SECONDS)
    driver = sqlite3.connect(file, isolation_level=None)
    wait(port, process)

    def close() -> None:
        connection.close()
        driver.close()
        database.close()
        process.terminate()
        process.wait(START_SECONDS)

    statements = recorded(database, partial(ask, database, *CASES["ledger_newest"]))
    return [bench(connection, driver, statements)], close


def admit(database: Database) -> None:
    """Give somebody of the bureau a post and a session."""
    now = datetime.now(UTC)
    with database.unit_of_work() as uow:
        since = date(2020, 1, 1)
        uow.posts.add(Post(id="post", person_id=SEARCHER, unit_id="u00", role=Role.BUREAU_LEAD, valid_from=since))
        hashed = token_hash(TOKEN)
        uow.sessions.add(Session(token_hash=hashed, person_id=SEARCHER, created_at=now, seen_at=now, address=""))


def bench(connection: http.client.HTTPConnection, driver: sqlite3.Connection, statements: list[Statement]) -> Bench:
    """One request on a connection that stays open."""
    ours = partial(get, connection)
    bare = partial(replay, driver, statements)

    def same() -> None:
        page, (_, rows) = json.loads(ours()), bare()
        expect_equal("rows", [row["id"] for row in page["rows"]], [row[0] for row in rows[:LIMIT]])

    return Bench(
        name="ledger_endpoint",
        bare_is="sqlite3: the same statements and parameters, all rows fetched, no HTTP, no session, no JSON",
        equal=f"the ids of the {LIMIT} rows in their order",
        ours=ours,
        bare=bare,
        same=same,
        repeats=10,
    )


def get(connection: http.client.HTTPConnection) -> bytes:
    """The first page of the ledger."""
    connection.request("GET", f"/api/v1/contracts?limit={LIMIT}", headers={"Cookie": f"{COOKIE}={TOKEN}"})
    response = connection.getresponse()
    body = response.read()
    expect_equal("status", response.status, 200)
    return body


def free_port() -> int:
    """A loopback port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(folder: Path, url: str, port: int) -> subprocess.Popen[bytes]:
    """The platform over that database, one process."""
    environment = os.environ | {"DATA_DIR": str(folder / "served"), "DATABASE_URL": url}
    command = [sys.executable, "-m", "uvicorn", "--factory", "contract_platform.main:application"]
    options = ["--port", str(port), "--log-level", "warning", "--no-access-log"]
    return subprocess.Popen([*command, *options], env=environment)  # noqa: S603 - our own module


def wait(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until the server answers."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the server of the bench did not come up")
