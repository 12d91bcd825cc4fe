"""One transaction over all repositories: rows, trace entries and outbox rows commit together or not at all."""

from datetime import datetime

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from contract_platform.application.ports import (
    FailureCounts,
    Jobs,
    RecognisedPages,
    Repository,
    Responses,
    StoredResponse,
)
from contract_platform.domain.absence import Delegation
from contract_platform.domain.change import ChangeRequest
from contract_platform.domain.circulation import Copy, Follow
from contract_platform.domain.contract import Clock, Contract, Decision
from contract_platform.domain.correction import Correction
from contract_platform.domain.credentials import Credential, RecoveryCode
from contract_platform.domain.deviation import Deviation
from contract_platform.domain.dispute import Dispute, DisputeStage
from contract_platform.domain.document import (
    Document,
    FactVerdict,
    FindingVerdict,
    RecognisedPage,
    StoredAnalysis,
    Version,
)
from contract_platform.domain.endorsement import Endorsement
from contract_platform.domain.ends import Evaluation, Judgment, Settlement, Suspension, TermEnd
from contract_platform.domain.errors import Conflict, NotFound
from contract_platform.domain.events import Event
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
from contract_platform.policy.replay import PolicyReplay, ReplayRows
from storage.database.failures import FailureRows
from storage.database.outbox import OutboxJobs
from storage.database.repositories import (
    AnalysisRepository,
    ContractRepository,
    RecognisedRepository,
    TableRepository,
    columns_of,
)
from storage.database.tables import (
    changes,
    contracts,
    corrections,
    credentials,
    documents,
    ends,
    followups,
    ledger,
    papers,
    people,
    policy,
    submissions,
    unsent,
    work,
)
from storage.database.trace import EventRepository


class StoredResponses:
    """Idempotency keys and the responses they stand for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, person_id: str, operation: str, key: str) -> StoredResponse | None:
        """The stored response, or None."""
        c = ledger.responses.c
        same = (c.person_id == person_id, c.operation == operation, c.key == key)
        row = self._connection.execute(sa.select(ledger.responses).where(*same)).one_or_none()
        return None if row is None else msgspec.convert(row, StoredResponse, from_attributes=True)

    def add(self, response: StoredResponse) -> None:
        """Keep a response; ``Conflict`` when a request under the same key won meanwhile."""
        try:
            self._connection.execute(sa.insert(ledger.responses).values(columns_of(response)))
        except IntegrityError as error:
            raise Conflict("request_under_way", operation=response.operation) from error

    def forget(self, mentioning: str, since: datetime) -> int:
        """Delete the responses since an instant that speak of an id; returns how many. Each has to be opened."""
        table = ledger.responses
        rows = self._connection.execute(sa.select(table).where(table.c.at >= since)).all()
        told = [row for row in rows if mentioning.encode() in row.body]
        for row in told:
            same = (table.c.person_id == row.person_id, table.c.operation == row.operation, table.c.key == row.key)
            self._connection.execute(sa.delete(table).where(*same))
        return len(told)


class DatabaseUnitOfWork:
    """The repositories of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._open_documents(connection)
        self.units: Repository[Unit] = TableRepository(connection, people.units, Unit)
        self.people: Repository[Person] = TableRepository(connection, people.people, Person)
        self.posts: Repository[Post] = TableRepository(connection, people.posts, Post)
        self.sessions: Repository[Session] = TableRepository(connection, people.sessions, Session, key="token_hash")
        self.credentials: Repository[Credential] = TableRepository(connection, credentials.credentials, Credential)
        self.recovery_codes: Repository[RecoveryCode] = TableRepository(
            connection, credentials.recovery_codes, RecoveryCode
        )
        self.failures: FailureCounts = FailureRows(connection)
        self.contracts: Repository[Contract] = ContractRepository(connection, contracts.contracts, Contract)
        self.decisions: Repository[Decision] = TableRepository(connection, contracts.decisions, Decision)
        self.clocks: Repository[Clock] = TableRepository(connection, contracts.clocks, Clock)
        self.unsent: Repository[UnsentForm] = TableRepository(connection, unsent.unsent_forms, UnsentForm)
        self.submissions: Repository[Submission] = TableRepository(connection, submissions.submissions, Submission)
        self.opinions: Repository[Opinion] = TableRepository(connection, contracts.opinions, Opinion)
        self.papers: Repository[Paper] = TableRepository(connection, papers.papers, Paper)
        self.form_templates: Repository[FormTemplate] = TableRepository(connection, papers.form_templates, FormTemplate)
        self.signings: Repository[Signing] = TableRepository(connection, contracts.signings, Signing)
        self._open_beside(connection)
        self._open_administration(connection)
        self.events: Repository[Event] = EventRepository(connection)
        self.jobs: Jobs = OutboxJobs(connection)
        self.responses: Responses = StoredResponses(connection)

    def _open_administration(self, connection: Connection) -> None:
        """What administrators ask for, and how work moves between people."""
        self.changes: Repository[ChangeRequest] = TableRepository(connection, changes.changes, ChangeRequest)
        self.policy_drafts: Repository[PolicyDraft] = TableRepository(connection, policy.policy_drafts, PolicyDraft)
        self.policy_replays: Repository[PolicyReplay] = TableRepository(connection, policy.policy_replays, PolicyReplay)
        self.policy_replay_rows: Repository[ReplayRows] = TableRepository(
            connection, policy.policy_replay_rows, ReplayRows
        )
        self.handovers: Repository[Handover] = TableRepository(connection, changes.handovers, Handover)
        self.delegations: Repository[Delegation] = TableRepository(connection, changes.delegations, Delegation)
        self.invitations: Repository[Invitation] = TableRepository(connection, changes.invitations, Invitation)
        self.corrections: Repository[Correction] = TableRepository(connection, corrections.corrections, Correction)
        self.recusals: Repository[Recusal] = TableRepository(connection, changes.recusals, Recusal)

    def _open_beside(self, connection: Connection) -> None:
        """What runs beside the main line, one repository each."""
        self.amendments: Repository[Amendment] = TableRepository(connection, contracts.amendments, Amendment)
        self.seal_uses: Repository[SealUse] = TableRepository(connection, contracts.seal_uses, SealUse)
        self.marks: Repository[Mark] = TableRepository(connection, contracts.marks, Mark)
        self.deviations: Repository[Deviation] = TableRepository(connection, contracts.deviations, Deviation)
        self.filings: Repository[Filing] = TableRepository(connection, followups.filings, Filing)
        self.obligations: Repository[Obligation] = TableRepository(connection, followups.obligations, Obligation)
        self.payments: Repository[Payment] = TableRepository(connection, followups.payments, Payment)
        self.term_ends: Repository[TermEnd] = TableRepository(connection, ends.term_ends, TermEnd)
        self.suspensions: Repository[Suspension] = TableRepository(connection, ends.suspensions, Suspension)
        self.judgments: Repository[Judgment] = TableRepository(connection, ends.judgments, Judgment)
        self.settlements: Repository[Settlement] = TableRepository(connection, ends.settlements, Settlement)
        self.evaluations: Repository[Evaluation] = TableRepository(connection, ends.evaluations, Evaluation)
        self.disputes: Repository[Dispute] = TableRepository(connection, ends.disputes, Dispute)
        self.dispute_stages: Repository[DisputeStage] = TableRepository(connection, ends.dispute_stages, DisputeStage)
        self.alerts: Repository[Alert] = TableRepository(connection, followups.alerts, Alert)
        self.tasks: Repository[Task] = TableRepository(connection, followups.tasks, Task)
        self.endorsements: Repository[Endorsement] = TableRepository(connection, work.endorsements, Endorsement)
        self.supervisions: Repository[Supervision] = TableRepository(connection, work.supervisions, Supervision)
        self.copies: Repository[Copy] = TableRepository(connection, work.copies, Copy)
        self.follows: Repository[Follow] = TableRepository(connection, work.follows, Follow)

    def _open_documents(self, connection: Connection) -> None:
        self.documents: Repository[Document] = TableRepository(connection, documents.documents, Document)
        self.versions: Repository[Version] = TableRepository(connection, documents.versions, Version)
        self.analyses: Repository[StoredAnalysis] = AnalysisRepository(connection, documents.analyses, StoredAnalysis)
        self.verdicts: Repository[FindingVerdict] = TableRepository(connection, documents.verdicts, FindingVerdict)
        self.fact_verdicts: Repository[FactVerdict] = TableRepository(connection, documents.fact_verdicts, FactVerdict)
        self.remarks: Repository[Remark] = TableRepository(connection, documents.remarks, Remark)
        self.quarantines: Repository[Quarantine] = TableRepository(connection, documents.quarantines, Quarantine)
        self.recognised: RecognisedPages = RecognisedRepository(connection, documents.recognised_pages, RecognisedPage)

    def next_number(self, series: str) -> int:
        """Count a series up; its row stays locked until the commit, and a rollback gives the number back."""
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        first = dialect.insert(ledger.numbers).values(series=series, last=1)
        counted = first.on_conflict_do_update(
            index_elements=["series"], set_={"last": ledger.numbers.c.last + 1}
        ).returning(ledger.numbers.c.last)
        return int(self._connection.execute(counted).scalar_one())

    def replace_clock(self, clock: Clock) -> None:
        """Overwrite a clock row."""
        changed = sa.update(contracts.clocks).where(contracts.clocks.c.id == clock.id).values(columns_of(clock))
        if self._connection.execute(changed).rowcount == 0:
            raise NotFound("clock_not_found", id=clock.id)

    def delete_session(self, token_hash: str) -> None:
        """Forget a session."""
        self._connection.execute(sa.delete(people.sessions).where(people.sessions.c.token_hash == token_hash))

    def replace_session(self, session: Session) -> None:
        """Overwrite a session row; nothing happens if it is gone."""
        table = people.sessions
        matches = table.c.token_hash == session.token_hash
        self._connection.execute(sa.update(table).where(matches).values(columns_of(session)))

    def touch_session(self, token_hash: str, seen_at: datetime) -> None:
        """Note that the session was used."""
        table = people.sessions
        self._connection.execute(sa.update(table).where(table.c.token_hash == token_hash).values(seen_at=seen_at))
