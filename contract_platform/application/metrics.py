"""The figures of the dictionary, reckoned over what somebody sees."""

from datetime import date

from contract_platform.application.go_live import go_live
from contract_platform.application.ports import Platform
from contract_platform.application.queries import LedgerFilter, Measured, View
from contract_platform.application.read_reference import Words
from contract_platform.domain import labels
from contract_platform.domain.deadlines import elapsed
from contract_platform.domain.errors import Invalid
from contract_platform.domain.metrics import BY_KEY, METRICS, Metric, MetricPart, MetricUnit, median, share
from contract_platform.domain.relations import Scope
from contract_platform.policy.calendar import Calendar


class MetricView(View, frozen=True, kw_only=True):
    """A figure with its formula in words; its lists open in the ledger as ``metric=<key>.<part>``.

    ``value`` has one decimal and is in ``unit``, None where nothing is measured; a share of items is ``items_counted``
    of ``items``.
    """

    key: str
    name: Words
    formula: Words
    due_words: Words
    counted_words: Words
    unit: MetricUnit
    value: str | None
    items_counted: int
    items: int
    counted: int
    due: int
    missing: int


def read_metrics(platform: Platform, scope: Scope, year: int) -> tuple[MetricView, ...]:
    """Every figure of a year."""
    since = go_live(platform)
    return tuple(measured(platform, scope, metric, year, since) for metric in METRICS)


def measured(platform: Platform, scope: Scope, metric: Metric, year: int, since: date) -> MetricView:
    """One figure with the sizes of its lists."""
    found = platform.queries.measure(scope, metric.key, year, since, platform.clock.today())
    return MetricView(
        key=metric.key,
        name=words(metric.name),
        formula=words(metric.formula),
        due_words=words(metric.due),
        counted_words=words(metric.counted),
        unit=metric.unit,
        value=value_of(platform.calendar, metric.unit, found),
        items_counted=found.items_counted,
        items=found.items,
        counted=found.counts[MetricPart.COUNTED],
        due=found.counts[MetricPart.DUE],
        missing=found.counts[MetricPart.MISSING],
    )


def value_of(calendar: Calendar, unit: MetricUnit, found: Measured) -> str | None:
    """A share, or the middle of how long it took."""
    match unit:
        case MetricUnit.PERCENT:
            return share(found.counts[MetricPart.COUNTED], found.counts[MetricPart.DUE])
        case MetricUnit.PERCENT_OF_ITEMS:
            return share(found.items_counted, found.items)
        case MetricUnit.WORKING_DAYS:
            return median([elapsed(calendar, one.started_on, one.ended_on, one.suspensions) for one in found.spans])
        case MetricUnit.DAYS:
            return median([(one.ended_on - one.started_on).days for one in found.spans])


def words(pair: labels.Words) -> Words:
    """As they are sent."""
    return Words(zh=pair[0], en=pair[1])


def list_of(platform: Platform, wanted: LedgerFilter) -> LedgerFilter:
    """The ledger's filter with what a figure's list depends on; ``Invalid`` for a list that does not exist."""
    if not wanted.metric:
        return wanted
    key, _, part = wanted.metric.partition(".")
    if key not in BY_KEY or part not in MetricPart.__members__:
        raise Invalid("metric_unknown", metric=wanted.metric)
    return wanted.knowing(go_live(platform), platform.clock.today())
