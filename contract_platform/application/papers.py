"""What has to be there before a contract is sealed and signed, as the guards see it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from contract_platform.application.clocks import AWARD
from contract_platform.application.deviations import differences, text_changed
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.contract import Contract, Decision
from contract_platform.domain.deadlines import SHANGHAI
from contract_platform.domain.opinion import Opinion


def papers(
    uow: UnitOfWork, platform: Platform, contract: Contract, opinion: Opinion | None, decisions: Iterable[Decision]
) -> dict[str, Any]:
    """The fields of ``Circumstances`` about minutes, seals and the days within which a contract is signed."""
    profile = profile_of(platform, contract)
    return {
        "decision_minutes": profile.signing.decision_minutes.on,
        "ruling_minutes": profile.signing.ruling_minutes.on,
        "ruled": any(made.action == "override" and made.round == contract.round for made in decisions),
        "seals_allowed": frozenset(profile.seals.members),
        "award_due": award_due(uow, contract),
        "valid_until": valid_until(platform, contract, opinion),
        "differing": tuple(one.kind for one in differences(uow, contract)),
        "text_changed": text_changed(uow, contract),
    }


def award_due(uow: UnitOfWork, contract: Contract) -> date | None:
    """The last day for signing after the award, while that clock runs."""
    running = uow.clocks.find(contract_id=contract.id, name=AWARD, ended_on=None)
    return running[-1].due_on if running else None


def valid_until(platform: Platform, contract: Contract, opinion: Opinion | None) -> date | None:
    """The last day on which the opinion may be relied on; None where there is none or the profile sets no limit."""
    days = profile_of(platform, contract).opinion_validity_days
    issued = issued_on(opinion)
    return issued + timedelta(days=days) if days is not None and issued is not None else None


def issued_on(opinion: Opinion | None) -> date | None:
    """The day on which an opinion was issued."""
    return opinion.issued_at.astimezone(SHANGHAI).date() if opinion and opinion.issued_at else None
