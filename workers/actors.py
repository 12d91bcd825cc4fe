"""The one actor. A message carries a job id and nothing else, so losing or doubling it does no harm."""

from collections.abc import Callable

import dramatiq

from contract_platform.application.tasks import LANES

ACTOR = "run_task"


def declare(broker: dramatiq.Broker, run: Callable[[str], None]) -> None:
    """Register ``run`` as the actor; its queue is whichever lane a message names."""
    dramatiq.actor(broker=broker, actor_name=ACTOR, queue_name=LANES[0])(run)


def hint(broker: dramatiq.Broker, lane: str, job_id: str) -> None:
    """Tell the workers of a lane that a job is due."""
    broker.enqueue(dramatiq.Message(queue_name=lane, actor_name=ACTOR, args=(job_id,), kwargs={}, options={}))
