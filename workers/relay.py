"""Tells the broker what is due. Several relays may run: a lease makes each job one relay's to announce."""

import threading
from collections.abc import Mapping

import dramatiq
import structlog

from contract_platform.application.ports import Platform
from contract_platform.application.tasks import LANES
from workers.actors import hint
from workers.schedule import Schedule
from workers.settings import Queue

log = structlog.get_logger(__name__)

WINDOW = 32  # jobs of a lane announced and not yet started
CALM_SECONDS = 5.0  # after an error


class Relay(threading.Thread):
    """Polls the ledger. A hint that is lost with its broker is given again when the lease on it runs out."""

    def __init__(self, platform: Platform, brokers: Mapping[str, dramatiq.Broker], settings: Queue) -> None:
        super().__init__(name="relay", daemon=True)
        self._platform = platform
        self._brokers = brokers
        self._settings = settings
        self._schedule = Schedule(platform)
        self._stopped = threading.Event()

    def run(self) -> None:
        """Round after round until stopped; neither a database nor a broker that is away ends it."""
        pause = 0.0
        while not self._stopped.wait(pause):
            try:
                self._schedule.tick()
                for lane in LANES:
                    self.announce(lane)
                pause = self._settings.poll_seconds
            except Exception:
                log.exception("relay round failed")
                pause = min(CALM_SECONDS, self._settings.poll_seconds * 10)

    def announce(self, lane: str) -> int:
        """Hint the lane's due jobs; returns how many."""
        jobs = self._platform.ledger.lease(
            lane=lane, limit=WINDOW, seconds=self._settings.hint_seconds, now=self._platform.clock.now()
        )
        for job in jobs:
            hint(self._brokers[lane], lane, job.id)
        return len(jobs)

    def stop(self) -> None:
        """End after the current round."""
        self._stopped.set()
