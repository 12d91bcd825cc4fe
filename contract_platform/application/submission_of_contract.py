"""What goes with a contract for review, as it is stored, and how far it satisfies the contract's profile."""

import msgspec

from contract_platform.application.policy_of_contract import case_of, profile_of, routing_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import Reckoned, received_on, reckon
from contract_platform.domain.document import CLOSED
from contract_platform.domain.submission import LeadTime, Submission
from contract_platform.domain.vocabulary import State, Tier
from contract_platform.policy.materials import Checked, Held, checklist

LEAD_TIME = "LEAD_TIME"
SENDING = frozenset({State.DRAFTING, State.UNIT_COSIGNING, State.UNIT_REVIEW, State.SUPPLEMENTING})
"""States in which the materials decide whether a contract goes on."""
GOV_SIDE = "gov"


def submission_of(uow: UnitOfWork, platform: Platform, contract: Contract) -> Submission:
    """The contract's record, or an empty one that is not stored yet."""
    found = uow.submissions.find(contract_id=contract.id)
    return found[0] if found else Submission(id=platform.new_id(), contract_id=contract.id)


def keep_submission(uow: UnitOfWork, platform: Platform, contract: Contract, kept: Submission) -> Contract:
    """Store what was changed; the contract moves on with it, so that whoever shows an older page is told."""
    if uow.submissions.find(contract_id=contract.id):
        uow.submissions.save(kept)
    else:
        uow.submissions.add(kept)
    return uow.contracts.save(msgspec.structs.replace(contract, updated_at=platform.clock.now()))


def checked_materials(
    uow: UnitOfWork, platform: Platform, contract: Contract, kept: Submission | None = None
) -> tuple[Checked, ...]:
    """Every item of the list as it stands for the contract."""
    profile, case = profile_of(platform, contract), case_of(uow, contract)
    tier = contract.tier or routing_of(uow, platform, contract).tier
    kept = kept or submission_of(uow, platform, contract)
    return checklist(profile.materials, case, profile.routing.measured(case), tier, held(uow, contract), kept)


def held(uow: UnitOfWork, contract: Contract) -> Held:
    """What of the contract can meet items; files that are set apart or erased meet none."""
    versions = uow.versions.find(contract_id=contract.id)
    parties = (party.name for party in contract.parties if party.side != GOV_SIDE)
    return Held(
        draft=contract.draft_version_id is not None,
        version_ids=frozenset(one.id for one in versions if one.analysis_state not in CLOSED),
        counterparties=tuple(dict.fromkeys(parties)) if contract.parties else None,
    )


def materials_missing(uow: UnitOfWork, platform: Platform, contract: Contract) -> tuple[str, ...]:
    """What is missing, named; asked only while the answer decides something."""
    if contract.state not in SENDING:
        return ()
    return tuple(one.named for one in checked_materials(uow, platform, contract) if one.missing)


def lead_time(uow: UnitOfWork, platform: Platform, contract: Contract, tier: Tier) -> LeadTime | None:
    """Whether enough time would be left if the contract were sent now; None once sent, or where nobody reviews."""
    if contract.state != State.DRAFTING or tier is Tier.EXEMPT:
        return None
    kept = submission_of(uow, platform, contract)
    return LeadTime(
        earliest=reckoned_lead(platform, contract).due_on,
        planned=contract.planned_sign_date,
        urgency=kept.urgency.state if kept.urgency else None,
        consented=kept.consented(contract.planned_sign_date),
    )


def reckoned_lead(platform: Platform, contract: Contract) -> Reckoned:
    """The lead time of a contract sent now; what comes after the business cut-off counts from the next working day."""
    profile = profile_of(platform, contract)
    period = profile.clock(LEAD_TIME)
    received = received_on(platform.calendar, platform.clock.now(), profile.cut_off)
    return reckon(platform.calendar, received, period.days, period.unit)
