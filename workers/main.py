"""Workers under dramatiq's own process management; ``contract_platform.commands.work`` builds the platform for them."""

import dramatiq
from dramatiq.middleware import Middleware

from contract_platform.application.ports import Platform
from contract_platform.application.tasks import LANES
from workers.actors import declare
from workers.broker import make_broker
from workers.relay import Relay
from workers.runner import Runner
from workers.settings import Queue
from workers.steady import Steady


class Companions(Middleware):
    """Starts and stops what a worker process needs beside its worker threads."""

    def __init__(self, runner: Runner, relay: Relay, steady: Steady) -> None:
        self._runner = runner
        self._relay = relay
        self._steady = steady

    def after_worker_boot(self, broker: dramatiq.Broker, worker: dramatiq.Worker) -> None:  # noqa: ARG002 - given
        """The worker threads are up: keep their leases, tell them what is due."""
        self._runner.heart.start()
        self._relay.start()
        self._steady.start()

    def before_worker_shutdown(self, broker: dramatiq.Broker, worker: dramatiq.Worker) -> None:  # noqa: ARG002 - given
        """Take nothing new."""
        self._relay.stop()
        self._steady.stop()

    def after_worker_shutdown(self, broker: dramatiq.Broker, worker: dramatiq.Worker) -> None:  # noqa: ARG002 - given
        """Hand back what did not finish."""
        self._runner.heart.stop()
        self._runner.release()


def serve(platform: Platform, settings: Queue) -> None:
    """Make the platform's broker the one that dramatiq's command finds in this process."""
    broker = make_broker(settings.url, time_limit_seconds=settings.time_limit_seconds)
    runner = Runner(platform, settings)
    declare(broker, runner.run)
    relay = Relay(platform, dict.fromkeys(LANES, broker), settings)
    broker.add_middleware(Companions(runner, relay, Steady(platform)))
    dramatiq.set_broker(broker)
