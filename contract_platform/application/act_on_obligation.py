"""Obligations: confirmed by a person, reported with evidence, verified by somebody else."""

from typing import Any

import msgspec

from contract_platform.application.commands import ObligationCommand
from contract_platform.application.due_days import due_fields
from contract_platform.application.enter_payment import cancel, last_day, left_fen, pay, pay_the_rest
from contract_platform.application.followup_views import obligation_view
from contract_platform.application.holding import refuse_unless_free
from contract_platform.application.load import expect_revision, visible_contract, visible_version
from contract_platform.application.once import once
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.tasks_of_contract import OBLIGATION_TASK, retask_obligation, retask_plan
from contract_platform.application.trace import record
from contract_platform.application.views import ObligationView
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Invalid
from contract_platform.domain.followups import Obligation
from contract_platform.domain.obligation import OBLIGATION, ObligationCircumstances
from contract_platform.domain.payment import Payment
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import ObligationState


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
        obligation = act(uow, platform, actor, contract, obligation, command)
        payments = uow.payments.find(obligation_id=obligation.id)
        return obligation_view(platform, actor, contract, obligation, payments)

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
        due_on=command.due_on or obligation.agreed_on or obligation.due_on,
        content=command.content if command.content is not None else obligation.content,
        done_on=command.done_on,
        evidence_given=command.evidence_version_id is not None,
        note=command.note,
        pays_fen=command.amount_fen,
        left_fen=left_fen(uow, obligation),
        cancels=payment_of(uow, obligation, command.payment_id),
    )
    possible = OBLIGATION.branch(obligation.state, command.action, facts)
    held = acting_roles(actor, contract, "obligation.act")
    role = next((role for role in possible.roles if role in held), None) if possible else None
    away = acted_for(actor, contract, "obligation.act", role)
    facts = msgspec.structs.replace(facts, role=role, acted_for=away)
    row = OBLIGATION.advance(obligation.state, command.action, role, facts)
    refuse_unless_free(uow, actor, contract, OBLIGATION_TASK, obligation.id, command.action, role)
    change = effect(uow, platform, actor, command, facts, str(row.target))
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
        data={"kind": obligation.kind, "to": row.target, "due_on": obligation.due_on, "note": command.note}
        | ({"amount_fen": command.amount_fen} if row.action == "pay" else {}),
    )
    retask_obligation(uow, platform, actor, contract, obligation)
    retask_plan(uow, platform, actor, contract)
    return obligation


def payment_of(uow: UnitOfWork, obligation: Obligation, payment_id: str | None) -> Payment | None:
    """The payment that is named, if it belongs to the obligation."""
    found = uow.payments.find(obligation_id=obligation.id, id=payment_id) if payment_id else []
    return found[0] if found else None


def effect(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    command: ObligationCommand,
    facts: ObligationCircumstances,
    target: str,
) -> dict[str, Any]:
    """What an act leaves beside the state: payments, and the fields it sets."""
    obligation = facts.obligation
    match command.action:
        case "confirm":
            return confirmed(platform, command, facts)
        case "report":
            stated = pay_the_rest(uow, platform, actor, obligation, command, facts.acted_for)
            return stated | reported(uow, actor, command, facts)
        case "pay":
            assert command.amount_fen is not None, "the table has checked it"
            pay(uow, platform, actor, obligation, command.amount_fen, command, facts.acted_for)
            return reported(uow, actor, command, facts) if target == ObligationState.EVIDENCED else {}
        case "cancel_payment":
            assert facts.cancels is not None, "the table has checked it"
            cancel(uow, platform, actor, facts.cancels, command.note)
            return {}
        case "return":
            return {"note": command.note, "done_on": None, "evidenced_by": None, "evidenced_for": None}
        case _:
            return {"note": command.note}


def confirmed(platform: Platform, command: ObligationCommand, facts: ObligationCircumstances) -> dict[str, Any]:
    """A proposal as a person has it: its day, its words, its amount, what delay costs."""
    given = {"amount_fen": command.amount_fen, "late_rate": command.late_rate}
    stated = {name: value for name, value in given.items() if value is not None}
    days = due_fields(platform, facts.obligation.kind, facts.due_on)
    return {**days, "content": facts.content.strip(), "note": command.note, **stated}


def reported(
    uow: UnitOfWork, actor: Actor, command: ObligationCommand, facts: ObligationCircumstances
) -> dict[str, Any]:
    """Who says that it was performed, when, and on what evidence."""
    return {
        "evidence_version_id": command.evidence_version_id,
        "evidenced_by": actor.person_id,
        "evidenced_for": facts.acted_for,
        "done_on": last_day(uow, facts.obligation, command.done_on),
        "note": command.note,
    }
