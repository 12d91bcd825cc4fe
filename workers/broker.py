"""The broker named by a URL, ``memory:``, ``redis:`` or ``amqp:``. It carries hints; the ledger carries the truth."""

from urllib.parse import urlsplit

import dramatiq
from dramatiq.brokers.stub import StubBroker
from dramatiq.middleware import Middleware, ShutdownNotifications, TimeLimit

from contract_platform.application.tasks import LANES

TIME_LIMIT_CHECK_MS = 500


def middleware(time_limit_seconds: float) -> list[Middleware]:
    """Only what a hint needs: retries, ages and results belong to the ledger."""
    return [
        TimeLimit(time_limit=time_limit_seconds * 1000, interval=TIME_LIMIT_CHECK_MS),
        ShutdownNotifications(),
    ]


def make_broker(url: str, *, time_limit_seconds: float) -> dramatiq.Broker:
    """A broker with one queue per lane; ``ValueError`` for a scheme that no broker speaks."""
    chosen = middleware(time_limit_seconds)
    match urlsplit(url).scheme:
        case "memory":
            broker: dramatiq.Broker = StubBroker(middleware=chosen)
        case "redis" | "rediss" | "unix":
            from dramatiq.brokers.redis import RedisBroker  # needed at scale only

            broker = RedisBroker(url=url, middleware=chosen)  # type: ignore[no-untyped-call]  # dramatiq leaves it so
        case "amqp" | "amqps":
            from dramatiq.brokers.rabbitmq import RabbitmqBroker  # needed at scale only

            broker = RabbitmqBroker(url=url, middleware=chosen)
        case scheme:
            raise ValueError(f"QUEUE_URL: no broker for {scheme}://")
    for lane in LANES:
        broker.declare_queue(lane)
    return broker


def reach(url: str) -> str:
    """Connect and say which kind of broker answered; ``ConnectionError`` when none does."""
    broker = make_broker(url, time_limit_seconds=1)
    try:
        if (redis := getattr(broker, "client", None)) is not None:
            redis.ping()
        else:
            getattr(broker, "connection", None)  # RabbitMQ's connects when it is looked at
    except Exception as error:
        raise ConnectionError(f"no broker answers: {error}") from error
    finally:
        broker.close()
    return type(broker).__name__
