"""What a profile is made of: every value says where it comes from."""

from datetime import time
from typing import Annotated, Literal

import msgspec

from contract_platform.domain.records import Record

Provenance = Literal["verified", "memory", "default", "decided"]
Unit = Literal["working", "natural"]
Text = Annotated[str, msgspec.Meta(min_length=1)]


class Sourced(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value with its legal or factual basis.

    ``verified``: read in the text named by ``basis``. ``memory``: believed, text not seen. ``default``: chosen by the
    platform, to be confirmed by the bureau. ``decided``: set here by two administrators, with the paper they name.
    Whatever is neither verified nor decided is shown as 未经确认.
    """

    basis: Text
    provenance: Provenance


class Period(Sourced, frozen=True, kw_only=True):
    """A number of working or natural days."""

    days: Annotated[int, msgspec.Meta(ge=1)]
    unit: Unit


class Switch(Sourced, frozen=True, kw_only=True):
    """Whether something is so here."""

    on: bool


class Statement(Sourced, frozen=True, kw_only=True):
    """Something to know and to keep to that the platform does not check by itself."""

    text: Text


class Limit(Sourced, frozen=True, kw_only=True):
    """A share the law sets a bound to, in per cent."""

    percent: Annotated[float, msgspec.Meta(gt=0, le=100)]


class FilingTarget(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a signed contract is filed, and by when after signing.

    ``RECEIVED``: somebody accepts it here (核收类). ``REGISTERED``: done elsewhere, entered with proof (登记类).
    ``copies``: how many paper copies go there, None = not said. ``only_award``: only after a procedure in which bids
    were made. ``optional``: there may be nothing to do, which whoever would do it says with a reason.
    """

    target: Text
    kind: Literal["RECEIVED", "REGISTERED"]
    period: Period
    only_procurement: bool = False
    only_major: bool = False
    only_award: bool = False
    optional: bool = False
    copies: Annotated[int, msgspec.Meta(ge=1)] | None = None

    def applies(self, *, procurement: bool, major: bool, award: bool) -> bool:
        """Whether a contract is filed there."""
        asked = ((self.only_procurement, procurement), (self.only_major, major), (self.only_award, award))
        return all(is_so for only, is_so in asked if only)


class CutOff(Sourced, frozen=True, kw_only=True):
    """The hour in Asia/Shanghai after which something counts as received on the next working day."""

    at: time


class Validity(Sourced, frozen=True, kw_only=True):
    """For how many natural days an opinion may be relied on; None = without limit."""

    days: Annotated[int, msgspec.Meta(ge=1)] | None = None


Percent = Annotated[int, msgspec.Meta(ge=1, le=100)]


class LookBack(Sourced, frozen=True, kw_only=True):
    """How many natural days back something is looked for, and from which likeness on two names or texts are alike."""

    days: Annotated[int, msgspec.Meta(ge=1)]
    name_percent: Percent = 80
    text_percent: Percent = 90


class Parameter(Sourced, frozen=True, kw_only=True):
    """A threshold of a risk rule."""

    value: float
