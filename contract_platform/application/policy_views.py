"""What pages show of the policy: its values with where they come from, versions, drafts, and what they would change."""

from datetime import date, datetime
from typing import Any

from contract_platform.application.people_views import ChangeRequestView
from contract_platform.application.queries import View
from contract_platform.policy.consequences import Effect


class PolicyEntry(View, frozen=True, kw_only=True):
    """One value. ``name``: its path, ``section``: the same without the place in a list; ``value``: plain JSON.

    ``provenance``: verified | decided | memory | default; the last two are not ``confirmed``.
    """

    group: str
    section: str
    name: str
    value: dict[str, Any]
    basis: str
    provenance: str
    confirmed: bool


class PolicyVersionRow(View, frozen=True, kw_only=True):
    """A version and from when to when it holds; None = without end. ``in_force``: today."""

    key: str
    version: str
    effective_from: date
    effective_to: date | None
    in_force: bool
    unconfirmed: int


class ProfileView(View, frozen=True, kw_only=True):
    """A version of the profile with all its values; ``unconfirmed`` of ``total`` are not confirmed."""

    key: str
    version: str
    name: str
    effective_from: date
    effective_to: date | None
    in_force: bool
    total: int
    unconfirmed: int
    entries: tuple[PolicyEntry, ...]
    versions: tuple[PolicyVersionRow, ...]


class PolicyDifference(View, frozen=True, kw_only=True):
    """A value that differs. ``said``: what it says, not just where it comes from; ``legal``: it was read in a text."""

    group: str
    section: str
    before: PolicyEntry | None
    after: PolicyEntry | None
    said: bool
    legal: bool


class ComparisonView(View, frozen=True, kw_only=True):
    """Two versions side by side."""

    before: str
    after: str
    differences: tuple[PolicyDifference, ...]


class PolicyFault(View, frozen=True, kw_only=True):
    """What cannot be decoded in a draft, by path."""

    where: str
    said: str


class PolicyDraftRow(View, frozen=True, kw_only=True):
    """A draft as lists show it. ``stale``: another version was published on its base. ``pending``: asked for as."""

    id: str
    revision: int
    base: str
    effective_from: date | None
    basis: str
    created_by: str
    updated_at: datetime
    stale: bool
    pending: int | None


class PolicyDraftView(View, frozen=True, kw_only=True):
    """A draft with what it changes, or what is wrong with it.

    ``digest``: what a replay is bound to, None while it cannot be decoded. ``total`` and ``unconfirmed``: of the
    version it would make.
    """

    draft: PolicyDraftRow
    content: dict[str, Any]
    digest: str | None
    fault: PolicyFault | None
    differences: tuple[PolicyDifference, ...]
    total: int
    unconfirmed: int


class ReplayContract(View, frozen=True, kw_only=True):
    """One contract for which something would be otherwise; its name and sums are not told."""

    contract_id: str
    number: str | None
    unit: str
    category: str
    created_on: date
    pinned: str
    effects: tuple[Effect, ...]


class ReplayView(View, frozen=True, kw_only=True):
    """What a draft would have changed for the contracts since a day; ``counts`` by item, contracts each."""

    id: str
    digest: str
    at: datetime
    since: date
    considered: int
    changed: int
    counts: dict[str, int]


class ReplayPage(View, frozen=True, kw_only=True):
    """A page of a replay, oldest contract first; ``next`` is None on the last."""

    rows: tuple[ReplayContract, ...]
    next: str | None
    total: int


class PublicationView(View, frozen=True, kw_only=True):
    """A version that waits for a second person: what it changes, and the replay the reader has looked at.

    ``stale``: another version was published on its base meanwhile, so that this one cannot be any more.
    """

    change: ChangeRequestView
    base: str
    effective_from: date
    basis: str
    stale: bool
    differences: tuple[PolicyDifference, ...]
    total: int
    unconfirmed: int
    replay: ReplayView | None
