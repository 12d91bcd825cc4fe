"""A server in a process of its own, as ``contract-platform serve`` starts it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.architecture.sources import ROOT

START_SECONDS = 60.0
STOP_SECONDS = 30.0


class Served:
    """A running server: its port, its process, and where its output goes."""

    def __init__(self, port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self.port = port
        self.process = process
        self.address = f"http://127.0.0.1:{port}"
        self.log = log

    def output(self) -> str:
        """Everything printed so far."""
        return self.log.read_text("utf-8", "replace")


def free_port() -> int:
    """A loopback port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(data_dir: Path, log: Path, *, port: int = 0, **environment: str) -> Iterator[Served]:
    """Serve a data folder, on a free port unless one is given; the process is ended by its id at the end."""
    port = port or free_port()
    given = os.environ | {"DATA_DIR": str(data_dir), "PORT": str(port), "PYTHONUNBUFFERED": "1"} | environment
    command = [sys.executable, "-m", "contract_platform", "serve"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=given, stdout=output, stderr=subprocess.STDOUT)
    served = Served(port, process, log)
    try:
        wait_until_served(served)
        yield served
    finally:
        process.terminate()
        process.wait(STOP_SECONDS)


def wait_until_served(served: Served) -> None:
    """Return when the server answers; show its output when it ends or never does."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and served.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{served.address}/healthz", timeout=2):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"not served:\n{served.output()[-4000:]}")
