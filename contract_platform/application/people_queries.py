"""What the lists about people need of the read side: found by filters, in keyset pages."""

from datetime import date, datetime
from typing import Protocol

from contract_platform.application.people_views import TracePage
from contract_platform.application.queries import View
from contract_platform.domain.change import ChangeRequest
from contract_platform.domain.handover import Handover
from contract_platform.domain.people import Person
from contract_platform.domain.relations import Scope
from contract_platform.domain.vocabulary import ChangeKind, ChangeState, HandoverState, Role


class AccountFilter(View, frozen=True, kw_only=True):
    """Filters of accounts. ``text`` matches user name and name; ``unit_id`` and ``role`` a post held today.

    ``state``: enabled | disabled | "" (any).
    """

    text: str = ""
    unit_id: str = ""
    role: Role | None = None
    state: str = ""


class ChangeFilter(View, frozen=True, kw_only=True):
    """Filters of changes."""

    states: tuple[ChangeState, ...] = ()
    kinds: tuple[ChangeKind, ...] = ()
    requested_by: str = ""


class HandoverFilter(View, frozen=True, kw_only=True):
    """Filters of handovers: any of the three ways in which they concern a reader.

    ``unit_ids``: in the pools of these units; ``to_id``: assigned to; ``from_id``: from.
    """

    states: tuple[HandoverState, ...] = ()
    unit_ids: tuple[str, ...] = ()
    to_id: str = ""
    from_id: str = ""


class TraceFilter(View, frozen=True, kw_only=True):
    """Filters of the trace. ``list``: acts | sign_ins | administrators | refusals | verifications.

    ``text`` matches the actor's name or user name, ``type`` the beginning of the type; days are those of Shanghai.
    """

    list: str = "acts"
    text: str = ""
    type: str = ""
    first: datetime | None = None
    before: datetime | None = None
    object_id: str = ""


class Found(View, frozen=True, kw_only=True):
    """The cursor of the next page, and the total up to the cap."""

    next: str | None
    total: int
    capped: bool


class PeopleQueries(Protocol):
    """Lists about people; none of them is about contracts, so none is filtered by a scope of contracts."""

    def accounts(
        self, wanted: AccountFilter, today: date, *, after: str | None, limit: int
    ) -> tuple[tuple[Person, ...], Found]:
        """Accounts by user name."""
        ...

    def changes(
        self, wanted: ChangeFilter, *, after: str | None, limit: int
    ) -> tuple[tuple[ChangeRequest, ...], Found]:
        """Changes, newest first."""
        ...

    def handovers(
        self, scope: Scope, wanted: HandoverFilter, *, after: str | None, limit: int
    ) -> tuple[tuple[Handover, ...], Found]:
        """Handovers of contracts in scope, newest first."""
        ...

    def trace(self, wanted: TraceFilter, *, after: str | None, limit: int) -> TracePage:
        """Entries of the trace, newest first."""
        ...

    def signed_in(self, people: tuple[str, ...]) -> dict[str, datetime]:
        """When each of these people signed in last."""
        ...

    def posts_in(self, unit_ids: tuple[str, ...], today: date) -> dict[str, int]:
        """How many people hold posts in each of the units on a day."""
        ...
