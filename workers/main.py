"""For dramatiq's own command: ``python -m dramatiq workers.main`` runs a platform's workers, each with a relay.

``contract-platform work`` does the same in one process; this entry is for those who run workers with dramatiq's
process management. Called as a module it keeps dramatiq's command out of the analysis children.
"""

import dramatiq
from dramatiq.middleware import Middleware

from contract_platform import bootstrap
from contract_platform.settings import load
from workers.actors import declare
from workers.broker import make_broker
from workers.relay import Relay
from workers.runner import Runner


class Accompany(Middleware):
    """Starts and stops what a worker process needs beside its worker threads."""

    def __init__(self, runner: Runner, relay: Relay) -> None:
        self._runner = runner
        self._relay = relay

    def after_worker_boot(self, broker: dramatiq.Broker, worker: dramatiq.Worker) -> None:  # noqa: ARG002 - dramatiq's names
        """The process is up."""
        self._runner.heart.start()
        self._relay.start()

    def before_worker_shutdown(self, broker: dramatiq.Broker, worker: dramatiq.Worker) -> None:  # noqa: ARG002 - likewise
        """Take nothing new."""
        self._relay.stop()

    def after_worker_shutdown(self, broker: dramatiq.Broker, worker: dramatiq.Worker) -> None:  # noqa: ARG002 - likewise
        """Hand back what did not finish."""
        self._runner.heart.stop()
        self._runner.release()


def serve() -> dramatiq.Broker:
    """The broker of the configured platform, with the actor and its companions."""
    settings = load()
    platform = bootstrap.build(settings)
    broker = make_broker(settings.queue.url, time_limit_seconds=settings.queue.time_limit_seconds)
    runner = Runner(platform, settings.queue)
    declare(broker, runner.run)
    broker.add_middleware(Accompany(runner, Relay(platform, broker, settings.queue)))
    return broker
