"""The fork server: a process of one thread that has the readers loaded and forks a child per file.

The standard library's fork server runs the platform's main module again in every child (for a console script that is
the whole web server) and lets children keep the server alive after the platform's death; hence this one.
"""

import importlib
import os
import selectors
import signal
import socket
import struct
import traceback
from contextlib import suppress
from typing import NoReturn

import msgspec

from contract_platform.documents.child_work import NOT_BEGUN, Order, enter

STATUS = struct.Struct("<q")  # the child's pid first, its exit code when it has ended
ORDER, RESULT, REPORT = range(3)  # descriptors that come with a request


def serve(control_descriptor: int, *preload: str) -> None:
    """Fork on request until the platform's end of the socket closes; what all children need is loaded before."""
    for module in preload:
        importlib.import_module(module)
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # the platform's end is what ends this process
        signal.signal(ignored, signal.SIG_IGN)
    children: dict[int, int] = {}
    ended = wake_on_child_end()
    with socket.socket(fileno=control_descriptor) as control, selectors.DefaultSelector() as selector:
        selector.register(control, selectors.EVENT_READ)
        selector.register(ended, selectors.EVENT_READ)
        while True:
            ready = {key.fd for key, _ in selector.select()}
            if ended in ready:
                os.read(ended, 4096)
                report(children)
            if control.fileno() in ready:
                request, descriptors, _, _ = socket.recv_fds(control, 1, 3)
                if not request:
                    return
                fork(descriptors, children)


def wake_on_child_end() -> int:
    """A descriptor that becomes readable when a child ends."""
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    return reader


def fork(descriptors: list[int], children: dict[int, int]) -> None:
    """Start a child for the order that came with a request; ``children`` maps pids to where their end is reported."""
    server = os.getpid()
    pid = os.fork()
    if pid == 0:
        begin(descriptors, server)
    os.close(descriptors[ORDER])
    os.close(descriptors[RESULT])
    children[pid] = descriptors[REPORT]
    tell(descriptors[REPORT], pid)


def begin(descriptors: list[int], server: int) -> NoReturn:
    """The first steps of a child. What goes wrong here is the platform's mistake and no verdict on a file."""
    try:
        signal.set_wakeup_fd(-1)
        with os.fdopen(descriptors[ORDER], "rb") as source:
            order = msgspec.msgpack.decode(source.read(), type=Order)
    except BaseException:  # noqa: BLE001 - a forked child must never return into the server's loop
        traceback.print_exc()
        os._exit(NOT_BEGUN)
    enter(order, server=server, result=descriptors[RESULT])


def report(children: dict[int, int]) -> None:
    """Tell the exit codes of all children that have ended."""
    with suppress(ChildProcessError):
        while (ended := os.waitpid(-1, os.WNOHANG))[0]:
            pid, status = ended
            descriptor = children.pop(pid)
            tell(descriptor, os.waitstatus_to_exitcode(status))
            os.close(descriptor)


def tell(descriptor: int, number: int) -> None:
    """Write one number; who asked may be gone."""
    with suppress(BrokenPipeError):
        os.write(descriptor, STATUS.pack(number))
