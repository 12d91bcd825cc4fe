"""What use cases need from the outside, as Protocols, and the Platform that bundles the chosen adapters."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from contract_platform.application.dispute_queries import DisputeQueries
from contract_platform.application.form_ports import Forms
from contract_platform.application.identity_ports import IdentityProvider, Keys, Passwords
from contract_platform.application.inbox_queries import InboxQueries
from contract_platform.application.live_rules import LiveRules
from contract_platform.application.object_ports import ObjectStore
from contract_platform.application.people_queries import PeopleQueries
from contract_platform.application.queries import Queries
from contract_platform.application.reading_ports import DocumentReader
from contract_platform.application.rule_tally import RuleTally
from contract_platform.application.sheet_ports import Sheets
from contract_platform.application.trace_ports import Trace
from contract_platform.domain.absence import Delegation
from contract_platform.domain.change import ChangeRequest
from contract_platform.domain.circulation import Copy, Follow
from contract_platform.domain.contract import Clock as ContractClock
from contract_platform.domain.contract import Contract, Decision
from contract_platform.domain.correction import Correction
from contract_platform.domain.credentials import Credential, Failures, RecoveryCode, SignInRules
from contract_platform.domain.deviation import Deviation
from contract_platform.domain.dispute import Dispute, DisputeStage
from contract_platform.domain.document import (
    Document,
    FactVerdict,
    FindingVerdict,
    RecognisedPage,
    Recognition,
    StoredAnalysis,
    Version,
)
from contract_platform.domain.endorsement import Endorsement
from contract_platform.domain.ends import Evaluation, Judgment, Settlement, Suspension, TermEnd
from contract_platform.domain.events import Event, Job
from contract_platform.domain.family import Amendment
from contract_platform.domain.followups import Alert, Filing, Obligation, Remark, Task
from contract_platform.domain.handover import Handover
from contract_platform.domain.opinion import Opinion
from contract_platform.domain.paper import FormTemplate, Paper
from contract_platform.domain.participation import Invitation, Recusal
from contract_platform.domain.payment import Payment
from contract_platform.domain.people import Person, Post, Session, Unit
from contract_platform.domain.policy_draft import PolicyDraft
from contract_platform.domain.quarantine import Quarantine
from contract_platform.domain.signing import Mark, SealUse, Signing
from contract_platform.domain.submission import Submission
from contract_platform.domain.supervision import Supervision
from contract_platform.domain.unsent import UnsentForm
from contract_platform.policy.calendar import Calendar
from contract_platform.policy.profile import PolicyProfile
from contract_platform.policy.replay import PolicyReplay, ReplayRows

T = TypeVar("T")


class Clock(Protocol):
    """Tells the time; tests, demo data and sweeps bring their own."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        ...

    def today(self) -> date:
        """The legal date in Asia/Shanghai."""
        ...


class Repository(Protocol[T]):
    """The records of one table. Equality filters only: anything richer belongs to ``Queries``."""

    def get(self, key: str) -> T:
        """The record, or ``NotFound``."""
        ...

    def find(self, **equals: object) -> list[T]:
        """All records whose columns equal the given values, oldest first; None matches NULL, a tuple any of its own."""
        ...

    def add(self, record: T) -> None:
        """Insert a new record."""
        ...

    def add_all(self, records: Sequence[T]) -> None:
        """Insert many new records at once."""
        ...

    def remove(self, key: str) -> None:
        """Delete what no person has touched: a machine's proposal that a new reading replaced."""
        ...

    def save(self, record: T) -> T:
        """Write a changed root and return it with the next revision; ``Conflict`` if it changed meanwhile."""
        ...


class RecognisedPages(Repository[RecognisedPage], Protocol):
    """Pages of scans, by file."""

    def progress(self, sha256: str) -> Recognition | None:
        """How far the file has come, without loading a page; None where nothing is to be recognised."""
        ...


class Jobs(Protocol):
    """The outbox inside a unit of work."""

    def add(self, job: Job) -> None:
        """Insert a job; a waiting job of the same name and key, or any job of the same id, is kept instead."""
        ...

    def finish(self, job_id: str, at: datetime) -> bool:
        """Mark done in this commit; False if it was done already (the effect must then be dropped)."""
        ...


class StoredResponse(msgspec.Struct, frozen=True, kw_only=True):
    """The response to a creating POST, kept with its ``Idempotency-Key``."""

    key: str
    person_id: str
    operation: str
    status: int
    body: bytes
    at: datetime


class Responses(Protocol):
    """Idempotency keys and the responses they stand for."""

    def get(self, person_id: str, operation: str, key: str) -> StoredResponse | None:
        """The stored response, or None."""
        ...

    def add(self, response: StoredResponse) -> None:
        """Keep a response; it commits with the change itself."""
        ...

    def forget(self, mentioning: str, since: datetime) -> int:
        """Delete the responses since an instant that speak of an id; returns how many."""
        ...


class FailureCounts(Protocol):
    """Failed attempts by subject, a keyed digest of an account name or an address."""

    def read(self, subject: str) -> Failures:
        """What is counted against a subject; nothing when it is not known."""
        ...

    def hold(self, subject: str) -> Failures:
        """The same, nobody else counting until the commit; subjects are to be held in one order everywhere."""
        ...

    def keep(self, counted: Failures) -> None:
        """Write what is now counted against a subject that is held."""
        ...

    def forget(self, subject: str) -> None:
        """Count from nothing again."""
        ...


class UnitOfWork(Protocol):
    """One transaction: rows, trace entries and outbox rows commit together or not at all."""

    units: Repository[Unit]
    people: Repository[Person]
    posts: Repository[Post]
    sessions: Repository[Session]  # key: token_hash
    credentials: Repository[Credential]  # key: the person's id
    recovery_codes: Repository[RecoveryCode]
    failures: FailureCounts
    contracts: Repository[Contract]
    decisions: Repository[Decision]
    clocks: Repository[ContractClock]
    documents: Repository[Document]
    versions: Repository[Version]
    analyses: Repository[StoredAnalysis]
    verdicts: Repository[FindingVerdict]
    fact_verdicts: Repository[FactVerdict]
    submissions: Repository[Submission]
    unsent: Repository[UnsentForm]
    opinions: Repository[Opinion]
    papers: Repository[Paper]
    form_templates: Repository[FormTemplate]
    signings: Repository[Signing]
    amendments: Repository[Amendment]
    corrections: Repository[Correction]
    seal_uses: Repository[SealUse]
    marks: Repository[Mark]
    deviations: Repository[Deviation]
    filings: Repository[Filing]
    obligations: Repository[Obligation]
    payments: Repository[Payment]
    term_ends: Repository[TermEnd]
    suspensions: Repository[Suspension]
    judgments: Repository[Judgment]
    settlements: Repository[Settlement]
    evaluations: Repository[Evaluation]
    disputes: Repository[Dispute]
    dispute_stages: Repository[DisputeStage]
    alerts: Repository[Alert]
    tasks: Repository[Task]
    endorsements: Repository[Endorsement]
    supervisions: Repository[Supervision]
    copies: Repository[Copy]
    follows: Repository[Follow]
    remarks: Repository[Remark]
    changes: Repository[ChangeRequest]
    policy_drafts: Repository[PolicyDraft]
    policy_replays: Repository[PolicyReplay]
    policy_replay_rows: Repository[ReplayRows]
    handovers: Repository[Handover]
    delegations: Repository[Delegation]
    invitations: Repository[Invitation]
    recusals: Repository[Recusal]
    quarantines: Repository[Quarantine]
    recognised: RecognisedPages
    events: Repository[Event]
    jobs: Jobs
    responses: Responses

    def next_number(self, series: str) -> int:
        """The next number of a gap-free series (e.g. ``contract_no/2026``), from 1."""
        ...

    def replace_clock(self, clock: ContractClock) -> None:
        """Overwrite a clock row (clocks belong to their contract's revision)."""
        ...

    def delete_session(self, token_hash: str) -> None:
        """Forget a session; nothing happens if it is gone."""
        ...

    def replace_session(self, session: Session) -> None:
        """Overwrite a session row; nothing happens if it is gone."""
        ...

    def touch_session(self, token_hash: str, seen_at: datetime) -> None:
        """Note that the session was used."""
        ...


class TaskLedger(Protocol):
    """The outbox seen by the relay and the actor, each call its own short transaction.

    waiting -> leased (the broker was told) -> running -> done | failed; a lease that runs out in leased or running
    makes the job due again.
    """

    def lease(self, *, lane: str, limit: int, seconds: float, now: datetime) -> list[Job]:
        """Take due jobs of a lane for hinting the broker, oldest first.

        ``limit`` bounds the jobs of the lane that are leased and not yet started at any one time, so the broker is
        never flooded.
        """
        ...

    def start(self, job_id: str, *, seconds: float, now: datetime) -> Job | None:
        """Take a job for running, counting the attempt.

        None when it is done, failed, not due yet, or held by a running lease that has not run out. A hint may reach
        several workers: one of them gets the job.
        """
        ...

    def extend(self, job_id: str, *, seconds: float, now: datetime) -> bool:
        """Keep the lease of a running job; False when it is not running any more."""
        ...

    def get(self, job_id: str) -> Job | None:
        """The row, or None."""
        ...

    def retry(self, job_id: str, *, error: str, run_at: datetime, failed: bool = True) -> None:
        """Make a running job due again later, counting a failure unless the process is only being stopped."""
        ...

    def give_up(self, job_id: str, *, error: str, now: datetime) -> None:
        """Mark a running job failed for people to see."""
        ...


class AllQueries(Queries, DisputeQueries, PeopleQueries, InboxQueries, Protocol):
    """Everything that is read in bulk."""


@dataclass(frozen=True, slots=True)
class Platform:
    """The chosen adapters. Built once by ``bootstrap.build``."""

    unit_of_work: Callable[[], AbstractContextManager[UnitOfWork]]
    reading: Callable[[], AbstractContextManager[UnitOfWork]]  # read-only transaction, takes no write lock
    queries: AllQueries
    scrub: Callable[[], None]  # clears what deleted rows left in the files of the database
    objects: ObjectStore
    reader: DocumentReader
    sheets: Sheets
    forms: Forms
    ledger: TaskLedger
    trace: Trace
    clock: Clock
    passwords: Passwords
    keys: Keys
    sign_in_rules: SignInRules
    identity: IdentityProvider | None  # None where nobody signs in through a provider
    new_id: Callable[[], str]
    rules: LiveRules
    profile_id: str  # the profile under which contracts are submitted here
    spool: Path  # DATA_DIR/tmp, where uploads are spooled
    tally: RuleTally = field(default_factory=RuleTally)
    went_live: date | None = None  # the day the platform went into service, where it is set

    @property
    def calendar(self) -> Calendar:
        """The working-day calendar in force."""
        return self.rules().calendar

    @property
    def profiles(self) -> tuple[PolicyProfile, ...]:
        """Every version of every profile."""
        return self.rules().profiles
