"""What pages show of units, accounts, changes, handovers, delegations, invitations, recusals and the trace."""

from datetime import date, datetime

from contract_platform.application.queries import View
from contract_platform.application.views import ActionView
from contract_platform.domain.change import ChangeBody, RestDays
from contract_platform.domain.vocabulary import (
    ChangeKind,
    ChangeState,
    HandoverCause,
    HandoverState,
    Role,
    State,
)


class Named(View, frozen=True, kw_only=True):
    """Somebody, by id and name."""

    id: str
    name: str


class UnitView(View, frozen=True, kw_only=True):
    """A unit with how many people hold posts there today; ``pending`` is the number of a change that waits."""

    id: str
    revision: int
    name: str
    short_name: str
    kind: str
    parent_id: str | None
    closed_on: date | None
    people: int
    pending: int | None


class AccountPost(View, frozen=True, kw_only=True):
    """A post of an account, past and future ones too."""

    id: str
    role: Role
    unit_id: str
    unit: str
    valid_from: date
    valid_to: date | None
    held: bool


class AccountRow(View, frozen=True, kw_only=True):
    """One account. ``pending`` is the number of a change about it that waits; ``locked`` after failed sign-ins."""

    id: str
    username: str
    name: str
    disabled: bool
    locked: bool
    posts: tuple[AccountPost, ...]
    pending: int | None
    signed_in_at: datetime | None


class AccountPage(View, frozen=True, kw_only=True):
    """A keyset page of accounts."""

    rows: tuple[AccountRow, ...]
    next: str | None
    total: int
    capped: bool


class IssuedPassword(View, frozen=True, kw_only=True):
    """A password to hand over; shown once, to be changed at the first sign-in."""

    username: str
    name: str
    password: str


class ChangeRequestView(View, frozen=True, kw_only=True):
    """A change with the names its body refers to. ``issued`` is filled only in the answer that approved it."""

    id: str
    revision: int
    number: int
    kind: ChangeKind
    state: ChangeState
    body: ChangeBody
    names: dict[str, str]
    reason: str
    requested_by: str
    requested_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    note: str
    actions: tuple[ActionView, ...]
    issued: tuple[IssuedPassword, ...] = ()


class ChangeRequestPage(View, frozen=True, kw_only=True):
    """A keyset page of changes, newest first."""

    rows: tuple[ChangeRequestView, ...]
    next: str | None
    total: int
    capped: bool


class YearView(View, frozen=True, kw_only=True):
    """A year of the working-day calendar; ``official`` False = not announced yet, weekends alone are known."""

    year: int
    official: bool
    basis: str
    rest: tuple[RestDays, ...]
    work: tuple[date, ...]
    pending: int | None


class CalendarView(View, frozen=True, kw_only=True):
    """What working days are counted by; ``version`` changes with every plan."""

    version: str
    years: tuple[YearView, ...]


class HandoverView(View, frozen=True, kw_only=True):
    """One contract on its way to another officer, and what the reader may do about it."""

    id: str
    revision: int
    contract_id: str
    contract_name: str
    contract_state: State
    unit: str
    cause: HandoverCause
    state: HandoverState
    origin: Named
    officer: Named | None
    opened_at: datetime
    assigned_at: datetime | None
    ended_at: datetime | None
    note: str
    actions: tuple[ActionView, ...]


class HandoverPage(View, frozen=True, kw_only=True):
    """A keyset page of handovers, newest first."""

    rows: tuple[HandoverView, ...]
    next: str | None
    total: int
    capped: bool


class LentPost(View, frozen=True, kw_only=True):
    """A post that is lent."""

    id: str
    role: Role
    unit: str


class DelegationView(View, frozen=True, kw_only=True):
    """A deputy for a while. ``state``: planned | running | over."""

    id: str
    revision: int
    absent: Named
    deputy: Named
    posts: tuple[LentPost, ...]
    first_day: date
    last_day: date
    ended_on: date | None
    reason: str
    state: str
    may_end: bool


class DelegationChoices(View, frozen=True, kw_only=True):
    """Whose posts the reader may lend, and who may fill them in."""

    absent: tuple["AbsentView", ...]


class AbsentView(View, frozen=True, kw_only=True):
    """Somebody whose posts may be lent by the reader, and the colleagues who may fill in."""

    id: str
    name: str
    posts: tuple[LentPost, ...]
    deputies: tuple[Named, ...]


class InvitationView(View, frozen=True, kw_only=True):
    """An invitation to one contract."""

    id: str
    revision: int
    person_id: str
    person: str
    until: date
    reason: str
    invited_by: str
    invited_at: datetime
    ended_at: datetime | None
    open: bool


class RecusalView(View, frozen=True, kw_only=True):
    """A recusal from one contract."""

    id: str
    revision: int
    person_id: str
    person: str
    reason: str
    recorded_by: str
    recorded_at: datetime
    lifted_at: datetime | None
    lifted_why: str


class ParticipantsView(View, frozen=True, kw_only=True):
    """Who takes part in a contract by name, who must not, and the handover under way."""

    invitations: tuple[InvitationView, ...]
    recusals: tuple[RecusalView, ...]
    handover: HandoverView | None
    invitable: tuple[Named, ...]
    recusable: tuple[Named, ...]
    officers: tuple[Named, ...]


class TraceRow(View, frozen=True, kw_only=True):
    """One entry of the trace as the audit administrator reads it; acts on contracts come without their content."""

    id: str
    type: str
    actor_id: str
    actor: str
    username: str | None
    role: str | None
    unit: str | None
    acted_for: str | None
    address: str
    object_type: str
    object_id: str
    object_name: str | None
    recorded_at: datetime
    data: dict[str, object]


class TracePage(View, frozen=True, kw_only=True):
    """A keyset page of the trace, newest first."""

    rows: tuple[TraceRow, ...]
    next: str | None
    total: int
    capped: bool
