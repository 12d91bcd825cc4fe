"""Taking a statement back, or letting stand what was signed."""

import msgspec

from contract_platform.application.deviations import known_deviations
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_contract import detail
from contract_platform.application.tasks_of_contract import retask_deviations
from contract_platform.application.trace import record
from contract_platform.application.views import ContractDetail
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.deviation import DEVIATION, Deviation, DeviationCircumstances
from contract_platform.domain.people import Actor
from contract_platform.domain.signing_vocabulary import DeviationState


class DeviationCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on a statement of differences: retract | settle."""

    action: str
    note: str = ""


def act_on_deviation(
    platform: Platform, actor: Actor, deviation_id: str, command: DeviationCommand, *, revision: int
) -> ContractDetail:
    """Follow the table of deviations; ``Refused`` with every reason, ``Forbidden`` for another's act."""
    with platform.unit_of_work() as uow:
        deviation = uow.deviations.get(deviation_id)
        contract = visible_contract(uow, actor, deviation.contract_id)
        permit(actor, "deviation.act", contract)
        expect_revision(deviation, revision)
        act(uow, platform, actor, contract, deviation, command)
        return detail(uow, platform, actor, contract)


def act(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    deviation: Deviation,
    command: DeviationCommand,
) -> None:
    """One act: the row of the table, what it leaves, the trace, the task."""
    facts = circumstances(actor, contract, deviation, command.action, note=command.note)
    row = DEVIATION.advance(deviation.state, command.action, facts.role, facts)
    ended = {
        "state": DeviationState(row.target),
        "resolved_by": actor.person_id,
        "resolved_at": platform.clock.now(),
        "note": command.note.strip(),
    }
    uow.deviations.save(msgspec.structs.replace(deviation, **ended))
    record(
        uow,
        platform,
        actor,
        f"deviation.{row.action}",
        object_id=deviation.id,
        contract_id=contract.id,
        role=facts.role,
        acted_for=facts.acted_for,
        data={"version": deviation.version_id, "note": command.note},
    )
    retask_deviations(uow, platform, actor, contract, known_deviations(uow, contract))


def circumstances(
    actor: Actor, contract: Contract, deviation: Deviation, action: str, *, note: str = ""
) -> DeviationCircumstances:
    """What the guards look at, with the role in which the actor can take this act."""
    facts = DeviationCircumstances(deviation=deviation, contract=contract, actor_id=actor.person_id, note=note)
    row = DEVIATION.branch(deviation.state, action, facts)
    held = acting_roles(actor, contract, "deviation.act")
    role = next((role for role in row.roles if role in held), None) if row else None
    return msgspec.structs.replace(facts, role=role, acted_for=acted_for(actor, contract, "deviation.act", role))
