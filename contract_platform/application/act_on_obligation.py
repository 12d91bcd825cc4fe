"""Obligations: confirmed by a person, reported with evidence, verified by somebody else."""

from datetime import date

import msgspec

from contract_platform.application.commands import ObligationCommand
from contract_platform.application.followup_views import obligation_view
from contract_platform.application.load import expect_revision, visible_contract, visible_version
from contract_platform.application.once import once
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.tasks_of_contract import retask_obligation, retask_plan
from contract_platform.application.trace import record
from contract_platform.application.views import ObligationView
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import roll_forward
from contract_platform.domain.errors import Invalid
from contract_platform.domain.followups import Obligation
from contract_platform.domain.obligation import OBLIGATION, ObligationCircumstances
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import ObligationKind, ObligationState


def act_on_obligation(
    platform: Platform,
    actor: Actor,
    obligation_id: str,
    command: ObligationCommand,
    *,
    revision: int,
    idempotency_key: str | None = None,
) -> ObligationView:
    """Follow the obligation's table; ``Refused`` with every reason, ``Forbidden`` for another's act."""

    def done() -> ObligationView:
        obligation = uow.obligations.get(obligation_id)
        contract = visible_contract(uow, actor, obligation.contract_id)
        permit(actor, "obligation.act", contract)
        expect_revision(obligation, revision)
        return obligation_view(platform, actor, contract, act(uow, platform, actor, contract, obligation, command))

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"obligation.act/{obligation_id}", idempotency_key, ObligationView, done)


def act(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    obligation: Obligation,
    command: ObligationCommand,
) -> Obligation:
    """One act: the row of the table, what it leaves, the trace, the next task."""
    if command.evidence_version_id is not None:
        owner, _, _ = visible_version(uow, actor, command.evidence_version_id)
        if owner.id != contract.id:
            raise Invalid("evidence_of_other_contract")
    facts = ObligationCircumstances(
        obligation=obligation,
        contract=contract,
        actor_id=actor.person_id,
        today=platform.clock.today(),
        due_on=command.due_on or obligation.due_on,
        content=command.content if command.content is not None else obligation.content,
        done_on=command.done_on,
        evidence_given=command.evidence_version_id is not None,
        note=command.note,
    )
    possible = OBLIGATION.branch(obligation.state, command.action, facts)
    held = acting_roles(actor, contract, "obligation.act")
    role = next((role for role in possible.roles if role in held), None) if possible else None
    away = acted_for(actor, contract, "obligation.act", role)
    facts = msgspec.structs.replace(facts, role=role, acted_for=away)
    row = OBLIGATION.advance(obligation.state, command.action, role, facts)
    change = effect(platform, actor, command, facts)
    obligation = uow.obligations.save(msgspec.structs.replace(obligation, state=ObligationState(row.target), **change))
    record(
        uow,
        platform,
        actor,
        f"obligation.{row.action}",
        object_id=obligation.id,
        contract_id=contract.id,
        role=role,
        acted_for=away,
        data={"kind": obligation.kind, "to": row.target, "due_on": obligation.due_on, "note": command.note},
    )
    retask_obligation(uow, platform, actor, contract, obligation)
    retask_plan(uow, platform, actor, contract)
    return obligation


def effect(
    platform: Platform, actor: Actor, command: ObligationCommand, facts: ObligationCircumstances
) -> dict[str, object]:
    """The fields an act sets."""
    match command.action:
        case "confirm":
            amount = {} if command.amount_fen is None else {"amount_fen": command.amount_fen}
            due_on = day_of_performance(platform, facts.obligation.kind, facts.due_on)
            return {"due_on": due_on, "content": facts.content.strip(), "note": command.note, **amount}
        case "report":
            return {
                "evidence_version_id": command.evidence_version_id,
                "evidenced_by": actor.person_id,
                "evidenced_for": facts.acted_for,
                "done_on": command.done_on,
                "note": command.note,
            }
        case "return":
            return {"note": command.note, "done_on": None, "evidenced_by": None, "evidenced_for": None}
        case _:
            return {"note": command.note}


def day_of_performance(platform: Platform, kind: ObligationKind, due_on: date | None) -> date | None:
    """A rest day moves to the next working day (民法典 art. 203); the end of a term stays what was agreed."""
    if due_on is None or kind == ObligationKind.TERM_END:
        return due_on
    return roll_forward(platform.calendar, due_on)
