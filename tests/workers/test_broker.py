"""One suite for every broker: it carries hints between threads and processes, lane by lane, and nothing more."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import dramatiq
import pytest
from dramatiq.middleware import TimeLimitExceeded

from tests.workers.platform_process import eventually
from workers.actors import declare, hint
from workers.broker import make_broker, reach

Serve = Callable[..., dramatiq.Broker]


@pytest.fixture(params=["memory", "redis"])
def url(request: pytest.FixtureRequest) -> str:
    return "memory://" if request.param == "memory" else request.getfixturevalue("redis_url")


@pytest.fixture
def serve(url: str) -> Iterator[Serve]:
    started: list[tuple[dramatiq.Broker, list[dramatiq.Worker]]] = []

    def start(run: Callable[[str], None], *, time_limit_seconds: float = 30.0) -> dramatiq.Broker:
        broker = make_broker(url, time_limit_seconds=time_limit_seconds)
        declare(broker, run)
        broker.emit_after("process_boot")
        workers = [
            dramatiq.Worker(broker, queues={lane}, worker_threads=1, worker_timeout=100) for lane in ("quick", "slow")
        ]
        for worker in workers:
            worker.start()
        started.append((broker, workers))
        return broker

    yield start
    for broker, workers in started:
        for worker in workers:
            worker.stop(timeout=5000)
        broker.close()


def test_every_hint_arrives(serve: Serve) -> None:
    seen: list[str] = []
    broker = serve(seen.append)
    for number in range(50):
        hint(broker, "slow" if number % 2 else "quick", str(number))
    assert eventually(lambda: len(seen) >= 50)
    assert sorted(seen, key=int) == [str(number) for number in range(50)]


def test_a_full_slow_lane_does_not_hold_up_the_quick_one(serve: Serve) -> None:
    gate = threading.Event()
    seen: list[str] = []

    def run(job_id: str) -> None:
        if job_id.startswith("slow"):
            gate.wait(20)
        seen.append(job_id)

    broker = serve(run)
    for number in range(10):
        hint(broker, "slow", f"slow-{number}")
    hint(broker, "quick", "quick")
    try:
        assert eventually(lambda: seen == ["quick"])
    finally:
        gate.set()
    assert eventually(lambda: len(seen) == 11)


def test_an_error_is_not_retried_by_the_broker(serve: Serve) -> None:
    seen: list[str] = []

    def run(job_id: str) -> None:
        seen.append(job_id)
        raise RuntimeError(job_id)

    broker = serve(run)
    hint(broker, "quick", "one")
    assert eventually(lambda: seen == ["one"])
    time.sleep(1.0)
    assert seen == ["one"]


def test_the_time_limit_fires_without_dramatiqs_own_command(serve: Serve) -> None:
    cut: list[float] = []

    def run(_: str) -> None:
        started = time.monotonic()
        try:
            while time.monotonic() - started < 20:
                time.sleep(0.01)
        except TimeLimitExceeded:
            cut.append(time.monotonic() - started)

    broker = serve(run, time_limit_seconds=0.3)
    hint(broker, "slow", "endless")
    assert eventually(lambda: bool(cut), 15)
    assert cut[0] < 15


def test_redis_carries_hints_from_another_process(redis_url: str) -> None:
    seen: list[str] = []
    broker = make_broker(redis_url, time_limit_seconds=5)
    declare(broker, seen.append)
    worker = dramatiq.Worker(broker, worker_threads=1, worker_timeout=100)
    worker.start()
    program = (
        "import sys; from workers.actors import hint; from workers.broker import make_broker;"
        "hint(make_broker(sys.argv[1], time_limit_seconds=5), 'slow', 'from afar')"
    )
    try:
        subprocess.run([sys.executable, "-c", program, redis_url], check=True, timeout=30)
        assert eventually(lambda: seen == ["from afar"])
    finally:
        worker.stop(timeout=5000)
        broker.close()


def test_a_broker_that_is_there_answers(url: str) -> None:
    assert reach(url) in {"StubBroker", "RedisBroker"}


@pytest.mark.parametrize("scheme", ["redis", "amqp"])
def test_a_broker_that_is_not_there_is_told(scheme: str) -> None:
    with pytest.raises(ConnectionError, match="no broker answers"):
        reach(f"{scheme}://127.0.0.1:9/")


def test_an_unknown_scheme_is_named() -> None:
    with pytest.raises(ValueError, match="carrier-pigeon"):
        make_broker("carrier-pigeon://roof", time_limit_seconds=1)
