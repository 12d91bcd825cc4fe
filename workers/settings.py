"""How background work runs."""

import msgspec


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """``QUEUE_URL`` and its companions; times in seconds.

    A dead process is noticed after ``lease_seconds``, a lost hint after ``hint_seconds``.
    """

    url: str = "memory://"
    quick_threads: int = 2
    slow_threads: int = 1
    poll_seconds: float = 0.2
    lease_seconds: float = 10.0
    hint_seconds: float = 10.0
    max_attempts: int = 5
    time_limit_seconds: float = 300.0
    stop_seconds: float = 10.0
