"""The read side's port over the database; every call is one snapshot."""

from datetime import date, datetime

import msgspec
import sqlalchemy as sa

from contract_platform.application.queries import (
    AlertPage,
    BacklogPage,
    EventRow,
    FindingBody,
    LedgerFilter,
    LedgerPage,
    Likeness,
    Measured,
    Overview,
    Reading,
    SimilarRow,
)
from contract_platform.domain.deadlines import SHANGHAI
from contract_platform.domain.relations import Scope
from contract_platform.domain.vocabulary import AlertKind, AlertLevel, AlertState
from storage.database import trace
from storage.database.queries import backlog, figures, inbox, ledger, metrics, readings, similar
from storage.database.queries.disputes import DisputeLists
from storage.database.queries.scope import in_scope
from storage.database.queries.worklists import WorkLists
from storage.database.tables.contracts import contracts
from storage.database.tables.ledger import events
from storage.database.tables.people import people, posts, units


class DatabaseQueries(DisputeLists, WorkLists):
    """What pages show, filtered by what the reader may see."""

    def ledger(self, scope: Scope, filter_: LedgerFilter, *, after: str | None, limit: int) -> LedgerPage:
        """Contracts in scope."""
        with self._reading() as connection:
            return ledger.ledger(connection, scope, filter_, after=after, limit=limit)

    def opened_since(self, instant: datetime) -> tuple[str, ...]:
        """Contracts opened since an instant."""
        c = contracts.c
        found = sa.select(c.id).where(c.created_at >= instant).order_by(c.created_at, c.id)
        with self._reading() as connection:
            return tuple(connection.scalars(found))

    def readings(self, limit: int) -> tuple[Reading, ...]:
        """The newest readings of drafts."""
        with self._reading() as connection:
            return readings.readings(connection, limit)

    def finding_bodies(self, ids: tuple[str, ...]) -> tuple[FindingBody, ...]:
        """The bodies of some analyses."""
        with self._reading() as connection:
            return readings.finding_bodies(connection, ids)

    def drafted(self, after: str | None, limit: int) -> tuple[str, ...]:
        """Contracts with a draft, newest first."""
        with self._reading() as connection:
            return readings.drafted(connection, after, limit)

    def visible(self, scope: Scope, contract_id: str) -> bool:
        """Whether the contract is in scope."""
        with self._reading() as connection:
            found = sa.select(contracts.c.id).where(contracts.c.id == contract_id, in_scope(scope))
            return connection.scalar(found) is not None

    def similar(self, scope: Scope, wanted: Likeness) -> tuple[SimilarRow, ...]:
        """Contracts that look like another one."""
        with self._reading() as connection:
            return similar.similar(connection, scope, wanted)

    def alerts(
        self, scope: Scope, *, levels: tuple[AlertLevel, ...], states: tuple[AlertState, ...],
        kinds: tuple[AlertKind, ...], units: tuple[str, ...], after: str | None, limit: int,
    ) -> AlertPage:  # fmt: skip
        """Alerts in scope, most urgent first."""
        wanted: dict[str, tuple[str, ...]] = {"levels": levels, "states": states, "kinds": kinds, "units": units}
        with self._reading() as connection:
            return inbox.alert_page(connection, scope, wanted, after, limit)

    def backlog(self, scope: Scope, since: date, *, after: str | None, limit: int) -> BacklogPage:
        """Contracts entered later of which something was due before a day and is still open."""
        with self._reading() as connection:
            return backlog.page_of(connection, scope, since, after, limit)

    def timeline(self, contract_id: str) -> list[EventRow]:
        """Everything that happened to a contract, oldest first; the caller has checked that it is visible."""
        e, absent = events.c, people.alias("absent")
        joined = (
            events.outerjoin(people, people.c.id == e.actor)
            .outerjoin(absent, absent.c.id == e.acted_for)
            .outerjoin(posts, posts.c.id == e.post)
            .outerjoin(units, units.c.id == posts.c.unit_id)
        )
        chosen = sa.select(
            e.id, e.type, sa.func.coalesce(people.c.name, e.actor).label("name"), e.role, units.c.short_name,
            absent.c.name.label("absent"), e.address, e.event_time, e.recorded_at, e.seq, e.data,
        ).select_from(joined).where(e.contract_id == contract_id).order_by(e.event_time, e.position)  # fmt: skip
        with self._reading() as connection:
            return [
                EventRow(
                    id=row.id, type=row.type, actor=row.name, role=row.role, unit=row.short_name,
                    acted_for=row.absent, address=row.address, event_time=row.event_time,
                    recorded_at=row.recorded_at, seq=row.seq, data=msgspec.json.decode(row.data),
                )
                for row in connection.execute(chosen)
            ]  # fmt: skip

    def measure(self, scope: Scope, key: str, year: int, since: date, today: date) -> Measured:
        """What a figure is reckoned from."""
        with self._reading() as connection:
            return metrics.measure(connection, scope, key, metrics.Period(year, since, today))

    def overview(self, scope: Scope, year: int, today: date) -> Overview:
        """The bureau's figures."""
        with self._reading() as connection:
            return figures.overview(connection, scope, year, today)

    def events_after(self, cursor: str, limit: int) -> list[tuple[str, str, str | None]]:
        """Events after the cursor, which is an event's id."""
        with self._reading() as connection:
            return trace.after(connection, cursor, limit)

    def first_day(self) -> date | None:
        """The day of the first entry of the trace."""
        first = sa.select(events.c.event_time).order_by(events.c.position).limit(1)
        with self._reading() as connection:
            instant = connection.scalar(first)
            return instant.astimezone(SHANGHAI).date() if instant is not None else None

    def last_event(self) -> str:
        """The cursor of the newest event."""
        with self._reading() as connection:
            return trace.last(connection)
