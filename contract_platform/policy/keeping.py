"""For how long the file of a contract is kept, and when it goes to the public archives."""

from typing import Annotated

import msgspec

from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Tier
from contract_platform.policy.routing import Condition, RoutingCase
from contract_platform.policy.values import Sourced, Text

Years = Annotated[int, msgspec.Meta(ge=1, le=100)]


class Transfer(Sourced, frozen=True, kw_only=True):
    """After how many years files are handed to the public archives."""

    years: Years


class Retention(Sourced, frozen=True, kw_only=True):
    """A retention class: for how many years, None = for ever (永久)."""

    rule: Text
    years: Years | None = None


class RetentionRule(Retention, frozen=True, kw_only=True):
    """A class with what it is for: a tier, a condition, or both."""

    tier: Tier | None = None
    when: Condition | None = None

    def __post_init__(self) -> None:
        """Refuse a rule for everything: that is what ``otherwise`` is."""
        if self.tier is None and self.when is None:
            raise ValueError("a retention rule that names nothing")

    def holds(self, case: RoutingCase, tier: Tier) -> bool:
        """Whether a contract belongs to the class."""
        return self.tier in {None, tier} and (self.when is None or self.when.holds(case, case.amount_fen))


class Keeping(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Retention classes in order, the first that holds counts."""

    transfer: Transfer
    retention: tuple[RetentionRule, ...]
    otherwise: Retention

    def retention_of(self, case: RoutingCase, tier: Tier) -> Retention:
        """The class of a contract."""
        return next((rule for rule in self.retention if rule.holds(case, tier)), self.otherwise)
