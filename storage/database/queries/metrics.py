"""The lists of contracts behind the figures of ``domain/metrics.py``, as conditions: one entry per figure."""

from collections.abc import Callable
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.domain.metrics import COVERAGE, MetricPart
from contract_platform.domain.relations import Scope
from contract_platform.domain.vocabulary import ContractRelation, Origin, Tier
from storage.database.queries.scope import in_scope
from storage.database.tables.contracts import contracts

Condition = sa.ColumnElement[bool]
Lists = tuple[Condition, Condition]
"""All that are measured, and what makes one of them count."""
c = contracts.c


def signed_in(year: int) -> Condition:
    """By the date of the last signature."""
    return c.sign_date.between(date(year, 1, 1), date(year, 12, 31))


def coverage(year: int | None, since: date) -> Lists:
    """What should have been reviewed, and what was before it was signed."""
    unknown = sa.and_(c.origin == Origin.HISTORIC, c.earlier_review.is_(None), c.sign_date < since)
    exempt = sa.and_(c.tier.is_not(None), c.tier == Tier.EXEMPT)
    signed = c.sign_date.is_not(None) if year is None else signed_in(year)
    due = sa.and_(signed, sa.not_(exempt), sa.not_(unknown))
    by_bureau = sa.or_(c.tier != Tier.MAJOR, c.review_no.is_not(None), c.relation == ContractRelation.BATCH_ITEM)
    here = sa.and_(c.origin == Origin.PLATFORM, c.approved_version_id.is_not(None), by_bureau)
    return due, sa.or_(c.earlier_review.is_not(None), here)


LISTS: dict[str, Callable[[int | None, date], Lists]] = {COVERAGE.key: coverage}


def part_of(metric: str, year: int | None, since: date) -> Condition:
    """The condition of ``<key>.<part>``."""
    key, _, part = metric.partition(".")
    due, counted = LISTS[key](year, since)
    return {
        MetricPart.DUE: due,
        MetricPart.COUNTED: sa.and_(due, counted),
        MetricPart.MISSING: sa.and_(due, sa.not_(counted)),
    }[MetricPart(part)]


def measure(connection: Connection, scope: Scope, key: str, year: int, since: date) -> dict[MetricPart, int]:
    """How many contracts each list of a figure holds."""
    found: dict[MetricPart, int] = {}
    for part in MetricPart:
        chosen: sa.Select[Any] = sa.select(sa.func.count()).select_from(contracts)
        found[part] = connection.scalar(chosen.where(in_scope(scope), part_of(f"{key}.{part}", year, since))) or 0
    return found
