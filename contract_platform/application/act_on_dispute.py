"""A dispute goes its way: steps with what was served, deadlines reckoned from it, results, the end."""

from datetime import date
from typing import Any

import msgspec

from contract_platform.application.dispute_views import DisputeView, blank, dispute_view
from contract_platform.application.load import expect_revision, visible_contract, visible_version
from contract_platform.application.once import once
from contract_platform.application.open_dispute import limitation_due
from contract_platform.application.performance_commands import DisputeCommand
from contract_platform.application.permit import permit
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.trace import record
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import NATURAL, reckon
from contract_platform.domain.dispute import DISPUTE, Dispute, DisputeCircumstances, DisputeStage
from contract_platform.domain.errors import Invalid
from contract_platform.domain.people import Actor
from contract_platform.domain.performance_vocabulary import DisputeState

replace = msgspec.structs.replace


def act_on_dispute(
    platform: Platform,
    actor: Actor,
    dispute_id: str,
    command: DisputeCommand,
    *,
    revision: int,
    idempotency_key: str | None = None,
) -> DisputeView:
    """Follow the dispute's table; ``Refused`` with every reason, ``Forbidden`` for another's act."""

    def done() -> DisputeView:
        dispute = uow.disputes.get(dispute_id)
        contract = visible_contract(uow, actor, dispute.contract_id)
        permit(actor, "dispute.act", contract)
        expect_revision(dispute, revision)
        dispute = act(uow, platform, actor, contract, dispute, command)
        return dispute_view(uow, platform, actor, contract, dispute)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"dispute.act/{dispute_id}", idempotency_key, DisputeView, done)


def act(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, dispute: Dispute, command: DisputeCommand
) -> Dispute:
    """One act: the row of the table, the step it makes or changes, the trace."""
    if command.evidence_version_id is not None:
        owner, _, _ = visible_version(uow, actor, command.evidence_version_id)
        if owner.id != contract.id:
            raise Invalid("evidence_of_other_contract")
    stages = uow.dispute_stages.find(dispute_id=dispute.id)
    stage = next((one for one in stages if one.id == command.stage_id), None)
    facts = circumstances(platform, actor, contract, dispute, command, stages, stage)
    possible = DISPUTE.branch(dispute.state, command.action, facts)
    held = acting_roles(actor, contract, "dispute.act")
    role = next((role for role in possible.roles if role in held), None) if possible else None
    away = acted_for(actor, contract, "dispute.act", role)
    row = DISPUTE.advance(dispute.state, command.action, role, replace(facts, role=role, acted_for=away))
    change = effect(uow, platform, contract, dispute, command, stage)
    dispute = uow.disputes.save(replace(dispute, state=DisputeState(row.target), **change))
    data = {"to": row.target, "kind": command.kind, "period": command.period, "note": command.note}
    about = {"object_id": dispute.id, "contract_id": contract.id}
    record(uow, platform, actor, f"dispute.{row.action}", **about, role=role, acted_for=away, data=data)
    return dispute


def circumstances(
    platform: Platform,
    actor: Actor,
    contract: Contract,
    dispute: Dispute,
    command: DisputeCommand,
    stages: list[DisputeStage],
    stage: DisputeStage | None,
) -> DisputeCircumstances:
    """What the guards of the dispute's table look at."""
    return replace(
        blank(contract, actor, platform),
        dispute=dispute,
        open_stages=sum(one.ended_on is None for one in stages),
        stage_known=stage is not None and stage.ended_on is None,
        days=(command.begun_on, command.served_on, command.done_on),
        note=command.note,
        outcome=command.outcome,
        evidence_given=command.evidence_version_id is not None,
    )


def effect(
    uow: UnitOfWork,
    platform: Platform,
    contract: Contract,
    dispute: Dispute,
    command: DisputeCommand,
    stage: DisputeStage | None,
) -> dict[str, Any]:
    """The fields of the dispute that an act sets; steps are written beside it."""
    done_on = command.done_on or platform.clock.today()
    match command.action:
        case "add_stage":
            uow.dispute_stages.add(begun(platform, contract, dispute, command))
        case "meet":
            assert stage is not None, "the table has checked it"
            uow.dispute_stages.save(replace(stage, met_on=done_on, **proven(command)))
        case "end_stage":
            assert stage is not None, "the table has checked it"
            result = command.note.strip()
            uow.dispute_stages.save(replace(stage, ended_on=done_on, result=result, **proven(command)))
        case "interrupt":
            return {"limitation_from": done_on, "limitation_due": limitation_due(platform, contract, done_on)}
        case "resolve":
            ended = {"outcome": command.outcome, "result": command.note.strip(), "paid_fen": command.paid_fen}
            return {**ended, "resolved_on": done_on, **proven(command)}
        case "reopen":
            return {"outcome": None, "resolved_on": None}
    return {}


def proven(command: DisputeCommand) -> dict[str, Any]:
    """The evidence that came with an act; without one, what was there stays."""
    given = command.evidence_version_id
    return {} if given is None else {"evidence_version_id": given}


def begun(platform: Platform, contract: Contract, dispute: Dispute, command: DisputeCommand) -> DisputeStage:
    """A new step with its deadline; ``Invalid`` without a kind, or a deadline without the day it counts from."""
    if command.kind is None:
        raise Invalid("dispute_stage_incomplete")
    if (command.period or command.days) and command.served_on is None:
        raise Invalid("service_day_missing")
    until, basis = deadline_of(platform, contract, command)
    return DisputeStage(
        id=platform.new_id(),
        dispute_id=dispute.id,
        contract_id=contract.id,
        kind=command.kind,
        forum=command.forum.strip(),
        case_no=command.case_no.strip(),
        begun_on=command.begun_on or command.served_on or platform.clock.today(),
        period=command.period,
        served_on=command.served_on,
        deadline=until,
        basis=basis,
        evidence_version_id=command.evidence_version_id,
    )


def deadline_of(platform: Platform, contract: Contract, command: DisputeCommand) -> tuple[date | None, str]:
    """By when, and on what basis: the law's period under the contract's profile, or days that somebody has set."""
    if command.served_on is None:
        return None, ""
    if command.period is not None:
        term = profile_of(platform, contract).disputes[command.period]
        return term.due(platform.calendar, command.served_on), term.basis
    if command.days is None:
        return None, ""
    return reckon(platform.calendar, command.served_on, command.days, NATURAL).due_on, command.basis.strip()
