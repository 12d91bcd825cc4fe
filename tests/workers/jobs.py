"""Jobs and a clock that stands still until it is stepped."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from contract_platform.application.ports import Platform
from contract_platform.domain.events import Job


class SteppedClock:
    """A clock for tests."""

    def __init__(self, instant: datetime = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)) -> None:
        self.instant = instant

    def now(self) -> datetime:
        return self.instant

    def today(self) -> date:
        return self.instant.astimezone(ZoneInfo("Asia/Shanghai")).date()

    def step(self, by: timedelta) -> None:
        self.instant += by


def add_job(platform: Platform, name: str, key: str, *, lane: str = "quick") -> str:
    """Put a job into the outbox; returns its id."""
    job = Job(
        id=platform.new_id(), name=name, key=key, lane=lane, body=b"{}", state="waiting", run_at=platform.clock.now()
    )
    with platform.unit_of_work() as uow:
        uow.jobs.add(job)
    return job.id
