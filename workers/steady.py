"""Keeps going what has no row in the ledger of tasks because it never ends."""

import threading
import time

import structlog

from contract_platform.application.ports import Platform
from contract_platform.application.tasks import CONTINUOUS, Continuous

log = structlog.get_logger(__name__)

CALM_SECONDS = 5.0  # after an error


class Steady(threading.Thread):
    """One thread for all of it; an error is logged and the round tried again, it never ends the thread."""

    def __init__(self, platform: Platform, tasks: tuple[Continuous, ...] = CONTINUOUS) -> None:
        super().__init__(name="steady", daemon=True)
        self._platform = platform
        self._begun: set[str] = set()
        self._due = dict.fromkeys(tasks, 0.0)
        self._stopped = threading.Event()

    def run(self) -> None:
        """Whatever is due, until stopped."""
        while self._due and not self._stopped.wait(max(0.0, min(self._due.values()) - time.monotonic())):
            task = min(self._due, key=lambda one: self._due[one])
            self._due[task] = self._round(task)

    def _round(self, task: Continuous) -> float:
        """Run once; returns when it is due again."""
        try:
            if task.name not in self._begun:
                task.begin(self._platform)
                self._begun.add(task.name)
            task.run(self._platform)
        except Exception:
            log.exception("round failed", task=task.name)
            return time.monotonic() + CALM_SECONDS
        return time.monotonic() + task.pause.total_seconds()

    def stop(self) -> None:
        """End after the current round."""
        self._stopped.set()
