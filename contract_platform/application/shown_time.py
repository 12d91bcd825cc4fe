"""Instants as the people of the platform read them."""

from datetime import datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def shown(instant: datetime) -> str:
    """Beijing time to the minute, e.g. ``2026-03-02 09:30``."""
    return f"{instant.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
