"""What runs beside the main line: filings, obligations, alerts, tasks and remarks."""

from datetime import date, datetime

from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import (
    AlertKind,
    AlertLevel,
    AlertState,
    FilingState,
    ObligationKind,
    ObligationState,
    RemarkState,
    Role,
    State,
)
from contract_platform.domain.work_vocabulary import TaskStage


class Filing(Root, frozen=True, kw_only=True):
    """One filing of a signed contract with one target (JUSTICE_BUREAU, FINANCE, PUBLICATION …).

    ``kind``: RECEIVED = somebody here accepts it (核收类), REGISTERED = done elsewhere, entered with proof (登记类).
    ``overdue`` is a flag that stays for ever once set. ``done_on`` is the day of the submission that was accepted or
    corrected in time. ``received_on`` is the legal day on which the newest submission came in, ``returned_on`` that of
    the last return; ``step_due_on`` is by when it has to be checked, or corrected.
    """

    contract_id: str
    target: str
    kind: str
    state: FilingState
    due_on: date
    provisional: bool = False
    submitted_at: datetime | None = None
    done_on: date | None = None
    number: str | None = None
    note: str = ""
    evidence_version_id: str | None = None
    overdue: bool = False
    received_on: date | None = None
    returned_on: date | None = None
    step_due_on: date | None = None
    receipt_no: str | None = None


class Obligation(Root, frozen=True, kw_only=True):
    """Something one side has to do; ``side`` is ours or theirs. Proposals come from the text, a person confirms.

    ``agreed_on`` is the day as agreed, ``due_on`` that day or the next working one; ``late_rate`` is what is owed for
    each day of delay in millionths of the sum (500 = 0.05 %), None where nothing was agreed.
    """

    contract_id: str
    kind: ObligationKind
    side: str  # "ours" | "theirs"
    content: str
    state: ObligationState
    due_on: date | None = None
    amount_fen: int | None = None
    condition: str = ""
    clause: str = ""
    agreed_on: date | None = None
    provisional: bool = False
    late_rate: int | None = None
    evidence_version_id: str | None = None
    evidenced_by: str | None = None
    evidenced_for: str | None = None  # the colleague whose deputy reported
    done_on: date | None = None
    overdue: bool = False
    note: str = ""


class Alert(Root, frozen=True, kw_only=True):
    """A deadline that is near or gone. ``cause`` is unique: the same cause raises one alert, whose level rises.

    ``due_on`` is the deadline; days left are reckoned when shown.
    """

    contract_id: str
    kind: AlertKind
    cause: str
    subject_id: str
    level: AlertLevel
    state: AlertState
    due_on: date
    unit: str  # "working" | "natural"
    raised_at: datetime
    title: str
    disposal: str = ""
    disposed_by: str | None = None
    disposed_for: str | None = None  # the colleague whose deputy reported
    closed_at: datetime | None = None
    provisional: bool = False


class Task(Root, frozen=True, kw_only=True):
    """Somebody has to do something by some day: the inbox. Open while ``closed_at`` is None.

    A task is for one person, or for whoever holds ``role`` in ``unit_id`` (None = the whole bureau side). ``taken_at``
    says since when somebody holds it whom the contract does not name: claimed, or given by ``given_by``. ``seen_at`` is
    when one of those it is for first opened the contract; ``opened_by`` whose act opened the task.
    """

    contract_id: str
    role: Role
    unit_id: str | None
    person_id: str | None
    state: State
    subject: str  # "contract" | "filing" | "obligation" | "alert" | "endorsement" | "supervision" …
    subject_id: str
    opened_at: datetime
    due_on: date | None = None
    unit: str = "working"  # "working" | "natural": how the days to ``due_on`` count
    closed_at: datetime | None = None
    closed_by: str | None = None
    stage: TaskStage = TaskStage.POOLED
    opened_by: str | None = None
    taken_at: datetime | None = None
    given_by: str | None = None
    note: str | None = None  # why it was given or passed on
    seen_at: datetime | None = None
    seen_by: str | None = None
    urged_on: date | None = None
    urged_by: str | None = None
    urges: int = 0


class Selector(Record, frozen=True, kw_only=True):
    """W3C quote and position selectors in one record; offsets in code points of the canonical text."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


class Reply(Record, frozen=True, kw_only=True):
    """An answer in a remark's thread."""

    by: str
    at: datetime
    text: str


class Remark(Root, frozen=True, kw_only=True):
    """A reviewer's note on selected text of one version."""

    contract_id: str
    version_id: str
    selector: Selector
    text: str
    by: str
    at: datetime
    state: RemarkState
    replies: tuple[Reply, ...] = ()
    resolved_by: str | None = None
