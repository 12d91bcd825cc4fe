"""What dramatiq's command is pointed at in tests, as it is at ``contract_platform.commands.work:serve`` in life."""

import os
from pathlib import Path

from tests.workers.platforms import build
from workers import main
from workers.settings import Queue


def serve() -> None:
    settings = Queue(url=os.environ["QUEUE_URL"], poll_seconds=0.05, lease_seconds=2.0, hint_seconds=1.0)
    main.serve(build(Path(os.environ["DATA_DIR"])), settings)
