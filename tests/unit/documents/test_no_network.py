import struct
import subprocess
import sys

from contract_platform.documents.no_network import ALLOW, REFUSE, X32, filter_code

TRY = """
import os, socket, sys
from contract_platform.documents.no_network import deny_network
before = socket.socket(socket.AF_INET)
before.bind(("127.0.0.1", 0))
print(deny_network())
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
    try:
        socket.socket(family)
    except PermissionError:
        print("refused")
try:
    before.connect(("127.0.0.1", 9))
except PermissionError:
    print("refused")
reader, writer = os.pipe()
os.write(writer, b"pipes work")
print(os.read(reader, 99).decode())
os._exit(os.waitstatus_to_exitcode(os.waitpid(os.posix_spawn(sys.executable, [sys.executable, "-c",
    "import socket; socket.socket()"], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 2, "/dev/null", 1, 0)]), 0)[1]))
"""


def verdict(code: bytes, architecture: int, number: int) -> int:
    """What the kernel would do: the program is run by hand."""
    instructions = [struct.unpack_from("=HBBI", code, at) for at in range(0, len(code), 8)]
    accumulator, at = 0, 0
    while True:
        operation, when_true, when_false, constant = instructions[at]
        if operation == 0x06:
            return int(constant)
        if operation == 0x20:
            accumulator, at = (architecture if constant == 4 else number), at + 1
        else:
            holds = accumulator == constant if operation == 0x15 else accumulator >= constant
            at += 1 + (when_true if holds else when_false)


def test_the_filter_refuses_what_it_names_and_foreign_conventions_and_nothing_else():
    code = filter_code(7, (41, 42, 425))
    assert [verdict(code, 7, number) for number in (41, 42, 425, 41 | X32, X32)] == [REFUSE] * 5
    assert [verdict(code, 7, number) for number in (0, 40, 43, 424, 426, X32 - 1)] == [ALLOW] * 6
    assert verdict(code, 8, 0) == REFUSE


def test_sockets_are_refused_and_pipes_are_not_also_to_programs_that_are_started():
    done = subprocess.run([sys.executable, "-c", TRY], capture_output=True, text=True, check=False)
    assert done.stdout.split("\n")[:6] == ["True", *["refused"] * 4, "pipes work"]
    assert done.returncode == 1
