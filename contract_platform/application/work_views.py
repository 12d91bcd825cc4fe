"""What pages show of the work on one contract: whose turn it is, what was asked of whom, who was told."""

from datetime import date, datetime

from contract_platform.application.queries import View
from contract_platform.application.views import ActionView
from contract_platform.domain.vocabulary import Role, State
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState, TaskStage


class OpenTaskView(View, frozen=True, kw_only=True):
    """An open task of the contract: with whom it lies and since when, who looked, who urged, what the reader may do.

    ``person`` is None while the task is in the pool of ``role``; ``day_unit``: working | natural, how days count.
    """

    id: str
    revision: int
    subject: str
    subject_id: str
    state: State
    stage: TaskStage
    role: Role
    unit: str | None
    person: str | None
    since: datetime
    sent_by: str | None
    given_by: str | None
    note: str | None
    due_on: date | None
    day_unit: str
    days_left: int | None
    seen_at: datetime | None
    seen_by: str | None
    urges: int
    urged_on: date | None
    urged_by: str | None
    mine: bool
    actions: tuple[ActionView, ...] = ()


class EndorsementView(View, frozen=True, kw_only=True):
    """A statement that was asked for. ``current``: it counts in the round under way."""

    id: str
    revision: int
    kind: EndorsementKind
    state: EndorsementState
    round: int
    current: bool
    unit: str | None
    person: str | None
    role: Role
    question: str
    asked_by: str
    asked_at: datetime
    answer: str
    answered_by: str | None
    answered_for: str | None
    answered_at: datetime | None
    actions: tuple[ActionView, ...] = ()


class PersonChoice(View, frozen=True, kw_only=True):
    """Somebody who can be named, with the post in which they would act."""

    id: str
    name: str
    role: Role
    unit: str


class TaskChoices(View, frozen=True, kw_only=True):
    """Who could hold a task instead, and who could be asked for an opinion beside it."""

    holders: tuple[PersonChoice, ...]
    signers: tuple[PersonChoice, ...]


class NamedUnit(View, frozen=True, kw_only=True):
    """A unit that can be asked."""

    id: str
    name: str


class CopyView(View, frozen=True, kw_only=True):
    """To whom a contract was copied, by whom, and whether they have opened it."""

    to: str
    by: str
    at: datetime
    note: str
    read_at: datetime | None


class WorkView(View, frozen=True, kw_only=True):
    """The work on a contract. ``cosigners``: the units its officer may ask now, none for anybody else."""

    tasks: tuple[OpenTaskView, ...]
    endorsements: tuple[EndorsementView, ...]
    cosigners: tuple[NamedUnit, ...]
    copies: tuple[CopyView, ...]
    followed: bool
