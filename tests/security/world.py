"""The world under test: a district with somebody in every standing and a contract at every stage, in the application.

It is built once. Every request happens inside a transaction that is taken back, so no cell of a matrix sees another.
"""

import dataclasses
import itertools
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from contract_platform import bootstrap
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.participation import INVITED_ROLES, Invitation, Recusal
from contract_platform.domain.vocabulary import Role, State
from contract_platform.settings import Settings, load
from contract_platform.web.app import create_app
from contract_platform.web.session import COOKIE
from storage.database.migrate import upgrade
from tests.security.caller import Answer, Caller
from tests.security.held import HeldDatabase
from tests.security.staff import ALPHA, ALPHA_OFFICE, BETA, DAY, ROLES, Member, Place, appoint, key
from tests.security.stages import NEVER_SENT, Bundle, Maker
from tests.web.conftest import close_database

STREAM = "/api/v1/events"
NOON = datetime(2026, 3, 4, 4, 0, tzinfo=UTC)  # a Wednesday, 12:00 in Shanghai


NEW_IDS = 500_000  # where requests begin to count; the world's own records lie below


class StandingClock:
    """Always the same instant, so that two runs of a request write the same rows."""

    def now(self) -> datetime:
        return NOON

    def today(self) -> date:
        return (NOON + timedelta(hours=8)).date()


class PlainPasswords:
    """Passwords as they are; hashing is tested elsewhere and would take minutes here."""

    absent = "none"

    def hash(self, password: str) -> str:
        return f"plain:{password}"

    def verify(self, password_hash: str, password: str) -> bool:
        return password_hash == f"plain:{password}"


class World:
    """The platform over a held database, its contracts, and requests as anybody."""

    def __init__(self, folder: Path, stages: tuple[str, ...]) -> None:
        self.settings: Settings = load({"DATA_DIR": str(folder), "UPLOAD_LIMIT_MB": "1"})
        upgrade(self.settings.database_url)
        built = bootstrap.build(self.settings)
        close_database(built)
        self.held = HeldDatabase(self.settings.database_url)
        self._ids = itertools.count()
        self.platform: Platform = dataclasses.replace(
            built,
            unit_of_work=self.held.unit_of_work,
            reading=self.held.reading,
            queries=self.held.queries,
            ledger=self.held.ledger,
            clock=StandingClock(),
            passwords=PlainPasswords(),
            new_id=lambda: f"new{next(self._ids):06}",
        )
        self.invited: set[tuple[str, str]] = set()
        self.recused: set[tuple[str, str]] = set()
        self._records: dict[str, tuple[Any, ...]] = {}
        self.own: dict[str, Bundle] = {}
        self.others: dict[str, Bundle] = {}
        with self.platform.unit_of_work() as uow:
            appoint(self.platform, uow)
            self._fill(Maker(self.platform, uow), stages)
            self._invite_and_recuse(uow)
        self.revisions = self.held.revisions()
        self._caller = Caller(create_app(self.platform, self.settings, pages=folder / "pages"))

    def _fill(self, maker: Maker, stages: tuple[str, ...]) -> None:
        """Each stage once in the named people's unit and once elsewhere, and one draft nobody outside knows of."""
        named, elsewhere = key(Role.HANDLER, Place.NAMED), key(Role.HANDLER, Place.ELSEWHERE)
        reviewer = key(Role.BUREAU_REVIEWER, Place.NAMED)
        for stage in dict.fromkeys((*stages, *State)):
            self.own[stage] = maker.make(stage, ALPHA, named, reviewer)
            self.others[stage] = maker.make(stage, BETA, elsewhere, reviewer)
        self.below = maker.make(State.UNDER_REVIEW, ALPHA_OFFICE, named, reviewer)
        self.hidden = maker.make(State.DRAFTING, BETA, elsewhere, reviewer)
        self.hidden_ended = maker.make(NEVER_SENT, BETA, elsewhere, reviewer)
        self.bundles = tuple(maker.made)
        self.by_id = {bundle.contract.id: bundle for bundle in self.bundles}

    def __enter__(self) -> Self:
        self._caller.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._caller.__exit__(kind, error, trace)
        self.held.close()

    def records(self, table: str) -> tuple[Any, ...]:
        """The plain records of a table as the world was built."""
        if table not in self._records:
            with self.platform.reading() as uow:
                self._records[table] = tuple(getattr(uow, table).find())
        return self._records[table]

    def _invite_and_recuse(self, uow: UnitOfWork) -> None:
        """Counsel and experts are invited to all but the hidden contracts; some people keep apart from their own."""
        today = self.platform.clock.today()
        for bundle in self.bundles[:-2]:
            for role in INVITED_ROLES:
                for place, until in ((Place.NAMED, today), (Place.COLLEAGUE, today - DAY), (Place.LEFT, today)):
                    uow.invitations.add(invitation(bundle.contract.id, key(role, place), until))
                self.invited.add((bundle.contract.id, key(role, Place.NAMED)))
        for bundle in self.own.values():
            for role in ROLES:
                uow.recusals.add(recusal(bundle.contract.id, key(role, Place.RECUSED)))
                self.recused.add((bundle.contract.id, key(role, Place.RECUSED)))

    def rewind(self) -> None:
        """Number new records from the same start again, so that the same request writes the same ids."""
        self._ids = itertools.count(NEW_IDS)

    def ask(
        self, who: Member, method: str, url: str, headers: dict[str, str] | None = None, body: bytes = b""
    ) -> Answer:
        """A request with the person's cookie; of a stream of events only the beginning is awaited."""
        cookie = {} if who.entry == "anonymous" else {"cookie": f"{COOKIE}={who.token}"}
        return self._caller.ask(method, url, cookie | (headers or {}), body, hang_up=url.partition("?")[0] == STREAM)


def invitation(contract_id: str, person_id: str, until: date) -> Invitation:
    """An invitation to one contract."""
    return Invitation(
        id=f"invitation-{contract_id}-{person_id}",
        contract_id=contract_id,
        person_id=person_id,
        until=until,
        reason="论证",
        invited_by=key(Role.BUREAU_LEAD, Place.NAMED),
        invited_at=NOON,
    )


def recusal(contract_id: str, person_id: str) -> Recusal:
    """Somebody keeps apart from one contract."""
    return Recusal(
        id=f"recusal-{contract_id}-{person_id}",
        contract_id=contract_id,
        person_id=person_id,
        reason="利害关系",
        recorded_by=person_id,
        recorded_at=NOON,
    )
