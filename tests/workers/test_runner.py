"""One job, whatever happens to its hints and its process: the effect of once, or a failure people can see."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import msgspec
import pytest
from dramatiq.middleware import TimeLimitExceeded

from contract_platform.application.ports import Platform
from contract_platform.application.tasks import Task
from contract_platform.domain.events import Job
from tests.workers.jobs import SteppedClock, add_job
from workers.heart import Heart
from workers.runner import Runner, pause
from workers.settings import Queue

SETTINGS = Queue(lease_seconds=10, max_failures=3, max_starts=4)


class Effects:
    """A task that counts its effects the way every task has to: in the commit that marks the job done."""

    def __init__(self) -> None:
        self.runs = 0
        self.effects: list[str] = []
        self.gave_up: list[str] = []
        self.fail: Callable[[int], BaseException | None] = lambda _run: None

    def run(self, platform: Platform, job: Job) -> None:
        self.runs += 1
        error = self.fail(self.runs)
        if error is not None:
            raise error
        with platform.unit_of_work() as uow:
            if uow.jobs.finish(job.id, platform.clock.now()):
                self.effects.append(job.key)

    def give_up(self, _platform: Platform, job: Job) -> None:
        self.gave_up.append(job.key)


@pytest.fixture
def effects() -> Effects:
    return Effects()


@pytest.fixture
def clock(platform: Platform) -> SteppedClock:
    assert isinstance(platform.clock, SteppedClock)
    return platform.clock


@pytest.fixture
def runner(platform: Platform, effects: Effects) -> Runner:
    return Runner(platform, SETTINGS, {"count": Task(lane="quick", run=effects.run, gave_up=effects.give_up)})


def test_five_deliveries_one_effect(platform: Platform, runner: Runner, effects: Effects) -> None:
    job_id = add_job(platform, "count", "a")
    for _ in range(5):
        runner.run(job_id)
    assert (effects.effects, effects.runs) == (["a"], 1)


def test_five_deliveries_at_once_one_effect(platform: Platform, runner: Runner, effects: Effects) -> None:
    job_id = add_job(platform, "count", "a")
    start = threading.Barrier(5)

    def deliver(_: int) -> None:
        start.wait()
        runner.run(job_id)

    with ThreadPoolExecutor(5) as pool:
        list(pool.map(deliver, range(5)))
    assert effects.effects == ["a"]


def test_a_slow_run_whose_lease_ran_out_has_no_second_effect(
    platform: Platform, clock: SteppedClock, runner: Runner, effects: Effects
) -> None:
    job_id = add_job(platform, "count", "a")
    slow = platform.ledger.start(job_id, seconds=10, now=clock.now())
    assert slow is not None
    clock.step(timedelta(seconds=11))
    runner.run(job_id)
    effects.run(platform, slow)
    assert effects.effects == ["a"]
    assert effects.runs == 2


def test_a_held_job_is_not_run_twice(platform: Platform, clock: SteppedClock, runner: Runner, effects: Effects) -> None:
    job_id = add_job(platform, "count", "a")
    platform.ledger.start(job_id, seconds=10, now=clock.now())
    runner.run(job_id)
    assert effects.runs == 0


def test_a_lease_that_ran_out_is_leased_again(platform: Platform, clock: SteppedClock) -> None:
    job_id = add_job(platform, "count", "a")

    def leased() -> list[str]:
        return [job.id for job in platform.ledger.lease(lane="quick", limit=5, seconds=10, now=clock.now())]

    assert leased() == [job_id]
    assert leased() == []
    clock.step(timedelta(seconds=11))
    assert leased() == [job_id]
    platform.ledger.start(job_id, seconds=10, now=clock.now())
    assert leased() == []
    clock.step(timedelta(seconds=11))
    assert leased() == [job_id]


def test_the_window_bounds_what_is_announced_and_lanes_do_not_share_it(platform: Platform, clock: SteppedClock) -> None:
    for number in range(5):
        add_job(platform, "count", f"slow-{number}", lane="slow")
    quick = add_job(platform, "count", "quick")

    def leased(lane: str) -> list[Job]:
        return platform.ledger.lease(lane=lane, limit=3, seconds=10, now=clock.now())

    first = leased("slow")
    assert len(first) == 3
    assert leased("slow") == []
    assert [job.id for job in leased("quick")] == [quick]
    platform.ledger.start(first[0].id, seconds=10, now=clock.now())
    assert len(leased("slow")) == 1


def test_failures_are_retried_with_growing_pauses_then_failed_visibly(
    platform: Platform, clock: SteppedClock, runner: Runner, effects: Effects
) -> None:
    effects.fail = lambda run: RuntimeError(f"no {run}")
    job_id = add_job(platform, "count", "a")
    runner.run(job_id)
    runner.run(job_id)
    assert effects.runs == 1  # not due yet
    clock.step(pause(1))
    runner.run(job_id)
    assert effects.gave_up == []
    clock.step(pause(2))
    runner.run(job_id)
    job = platform.ledger.get(job_id)
    assert job is not None
    assert (job.state, job.attempts, effects.gave_up) == ("failed", 3, ["a"])
    assert "no 3" in job.error
    clock.step(timedelta(days=1))
    runner.run(job_id)
    assert effects.runs == 3


def test_a_failure_that_passes_leaves_one_effect(
    platform: Platform, clock: SteppedClock, runner: Runner, effects: Effects
) -> None:
    effects.fail = lambda run: RuntimeError("first") if run == 1 else None
    job_id = add_job(platform, "count", "a")
    runner.run(job_id)
    clock.step(pause(1))
    runner.run(job_id)
    assert (effects.effects, effects.gave_up) == (["a"], [])


def test_a_time_limit_counts_as_a_failure(platform: Platform, runner: Runner, effects: Effects) -> None:
    effects.fail = lambda _run: TimeLimitExceeded()
    job_id = add_job(platform, "count", "a")
    runner.run(job_id)
    job = platform.ledger.get(job_id)
    assert job is not None
    assert (job.state, job.failures, job.error) == ("waiting", 1, "TimeLimitExceeded: ")


def test_the_end_of_a_process_is_no_failure_of_its_job(
    platform: Platform, clock: SteppedClock, runner: Runner, effects: Effects
) -> None:
    effects.fail = lambda run: RuntimeError("once") if run == 1 else None
    job_id = add_job(platform, "count", "a")
    for _ in range(SETTINGS.max_failures):  # as many processes as a job may have failures
        platform.ledger.start(job_id, seconds=10, now=clock.now())
        clock.step(timedelta(seconds=11))
    runner.run(job_id)
    assert effects.gave_up == []
    clock.step(pause(1))
    runner = Runner(platform, Queue(max_failures=3), {"count": Task(lane="quick", run=effects.run)})
    runner.run(job_id)
    assert effects.effects == ["a"]


def test_a_job_that_always_takes_its_process_along_is_given_up(
    platform: Platform, clock: SteppedClock, runner: Runner, effects: Effects
) -> None:
    job_id = add_job(platform, "count", "a")
    for _ in range(SETTINGS.max_starts):  # four processes that died while running it
        assert platform.ledger.start(job_id, seconds=10, now=clock.now())
        clock.step(timedelta(seconds=11))
    runner.run(job_id)
    job = platform.ledger.get(job_id)
    assert job is not None
    assert (job.state, effects.runs, effects.gave_up) == ("failed", 0, ["a"])


def test_an_unknown_task_fails_visibly(platform: Platform, runner: Runner) -> None:
    job_id = add_job(platform, "no such task", "a")
    runner.run(job_id)
    job = platform.ledger.get(job_id)
    assert job is not None
    assert (job.state, job.error) == ("failed", "unknown task no such task")


def test_the_heart_keeps_a_lease_and_lets_a_hanging_job_go(platform: Platform, clock: SteppedClock) -> None:
    job_id = add_job(platform, "count", "a")
    platform.ledger.start(job_id, seconds=10, now=clock.now())
    heart = Heart(platform, lease_seconds=10, longest_seconds=3600)
    with heart.holding(job_id):
        clock.step(timedelta(seconds=9))
        heart.beat()
        clock.step(timedelta(seconds=9))
        assert platform.ledger.lease(lane="quick", limit=5, seconds=10, now=clock.now()) == []
        assert heart.held() == [job_id]
    assert heart.held() == []
    tired = Heart(platform, lease_seconds=10, longest_seconds=0)
    with tired.holding(job_id):
        assert tired.held() == []


def test_what_a_stopping_process_still_runs_is_due_at_once(
    platform: Platform, clock: SteppedClock, runner: Runner
) -> None:
    job_id = add_job(platform, "count", "a")
    platform.ledger.start(job_id, seconds=600, now=clock.now())
    with runner.heart.holding(job_id):
        runner.release()
    assert [job.id for job in platform.ledger.lease(lane="quick", limit=5, seconds=10, now=clock.now())] == [job_id]


def test_pauses_grow_and_end() -> None:
    assert [pause(attempt).total_seconds() for attempt in (1, 2, 3, 4, 5, 9)] == [1, 4, 16, 64, 256, 300]


def test_a_finished_job_is_not_made_due_again(
    platform: Platform, clock: SteppedClock, runner: Runner, effects: Effects
) -> None:
    job_id = add_job(platform, "count", "a")
    runner.run(job_id)
    platform.ledger.retry(job_id, error="late", run_at=clock.now())
    platform.ledger.give_up(job_id, error="late", now=clock.now())
    job = platform.ledger.get(job_id)
    assert job is not None
    assert job.state == "done"
    assert msgspec.structs.replace(job, error="") == job
    assert effects.effects == ["a"]
