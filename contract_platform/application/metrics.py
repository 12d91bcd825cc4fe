"""The figures of the dictionary, reckoned over what somebody sees."""

from datetime import date

from contract_platform.application.go_live import go_live
from contract_platform.application.ports import Platform
from contract_platform.application.queries import LedgerFilter, View
from contract_platform.application.read_reference import Words
from contract_platform.domain import labels
from contract_platform.domain.errors import Invalid
from contract_platform.domain.metrics import BY_KEY, METRICS, Metric, MetricPart, share
from contract_platform.domain.relations import Scope


class MetricView(View, frozen=True, kw_only=True):
    """A figure with its formula in words; its lists open in the ledger as ``metric=<key>.<part>``.

    ``value`` is in percent with one decimal, None where nothing is measured.
    """

    key: str
    name: Words
    formula: Words
    due_words: Words
    counted_words: Words
    value: str | None
    counted: int
    due: int
    missing: int


def read_metrics(platform: Platform, scope: Scope, year: int) -> tuple[MetricView, ...]:
    """Every figure of a year."""
    since = go_live(platform)
    return tuple(measured(platform, scope, metric, year, since) for metric in METRICS)


def measured(platform: Platform, scope: Scope, metric: Metric, year: int, since: date) -> MetricView:
    """One figure: two counts and their share."""
    counts = platform.queries.measure(scope, metric.key, year, since)
    return MetricView(
        key=metric.key,
        name=words(metric.name),
        formula=words(metric.formula),
        due_words=words(metric.due),
        counted_words=words(metric.counted),
        value=share(counts[MetricPart.COUNTED], counts[MetricPart.DUE]),
        counted=counts[MetricPart.COUNTED],
        due=counts[MetricPart.DUE],
        missing=counts[MetricPart.MISSING],
    )


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
    return wanted.since(go_live(platform))
