"""What somebody has filled in and not sent yet: kept for that person alone, until it is sent or grows old."""

from datetime import datetime, timedelta
from typing import Final

from contract_platform.domain.records import Root

KEPT_FOR: Final = timedelta(days=180)
MOST: Final = 100  # forms of one person; the oldest make room


class UnsentForm(Root, frozen=True, kw_only=True):
    """The content of one form as JSON text; ``object_id`` is what it is about, ``form`` which form it is."""

    person_id: str
    object_id: str
    form: str
    text: str
    kept_at: datetime
