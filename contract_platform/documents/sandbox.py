"""Runs a function in a killable child process and gets bytes back, or the code of what stopped it."""

import os
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import wait

import msgspec

from contract_platform.documents.child_client import READING, ChildLostError, ForkServer
from contract_platform.documents.child_work import FAILED, OUT_OF_MEMORY, Limits, Order

CHUNK = 1 << 20


class ChildStoppedError(Exception):
    """The work itself ended the child. ``code``: memory_exceeded | time_exceeded | reader_crashed."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


class Sandbox:
    """A fork server's children with limits, one child per call; safe to use from several threads."""

    def __init__(self, limits: Limits | None = None, preload: tuple[str, ...] = READING) -> None:
        self.limits = limits or Limits()
        self._server = ForkServer(preload)

    def run(self, work: Callable[..., bytes], *arguments: str, limits: Limits | None = None) -> bytes:
        """The bytes that ``work(*arguments)`` returns in the child; ``ChildStoppedError`` or ``ChildLostError``.

        ``work`` is a function of a module that the child can import.
        """
        return self.run_named(f"{work.__module__}:{work.__name__}", *arguments, limits=limits)

    def run_named(self, work: str, *arguments: str, limits: Limits | None = None) -> bytes:
        """The same for ``module:function``, which then need not be loaded here."""
        held = limits or self.limits
        order = Order(work=work, arguments=arguments, limits=held)
        with self._server.child(msgspec.msgpack.encode(order)) as child:
            try:
                data = self._receive(child.result, held)
            finally:
                exit_code = child.end()
        return judge(data, exit_code)

    def close(self) -> None:
        """Give back the memory of the fork server until the next call."""
        self._server.close()

    def _receive(self, result: int, limits: Limits) -> bytes:
        """Everything up to the end of the pipe; never blocks on a child that stalls."""
        deadline = time.monotonic() + limits.wall_seconds
        data = bytearray()
        while wait([result], max(0.0, deadline - time.monotonic())):
            chunk = os.read(result, CHUNK)
            if not chunk:
                return bytes(data)
            data += chunk
            if len(data) > limits.result_bytes:
                raise ChildStoppedError("memory_exceeded", "result too large")
        raise ChildStoppedError("time_exceeded")


def judge(data: bytes, exit_code: int) -> bytes:
    """The data of a child that ended well; otherwise the exception that says why it did not."""
    if exit_code == 0:
        return data
    if exit_code == OUT_OF_MEMORY:
        raise ChildStoppedError("memory_exceeded")
    if exit_code == -signal.SIGXCPU:
        raise ChildStoppedError("time_exceeded")
    if exit_code == FAILED:
        raise ChildStoppedError("reader_crashed", data.decode(errors="replace"))
    if exit_code < 0 and exit_code != -signal.SIGKILL:
        raise ChildStoppedError("reader_crashed", f"signal {-exit_code}")
    raise ChildLostError(f"exit code {exit_code}")
