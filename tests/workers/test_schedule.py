"""Periodic tasks: at start, then once per period however many processes tick."""

from datetime import UTC, datetime, timedelta

import pytest

from contract_platform.application.ports import Platform
from contract_platform.application.tasks import PERIODIC, Periodic
from tests.workers.jobs import SteppedClock
from workers.schedule import Schedule, period


def due(platform: Platform) -> list[tuple[str, str]]:
    """Names and keys of what is due, taken and done."""
    jobs = platform.ledger.lease(lane="quick", limit=100, seconds=10, now=platform.clock.now())
    for job in jobs:
        platform.ledger.start(job.id, seconds=10, now=platform.clock.now())
        with platform.unit_of_work() as uow:
            uow.jobs.finish(job.id, platform.clock.now())
    return sorted((job.name, job.key) for job in jobs)


@pytest.mark.parametrize(
    ("every", "instant", "key"),
    [
        (timedelta(hours=1), datetime(2026, 3, 1, 16, 59, 59, tzinfo=UTC), "2026-03-02T00:00+08:00"),
        (timedelta(hours=1), datetime(2026, 3, 1, 15, 59, 59, tzinfo=UTC), "2026-03-01T23:00+08:00"),
        (timedelta(days=1), datetime(2026, 3, 1, 16, 0, tzinfo=UTC), "2026-03-02T00:00+08:00"),
        (timedelta(days=1), datetime(2026, 3, 1, 15, 59, tzinfo=UTC), "2026-03-01T00:00+08:00"),
    ],
)
def test_periods_begin_at_midnight_in_shanghai(every: timedelta, instant: datetime, key: str) -> None:
    assert period(Periodic(name="any", every=every), instant) == key


def test_every_task_runs_at_start_and_then_once_a_period(platform: Platform) -> None:
    clock = platform.clock
    assert isinstance(clock, SteppedClock)
    first = Schedule(platform)
    first.tick()
    assert {name for name, _ in due(platform)} == {periodic.name for periodic in PERIODIC}
    first.tick()
    assert due(platform) == []
    clock.step(timedelta(hours=1))
    first.tick()
    assert [name for name, _ in due(platform)] == ["sweep_deadlines"]


def test_a_second_process_does_not_repeat_a_period_that_is_done(platform: Platform) -> None:
    clock = platform.clock
    assert isinstance(clock, SteppedClock)
    first, second = Schedule(platform), Schedule(platform)
    first.tick()
    second.tick()
    due(platform)
    clock.step(timedelta(hours=1))
    first.tick()
    assert len(due(platform)) == 1
    second.tick()
    assert due(platform) == []
