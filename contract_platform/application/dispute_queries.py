"""Disputes as lists show them."""

from datetime import date, datetime
from typing import Protocol

from contract_platform.application.queries import View
from contract_platform.domain.performance_vocabulary import (
    DisputeNature,
    DisputeOutcome,
    DisputePosition,
    DisputeStageKind,
    DisputeState,
)
from contract_platform.domain.relations import Scope


class DisputeFilter(View, frozen=True, kw_only=True):
    """Filters of the list of disputes; empty means any. ``stage`` is where one is dealt with now."""

    states: tuple[DisputeState, ...] = ()
    stages: tuple[DisputeStageKind, ...] = ()
    units: tuple[str, ...] = ()
    text: str = ""


class DisputeRow(View, frozen=True, kw_only=True):
    """One dispute: where it stands, and the nearest deadline that nobody has met."""

    id: str
    contract_id: str
    contract_name: str
    contract_no: str | None
    handling_unit: str
    title: str
    opponent: str
    nature: DisputeNature
    position: DisputePosition
    state: DisputeState
    claim_fen: int | None
    opened_at: datetime
    stage: DisputeStageKind | None
    forum: str | None
    case_no: str | None
    deadline: date | None
    limitation_due: date | None
    outcome: DisputeOutcome | None
    resolved_on: date | None
    paid_fen: int | None
    days_left: int | None = None


class DisputePage(View, frozen=True, kw_only=True):
    """A keyset page of disputes."""

    rows: tuple[DisputeRow, ...]
    next: str | None
    total: int
    capped: bool


class DisputeQueries(Protocol):
    """The list of disputes; filtered by ``scope``."""

    def disputes(self, scope: Scope, filter_: DisputeFilter, *, after: str | None, limit: int) -> DisputePage:
        """Disputes over contracts in scope, newest first."""
        ...
