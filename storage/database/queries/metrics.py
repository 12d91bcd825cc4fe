"""The lists of contracts behind the figures of ``domain/metrics.py``, as conditions: one entry per figure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.application.queries import Measured, Span
from contract_platform.domain import metrics as m
from contract_platform.domain.deadlines import SHANGHAI
from contract_platform.domain.metrics import MetricPart
from contract_platform.domain.relations import Scope
from contract_platform.domain.vocabulary import ContractRelation, FilingState, Origin, Tier
from storage.database.queries.scope import in_scope
from storage.database.tables.contracts import clocks, contracts, opinions
from storage.database.tables.followups import filings

Condition = sa.ColumnElement[bool]
Lists = tuple[Condition, Condition]
"""All that are measured, and what makes one of them count."""
c, f, k, o = contracts.c, filings.c, clocks.c, opinions.c
REVIEW: Final = "REVIEW"
FILED: Final = (FilingState.FILED, FilingState.REPORTED)


@dataclass(frozen=True, slots=True)
class Period:
    """Over what a figure is reckoned: a year (None = all), since when the platform serves, and the day it is."""

    year: int | None
    since: date
    today: date


def signed_in(period: Period) -> Condition:
    """By the date of the last signature."""
    if period.year is None:
        return c.sign_date.is_not(None)
    return c.sign_date.between(date(period.year, 1, 1), date(period.year, 12, 31))


def issued_in(period: Period) -> Condition:
    """Opinions by the day they were issued."""
    if period.year is None:
        return o.issued_at.is_not(None)
    first, after = (datetime(year, 1, 1, tzinfo=SHANGHAI) for year in (period.year, period.year + 1))
    return sa.and_(o.issued_at >= first, o.issued_at < after)


def coverage(period: Period) -> Lists:
    """What should have been reviewed, and what was before it was signed."""
    unknown = sa.and_(c.origin == Origin.HISTORIC, c.earlier_review.is_(None), c.sign_date < period.since)
    exempt = sa.and_(c.tier.is_not(None), c.tier == Tier.EXEMPT)
    due = sa.and_(signed_in(period), sa.not_(exempt), sa.not_(unknown))
    by_bureau = sa.or_(c.tier != Tier.MAJOR, c.review_no.is_not(None), c.relation == ContractRelation.BATCH_ITEM)
    here = sa.and_(c.origin == Origin.PLATFORM, c.approved_version_id.is_not(None), by_bureau)
    return due, sa.or_(c.earlier_review.is_not(None), here)


def filed_on_time(period: Period) -> Lists:
    """Whose filing with the bureau has fallen due, and what was filed by then."""
    asked = sa.select(f.contract_id).where(f.target == "JUSTICE_BUREAU", f.state != FilingState.NOT_REQUIRED)
    due = asked.where(f.due_on <= period.today)
    filed = due.where(f.state.in_(FILED), f.done_on <= f.due_on)
    return sa.and_(signed_in(period), c.id.in_(due)), c.id.in_(filed)


def opined(period: Period) -> sa.Select[Any]:
    """Contracts with an opinion issued in the period."""
    return sa.select(o.contract_id).where(issued_in(period))


def review_on_time(period: Period) -> Lists:
    """With an opinion, and without a review that went beyond its period."""
    late = sa.select(k.contract_id).where(k.name == REVIEW, k.ended_on > k.due_on)
    return c.id.in_(opined(period)), sa.and_(c.id.in_(timed()), c.id.not_in(late))


def timed() -> sa.Select[Any]:
    """Contracts whose review was accepted here and has ended."""
    return sa.select(k.contract_id).where(k.name == REVIEW, k.ended_on.is_not(None))


def review_cycle(period: Period) -> Lists:
    """With an opinion, and with the day the review began on."""
    return c.id.in_(opined(period)), c.id.in_(timed())


def end_to_end(period: Period) -> Lists:
    """Signed, and on the platform from the draft on."""
    return signed_in(period), c.origin == Origin.PLATFORM


def adoption(period: Period) -> Lists:
    """Answered item by item, and nothing refused."""
    answered = opined(period).where(o.items_answered > 0)
    refused = answered.where(o.items_adopted < o.items_answered)
    return c.id.in_(answered), c.id.not_in(refused)


LISTS: Final[Mapping[str, Callable[[Period], Lists]]] = {
    m.COVERAGE.key: coverage,
    m.REVIEW_ON_TIME.key: review_on_time,
    m.REVIEW_CYCLE.key: review_cycle,
    m.ADOPTION.key: adoption,
    m.END_TO_END.key: end_to_end,
    m.FILED_ON_TIME.key: filed_on_time,
}


def part_of(metric: str, period: Period) -> Condition:
    """The condition of ``<key>.<part>``."""
    key, _, part = metric.partition(".")
    due, counted = LISTS[key](period)
    return {
        MetricPart.DUE: due,
        MetricPart.COUNTED: sa.and_(due, counted),
        MetricPart.MISSING: sa.and_(due, sa.not_(counted)),
    }[MetricPart(part)]


def measure(connection: Connection, scope: Scope, key: str, period: Period) -> Measured:
    """How many contracts each list of a figure holds, and what its value is reckoned from."""
    found: dict[MetricPart, int] = {}
    for part in MetricPart:
        chosen: sa.Select[Any] = sa.select(sa.func.count()).select_from(contracts)
        found[part] = connection.scalar(chosen.where(in_scope(scope), part_of(f"{key}.{part}", period))) or 0
    counted = sa.and_(in_scope(scope), part_of(f"{key}.{MetricPart.COUNTED}", period))
    due = sa.and_(in_scope(scope), part_of(f"{key}.{MetricPart.DUE}", period))
    answered, adopted = items(connection, due, period) if key == m.ADOPTION.key else (0, 0)
    spans = SPANS[key](connection, counted, period) if key in SPANS else ()
    return Measured(counts=found, spans=spans, items=answered, items_counted=adopted)


def items(connection: Connection, due: Condition, period: Period) -> tuple[int, int]:
    """How many items of opinions were answered, and how many of them adopted, if only in part."""
    sums = sa.select(sa.func.sum(o.items_answered), sa.func.sum(o.items_adopted))
    row = connection.execute(sums.join(contracts, c.id == o.contract_id).where(due, issued_in(period))).one()
    return int(row[0] or 0), int(row[1] or 0)


def reviews(connection: Connection, counted: Condition, period: Period) -> tuple[Span, ...]:
    """From acceptance to the opinion, one for each opinion of the period."""
    chosen = sa.select(k.started_on, k.ended_on, k.suspensions, o.issued_at)
    joined = chosen.join(contracts, c.id == k.contract_id).join(opinions, o.contract_id == c.id)
    rows = connection.execute(joined.where(counted, k.name == REVIEW, k.ended_on.is_not(None), issued_in(period)))
    return tuple(
        Span(started_on=row.started_on, ended_on=row.ended_on, suspensions=row.suspensions)
        for row in rows
        if row.ended_on == row.issued_at.astimezone(SHANGHAI).date()
    )


def whole_ways(connection: Connection, counted: Condition, _: Period) -> tuple[Span, ...]:
    """From the draft to the last signature."""
    rows = connection.execute(sa.select(c.created_at, c.sign_date).where(counted))
    return tuple(Span(started_on=row.created_at.astimezone(SHANGHAI).date(), ended_on=row.sign_date) for row in rows)


SPANS: Final[Mapping[str, Callable[[Connection, Condition, Period], tuple[Span, ...]]]] = {
    m.REVIEW_CYCLE.key: reviews,
    m.END_TO_END.key: whole_ways,
}
