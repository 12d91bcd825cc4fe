"""Run slow commands with short lines on the terminal: what has begun, how far it is, how long it took.

The output of a command is shown in full only when it fails. Standard library only: nothing else is installed yet.
"""

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STARTED = time.monotonic()
HEARTBEAT = 10.0  # seconds without a line after which a waiting person wonders
WIDTH = 100  # columns of a heartbeat line
_printing = threading.Lock()


class StepFailedError(Exception):
    """A command ended with an error; its output has been shown."""


def say(text: str) -> None:
    """Print one line with the seconds since the start."""
    with _printing:
        print(f"[{time.monotonic() - STARTED:4.0f} s] {text}", flush=True)


def run(title: str, command: Sequence[str], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> None:
    """Run one command quietly; StepFailedError after showing everything it printed."""
    say(title)
    with tempfile.TemporaryFile("w+b") as output:
        process = subprocess.Popen(command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        try:
            _await(process, title, output.fileno())
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait()
        if process.returncode:
            output.seek(0)
            with _printing:
                print(output.read().decode(errors="replace"), flush=True)
                print(f"failed with exit code {process.returncode}: {' '.join(command)}", file=sys.stderr, flush=True)
            raise StepFailedError(title)


def _await(process: subprocess.Popen[bytes], title: str, output: int) -> None:
    """Wait for the process; every HEARTBEAT seconds print the last line it wrote."""
    while True:
        try:
            process.wait(HEARTBEAT)
        except subprocess.TimeoutExpired:
            say(f"{title} … {_last_line(output)}"[:WIDTH])
        else:
            return


def _last_line(output: int) -> str:
    """The last line but warnings in the file behind a descriptor, read without moving its position."""
    lines = Path(f"/proc/self/fd/{output}").read_bytes().decode(errors="replace").split("\n")
    telling = (line.strip() for line in reversed(lines) if not line.lower().startswith(("warning", "npm warn")))
    return next(filter(None, telling), "")
