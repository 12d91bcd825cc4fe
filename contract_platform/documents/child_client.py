"""The platform's side of the fork server: start it, ask it for children, end children."""

import os
import signal
import socket
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait

from contract_platform.documents.child_server import STATUS

PROGRAM = (
    "import sys; from contract_platform.documents.child_server import serve; serve(int(sys.argv[1]), *sys.argv[2:])"
)
START_SECONDS = 60.0  # until a new server has its readers loaded, on a busy machine
READING = ("contract_platform.documents.child_reading",)  # what a server for documents loads before it forks
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # threads do not survive a fork
EXIT_SECONDS = 2.0  # from the end of the result to the exit code


class ChildLostError(Exception):
    """The child was ended from outside or never began: says nothing about the file, try again."""


class Child:
    """A running child: where its result comes from and where its end is reported."""

    def __init__(self, result: int, report: int) -> None:
        self.result = result
        self._report = report
        self._pid = self._told(START_SECONDS)

    def _told(self, seconds: float | None) -> int:
        """The next number from the fork server; ``ChildLostError`` when it is gone."""
        if not wait([self._report], seconds):
            raise ChildLostError("the fork server does not answer")
        data = os.read(self._report, STATUS.size)
        if len(data) != STATUS.size:
            raise ChildLostError("the fork server is gone")
        (number,) = STATUS.unpack(data)
        assert isinstance(number, int)
        return number

    def end(self) -> int:
        """Make sure that the child is gone; returns its exit code, negative for a signal."""
        if not wait([self._report], EXIT_SECONDS):
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
        return self._told(None)


class ForkServer:
    """The server process, started when first needed and again when it was lost; used from any thread."""

    def __init__(self, preload: tuple[str, ...] = READING) -> None:
        self._preload = preload
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._finish: weakref.finalize[..., ForkServer] | None = None

    @contextmanager
    def child(self, order: bytes) -> Iterator[Child]:
        """A child that works on the order."""
        result_reader, result_writer = os.pipe()
        report_reader, report_writer = os.pipe()
        order_descriptor = os.memfd_create("order")
        try:
            os.pwrite(order_descriptor, order, 0)
            try:
                self._send([order_descriptor, result_writer, report_writer])
            finally:
                for descriptor in (order_descriptor, result_writer, report_writer):
                    os.close(descriptor)
            yield Child(result_reader, report_reader)
        finally:
            os.close(result_reader)
            os.close(report_reader)

    def close(self) -> None:
        """Let the server go; it is started anew when it is needed again."""
        with self._lock:
            if self._finish is not None:
                self._finish()
            self._process = self._control = self._finish = None

    def _send(self, descriptors: list[int]) -> None:
        with self._lock:
            control = self._running()
            try:
                socket.send_fds(control, [b"!"], descriptors)
            except OSError as error:
                raise ChildLostError("the fork server is gone") from error

    def _running(self) -> socket.socket:
        """The socket of a live server."""
        if self._process is None or self._control is None or self._process.poll() is not None:
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs:
                self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own program
                    [sys.executable, "-c", PROGRAM, str(theirs.fileno()), *self._preload],
                    pass_fds=[theirs.fileno()],
                    stdin=subprocess.DEVNULL,
                    env=os.environ | ONE_THREAD | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                )
            self._control = ours
            self._finish = weakref.finalize(self, stop, self._process, ours)
        return self._control


def stop(process: subprocess.Popen[bytes], control: socket.socket) -> None:
    """Let a server go: its socket closes, it ends and takes its children along."""
    control.close()
    process.wait()
