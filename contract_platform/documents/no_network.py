"""Takes the network away from a process for good: a system call filter (seccomp) refuses to make sockets.

What reads files has no business on the network, and some libraries report home unasked; a filter holds for all of
them, and for what a hostile file might make them do. Linux, ``prctl(2)`` and ``seccomp(2)``; programs of the classic
packet filter, ``linux/filter.h``.
"""

import ctypes
import errno
import platform
import struct
from collections.abc import Iterable
from typing import Final

PR_SET_SECCOMP: Final = 22
PR_SET_NO_NEW_PRIVS: Final = 38
SECCOMP_MODE_FILTER: Final = 2
ALLOW: Final = 0x7FFF0000
REFUSE: Final = 0x00050000 | errno.EACCES
LOAD, JUMP_EQUAL, JUMP_AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
NUMBER_AT, ARCHITECTURE_AT = 0, 4  # offsets in struct seccomp_data
X32: Final = 0x40000000  # the other calling convention of x86-64, whose numbers are its own

# architecture token of linux/audit.h; numbers of socket, connect and io_uring_setup
_CALLS: Final = {
    "x86_64": (0xC000003E, (41, 42, 425)),
    "aarch64": (0xC00000B7, (198, 203, 425)),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def deny_network() -> bool:
    """Refuse sockets from now on, in this process and all it starts; False where the kernel or machine has no way."""
    if platform.machine() not in _CALLS:
        return False
    code = filter_code(*_CALLS[platform.machine()])
    program = _Program(len(code) // 8, code)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return not libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0)


def filter_code(architecture: int, refused: Iterable[int]) -> bytes:
    """Instructions that refuse these system calls, and every call in a convention that is not the machine's own."""
    numbers = tuple(refused)
    body = [
        (LOAD, 0, 0, ARCHITECTURE_AT),
        (JUMP_EQUAL, 0, len(numbers) + 3, architecture),
        (LOAD, 0, 0, NUMBER_AT),
        (JUMP_AT_LEAST, len(numbers) + 1, 0, X32),
        *((JUMP_EQUAL, len(numbers) - place, 0, number) for place, number in enumerate(numbers)),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in body)
