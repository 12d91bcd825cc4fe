"""The profile as everybody who works under it reads it, its versions, and two of them side by side."""

from datetime import date

from contract_platform.application.policy_views import (
    ComparisonView,
    PolicyDifference,
    PolicyEntry,
    PolicyVersionRow,
    ProfileView,
)
from contract_platform.application.ports import Platform
from contract_platform.domain.errors import Invalid
from contract_platform.domain.people import Actor
from contract_platform.policy.entries import Difference, Entry, differences, entries
from contract_platform.policy.profile import PolicyProfile, profile_on
from contract_platform.policy.rulebook import versions_of


def read_policy(platform: Platform, actor: Actor, version: str | None = None) -> ProfileView:  # noqa: ARG001 - everybody signed in reads the same
    """A version of this platform's profile, the one in force today if none is named; ``NotFound``."""
    today = platform.clock.today()
    profile = own_version(platform, version) if version else profile_on(platform.profiles, platform.profile_id, today)
    values = entries(profile)
    return ProfileView(
        key=profile.key,
        version=profile.version,
        name=profile.name,
        effective_from=profile.effective_from,
        effective_to=profile.effective_to,
        in_force=in_force(profile, today),
        total=len(values),
        unconfirmed=sum(not one.confirmed for one in values),
        entries=tuple(entry_view(one) for one in values),
        versions=tuple(version_row(one, today) for one in reversed(versions_of(platform.profiles, profile.id))),
    )


def compare_policies(platform: Platform, actor: Actor, before: str, after: str) -> ComparisonView:  # noqa: ARG001 - everybody signed in reads the same
    """Two versions of this platform's profile; ``NotFound``."""
    found = differences(own_version(platform, before), own_version(platform, after))
    return ComparisonView(before=before, after=after, differences=tuple(difference_view(one) for one in found))


def own_version(platform: Platform, version: str) -> PolicyProfile:
    """A version of this platform's profile by its number, or ``Invalid``."""
    for profile in versions_of(platform.profiles, platform.profile_id):
        if profile.version == version:
            return profile
    raise Invalid("policy_version_not_found", version=version)


def in_force(profile: PolicyProfile, day: date) -> bool:
    """Whether a version holds on a day."""
    return profile.effective_from <= day <= (profile.effective_to or date.max)


def version_row(profile: PolicyProfile, today: date) -> PolicyVersionRow:
    """A version in a list."""
    return PolicyVersionRow(
        key=profile.key,
        version=profile.version,
        effective_from=profile.effective_from,
        effective_to=profile.effective_to,
        in_force=in_force(profile, today),
        unconfirmed=sum(not one.confirmed for one in entries(profile)),
    )


def entry_view(entry: Entry) -> PolicyEntry:
    """A value as it is shown."""
    return PolicyEntry(
        group=entry.group,
        section=entry.section,
        name=entry.name,
        value=entry.value,
        basis=entry.basis,
        provenance=entry.provenance,
        confirmed=entry.confirmed,
    )


def difference_view(difference: Difference) -> PolicyDifference:
    """A difference as it is shown."""
    one = difference.after or difference.before
    assert one is not None, "one side at least is there"
    return PolicyDifference(
        group=one.group,
        section=one.section,
        before=entry_view(difference.before) if difference.before else None,
        after=entry_view(difference.after) if difference.after else None,
        said=difference.said,
        legal=difference.before is not None and difference.before.provenance == "verified",
    )
