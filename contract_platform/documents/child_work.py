"""What happens inside the analysis child: limits first, then the work, then bytes into the pipe."""

import ctypes
import importlib
import os
import resource
import signal
import traceback
from typing import NoReturn

import msgspec

from contract_platform.documents.no_network import deny_network

OUT_OF_MEMORY = 77
FAILED = 78
NOT_BEGUN = 79
PR_SET_PDEATHSIG = 1
MEBIBYTE = 1024 * 1024


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one file may cost. Memory is address space; the wall time and the result size are watched by the parent."""

    memory_bytes: int = 512 * MEBIBYTE
    cpu_seconds: int = 30
    wall_seconds: float = 90.0
    result_bytes: int = 128 * MEBIBYTE
    open_files: int = 32


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What a child is to do: ``work`` is ``module:function``, which takes the arguments and returns bytes."""

    work: str
    arguments: tuple[str, ...]
    limits: Limits


def confine(limits: Limits, *, server: int, keep: int) -> None:
    """Give up everything the work does not need; ``keep`` is the one descriptor besides the standard ones that stays.

    The platform's end, even by SIGKILL, ends the fork server (the server's socket closes) and the server's end kills
    this process. Signals to the process group are ignored: a platform that is being stopped must not leave "crashed"
    verdicts behind.
    """
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != server:  # it was gone before its end was bound to ours
        os._exit(NOT_BEGUN)
    os.closerange(3, keep)
    os.closerange(keep + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    deny_network()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (limits.open_files, limits.open_files))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))


def write_all(descriptor: int, data: bytes) -> None:
    """Write everything, however small the pipe is."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def enter(order: Order, *, server: int, result: int) -> NoReturn:
    """Do the work confined and write its bytes; the exit code tells the parent how it went. Never returns."""
    try:
        confine(order.limits, server=server, keep=result)
        module, _, function = order.work.partition(":")
        write_all(result, getattr(importlib.import_module(module), function)(*order.arguments))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except BaseException:  # noqa: BLE001 - whatever it was, the parent gets it as text and the child is over
        write_all(result, traceback.format_exc().encode(errors="replace"))
        os._exit(FAILED)
    os._exit(0)
