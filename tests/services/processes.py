"""Start servers that end with whoever started them, find free ports, wait until something answers."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

HOST = "127.0.0.1"

Check = Callable[[], None]


class ServerMissingError(Exception):
    """A server program is not installed; `package` is the Debian package that holds it."""

    def __init__(self, program: str, package: str) -> None:
        super().__init__(f"{program} is not installed; it comes with: apt-get install {package}")
        self.package = package


class ServerFailedError(Exception):
    """A server ended, or did not answer in time; the message holds the end of its log."""


def program(name: str, package: str, pattern: str = "/usr/sbin") -> str:
    """The path of a server program, on PATH or in the newest folder that matches the pattern."""
    folders = sorted((str(path) for path in Path("/").glob(pattern.lstrip("/"))), reverse=True)
    found = shutil.which(name, path=os.pathsep.join([*os.get_exec_path(), *folders]))
    if found is None:
        raise ServerMissingError(name, package)
    return found


def free_port() -> int:
    """A loopback port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


class Account:
    """Who the servers run as: root hands them to an unprivileged user (PostgreSQL refuses root)."""

    def __init__(self, *preferred: str) -> None:
        """Take the first of the preferred users that exists."""
        known = {entry.pw_name: entry for entry in pwd.getpwall()}
        self._entry = next(known[name] for name in (*preferred, "nobody") if name in known)
        self._switch = os.geteuid() == 0

    def command(self, command: Sequence[str], dies_by: str = "TERM") -> list[str]:
        """The command run as that user, told to end when the process that started it is gone."""
        switch = [f"--reuid={self._entry.pw_uid}", f"--regid={self._entry.pw_gid}", "--clear-groups"]
        return ["setpriv", *(switch if self._switch else []), "--pdeathsig", dies_by, *command]

    def run(self, command: Sequence[str], **environment: str) -> str:
        """Run to the end and return what it printed; ServerFailedError with everything it said otherwise."""
        done = subprocess.run(
            self.command(command),
            env=os.environ | environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
            check=False,
        )
        if done.returncode:
            raise ServerFailedError(f"{' '.join(command)}: exit code {done.returncode}\n{done.stdout}")
        return done.stdout

    @contextmanager
    def folder(self, purpose: str) -> Iterator[Path]:
        """A directory of that user's own, removed at the end."""
        path = Path(tempfile.mkdtemp(prefix=f"contract-platform-{purpose}-"))
        if self._switch:
            os.chown(path, self._entry.pw_uid, self._entry.pw_gid)
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)

    @contextmanager
    def serving(self, command: Sequence[str], log: Path, stop: signal.Signals = signal.SIGTERM) -> Iterator[Check]:
        """Keep a server running; yields a check that raises once the server has ended."""
        dies_by = stop.name.removeprefix("SIG")
        with log.open("ab") as output:
            process = subprocess.Popen(
                self.command(command, dies_by),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                process_group=0,  # Ctrl-C reaches whoever started it, and that one stops the servers in order
            )

        def check() -> None:
            if process.poll() is not None:
                raise ServerFailedError(f"{command[0]} ended with {process.returncode}\n{log.read_text()[-4000:]}")

        try:
            yield check
        finally:
            process.send_signal(stop)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def await_answer(ask: Callable[[], object], alive: Check, seconds: float = 60) -> None:
    """Ask until it succeeds; the last refusal is part of the error."""
    end = time.monotonic() + seconds
    while True:
        alive()
        try:
            ask()
        except Exception as refusal:  # whatever a client says while its server starts
            if time.monotonic() > end:
                raise ServerFailedError(f"no answer in {seconds} s: {refusal}") from refusal
            time.sleep(0.05)
        else:
            return


def connects(port: int) -> Callable[[], None]:
    """A question that succeeds once something listens on the port."""

    def ask() -> None:
        socket.create_connection((HOST, port), timeout=1).close()

    return ask
