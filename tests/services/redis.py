"""A Redis server that keeps nothing on disk."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.services.processes import HOST, Account, await_answer, connects, free_port, program

PACKAGE = "redis-server"


@contextmanager
def server() -> Iterator[str]:
    """Start a server; yields its QUEUE_URL."""
    account, port = Account("redis"), free_port()
    binary = program("redis-server", PACKAGE)
    with account.folder("redis") as folder:
        options = ["--port", str(port), "--bind", HOST, "--save", "", "--appendonly", "no", "--dir", str(folder)]
        with account.serving([binary, *options], folder / "log") as alive:
            await_answer(connects(port), alive)
            yield f"redis://{HOST}:{port}/0"
