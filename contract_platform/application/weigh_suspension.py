"""What stands against suspending a risk rule or resuming it."""

from contract_platform.analysis.rules import RULES
from contract_platform.application.ports import Platform
from contract_platform.domain.machine import Reason

KNOWN = frozenset(rule.id for rule in RULES)
Reasons = tuple[Reason, ...]


def subject_of_rule(rule: str) -> str:
    """What a change of a rule is about; asking for both at once is two kinds about one thing."""
    return f"rule/{rule}"


def against_suspending(platform: Platform, rule: str) -> Reasons:
    """Only a rule that exists and is asked can be suspended."""
    if rule not in KNOWN:
        return (Reason(code="rule_unknown", params={"rule": rule}),)
    resting = platform.rules.fresh().suspended.get(rule)
    return () if resting is None else (Reason(code="rule_suspended_already", params={"number": resting.number}),)


def against_resuming(platform: Platform, rule: str) -> Reasons:
    """Only what rests is resumed; also a rule that the platform no longer has, so that nothing rests for ever."""
    resting = platform.rules.fresh().suspended
    return () if rule in resting else (Reason(code="rule_not_suspended", params={"rule": rule}),)
