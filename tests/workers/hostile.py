"""What a bad file makes a reader do, as functions for the child process."""

import ctypes
import os
import signal
import socket
import sys
import time
from pathlib import Path


def echo(text: str) -> bytes:
    return text.encode()


def pid() -> bytes:
    return str(os.getpid()).encode()


def bomb() -> bytes:
    return bytes(8 << 30)


def slow_bomb() -> bytes:
    hoard = []
    while True:
        hoard.append(bytearray(1 << 20))


def spin() -> bytes:
    while True:
        pass


def sleep_for_ever(pid_file: str = "") -> bytes:
    if pid_file:
        descriptor = os.open(pid_file, os.O_WRONLY)
        os.write(descriptor, str(os.getpid()).encode())
    while True:
        time.sleep(3600)


def segfault() -> bytes:
    ctypes.string_at(0)
    return b""


def abort() -> bytes:
    os.abort()


def killed_from_outside() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def raises() -> bytes:
    raise ValueError("a reader's mistake")


def calls_home(address: str, port: str) -> bytes:
    try:
        with socket.create_connection((address, int(port)), timeout=5):
            return b"connected"
    except OSError as error:
        return type(error).__name__.encode()


def stubborn() -> bytes:
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    while True:
        pass


def flood() -> bytes:
    return bytes(4 << 20)


def writes_file(path: str) -> bytes:
    Path(path).write_bytes(b"x" * 100)
    return b"written"


def modules() -> bytes:
    return "\n".join(sorted(sys.modules)).encode()


def descriptors() -> bytes:
    held = [link for link in Path("/proc/self/fd").iterdir() if int(link.name) > 2 and link.exists()]
    return "\n".join(str(link.readlink()) for link in held).encode()


def survives_signals() -> bytes:
    os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGINT)
    return b"alive"
