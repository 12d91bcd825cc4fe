"""Relay and worker threads in one process: what is committed gets done, and stopping loses nothing."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
import redis

from contract_platform.application.ports import Platform
from contract_platform.application.tasks import Task
from contract_platform.domain.events import Job
from tests.workers.jobs import add_job
from tests.workers.platform_process import eventually
from workers import embedded
from workers.settings import Queue

Start = Callable[..., embedded.Running]
SETTINGS = Queue(poll_seconds=0.05, lease_seconds=1.0, hint_seconds=1.0, stop_seconds=1.0, slow_threads=2)


class Done:
    """Counts effects per key; a gate holds runs up."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.begun: list[str] = []
        self.gate = threading.Event()
        self.gate.set()

    def run(self, platform: Platform, job: Job) -> None:
        self.begun.append(job.key)
        if job.key.isdigit():  # the periodic tasks go through
            self.gate.wait(20)
        with platform.unit_of_work() as uow:
            if uow.jobs.finish(job.id, platform.clock.now()):
                self.keys.append(job.key)


@pytest.fixture
def done() -> Done:
    return Done()


@pytest.fixture
def start(running_platform: Platform, done: Done) -> Iterator[Start]:
    started: list[embedded.Running] = []

    def begin(url: str = "memory://", **changes: object) -> embedded.Running:
        settings = Queue(
            **{**{field: getattr(SETTINGS, field) for field in SETTINGS.__struct_fields__}, "url": url, **changes}
        )
        names = ("count", "settle_posts", "sweep_deadlines", "sweep_objects")
        tasks = {name: Task(lane="slow", run=done.run) for name in names}
        started.append(embedded.start(running_platform, settings, tasks))
        return started[-1]

    yield begin
    done.gate.set()
    for running in started:
        running.stop()


def mine(done: Done) -> list[str]:
    """The effects of the jobs of the test, without the periodic ones."""
    return sorted(key for key in done.keys if key.isdigit())


def test_what_is_committed_gets_done(running_platform: Platform, start: Start, done: Done) -> None:
    start()
    for number in range(40):
        add_job(running_platform, "count", f"{number:03}", lane="slow" if number % 2 else "quick")
    assert eventually(lambda: len(mine(done)) == 40)
    assert mine(done) == [f"{number:03}" for number in range(40)]


def test_a_backlog_uses_up_no_attempts(running_platform: Platform, start: Start, done: Done) -> None:
    done.gate.clear()
    ids = [add_job(running_platform, "count", f"{number:03}", lane="slow") for number in range(50)]
    start()
    time.sleep(2.5)  # more than two hint leases
    done.gate.set()
    assert eventually(lambda: len(mine(done)) == 50)
    jobs = [running_platform.ledger.get(job_id) for job_id in ids]
    assert {job.attempts for job in jobs if job} == {1}


def test_a_long_run_keeps_its_lease(running_platform: Platform, start: Start, done: Done) -> None:
    done.gate.clear()
    start()
    add_job(running_platform, "count", "7")
    assert eventually(lambda: "7" in done.begun)
    time.sleep(2.5)  # more than two leases
    assert done.begun.count("7") == 1
    done.gate.set()
    assert eventually(lambda: mine(done) == ["7"])


def test_a_run_beyond_the_time_limit_is_cut(running_platform: Platform) -> None:
    cut = threading.Event()

    def endless(_platform: Platform, _job: Job) -> None:
        try:
            while True:
                time.sleep(0.01)
        finally:
            cut.set()

    settings = Queue(poll_seconds=0.05, time_limit_seconds=0.3, max_failures=1, stop_seconds=1.0)
    finish = Done()
    tasks = {"endless": Task(lane="slow", run=endless)} | {
        name: Task(lane="quick", run=finish.run) for name in ("settle_posts", "sweep_deadlines", "sweep_objects")
    }
    running = embedded.start(running_platform, settings, tasks)
    try:
        job_id = add_job(running_platform, "endless", "1", lane="slow")

        def failed() -> bool:
            job = running_platform.ledger.get(job_id)
            return job is not None and job.state == "failed" and "TimeLimitExceeded" in job.error

        assert cut.wait(15)
        assert eventually(failed)
    finally:
        running.stop()


def test_stopping_hands_running_work_back(running_platform: Platform, start: Start, done: Done) -> None:
    done.gate.clear()
    first = start(lease_seconds=600.0)
    job_id = add_job(running_platform, "count", "7")
    assert eventually(lambda: "7" in done.begun)
    first.stop()
    job = running_platform.ledger.get(job_id)
    assert job is not None
    assert (job.state, job.error) == ("waiting", "process stopped")


def test_the_start_clears_the_spool(running_platform: Platform, start: Start) -> None:
    left = running_platform.spool / "reading-left"
    left.write_text("left by a crash")
    start()
    assert not left.exists()


def test_a_redis_that_forgets_everything_loses_nothing(
    running_platform: Platform, start: Start, done: Done, redis_url: str
) -> None:
    done.gate.clear()
    start(redis_url)
    for number in range(60):
        add_job(running_platform, "count", f"{number:03}", lane="slow" if number % 2 else "quick")
    assert eventually(lambda: len(done.begun) >= 2)
    with redis.Redis.from_url(redis_url) as client:
        client.flushall()
        done.gate.set()
        time.sleep(0.5)
        client.flushall()
    assert eventually(lambda: len(mine(done)) == 60, 30)
    assert mine(done) == [f"{number:03}" for number in range(60)]


def test_two_processes_worth_of_relays_do_everything_once(
    running_platform: Platform, start: Start, done: Done, redis_url: str
) -> None:
    start(redis_url)
    start(redis_url)
    for number in range(60):
        add_job(running_platform, "count", f"{number:03}", lane="slow" if number % 2 else "quick")
    assert eventually(lambda: len(mine(done)) == 60, 20)
    assert mine(done) == [f"{number:03}" for number in range(60)]
