"""``contract-platform work``: background work in a process of its own, beside the web processes.

Under dramatiq's process management instead: ``python -m dramatiq contract_platform.commands.work:serve``.
"""

import argparse
import signal
import threading

from contract_platform import bootstrap
from contract_platform.settings import load
from workers import embedded, main


def run(argv: list[str]) -> int:
    """Work until asked to stop; returns the exit code."""
    argparse.ArgumentParser(prog="contract-platform work", description="单独运行后台任务").parse_args(argv)
    settings = load()
    if settings.queue.url.startswith("memory:"):
        print(
            "QUEUE_URL is memory://, where the web process does this work itself. Set redis://… or amqp://… for both."
        )
        return 2
    stopped = threading.Event()
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, lambda *_: stopped.set())
    running = embedded.start(bootstrap.build(settings), bootstrap.queue(settings))
    print("working; Ctrl-C stops", flush=True)
    stopped.wait()
    running.stop()
    return 0


def serve() -> None:
    """What dramatiq's command calls in each of its worker processes."""
    settings = load()
    main.serve(bootstrap.build(settings), bootstrap.queue(settings))
