"""Suspended rules in what was read before and after: never clear by silence, and read again when they are resumed."""

from collections.abc import Mapping

from contract_platform.analysis.model import Coverage, Verdict
from contract_platform.analysis.rules import resting
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.trace import enqueue
from contract_platform.domain.deadlines import SHANGHAI
from contract_platform.domain.vocabulary import State

UNDER_WAY = (
    State.DRAFTING,
    State.UNIT_COSIGNING,
    State.UNIT_REVIEW,
    State.FORWARDING,
    State.SUBMITTED,
    State.SUPPLEMENTING,
    State.UNDER_REVIEW,
    State.CONSULTING,
    State.SIGNING_OFF,
    State.AMENDING,
)
"""States in which somebody still goes by what the rules say of the draft."""


def suspensions(platform: Platform) -> dict[str, dict[str, str]]:
    """Since when and why each suspended rule rests, as analysis takes it."""
    return {
        rule: {"since": one.since.isoformat(), "why": one.reason, "number": str(one.number)}
        for rule, one in platform.rules().suspended.items()
    }


def with_suspensions(platform: Platform, coverage: Mapping[str, Coverage]) -> dict[str, Coverage]:
    """Coverage of a stored reading as it is shown: what a rule that rests found before stays, its silence does not."""
    rest = suspensions(platform)
    return {
        rule: resting(rest[rule]) if rule in rest and one.verdict is not Verdict.FOUND else one
        for rule, one in coverage.items()
    }


def read_again(uow: UnitOfWork, platform: Platform, rule: str) -> None:
    """Have drafts under way read again that were read while the rule rested."""
    suspended = platform.rules.fresh().suspended.get(rule)
    if suspended is None:
        return
    for contract in uow.contracts.find(state=UNDER_WAY):
        version = uow.versions.get(contract.draft_version_id) if contract.draft_version_id else None
        if version is None or version.analysis_id is None:
            continue
        read_on = uow.analyses.get(version.analysis_id).finished_at.astimezone(SHANGHAI).date()
        if read_on >= suspended.since:
            enqueue(uow, platform, "analyse_version", version.id, lane="slow")
