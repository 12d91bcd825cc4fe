"""The envelope of every act and every refusal."""

from datetime import datetime

from contract_platform.domain.records import Record


class Event(Record, frozen=True, kw_only=True):
    """One entry of the trace. ``data`` is canonical JSON (RFC 8785); the envelope is never updated.

    ``seq``, ``prior`` and ``hash`` stay empty until the trace is chained (``domain/chain.py``). ``event_time`` is when
    it happened, ``recorded_at`` when it was written.
    """

    id: str
    type: str  # e.g. "contract.submit", "version.added", "analysis.finished", "access.refused"
    schema_version: int
    actor: str
    post: str | None
    role: str | None
    acted_for: str | None
    session: str
    address: str
    object_type: str
    object_id: str
    contract_id: str | None
    event_time: datetime
    recorded_at: datetime
    data: bytes
    seq: int | None = None
    prior: int | None = None
    hash: str | None = None


class Job(Record, frozen=True, kw_only=True):
    """A row of the outbox, which is also the ledger of background work.

    ``lane`` quick | slow. ``state`` waiting | leased | running | done | failed. ``attempts`` counts starts,
    ``failures`` those that ended with an error and not with the end of the process.
    """

    id: str
    name: str
    key: str
    lane: str
    body: bytes
    state: str
    run_at: datetime
    attempts: int = 0
    failures: int = 0
    lease_until: datetime | None = None
    error: str = ""
    finished_at: datetime | None = None
