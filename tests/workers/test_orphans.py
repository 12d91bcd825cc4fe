"""Whatever ends the platform, no child of it goes on."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workers.platform_process import descendants, eventually, running

PROGRAM = """
import threading
from contract_platform.documents.child_work import Limits
from contract_platform.documents.sandbox import Sandbox
from tests.workers import hostile

sandbox = Sandbox(Limits(wall_seconds=600, cpu_seconds=600))
for work in (hostile.sleep_for_ever, hostile.spin):
    threading.Thread(target=sandbox.run, args=(work,), daemon=True).start()
threading.Event().wait()
"""


def confined(pid: int) -> bool:
    """Whether the child has set its limits, which it does after binding its life to the fork server's."""
    limits = Path(f"/proc/{pid}/limits").read_text()
    return next(line.split()[4] for line in limits.splitlines() if line.startswith("Max core file size")) == "0"


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM])
def test_no_child_outlives_the_platform(ending: signal.Signals) -> None:
    platform = subprocess.Popen([sys.executable, "-c", PROGRAM])
    try:
        # the fork server and its two children
        assert eventually(lambda: len(descendants(platform.pid)) == 3, 20)
        below = descendants(platform.pid)
    finally:
        platform.send_signal(ending)
        platform.wait(10)
    assert eventually(lambda: not any(running(pid) for pid in below)), below


def test_killed_fork_server_takes_its_children_along_and_is_started_again() -> None:
    program = PROGRAM.replace(
        "threading.Event().wait()",
        "import sys\nsys.stdin.readline()\nsys.stdout.buffer.write(sandbox.run(hostile.echo, 'again'))",
    )
    platform = subprocess.Popen([sys.executable, "-W", "ignore", "-c", program], stdin=-1, stdout=-1, stderr=-3)
    try:
        assert eventually(lambda: len(descendants(platform.pid)) == 3, 20)
        tops = {pid: descendants(pid) for pid in descendants(platform.pid)}
        server, children = next((pid, below) for pid, below in tops.items() if below)
        assert eventually(lambda: all(confined(pid) for pid in children))
        os.kill(server, signal.SIGKILL)
        assert eventually(lambda: not any(running(pid) for pid in children))
        answer, _ = platform.communicate(b"\n", 20)
    finally:
        platform.kill()
        platform.wait(10)
    assert answer == b"again"
