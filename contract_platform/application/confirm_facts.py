"""A person confirms the facts of a contract; from then on they are the record, whatever the machine reads."""

import msgspec

from contract_platform.application.complete_entry import complete_entry
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.permit import permit_as
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform
from contract_platform.application.read_contract import detail
from contract_platform.application.trace import record
from contract_platform.application.views import ContractDetail, ContractFacts
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Invalid, Refused
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import State
from contract_platform.policy.profile import PolicyProfile

EDITABLE = frozenset({State.DRAFTING, State.AMENDING, State.SUPPLEMENTING})


def confirm_facts(
    platform: Platform, actor: Actor, contract_id: str, facts: ContractFacts, *, revision: int
) -> ContractDetail:
    """Write the confirmed facts; only while the text itself may change, or once for what was entered after signing."""
    check_facts(facts)
    with platform.unit_of_work() as uow:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, "contract.update", contract)
        expect_revision(contract, revision)
        if contract.state not in EDITABLE and not contract.is_being_entered:
            raise Refused("facts_fixed_now", state=contract.state)
        check_exemption(profile_of(platform, contract), facts)
        if facts.signing_body_id != contract.signing_body_id:
            uow.units.get(facts.signing_body_id)
        changes, entering = changed(contract, facts), contract.is_being_entered
        contract = uow.contracts.save(
            msgspec.structs.replace(
                contract, **msgspec.structs.asdict(facts), facts_confirmed=True, updated_at=platform.clock.now()
            )
        )
        record(
            uow,
            platform,
            actor,
            "contract.facts_confirmed",
            object_id=contract.id,
            contract_id=contract.id,
            **standing,
            data={"changed": sorted(changes)},
        )
        if entering:
            contract = complete_entry(uow, platform, actor, contract)
        return detail(uow, platform, actor, contract)


def check_facts(facts: ContractFacts) -> None:
    """What no confirmed record may look like, whatever state it is in."""
    if not facts.name.strip():
        raise Invalid("name_missing")
    if facts.amount_fen is not None and facts.amount_fen < 0:
        raise Invalid("amount_negative")
    if facts.term_start and facts.term_end and facts.term_end < facts.term_start:
        raise Invalid("term_reversed", start=facts.term_start.isoformat(), end=facts.term_end.isoformat())


def check_exemption(profile: PolicyProfile, facts: ContractFacts) -> None:
    """An exemption is claimed with a reason, and only where the profile knows it."""
    if facts.exemption is None:
        return
    if facts.exemption not in profile.routing.claims:
        raise Invalid("exemption_unknown", exemption=facts.exemption, profile=profile.name)
    if not (facts.exemption_reason or "").strip():
        raise Invalid("exemption_reason_missing")


def changed(contract: Contract, facts: ContractFacts) -> set[str]:
    """Names of the fields that differ; values stay out of the trace because parties may be natural persons."""
    return {name for name, value in msgspec.structs.asdict(facts).items() if getattr(contract, name) != value}
