"""Runs one job of the ledger. The ledger retries and gives up; the broker never does."""

from datetime import timedelta

import structlog
from dramatiq.middleware import Interrupt

from contract_platform.application.ports import Platform
from contract_platform.application.tasks import TASKS, Task
from contract_platform.domain.events import Job
from workers.heart import Heart
from workers.settings import Queue

log = structlog.get_logger(__name__)

LONGEST_PAUSE = timedelta(minutes=5)


def pause(failures: int) -> timedelta:
    """How long to wait after so many failures: 1 s, 4 s, 16 s … up to five minutes."""
    return min(timedelta(seconds=4 ** (failures - 1)), LONGEST_PAUSE)


class Runner:
    """Runs jobs by id, any number of times and in any number of threads, with the effect of once."""

    def __init__(self, platform: Platform, settings: Queue, tasks: dict[str, Task] = TASKS) -> None:
        self._platform = platform
        self._settings = settings
        self._tasks = tasks
        self.heart = Heart(platform, lease_seconds=settings.lease_seconds, longest_seconds=settings.time_limit_seconds)

    def run(self, job_id: str) -> None:
        """Take the job and run its task; what is done, failed, held elsewhere or not due is left alone."""
        ledger = self._platform.ledger
        job = ledger.start(job_id, seconds=self._settings.lease_seconds, now=self._platform.clock.now())
        if job is None:
            return
        task = self._tasks.get(job.name)
        if task is None:
            ledger.give_up(job.id, error=f"unknown task {job.name}", now=self._platform.clock.now())
            return
        if job.attempts > self._settings.max_starts:  # every start took its process along
            self._give_up(task, job, job.error or "process ended while running")
            return
        try:
            with self.heart.holding(job.id):
                task.run(self._platform, job)
        except (Exception, Interrupt) as error:
            log.exception("task failed", task=job.name, job=job.id, start=job.attempts)
            self._failed(task, job, f"{type(error).__name__}: {error}")

    def _failed(self, task: Task, job: Job, error: str) -> None:
        """Make the job due again after a pause, or give it up after the last failure."""
        failures = job.failures + 1
        if failures >= self._settings.max_failures:
            self._give_up(task, job, error)
        else:
            run_at = self._platform.clock.now() + pause(failures)
            self._platform.ledger.retry(job.id, error=error, run_at=run_at)

    def _give_up(self, task: Task, job: Job, error: str) -> None:
        """Tell what waited for the job first: a crash between the two repeats this, not skips it."""
        if task.gave_up is not None:
            task.gave_up(self._platform, job)
        self._platform.ledger.give_up(job.id, error=error, now=self._platform.clock.now())

    def release(self) -> None:
        """Make what is still running due again at once, because this process is about to end."""
        for job_id in self.heart.held():
            self._platform.ledger.retry(
                job_id, error="process stopped", run_at=self._platform.clock.now(), failed=False
            )
