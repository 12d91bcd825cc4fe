"""Runs a function in a killable child process and gets bytes back, or the code of what stopped it."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess

from contract_platform.documents.child_work import FAILED, OUT_OF_MEMORY, Limits, enter

PRELOAD = ["contract_platform.documents.child_reading", "contract_platform.documents.child_work"]
SERVER_LOST = 255  # what multiprocessing reports when the fork server died before it could say how the child ended
CHUNK = 1 << 20
EXIT_SECONDS = 2.0  # from the end of the pipe to the exit code

# multiprocessing polls all its children whenever one starts; two threads asking for one exit code lose it
_children = threading.Lock()


class ChildStoppedError(Exception):
    """The work itself ended the child. ``code``: memory_exceeded | time_exceeded | reader_crashed."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


class ChildLostError(Exception):
    """The child was ended from outside (fork server or child killed): says nothing about the file, try again."""


class Sandbox:
    """A fork server's children with limits, one child per call; safe to use from several threads."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(PRELOAD)

    def run(self, work: Callable[..., bytes], *arguments: bytes | str) -> bytes:
        """The bytes that ``work(*arguments)`` returns in the child; ``ChildStoppedError`` or ``ChildLostError``."""
        reader, writer = self._context.Pipe(duplex=False)
        process = self._context.Process(target=enter, args=(work, arguments, self.limits, writer), daemon=True)
        with reader:
            with writer, _children:
                process.start()
            try:
                data = self._receive(reader)
            finally:
                exit_code = end(process)
        return judge(data, exit_code)

    def _receive(self, reader: Connection) -> bytes:
        """Everything up to the end of the pipe; never blocks on a child that stalls."""
        deadline = time.monotonic() + self.limits.wall_seconds
        data = bytearray()
        while wait([reader], max(0.0, deadline - time.monotonic())):
            chunk = os.read(reader.fileno(), CHUNK)
            if not chunk:
                return bytes(data)
            data += chunk
            if len(data) > self.limits.result_bytes:
                raise ChildStoppedError("memory_exceeded", "result too large")
        raise ChildStoppedError("time_exceeded")


def end(process: ForkServerProcess) -> int:
    """Make sure that the child is gone and return its exit code, negative for a signal."""
    if not wait([process.sentinel], EXIT_SECONDS):
        process.kill()
        wait([process.sentinel])
    with _children:
        process.join()
    exit_code, pid = process.exitcode, process.pid
    process.close()
    if exit_code in {SERVER_LOST, None} and pid is not None:
        with suppress(ProcessLookupError):  # it may have lost its server before its fate was bound to it
            os.kill(pid, signal.SIGKILL)
    return SERVER_LOST if exit_code is None else exit_code


def judge(data: bytes, exit_code: int) -> bytes:
    """The data of a child that ended well; otherwise the exception that says why it did not."""
    if exit_code == 0:
        return data
    if exit_code == OUT_OF_MEMORY:
        raise ChildStoppedError("memory_exceeded")
    if exit_code == -signal.SIGXCPU:
        raise ChildStoppedError("time_exceeded")
    if exit_code in {SERVER_LOST, -signal.SIGKILL}:
        raise ChildLostError(f"exit code {exit_code}")
    detail = data.decode(errors="replace") if exit_code == FAILED else f"exit code {exit_code}"
    raise ChildStoppedError("reader_crashed", detail)
