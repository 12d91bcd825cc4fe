"""The dictionary of figures: what each is called, what is divided by what, in words; one definition for every page.

The lists behind a figure are conditions over contracts in ``storage/database/queries/metrics.py``, one entry per key,
so that a figure, its drill-down in the ledger and its export can never differ.
"""

import statistics
from collections.abc import Sequence
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


class MetricUnit(Name):
    """What a figure is: a share of contracts, of the items of opinions, or the median of how long something took."""

    PERCENT = auto()
    PERCENT_OF_ITEMS = auto()
    WORKING_DAYS = auto()
    DAYS = auto()


class Metric(Record, frozen=True, kw_only=True):
    """The contracts of ``counted`` among those of ``due``, and a value in ``unit`` over them; all of it in words.

    A share is counted ÷ due; a duration is the median over the contracts of ``counted``.
    """

    key: str
    unit: MetricUnit = MetricUnit.PERCENT
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
FILED_ON_TIME: Final = Metric(
    key="filed_on_time",
    name=("按期备案率", "Filed on time"),
    formula=(
        "在期限内备案的合同 ÷ 备案期限已到的合同（按签订年度，向区司法局备案）",
        "Filed within the period ÷ whose period to file has come (by year of signing, filing with the justice bureau)",
    ),
    due=(
        "当年签订、须向区司法局备案、截至今天期限已到的；无需备案的不计",
        "Signed that year, to be filed with the bureau, due by today; not those that need no filing",
    ),
    counted=("其中在到期日或者之前完成备案的", "Of these, filed on the due day or before"),
)
REVIEW_ON_TIME: Final = Metric(
    key="review_on_time",
    name=("按期审查率", "Reviewed in time"),
    formula=(
        "在审查期限内出具意见的合同 ÷ 出具意见的合同（按意见出具年度）",
        "Opinion issued within the period ÷ opinion issued (by year of the opinion)",
    ),
    due=("当年由司法局出具合法性审查意见的", "With an opinion of the bureau issued that year"),
    counted=(
        "其中每一份意见都在审查期限（含依规延长、扣除停止计算的日子）届满前出具的",
        "Of these, every opinion issued before the period ended, extensions and suspensions reckoned in",
    ),
)
REVIEW_CYCLE: Final = Metric(
    key="review_cycle",
    unit=MetricUnit.WORKING_DAYS,
    name=("审查周期", "Review cycle"),
    formula=(
        "受理次日起到出具意见之日止的工作日数，取中位数（按意见出具年度）；补正、征求意见等停止计算的日子不计",
        "Working days from the day after acceptance to the opinion, median (by year of the opinion); no suspended days",
    ),
    due=("当年由司法局出具合法性审查意见的", "With an opinion of the bureau issued that year"),
    counted=("其中受理和出具意见都在平台上办理的", "Of these, accepted and issued on the platform"),
)
END_TO_END: Final = Metric(
    key="end_to_end",
    unit=MetricUnit.DAYS,
    name=("全程用时", "End to end"),
    formula=(
        "登记草稿之日到最后一方签署之日的天数，取中位数（按签订年度）",
        "Days from registering the draft to the last signature, median (by year of signing)",
    ),
    due=("当年签订的", "Signed that year"),
    counted=(
        "其中从起草起就在平台上办理的；补录、导入的合同起草日期不详，不计入",
        "Of these, on the platform from the draft on; of contracts entered later the first day is not known",
    ),
)
ADOPTION: Final = Metric(
    key="adoption",
    unit=MetricUnit.PERCENT_OF_ITEMS,
    name=("意见采纳率", "Adoption"),
    formula=(
        "采纳和部分采纳的意见条数 ÷ 已反馈采纳情况的意见条数（按意见出具年度）",
        "Items adopted or partly adopted ÷ items answered (by year of the opinion)",
    ),
    due=(
        "当年出具的意见中，承办单位已逐项反馈的合同",
        "With an opinion issued that year that the unit has answered item by item",
    ),
    counted=("其中没有一条不采纳的合同", "Of these, without an item that was not adopted"),
)
METRICS: Final = (COVERAGE, REVIEW_ON_TIME, REVIEW_CYCLE, ADOPTION, END_TO_END, FILED_ON_TIME)
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


def median(days: Sequence[int]) -> str | None:
    """The middle of the durations with one decimal; None where there is nothing to measure."""
    return f"{statistics.median(days):.1f}" if days else None
