"""Who reviews a contract: ordered rules on what is known of it, the first that holds decides."""

import operator
from typing import Annotated

import msgspec

from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Direction, Tier
from contract_platform.policy.values import Provenance, Sourced, Switch, Text

FEN = 100
NO_AMOUNT = "（合同没有金额，未按金额标准判断）"
FLAGS = ("gov_party", "key_project", "procurement", "authorised", "public_interest", "supplement")
BOUNDS = {"over_yuan": operator.gt, "from_yuan": operator.ge, "up_to_yuan": operator.le, "below_yuan": operator.lt}
Code = Annotated[str, msgspec.Meta(pattern=r"^(0[1-9]|1[0-6])$")]
Yuan = Annotated[int, msgspec.Meta(ge=0)]


class RoutingCase(Record, frozen=True, kw_only=True):
    """What routing looks at. ``category`` is a code of the register (01..16).

    ``gov_party``: the government itself is a party. ``exempt_reason``: the exemption the unit claims, a code such as
    HR, EMERGENCY or INTER_AGENCY. ``authorised``: authorised or approved by the government. ``supplement``: it adds to
    or changes another contract. ``total_fen``: of a supplement, its amount together with the contract it belongs to
    and earlier supplements.
    """

    category: str
    direction: Direction
    amount_fen: int | None
    gov_party: bool = False
    key_project: bool = False
    procurement: bool = False
    exempt_reason: str | None = None
    authorised: bool = False
    public_interest: bool = False
    supplement: bool = False
    total_fen: int | None = None


class Routing(Record, frozen=True, kw_only=True):
    """The tier, the rule that decided in words, and where that rule comes from."""

    tier: Tier
    rule: str
    basis: str
    provenance: Provenance


class Condition(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Holds when everything that it names holds. Amounts are whole yuan.

    ``over_yuan`` 超过 and ``below_yuan`` 不满 exclude the amount itself, ``from_yuan`` 以上 and ``up_to_yuan`` 以下
    include it (民法典 art. 1259). A contract without an amount meets no condition on amounts.
    """

    category: tuple[Code, ...] = ()
    category_not: tuple[Code, ...] = ()
    direction: Direction | None = None
    over_yuan: Yuan | None = None
    from_yuan: Yuan | None = None
    up_to_yuan: Yuan | None = None
    below_yuan: Yuan | None = None
    gov_party: bool | None = None
    key_project: bool | None = None
    procurement: bool | None = None
    authorised: bool | None = None
    public_interest: bool | None = None
    supplement: bool | None = None
    exempt_reason: Text | None = None

    def __post_init__(self) -> None:
        """Refuse a condition that names nothing: it would hold for every contract."""
        if all(getattr(self, name) in {None, ()} for name in self.__struct_fields__):
            raise ValueError("a condition that names nothing")

    @property
    def names_amount(self) -> bool:
        """Whether an amount is needed to answer."""
        return any(getattr(self, bound) is not None for bound in BOUNDS)

    def holds(self, case: RoutingCase, amount_fen: int | None) -> bool:
        """Whether the case meets everything that is named."""
        return self.kind_holds(case) and self.flags_hold(case) and self.amount_holds(amount_fen)

    def kind_holds(self, case: RoutingCase) -> bool:
        """Category and direction of money."""
        wanted = not self.category or case.category in self.category
        return wanted and case.category not in self.category_not and self.direction in {None, case.direction}

    def flags_hold(self, case: RoutingCase) -> bool:
        """Yes and no, and the exemption that is claimed."""
        flags = all(getattr(self, flag) in {None, getattr(case, flag)} for flag in FLAGS)
        return flags and self.exempt_reason in {None, case.exempt_reason}

    def amount_holds(self, amount_fen: int | None) -> bool:
        """Every bound that is named."""
        bounds = {name: limit for name in BOUNDS if (limit := getattr(self, name)) is not None}
        if amount_fen is None:
            return not bounds
        return all(BOUNDS[name](amount_fen, limit * FEN) for name, limit in bounds.items())


class Outcome(Sourced, frozen=True, kw_only=True):
    """A rule in words, as the contract's page shows it."""

    rule: Text

    def routed(self, tier: Tier, note: str = "") -> Routing:
        """The routing this rule leads to."""
        return Routing(tier=tier, rule=self.rule + note, basis=self.basis, provenance=self.provenance)


class Rule(Outcome, frozen=True, kw_only=True):
    """A rule with its condition."""

    when: Condition


class Floor(Outcome, frozen=True, kw_only=True):
    """Contracts of less than ``from_yuan`` are registered only (that amount itself is included)."""

    from_yuan: Yuan


class RoutingTable(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The rules of a profile: what is exempt, what is major, and the ordinary rest.

    ``cumulative``: a supplement is measured by the total it leads to, not by its own amount.
    """

    cumulative: Switch
    ordinary: Outcome
    major: tuple[Rule, ...]
    exempt: tuple[Rule, ...] = ()
    floor: Floor | None = None

    def decide(self, case: RoutingCase) -> Routing:
        """The first rule that holds: below the floor, exempt, major, else ordinary."""
        amount = self.measured(case)
        if self.floor and amount is not None and amount < self.floor.from_yuan * FEN:
            return self.floor.routed(Tier.EXEMPT)
        for tier, rules in ((Tier.EXEMPT, self.exempt), (Tier.MAJOR, self.major)):
            for rule in rules:
                if rule.when.holds(case, amount):
                    return rule.routed(tier)
        unmeasured = amount is None and any(rule.when.names_amount for rule in self.major)
        return self.ordinary.routed(Tier.ORDINARY, NO_AMOUNT if unmeasured else "")

    def measured(self, case: RoutingCase) -> int | None:
        """The amount in fen that conditions look at, None where there is none."""
        return case.total_fen if self.cumulative.on and case.total_fen is not None else case.amount_fen

    @property
    def claims(self) -> dict[str, Rule]:
        """The exemptions that a unit can claim, by their codes, with the rule that each leads to."""
        return {rule.when.exempt_reason: rule for rule in self.exempt if rule.when.exempt_reason is not None}
