"""What a new version would have changed for the contracts that have lived, as it was shown to somebody."""

from datetime import date, datetime

from contract_platform.domain.records import Record
from contract_platform.policy.consequences import Effect


class ReplayRow(Record, frozen=True, kw_only=True):
    """One contract for which something would be otherwise: by its number, never by what it says.

    ``pinned``: the version it lives under, "" = not submitted.
    """

    contract_id: str
    number: str | None
    unit_id: str
    category: str
    created_on: date
    pinned: str
    effects: tuple[Effect, ...]


class PolicyReplay(Record, frozen=True, kw_only=True):
    """A replay of a draft, known by the draft's digest, for the person who looked at it; its rows are kept apart.

    ``considered``: how many contracts since ``since`` were looked at; ``changed``: for how many something would be
    otherwise; ``counts``: those by item.
    """

    id: str
    digest: str
    person_id: str
    at: datetime
    since: date
    considered: int
    changed: int
    counts: dict[str, int]


class ReplayRows(Record, frozen=True, kw_only=True):
    """The contracts of a replay, under its id."""

    id: str
    rows: tuple[ReplayRow, ...]
