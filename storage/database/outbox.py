"""The outbox: jobs written with the change that needs them, and the ledger the relay and the actor work on."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Connection

from contract_platform.domain.events import Job
from storage.database.repositories import columns_of
from storage.database.tables.ledger import jobs

COLUMNS = [jobs.c[name] for name in Job.__struct_fields__]
Transaction = Callable[[], AbstractContextManager[Connection]]


def due(now: datetime) -> sa.ColumnElement[bool]:
    """Waiting and due, or held by a lease that has run out."""
    held = jobs.c.state.in_(("leased", "running"))
    return sa.or_(sa.and_(jobs.c.state == "waiting", jobs.c.run_at <= now), sa.and_(held, jobs.c.lease_until < now))


def startable(now: datetime) -> sa.ColumnElement[bool]:
    """Due, or hinted and not yet started."""
    return sa.or_(due(now), jobs.c.state == "leased")


def record(row: object) -> Job:
    """A row as a job."""
    return msgspec.convert(row, Job, from_attributes=True)


class OutboxJobs:
    """The outbox inside a unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, job: Job) -> None:
        """Insert, unless the id is there or the same work is already waiting."""
        same_work = sa.and_(jobs.c.name == job.name, jobs.c.key == job.key, jobs.c.state == "waiting")
        kept = sa.select(jobs.c.id).where(sa.or_(jobs.c.id == job.id, same_work)).limit(1)
        if self._connection.scalar(kept) is None:
            self._connection.execute(self._insert(job))

    def _insert(self, job: Job) -> sa.Insert:
        if self._connection.dialect.name == "sqlite":
            return sa.insert(jobs).prefix_with("OR IGNORE").values(columns_of(job))
        return postgresql.insert(jobs).values(columns_of(job)).on_conflict_do_nothing(index_elements=["id"])

    def finish(self, job_id: str, at: datetime) -> bool:
        """Mark done once; the row stays locked until the commit, so a second finisher waits and then loses."""
        change = {"state": "done", "finished_at": at, "lease_until": None, "error": ""}
        unfinished = sa.and_(jobs.c.id == job_id, jobs.c.state != "done")
        return self._connection.execute(sa.update(jobs).where(unfinished).values(change)).rowcount == 1


class DatabaseLedger:
    """The outbox seen from the workers; each call is a short transaction of its own."""

    def __init__(self, writing: Transaction, reading: Transaction) -> None:
        self._writing = writing
        self._reading = reading

    def lease(self, *, lane: str, limit: int, seconds: float, now: datetime) -> list[Job]:
        """Lease due jobs of a lane up to ``limit`` in flight; an idle poll takes no write lock."""
        if not self._any_due(lane, now):
            return []
        lane_rows = jobs.c.lane == lane
        held = sa.and_(lane_rows, jobs.c.state == "leased", jobs.c.lease_until >= now)
        with self._writing() as connection:
            free = limit - (connection.scalar(sa.select(sa.func.count()).where(held)) or 0)
            if free <= 0:
                return []
            pick = sa.select(jobs.c.id).where(lane_rows, due(now)).order_by(jobs.c.run_at, jobs.c.id).limit(free)
            taken = pick.with_for_update(skip_locked=True)  # SQLite leaves this out: its writers are serial
            change = {"state": "leased", "lease_until": now + timedelta(seconds=seconds)}
            rows = connection.execute(
                sa.update(jobs).where(jobs.c.id.in_(taken)).values(change).returning(*COLUMNS)
            ).all()
        return sorted((record(row) for row in rows), key=lambda job: (job.run_at, job.id))

    def _any_due(self, lane: str, now: datetime) -> bool:
        with self._reading() as connection:
            return connection.scalar(sa.select(jobs.c.id).where(jobs.c.lane == lane, due(now)).limit(1)) is not None

    def start(self, job_id: str, *, seconds: float, now: datetime) -> Job | None:
        """Take a job for running; of several takers one gets it."""
        change = {"state": "running", "attempts": jobs.c.attempts + 1, "lease_until": now + timedelta(seconds=seconds)}
        taking = sa.update(jobs).where(jobs.c.id == job_id, startable(now)).values(change).returning(*COLUMNS)
        with self._writing() as connection:
            row = connection.execute(taking).one_or_none()
        return None if row is None else record(row)

    def extend(self, job_id: str, *, seconds: float, now: datetime) -> bool:
        """Keep the lease of a running job."""
        return self._change_running(job_id, {"lease_until": now + timedelta(seconds=seconds)})

    def get(self, job_id: str) -> Job | None:
        """The row, or None."""
        with self._reading() as connection:
            row = connection.execute(sa.select(*COLUMNS).where(jobs.c.id == job_id)).one_or_none()
        return None if row is None else record(row)

    def retry(self, job_id: str, *, error: str, run_at: datetime, failed: bool = True) -> None:
        """Make a running job due again later."""
        again = {"state": "waiting", "run_at": run_at, "lease_until": None, "error": error}
        self._change_running(job_id, again | {"failures": jobs.c.failures + int(failed)})

    def give_up(self, job_id: str, *, error: str, now: datetime) -> None:
        """Mark a running job failed."""
        self._change_running(job_id, {"state": "failed", "finished_at": now, "lease_until": None, "error": error})

    def _change_running(self, job_id: str, change: dict[str, object]) -> bool:
        running = sa.and_(jobs.c.id == job_id, jobs.c.state == "running")
        with self._writing() as connection:
            return connection.execute(sa.update(jobs).where(running).values(change)).rowcount == 1
