"""What stands against a new version of the profile, when it is asked for and again when it is published."""

from collections.abc import Iterator

from contract_platform.application.ports import Platform
from contract_platform.domain.change import PolicyVersion
from contract_platform.domain.machine import Reason
from contract_platform.policy.drafting import Undecodable, drafted
from contract_platform.policy.entries import differences
from contract_platform.policy.profile import PolicyProfile
from contract_platform.policy.rulebook import newest


def against_version(platform: Platform, body: PolicyVersion) -> tuple[Reason, ...]:
    """It follows the newest version, begins today or later, can be decoded, and changes something."""
    return tuple(_against(platform, body))


def _against(platform: Platform, body: PolicyVersion) -> Iterator[Reason]:
    base = newest(platform.rules.fresh().profiles, body.profile)
    if base.key != body.base:
        yield Reason(code="policy_base_stale", params={"base": body.base, "newest": base.key})
        return
    if body.effective_from < platform.clock.today():
        yield Reason(code="policy_day_past")
    if body.effective_from <= base.effective_from:
        yield Reason(code="policy_day_taken", params={"day": base.effective_from.isoformat()})
    yield from _against_content(base, body)


def _against_content(base: PolicyProfile, body: PolicyVersion) -> Iterator[Reason]:
    try:
        made = drafted(base, body.content, body.basis)
    except Undecodable as wrong:
        yield Reason(code="policy_value_unfit", params={"where": wrong.fault.where, "said": wrong.fault.said})
        return
    if not differences(base, made):
        yield Reason(code="policy_unchanged")
