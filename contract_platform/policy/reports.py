"""Reports that are due again and again: how often, and by when after the period has ended."""

from typing import Annotated, Literal

import msgspec

from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Addressee
from contract_platform.policy.values import Sourced, Unit

Every = Literal["month", "quarter", "half_year", "year"]
MonthDay = Annotated[str, msgspec.Meta(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]


class Report(Sourced, frozen=True, kw_only=True):
    """Due ``days`` after the period has ended, or on a day of the next year such as ``03-31``."""

    every: Every
    days: Annotated[int, msgspec.Meta(ge=1)] | None = None
    unit: Unit = "working"
    by: MonthDay | None = None

    def __post_init__(self) -> None:
        """Refuse a report without a day, or with two."""
        if (self.days is None) == (self.by is None) or (self.by is not None and self.every != "year"):
            raise ValueError("a report is due some days after its period, or on a day of the next year")


class WarningReport(Sourced, frozen=True, kw_only=True):
    """To whom a unit reports what endangers a contract, and who gets a copy."""

    to: Addressee
    copy_to: tuple[Addressee, ...] = ()


class Reporting(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The reports units owe."""

    performance: Report
    sme_disclosure: Report
    warning: WarningReport
