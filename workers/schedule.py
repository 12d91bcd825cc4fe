"""Puts periodic tasks into the outbox. A job's id is that of its task and period, so several processes add it once."""

import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

from contract_platform.application.ports import Platform
from contract_platform.application.tasks import PERIODIC, TASKS, Periodic
from contract_platform.domain.events import Job

SHANGHAI = ZoneInfo("Asia/Shanghai")
NAMESPACE = uuid.UUID("5c1f5f3e-6f0b-4f0c-9a55-2f6f2f1c7a10")


def period(periodic: Periodic, now: datetime) -> str:
    """The start of the period that ``now`` lies in, as local time in Shanghai: the job's key."""
    local = now.astimezone(SHANGHAI)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return (midnight + (local - midnight) // periodic.every * periodic.every).isoformat(timespec="minutes")


def job_for(periodic: Periodic, key: str, now: datetime) -> Job:
    """The job of a task for a period, the same whoever makes it."""
    return Job(
        id=str(uuid.uuid5(NAMESPACE, f"{periodic.name}/{key}")),
        name=periodic.name,
        key=key,
        lane=TASKS[periodic.name].lane,
        body=b"{}",
        state="waiting",
        run_at=now,
    )


class Schedule:
    """Remembers which periods this process has put in, so that a tick costs nothing between them.

    Every task also runs once when a process starts: deadlines may have passed while nothing ran.
    """

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._put: dict[str, str] = {}
        self._started = platform.clock.now().isoformat(timespec="seconds")

    def tick(self) -> None:
        """Put in what is due."""
        now = self._platform.clock.now()
        for periodic in PERIODIC:
            key = period(periodic, now)
            known = self._put.get(periodic.name)
            if known == key:
                continue
            with self._platform.unit_of_work() as uow:
                uow.jobs.add(job_for(periodic, key, now))
                if known is None:
                    uow.jobs.add(job_for(periodic, f"start/{self._started}", now))
            self._put[periodic.name] = key
