"""Jurisdiction profiles: the numbers of a regulation as dated data, and the questions the platform asks of them.

A contract is pinned to the profile version it was submitted under; later versions do not move its deadlines.
"""

from collections.abc import Sequence
from datetime import date, time
from itertools import pairwise
from pathlib import Path

import msgspec

from contract_platform.domain.alert import OF_ACTS
from contract_platform.domain.errors import Invalid
from contract_platform.domain.performance_vocabulary import DisputePeriod
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import AlertKind, Conclusion, LegalLimit, SuspensionReason
from contract_platform.policy import layers
from contract_platform.policy.disputes import Term
from contract_platform.policy.keeping import Keeping
from contract_platform.policy.materials import ItemCode, Material
from contract_platform.policy.numbering import NumberTemplate
from contract_platform.policy.reports import Reporting
from contract_platform.policy.reviewing import OpinionType, Reviewing, Seals, check_opinions
from contract_platform.policy.routing import Routing, RoutingCase, RoutingTable
from contract_platform.policy.scope import Scope
from contract_platform.policy.signing import SigningRules
from contract_platform.policy.values import (
    CutOff,
    FilingTarget,
    Limit,
    LookBack,
    Parameter,
    Period,
    Statement,
    Switch,
    Text,
    Validity,
)
from contract_platform.policy.windows import Window, WindowSet, level_on

__all__ = [
    "FilingTarget",
    "Period",
    "PolicyProfile",
    "Routing",
    "RoutingCase",
    "Window",
    "level_on",
    "load_profiles",
    "pinned",
    "profile_on",
    "route",
]

FOLDER = Path(__file__).parent / "profiles"
CLOCKS = frozenset(
    {"COSIGNING", "INTAKE", "REVIEW", "REVIEW_UNIT", "SUPPLEMENT", "AMENDING", "SIGN_AFTER_AWARD", "LEAD_TIME"}
)
NUMBERS = frozenset({"contract", "review", "opinion", "filing", "receipt", "supervision"})

LIMITED = {
    LegalLimit.SUPPLEMENT_SHARE: "supplement_over_10.percent",
    LegalLimit.BOND_SHARE: "performance_bond_over_10.percent",
}
"""The parameters of risk rules that are legal limits."""


class PolicyProfile(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The values of one jurisdiction in force from ``effective_from`` to ``effective_to`` (both included).

    ``on`` names the profile version from which everything not stated here was taken. ``materials`` are in the order of
    the list; ``duplicates``: how far back contracts with the same counterparty and amount are looked for.
    """

    id: Text
    version: Text
    name: Text
    effective_from: date
    scope: Scope
    routing: RoutingTable
    materials: dict[ItemCode, Material]
    duplicates: LookBack
    reviewing: Reviewing
    clocks: dict[str, Period]
    suspension: dict[SuspensionReason, Switch]
    receiving: CutOff
    opinions: dict[Conclusion, OpinionType]
    opinion_validity: Validity
    signing: SigningRules
    seals: Seals
    numbers: dict[str, NumberTemplate]
    filing_targets: tuple[FilingTarget, ...]
    warning_windows: dict[AlertKind, WindowSet]
    reports: Reporting
    keeping: Keeping
    limits: dict[LegalLimit, Limit]
    disputes: dict[DisputePeriod, Term]
    parameters: dict[str, Parameter] = {}
    notes: tuple[Statement, ...] = ()
    effective_to: date | None = None
    on: str | None = None

    def __post_init__(self) -> None:
        """Refuse a profile that lacks what the platform asks of every one."""
        missing = {*(CLOCKS - set(self.clocks)), *(NUMBERS - set(self.numbers))}
        missing |= {str(kind) for kind in set(AlertKind) - OF_ACTS - set(self.warning_windows)}
        missing |= {f"disputes.{one}" for one in set(DisputePeriod) - set(self.disputes)}
        missing |= {
            str(one) for one in {*(set(SuspensionReason) - set(self.suspension)), *(set(LegalLimit) - set(self.limits))}
        }
        if missing:
            raise ValueError(f"{self.id} lacks {sorted(missing)}")
        targets = [target.target for target in self.filing_targets]
        if len(targets) > len(set(targets)) or (self.effective_to and self.effective_to < self.effective_from):
            raise ValueError(f"{self.id} names a filing target twice or ends before it begins")
        check_opinions(self.opinions)

    @property
    def key(self) -> str:
        """``id@version``, what a contract is pinned to."""
        return f"{self.id}@{self.version}"

    @property
    def cut_off(self) -> time:
        """The hour in Asia/Shanghai after which something is received on the next working day."""
        return self.receiving.at

    @property
    def end_to_end(self) -> Period | None:
        """By when a contract should be through from submission to filing, where a place has set itself a target."""
        return self.clocks.get("END_TO_END")

    @property
    def opinion_validity_days(self) -> int | None:
        """For how many natural days an opinion may be relied on; None = without limit."""
        return self.opinion_validity.days

    @property
    def rule_parameters(self) -> dict[str, float]:
        """Thresholds of risk rules, keyed ``rule.parameter``; those a legal limit sets are not stated twice."""
        legal = {name: self.limits[limit].percent for limit, name in LIMITED.items()}
        return legal | {name: parameter.value for name, parameter in self.parameters.items()}

    def clock(self, name: str) -> Period:
        """The period of a clock, or ``Invalid("clock_unknown")``."""
        if name not in self.clocks:
            raise Invalid("clock_unknown", name=name)
        return self.clocks[name]

    def warnings(self, kind: str) -> tuple[Window, ...]:
        """The warning windows of an AlertKind."""
        return self.warning_windows[AlertKind(kind)].windows

    def number(self, kind: str, year: int, seq: int) -> str:
        """The ``seq``-th number of a year: contract, review, opinion, filing or supervision."""
        return self.template(kind).fill(year, seq)

    def series(self, kind: str, year: int) -> str:
        """The name of the counter behind a kind of number: one a year, for all profile versions together."""
        self.template(kind)
        return f"{kind}_no/{year}"

    def template(self, kind: str) -> NumberTemplate:
        """The template of a kind of number, or ``Invalid("number_kind_unknown")``."""
        if kind not in self.numbers:
            raise Invalid("number_kind_unknown", kind=kind)
        return self.numbers[kind]


def load_profiles(folder: Path = FOLDER) -> tuple[PolicyProfile, ...]:
    """Every profile of a folder; an unknown key, a wrong type or overlapping validity refuses to load."""
    profiles = tuple(decoded(raw) for raw in layers.read(folder))
    for earlier, later in pairwise(sorted(profiles, key=lambda profile: (profile.id, profile.effective_from))):
        if earlier.id == later.id and (earlier.effective_to or date.max) >= later.effective_from:
            raise ValueError(f"{earlier.key} and {later.key} are in force on the same day")
    return profiles


def decoded(raw: layers.Raw) -> PolicyProfile:
    """A profile from its values, or ``ValueError`` naming it."""
    try:
        return msgspec.convert(raw, PolicyProfile)
    except msgspec.ValidationError as wrong:
        raise ValueError(f"profile {raw.get('id')}: {wrong}") from wrong


def profile_on(profiles: Sequence[PolicyProfile], profile_id: str, day: date) -> PolicyProfile:
    """The version of a profile in force on a day, or ``Invalid("profile_not_in_force")``."""
    for profile in profiles:
        if profile.id == profile_id and profile.effective_from <= day <= (profile.effective_to or date.max):
            return profile
    raise Invalid("profile_not_in_force", profile=profile_id, day=day.isoformat())


def pinned(profiles: Sequence[PolicyProfile], key: str) -> PolicyProfile:
    """The profile version a contract is pinned to (``id@version``), or ``Invalid("profile_unknown")``."""
    for profile in profiles:
        if profile.key == key:
            return profile
    raise Invalid("profile_unknown", profile=key)


def route(profile: PolicyProfile, case: RoutingCase) -> Routing:
    """The tier of a contract under a profile, with the rule that decided it."""
    return profile.routing.decide(case)
