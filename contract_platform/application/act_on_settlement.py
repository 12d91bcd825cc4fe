"""A settlement: what is owed is agreed by one person, closed by another."""

import msgspec

from contract_platform.application.end_views import SettlementView, settlement_view
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.once import once
from contract_platform.application.own_file import check_proof
from contract_platform.application.performance_commands import SettlementCommand
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.trace import record
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import roll_forward
from contract_platform.domain.ends import Settlement
from contract_platform.domain.people import Actor
from contract_platform.domain.performance_vocabulary import SettlementState
from contract_platform.domain.settlement import SETTLEMENT, SettlementCircumstances

replace = msgspec.structs.replace


def act_on_settlement(
    platform: Platform,
    actor: Actor,
    settlement_id: str,
    command: SettlementCommand,
    *,
    revision: int,
    idempotency_key: str | None = None,
) -> SettlementView:
    """Follow the settlement's table; ``Refused`` with every reason, ``Forbidden`` for another's act."""

    def done() -> SettlementView:
        settlement = uow.settlements.get(settlement_id)
        contract = visible_contract(uow, actor, settlement.contract_id)
        permit(actor, "settlement.act", contract)
        expect_revision(settlement, revision)
        settlement = act(uow, platform, actor, contract, settlement, command)
        return settlement_view(platform, actor, contract, settlement)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"settlement.act/{settlement_id}", idempotency_key, SettlementView, done)


def act(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    settlement: Settlement,
    command: SettlementCommand,
) -> Settlement:
    """One act: the row of the table, what it sets, the trace."""
    facts = SettlementCircumstances(
        settlement=settlement,
        contract=contract,
        actor_id=actor.person_id,
        today=platform.clock.today(),
        owed_by=command.owed_by,
        amount_fen=command.amount_fen,
        terms=command.terms,
        done_on=command.done_on,
        evidence_given=check_proof(uow, actor, contract, command.evidence_version_id),
        note=command.note,
    )
    possible = SETTLEMENT.branch(settlement.state, command.action, facts)
    held = acting_roles(actor, contract, "settlement.act")
    role = next((role for role in possible.roles if role in held), None) if possible else None
    away = acted_for(actor, contract, "settlement.act", role)
    row = SETTLEMENT.advance(settlement.state, command.action, role, replace(facts, role=role, acted_for=away))
    change = effect(platform, actor, command, away)
    settlement = uow.settlements.save(replace(settlement, state=SettlementState(row.target), **change))
    data = {"to": row.target, "owed_by": settlement.owed_by, "amount_fen": settlement.amount_fen}
    about = {"object_id": settlement.id, "contract_id": contract.id}
    record(uow, platform, actor, f"settlement.{row.action}", **about, role=role, acted_for=away, data=data)
    return settlement


def effect(platform: Platform, actor: Actor, command: SettlementCommand, away: str | None) -> dict[str, object]:
    """The fields an act sets; a day of payment that is a rest day moves on."""
    match command.action:
        case "agree":
            due_on = roll_forward(platform.calendar, command.due_on) if command.due_on else None
            agreed = {"agreed_by": actor.person_id, "agreed_for": away, "due_on": due_on}
            stated = {"owed_by": command.owed_by, "amount_fen": command.amount_fen or 0}
            return {**agreed, **stated, "terms": command.terms.strip(), "note": ""}
        case "close":
            closed = {"closed_on": command.done_on, "closed_by": actor.person_id}
            return {**closed, "note": command.note.strip(), "evidence_version_id": command.evidence_version_id}
        case _:
            return {"note": command.note.strip()}
