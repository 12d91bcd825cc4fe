"""The read side of the inbox: tasks, contracts one has submitted, was told of or follows, and supervision notices."""

from datetime import date, datetime
from typing import Protocol

from contract_platform.application.queries import View
from contract_platform.application.views import ActionView
from contract_platform.domain.relations import Scope
from contract_platform.domain.vocabulary import Role, State
from contract_platform.domain.work_vocabulary import SupervisionState, TaskStage


class InboxFilter(View, frozen=True, kw_only=True):
    """Filters of the inbox; empty means "any".

    ``text`` matches name, numbers, party and body text of the contract; ``kinds`` are subjects of tasks. ``due``:
    overdue | today | soon (within two working days) | later | none. ``holding``: mine | pool | waiting. ``unread``:
    only what has not been read. ``sort``: due, -due, at, -at, amount, -amount; empty = what suits the tab.
    """

    text: str = ""
    units: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    kinds: tuple[str, ...] = ()
    due: str = ""
    holding: str = ""
    unread: bool = False
    sort: str = ""


class DueDays(View, frozen=True, kw_only=True):
    """The days a ``due`` filter means, both included; ``never`` = without a day."""

    first: date | None = None
    last: date | None = None
    never: bool = False


class Desk(View, frozen=True, kw_only=True):
    """Whose inbox it is: what the person sees, the (role, unit) pairs held or filled in, and for whom.

    ``headed``: the units whose people's tasks the person assigns; ``heads``: the roles so headed that have no unit.
    """

    scope: Scope
    roles: tuple[tuple[Role, str], ...]
    away: tuple[tuple[str, Role], ...]
    headed: tuple[str, ...] = ()
    heads: tuple[Role, ...] = ()


class TaskRow(View, frozen=True, kw_only=True):
    """One line of 待办 or 已办. ``state`` is the contract's when the task was opened, ``state_now`` as it is.

    ``person`` holds it, None while it is in the pool. ``days_left`` to ``due_on`` in its ``unit`` of days is filled
    when shown; ``acted_for`` names the colleague who is away, where it is there only because the reader is the deputy.
    """

    id: str
    revision: int
    contract_id: str
    contract_name: str
    number: str | None
    state: State
    state_now: State
    stage: TaskStage
    role: Role
    subject: str
    subject_id: str
    handling_unit: str
    handler: str
    amount_fen: int | None
    high: int
    opened_at: datetime
    sender: str | None
    due_on: date | None
    unit: str
    closed_at: datetime | None
    unit_id: str | None
    person_id: str | None
    person: str | None
    seen_at: datetime | None
    urges: int
    urged_on: date | None
    days_left: int | None = None
    acted_for: str | None = None


class TaskPage(View, frozen=True, kw_only=True):
    """A keyset page of tasks."""

    rows: tuple[TaskRow, ...]
    next: str | None
    total: int
    capped: bool


class MatterRow(View, frozen=True, kw_only=True):
    """A contract one has submitted, was told of, or follows, and whose turn it is now.

    ``at``: submitted, copied or followed; ``by`` and ``note`` of a copy. ``role``, ``person``, ``since`` and what
    follows are of the open task of the contract's state; None where the main line waits for nobody.
    """

    id: str
    contract_id: str
    contract_name: str
    number: str | None
    state: State
    handling_unit: str
    handler: str
    amount_fen: int | None
    at: datetime
    by: str | None
    note: str | None
    read_at: datetime | None
    role: Role | None
    person: str | None
    stage: TaskStage | None
    since: datetime | None
    seen_at: datetime | None
    urges: int | None
    due_on: date | None
    unit: str | None
    days_left: int | None = None


class MatterPage(View, frozen=True, kw_only=True):
    """A keyset page of contracts one keeps an eye on."""

    rows: tuple[MatterRow, ...]
    next: str | None
    total: int
    capped: bool


class InboxCounts(View, frozen=True, kw_only=True):
    """How much is in each tab, up to 1000; ``pool`` of ``todo`` nobody has claimed, ``unread`` of ``copied``.

    ``team``: what the person may assign and nobody holds, None where the person heads nobody.
    """

    todo: int
    pool: int
    overdue: int
    started: int
    copied: int
    unread: int
    followed: int
    team: int | None = None


class SupervisionFilter(View, frozen=True, kw_only=True):
    """Filters of the notices; ``due``: overdue | today | soon | later."""

    text: str = ""
    units: tuple[str, ...] = ()
    states: tuple[SupervisionState, ...] = ()
    due: str = ""
    contract_id: str = ""


class SupervisionRow(View, frozen=True, kw_only=True):
    """One notice. When it is shown: working days left to its day while it is open, and the acts open to the reader."""

    id: str
    revision: int
    number: str
    contract_id: str
    contract_name: str
    contract_number: str | None
    unit: str
    state: SupervisionState
    demand: str
    due_on: date
    issued_by: str
    issued_as: Role
    issued_at: datetime
    answer: str
    answered_by: str | None
    answered_at: datetime | None
    note: str
    ended_at: datetime | None
    days_left: int | None = None
    actions: tuple[ActionView, ...] = ()


class SupervisionPage(View, frozen=True, kw_only=True):
    """A keyset page of notices, newest first."""

    rows: tuple[SupervisionRow, ...]
    next: str | None
    total: int
    capped: bool


class InboxQueries(Protocol):
    """The lists of work; every one holds contracts in the reader's scope only."""

    def tasks(
        self, desk: Desk, tab: str, wanted: InboxFilter, days: DueDays | None, *, after: str | None, limit: int
    ) -> TaskPage:
        """``tab``: todo (for the person, a colleague who is away, or a role held), team (of those headed), done."""
        ...

    def matters(
        self, desk: Desk, tab: str, wanted: InboxFilter, days: DueDays | None, *, after: str | None, limit: int
    ) -> MatterPage:
        """``tab``: started (submitted by the person), copied (to the person) or followed."""
        ...

    def inbox_counts(self, desk: Desk, today: date) -> InboxCounts:
        """The numbers beside the tabs."""
        ...

    def supervisions(
        self, scope: Scope, wanted: SupervisionFilter, days: DueDays | None, *, after: str | None, limit: int
    ) -> SupervisionPage:
        """Supervision notices of contracts in scope."""
        ...
