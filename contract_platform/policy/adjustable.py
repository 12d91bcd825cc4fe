"""The values of a profile that may be set here: periods and thresholds. What the law itself fixes stays as it is.

Who reviews what, the warning windows and the templates of numbers are rules with words of their own; they come with
the profile's file.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from contract_platform.domain.records import Record
from contract_platform.policy.profile import PolicyProfile
from contract_platform.policy.values import Sourced

CLOCK: Final = "clock"
FILING: Final = "filing"
PARAMETER: Final = "parameter"
CLOCKS: Final = (
    "INTAKE",
    "REVIEW",
    "REVIEW_EXTENSION",
    "REVIEW_UNIT",
    "SUPPLEMENT",
    "AMENDING",
    "LEAD_TIME",
    "SIGN_AFTER_AWARD",
)
"""The clocks the platform runs; a profile may name more for people to read."""
replace = msgspec.structs.replace


class Adjustable(Record, frozen=True, kw_only=True):
    """A value with its name: ``clock.REVIEW``, ``filing.JUSTICE_BUREAU`` or ``parameter.<rule>.<parameter>``.

    ``unit``: working | natural days, "" for a threshold. ``fixed``: read in a law, nothing to decide here.
    """

    name: str
    group: str
    member: str
    value: float
    unit: str
    basis: str
    provenance: str
    fixed: bool


def adjustable(profile: PolicyProfile) -> tuple[Adjustable, ...]:
    """Every such value of a profile."""
    return tuple(_values(profile))


def _values(profile: PolicyProfile) -> Iterator[Adjustable]:
    for name in CLOCKS:
        if name in profile.clocks:
            period = profile.clocks[name]
            yield _value(CLOCK, name, period.days, period.unit, period)
    for target in profile.filing_targets:
        yield _value(FILING, target.target, target.period.days, target.period.unit, target.period)
    for name, parameter in profile.parameters.items():
        yield _value(PARAMETER, name, parameter.value, "", parameter)


def _value(group: str, member: str, value: float, unit: str, source: Sourced) -> Adjustable:
    return Adjustable(
        name=f"{group}.{member}",
        group=group,
        member=member,
        value=value,
        unit=unit,
        basis=source.basis,
        provenance=source.provenance,
        fixed=source.provenance == "verified",
    )


def adjusted(profile: PolicyProfile, values: Mapping[str, int], basis: str) -> PolicyProfile:
    """The profile with some of these values set anew on a basis; other names change nothing."""
    source = {"basis": basis, "provenance": "decided"}

    def days(group: str, name: str) -> dict[str, object]:
        return {"days": values[f"{group}.{name}"], **source} if f"{group}.{name}" in values else {}

    clocks = {name: replace(period, **days(CLOCK, name)) for name, period in profile.clocks.items()}
    targets = tuple(
        replace(target, period=replace(target.period, **days(FILING, target.target)))
        for target in profile.filing_targets
    )
    parameters = {
        name: replace(one, value=float(values[f"{PARAMETER}.{name}"]), **source)
        if f"{PARAMETER}.{name}" in values
        else one
        for name, one in profile.parameters.items()
    }
    return replace(profile, clocks=clocks, filing_targets=targets, parameters=parameters)
