"""How background work runs."""

import msgspec


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """``QUEUE_URL`` and its companions; times in seconds.

    A job is given up after ``max_failures`` errors, or when it has outlived ``max_starts`` processes: a restart is no
    fault of the job. A dead process is noticed after ``lease_seconds``, a lost hint after ``hint_seconds``.
    """

    url: str = "memory://"
    quick_threads: int = 2
    slow_threads: int = 1
    poll_seconds: float = 0.2
    lease_seconds: float = 10.0
    hint_seconds: float = 10.0
    max_failures: int = 5
    max_starts: int = 50
    time_limit_seconds: float = 300.0
    stop_seconds: float = 10.0
