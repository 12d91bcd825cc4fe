"""What happens inside the analysis child: limits first, then the work, then bytes into the pipe."""

import ctypes
import os
import resource
import signal
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection

import msgspec

OUT_OF_MEMORY = 77
FAILED = 78
PR_SET_PDEATHSIG = 1
MEBIBYTE = 1024 * 1024


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one file may cost. Memory is address space; the wall time and the result size are watched by the parent."""

    memory_bytes: int = 512 * MEBIBYTE
    cpu_seconds: int = 30
    wall_seconds: float = 90.0
    result_bytes: int = 128 * MEBIBYTE
    open_files: int = 32


def confine(limits: Limits, keep: int) -> None:
    """Give up everything the work does not need; ``keep`` is the one descriptor besides the standard ones that stays.

    The order matters: this process holds the fork server's life line until the descriptors are closed, so the server
    cannot be gone before its death is bound to ours. From then on the platform's end, even by SIGKILL, ends the
    server (its life line closes) and the server's end kills this process. Signals to the process group are ignored:
    a platform that is being stopped must not leave "crashed" verdicts behind.
    """
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    os.closerange(3, keep)
    os.closerange(keep + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
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


def enter(work: Callable[..., bytes], arguments: tuple[bytes | str, ...], limits: Limits, pipe: Connection) -> None:
    """Run ``work`` confined and write its bytes; the exit code tells the parent how it went. Never returns."""
    descriptor = pipe.fileno()
    try:
        confine(limits, descriptor)
        write_all(descriptor, work(*arguments))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except BaseException:  # noqa: BLE001 - whatever it was, the parent gets it as text and the child is over
        write_all(descriptor, traceback.format_exc().encode(errors="replace"))
        os._exit(FAILED)
    os._exit(0)
