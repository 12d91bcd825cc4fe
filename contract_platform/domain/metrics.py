"""The dictionary of figures: what each is called, what is divided by what, in words; one definition for every page.

The lists behind a figure are conditions over contracts in ``storage/database/queries/metrics.py``, one entry per key,
so that a figure, its drill-down in the ledger and its export can never differ.
"""

from enum import auto
from typing import Final

from contract_platform.domain.labels import Words
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Name


class MetricPart(Name):
    """A list of contracts behind a figure: all that are measured, those that count, and the rest."""

    DUE = auto()
    COUNTED = auto()
    MISSING = auto()


class Metric(Record, frozen=True, kw_only=True):
    """A share: the contracts of ``counted`` among those of ``due``; both in words, as is the formula."""

    key: str
    name: Words
    formula: Words
    due: Words
    counted: Words


COVERAGE: Final = Metric(
    key="coverage",
    name=("审查覆盖率", "Review coverage"),
    formula=(
        "签订前已审查的合同 ÷ 应当审查的合同（按签订年度，含补录）",
        "Reviewed before signing ÷ should have been reviewed (by year of signing, late entries included)",
    ),
    due=(
        "当年签订、按当时制度应当审查的重大合同和一般合同，含补录；免审合同、平台启用前签订而审查情况不详的历史合同不计",
        "Signed that year and to be reviewed by the rules then in force; not exempt or historic ones of unknown review",
    ),
    counted=(
        "其中签订前经承办单位审核（重大合同经司法局审查）通过的，以及补录时写明签订前审查的",
        "Of these, passed by the unit (major ones by the bureau) before signing, or entered with a review elsewhere",
    ),
)
METRICS: Final = (COVERAGE,)
BY_KEY: Final = {metric.key: metric for metric in METRICS}


def share(counted: int, due: int) -> str | None:
    """The share in percent with one decimal, rounded half up; None where there is nothing to measure.

    A hundred is a hundred: a single one that is missing is not rounded away.
    """
    if due == 0:
        return None
    tenths = (counted * 2000 + due) // (2 * due)
    if counted < due:
        tenths = min(tenths, 999)
    return f"{tenths // 10}.{tenths % 10}"
