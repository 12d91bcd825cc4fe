"""Relay and worker threads inside one process: the web process itself, or ``contract-platform work``."""

from datetime import timedelta

import dramatiq

from contract_platform.application.ports import Platform
from contract_platform.application.sweep_objects import sweep_spool
from contract_platform.application.tasks import QUICK, SLOW, TASKS, Task
from workers.actors import declare
from workers.broker import make_broker
from workers.relay import Relay
from workers.runner import Runner
from workers.settings import Queue
from workers.steady import Steady

IDLE_MS = 200  # how long a worker thread waits before it looks whether it has to stop


class Running:
    """What ``start`` started."""

    def __init__(
        self, runner: Runner, relay: Relay, steady: Steady, workers: list[dramatiq.Worker], settings: Queue
    ) -> None:
        self.runner = runner
        self._relay = relay
        self._steady = steady
        self._workers = workers
        self._settings = settings

    def stop(self) -> None:
        """Take nothing new, let running jobs finish for a while, hand the rest back to the ledger."""
        self._steady.stop()
        self._relay.stop()
        self._relay.join(self._settings.stop_seconds)
        for worker in self._workers:
            worker.stop(timeout=int(self._settings.stop_seconds * 1000))
            worker.broker.close()
        self._steady.join(self._settings.stop_seconds)
        self.runner.heart.stop()
        self.runner.release()


def start(platform: Platform, settings: Queue, tasks: dict[str, Task] = TASKS) -> Running:
    """Start the threads. Call it before uploads are taken: alone with its data, it clears what a crash spooled."""
    if settings.url.startswith("memory:"):
        sweep_spool(platform, older_than=timedelta(0))
    runner = Runner(platform, settings, tasks)
    workers = [
        lane_worker(lane, threads, runner, settings)
        for lane, threads in ((QUICK, settings.quick_threads), (SLOW, settings.slow_threads))
    ]
    relay = Relay(platform, dict(zip((QUICK, SLOW), (worker.broker for worker in workers), strict=True)), settings)
    for worker in workers:
        worker.start()
    runner.heart.start()
    relay.start()
    steady = Steady(platform)
    steady.start()
    return Running(runner, relay, steady, workers, settings)


def lane_worker(lane: str, threads: int, runner: Runner, settings: Queue) -> dramatiq.Worker:
    """The threads of one lane, on a broker of their own: dramatiq wants one worker per broker."""
    broker = make_broker(settings.url, time_limit_seconds=settings.time_limit_seconds)
    declare(broker, runner.run)
    # without this signal, which only dramatiq's own command sends, time limits never fire
    broker.emit_after("process_boot")
    return dramatiq.Worker(broker, queues={lane}, worker_threads=threads, worker_timeout=IDLE_MS)
