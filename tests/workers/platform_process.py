"""Helpers to look at and end processes that a test started."""

import os
import time
from collections.abc import Callable
from pathlib import Path


def descendants(pid: int) -> list[int]:
    """All processes below a process, nearest first."""
    found: list[int] = []
    pending = [pid]
    while pending:
        parent = pending.pop()
        for thread in Path(f"/proc/{parent}/task").glob("*/children"):
            children = [int(child) for child in thread.read_text().split()]
            found.extend(children)
            pending.extend(children)
    return found


def running(pid: int) -> bool:
    """Whether a process runs; a zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def eventually(holds: Callable[[], bool], seconds: float = 10.0) -> bool:
    """Whether it comes true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.02)
    return holds()


def kill_and_reap(pid: int, signal_number: int) -> None:
    """End a direct child of the test and collect it."""
    os.kill(pid, signal_number)
    os.waitpid(pid, 0)
