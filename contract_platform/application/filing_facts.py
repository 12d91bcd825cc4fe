"""What the guards of a filing look at, and the days that run while it is checked or corrected."""

from datetime import date
from typing import Any

from contract_platform.application.deviations import differences
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import received_on, reckon
from contract_platform.domain.filing import FilingCircumstances
from contract_platform.domain.followups import Filing
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import FilingState

CHECK, CORRECTION = "FILING_CHECK", "FILING_CORRECTION"
STEPS = {FilingState.FILING_SUBMITTED: CHECK, FilingState.CORRECTING: CORRECTION}
"""The clock of the step a filing is at."""


def filing_circumstances(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    filing: Filing,
    **entered: Any,  # noqa: ANN401 - the fields a person enters
) -> FilingCircumstances:
    """Everything known about a filing, with what is entered about it."""
    targets = profile_of(platform, contract).filing_targets
    return FilingCircumstances(
        filing=filing,
        contract=contract,
        actor_id=actor.person_id,
        today=platform.clock.today(),
        differing=tuple(one.kind for one in differences(uow, contract)),
        optional=any(target.optional for target in targets if target.target == filing.target),
        **entered,
    )


def received_today(platform: Platform, contract: Contract) -> date:
    """The legal day on which a submission of now comes in."""
    return received_on(platform.calendar, platform.clock.now(), profile_of(platform, contract).cut_off)


def due_after(platform: Platform, contract: Contract, name: str, start: date) -> date:
    """The last day of a period of the profile."""
    period = profile_of(platform, contract).clock(name)
    return reckon(platform.calendar, start, period.days, period.unit).due_on
