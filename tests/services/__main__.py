"""`make services`: start all three servers, print their URLs, stop them on Ctrl-C."""

import signal
import sys
from contextlib import ExitStack
from types import FrameType

from tests.services import postgres, redis, s3
from tests.services.processes import ServerMissingError


def main() -> None:
    """Serve until interrupted."""
    for asked in (signal.SIGINT, signal.SIGTERM):  # a shell may have started us with SIGINT ignored
        signal.signal(asked, _interrupt)
    try:
        with ExitStack() as servers:
            database = servers.enter_context(postgres.cluster())
            print(f"DATABASE_URL='{database.url(database.create())}'", flush=True)
            print(f"QUEUE_URL='{servers.enter_context(redis.server())}'", flush=True)
            print(f"OBJECTS_URL='{servers.enter_context(s3.gateway()).create_bucket()}'", flush=True)
            print("running; Ctrl-C stops all three and forgets what they hold", flush=True)
            signal.pause()
    except KeyboardInterrupt:
        print("stopped")
    except ServerMissingError as missing:
        sys.exit(str(missing))


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
