"""Keeps the leases of the jobs that this process is running, so that a dead process is noticed within one lease."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from contract_platform.application.ports import Platform

log = structlog.get_logger(__name__)


class Heart(threading.Thread):
    """One thread per process. A job that runs longer than the time limit is not kept any more: its thread hangs."""

    def __init__(self, platform: Platform, *, lease_seconds: float, longest_seconds: float) -> None:
        super().__init__(name="heart", daemon=True)
        self._platform = platform
        self._lease_seconds = lease_seconds
        self._longest_seconds = longest_seconds
        self._held: dict[str, float] = {}
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    @contextmanager
    def holding(self, job_id: str) -> Iterator[None]:
        """Extend the job's lease for as long as the block runs."""
        with self._lock:
            self._held[job_id] = time.monotonic()
        try:
            yield
        finally:
            with self._lock:
                self._held.pop(job_id, None)

    def held(self) -> list[str]:
        """The jobs running in this process that still deserve their lease."""
        oldest = time.monotonic() - self._longest_seconds
        with self._lock:
            return [job_id for job_id, since in self._held.items() if since > oldest]

    def run(self) -> None:
        """Beat three times a lease."""
        while not self._stopped.wait(self._lease_seconds / 3):
            self.beat()

    def beat(self) -> None:
        """Extend every lease once; a failing database is tried again at the next beat."""
        for job_id in self.held():
            try:
                self._platform.ledger.extend(job_id, seconds=self._lease_seconds, now=self._platform.clock.now())
            except Exception:
                log.exception("lease not extended", job=job_id)

    def stop(self) -> None:
        """Stop beating."""
        self._stopped.set()
