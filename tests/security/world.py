"""The world under test: a district with somebody in every standing and a contract at every stage, in the application.

It is built once. Every request happens inside a transaction that is taken back, so no cell of a matrix sees another.
"""

import dataclasses
import itertools
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import MethodType, TracebackType
from typing import Any, Self

import msgspec

from contract_platform import bootstrap
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.publish_policy import version_of
from contract_platform.domain.change import ChangeRequest, UnitCreate
from contract_platform.domain.followups import Task
from contract_platform.domain.handover import Handover
from contract_platform.domain.participation import INVITED_ROLES, Invitation, Recusal
from contract_platform.domain.policy_draft import PolicyDraft
from contract_platform.domain.quarantine import Quarantine
from contract_platform.domain.vocabulary import (
    ChangeKind,
    ChangeState,
    HandoverCause,
    HandoverState,
    Role,
    State,
    UnitKind,
)
from contract_platform.domain.work_vocabulary import EndorsementState
from contract_platform.policy.drafting import content_of
from contract_platform.policy.replay import PolicyReplay, ReplayRows
from contract_platform.policy.rulebook import newest
from contract_platform.settings import Settings, load
from contract_platform.web.app import create_app
from contract_platform.web.session import COOKIE
from storage.database import Database
from storage.database.migrate import upgrade
from tests.security.caller import Answer, Caller
from tests.security.held import HeldDatabase
from tests.security.staff import ALPHA, ALPHA_OFFICE, BETA, DAY, ROLES, Member, Place, appoint, key
from tests.security.stages import APART, INVITEE, NEVER_SENT, Bundle, Maker, mark
from tests.security.work_records import circulate

STREAM = "/api/v1/events"
NOON = datetime(2026, 3, 4, 4, 0, tzinfo=UTC)  # a Wednesday, 12:00 in Shanghai


NEW_IDS = 500_000  # where requests begin to count; the world's own records lie below


INVITATIONS = [
    (key(role, place), NOON.date() - late)
    for role in sorted(INVITED_ROLES)
    for place, late in ((Place.NAMED, 0 * DAY), (Place.COLLEAGUE, DAY), (Place.LEFT, 0 * DAY))
]
"""Until when who is invited: the named ones today, their colleagues until yesterday."""


TOLD = tuple(
    key(role, place)
    for role in (Role.HANDLER, Role.HANDLER_LEAD, Role.BUREAU_LEAD, Role.COUNSEL, Role.OBSERVER)
    for place in (Place.NAMED, Place.ELSEWHERE, Place.LEFT)
)
"""People to whom every contract was once copied, whether they see it now or not."""


class StandingClock:
    """Always the same instant, so that two runs of a request write the same rows."""

    def now(self) -> datetime:
        return NOON

    def today(self) -> date:
        return (NOON + timedelta(hours=8)).date()


def database_of(platform: Platform) -> Database:
    """The database behind a platform."""
    assert isinstance(platform.unit_of_work, MethodType)
    database = platform.unit_of_work.__self__
    assert isinstance(database, Database)
    return database


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
        self.held = HeldDatabase(database_of(built).engine)
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
        self.cosigning: set[tuple[str, str]] = set()
        self._records: dict[str, tuple[Any, ...]] = {}
        self.own: dict[str, Bundle] = {}
        self.others: dict[str, Bundle] = {}
        with self.platform.unit_of_work() as uow:
            appoint(self.platform, uow)
            self._fill(Maker(self.platform, uow), stages)
            self._invite_and_recuse(uow)
            self._ask_to_cosign(uow)
            for bundle in self.bundles:
                circulate(uow, bundle.contract, mark(bundle.number), NOON, TOLD)
            self._leave_work_behind(uow)
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
        self.pooled = self.own[State.SUSPENDED]
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
        hidden = (self.hidden, self.hidden_ended)
        for bundle in self.bundles:
            key_of_contract = bundle.contract.id
            people = [(INVITEE, today)] if bundle in hidden else INVITATIONS
            for number, (person, until) in enumerate(people):
                uow.invitations.add(invitation(key_of_contract, number, person, until))
                if until == today:
                    self.invited.add((key_of_contract, person))
            apart = [key(role, Place.RECUSED) for role in ROLES] if bundle in self.own.values() else []
            for person in (*apart, APART):
                uow.recusals.add(recusal(key_of_contract, person))
                self.recused.add((key_of_contract, person))

    def _ask_to_cosign(self, uow: UnitOfWork) -> None:
        """One contract of the named people's unit awaits the statement of the unit elsewhere."""
        bundle = self.own[State.UNIT_COSIGNING]
        statement = uow.endorsements.get(bundle.ids["endorsement_id"])
        uow.endorsements.save(
            msgspec.structs.replace(statement, state=EndorsementState.ASKED, unit_id=BETA, ended_at=None)
        )
        task = Task(
            id="cosigning",
            contract_id=bundle.contract.id,
            role=Role.HANDLER_LEAD,
            unit_id=BETA,
            person_id=None,
            state=bundle.contract.state,
            subject="endorsement",
            subject_id=statement.id,
            opened_at=NOON,
        )
        uow.tasks.add(task)
        self.cosigning.add((bundle.contract.id, BETA))

    def _leave_work_behind(self, uow: UnitOfWork) -> None:
        """What waits for somebody: a contract in the pool of the named people's unit, a file set apart, a change."""
        handover = Handover(
            id="pooled",
            contract_id=self.pooled.contract.id,
            unit_id=ALPHA,
            from_id="expired",
            cause=HandoverCause.LEFT,
            state=HandoverState.POOLED,
            opened_at=NOON,
            opened_by="expired",
        )
        uow.handovers.add(handover)
        version = uow.versions.get(self.pooled.ids["version_id"])
        quarantine = Quarantine(
            id="set-apart",
            contract_id=version.contract_id,
            version_id=version.id,
            sha256=version.sha256,
            size=version.size,
            marks=("机密",),
            uploaded_by="expired",
            found_at=NOON,
        )
        uow.quarantines.add(quarantine)
        change = ChangeRequest(
            id="change-1",
            number=999_999,
            kind=ChangeKind.UNIT_CREATE,
            state=ChangeState.PENDING,
            body=UnitCreate(name="望澜区丁局", short_name="丁局", unit_kind=UnitKind.BUREAU, parent_id="district"),
            subject_id="unit-to-be",
            about=(),
            reason="机构改革",
            requested_by=key(Role.SYS_ADMIN, Place.COLLEAGUE),
            requested_at=NOON,
        )
        uow.changes.add(change)
        self._draft_a_version(uow)

    def _draft_a_version(self, uow: UnitOfWork) -> None:
        """A version of the policy that is written, one that waits for publication, and what it would have changed."""
        base = newest(self.platform.profiles, self.platform.profile_id)
        author, content = key(Role.SYS_ADMIN, Place.COLLEAGUE), content_of(base)
        content["clocks"]["REVIEW"]["days"] = 15
        draft = PolicyDraft(
            id="draft-1",
            profile=base.id,
            base=base.key,
            content=content,
            created_by=author,
            created_at=NOON,
            updated_at=NOON,
            effective_from=NOON.date() + DAY,
            basis="区政府文件",
        )
        uow.policy_drafts.add(draft)
        body = msgspec.structs.replace(version_of(draft), draft_id="draft-2")
        uow.changes.add(
            ChangeRequest(
                id="change-2",
                number=1_000_000,
                kind=ChangeKind.POLICY_VERSION,
                state=ChangeState.PENDING,
                body=body,
                subject_id="policy/draft-2",
                about=(),
                reason="区政府文件",
                requested_by=author,
                requested_at=NOON,
            )
        )
        replay = PolicyReplay(
            id="replay-1",
            digest=body.digest,
            person_id=key(Role.SEC_ADMIN, Place.NAMED),
            at=NOON,
            since=NOON.date(),
            considered=0,
            changed=0,
            counts={},
        )
        uow.policy_replays.add(replay)
        uow.policy_replay_rows.add(ReplayRows(id=replay.id, rows=()))

    def rewind(self) -> None:
        """Number new records from the same start again, so that the same request writes the same ids."""
        self._ids = itertools.count(NEW_IDS)

    def ask(
        self, who: Member, method: str, url: str, headers: dict[str, str] | None = None, body: bytes = b""
    ) -> Answer:
        """A request with the person's cookie; of a stream of events only the beginning is awaited."""
        cookie = {} if who.entry == "anonymous" else {"cookie": f"{COOKIE}={who.token}"}
        return self._caller.ask(method, url, cookie | (headers or {}), body, hang_up=url.partition("?")[0] == STREAM)


def invitation(contract_id: str, number: int, person_id: str, until: date) -> Invitation:
    """An invitation to one contract."""
    return Invitation(
        id=f"invitation-{contract_id}-{number}",
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
