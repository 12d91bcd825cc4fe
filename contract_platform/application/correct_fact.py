"""Asking for a correction, and the other person's answer to it."""

import msgspec

from contract_platform.application.act_on_filing import decide
from contract_platform.application.apply_correction import apply_correction
from contract_platform.application.corrected_values import correctable, corrected, current_value, is_of_bureau
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.once import once
from contract_platform.application.own_file import check_proof
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_corrections import CorrectionView, correction_view
from contract_platform.application.tasks_of_contract import retask_correction
from contract_platform.application.trace import record
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.correction import (
    CORRECTION,
    CorrectedFact,
    Correction,
    CorrectionCircumstances,
    CorrectionState,
)
from contract_platform.domain.errors import Refused
from contract_platform.domain.lifecycle import LIFECYCLE
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import Role

replace = msgspec.structs.replace
ASK, ACT = "correction.ask", "correction.act"


class CorrectionAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is wrong, what is right, why, and the file of the contract that proves it.

    ``subject_id``: the filing, or the name of the party as it stands. ``after``: a day in ISO form, an amount in fen,
    a name or number; what was filed by mistake, or asked for by mistake, needs none.
    """

    fact: CorrectedFact
    reason: str
    evidence_version_id: str
    subject_id: str = ""
    after: str = ""


class CorrectionCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on a correction: confirm | reject | withdraw."""

    action: str
    note: str = ""


def ask_correction(
    platform: Platform, actor: Actor, contract_id: str, asked: CorrectionAsked, *, idempotency_key: str | None = None
) -> CorrectionView:
    """Ask; ``Invalid`` for what cannot be true, ``Refused`` with every reason against it."""

    def done() -> CorrectionView:
        contract = visible_contract(uow, actor, contract_id)
        permit(actor, ASK, contract)
        return correction_view(uow, actor, contract, ask(uow, platform, actor, contract, asked))

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"{ASK}/{contract_id}", idempotency_key, CorrectionView, done)


def ask(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, asked: CorrectionAsked) -> Correction:
    """The request, with the value as it stands; the contract's own table says in which states."""
    if not LIFECYCLE.rows(contract.state, "correct"):
        raise Refused("action_refused", action="correct", reasons=(Reason(code="correction_not_now"),))
    now = correctable(uow, contract, asked.fact, asked.subject_id)
    role = next(role for role in CORRECTION.rows(None, "ask")[0].roles if role in acting_roles(actor, contract, ASK))
    away = acted_for(actor, contract, ASK, role)
    request = Correction(
        id=platform.new_id(),
        contract_id=contract.id,
        fact=asked.fact,
        subject_id=asked.subject_id,
        before=now.value,
        after=corrected(uow, platform, contract, asked.fact, asked.subject_id, asked.after),
        reason=asked.reason.strip(),
        evidence_version_id=asked.evidence_version_id,
        state=CorrectionState.PENDING,
        asked_by=actor.person_id,
        asked_as=role,
        asked_for=away,
        asked_at=platform.clock.now(),
        of_bureau=is_of_bureau(uow, asked.fact, asked.subject_id),
    )
    waiting = uow.corrections.find(contract_id=contract.id, state=CorrectionState.PENDING)
    facts = replace(
        standing(uow, actor, contract, request, away=away),
        reason=asked.reason,
        evidence=check_proof(uow, actor, contract, asked.evidence_version_id),
        pending=any(same(request, one) for one in waiting),
    )
    CORRECTION.advance(None, "ask", role, facts)
    uow.corrections.add(request)
    trace(uow, platform, actor, contract, request, "correction.asked", role, away)
    retask_correction(uow, platform, actor, contract, request)
    return request


def same(request: Correction, other: Correction) -> bool:
    """Whether two requests are about the same thing."""
    return (request.fact, request.subject_id) == (other.fact, other.subject_id)


def act_on_correction(
    platform: Platform,
    actor: Actor,
    correction_id: str,
    command: CorrectionCommand,
    *,
    revision: int,
    idempotency_key: str | None = None,
) -> CorrectionView:
    """Confirm, reject or withdraw; ``Refused`` with every reason, ``Forbidden`` for another's act."""

    def done() -> CorrectionView:
        request = uow.corrections.get(correction_id)
        contract = visible_contract(uow, actor, request.contract_id)
        permit(actor, ACT, contract)
        expect_revision(request, revision)
        request = act(uow, platform, actor, contract, request, command)
        return correction_view(uow, actor, uow.contracts.get(contract.id), request)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"{ACT}/{correction_id}", idempotency_key, CorrectionView, done)


def act(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    request: Correction,
    command: CorrectionCommand,
) -> Correction:
    """One act: the row of the table, what it does to the record, the decision, the trace, the task."""
    known = standing(uow, actor, contract, request)
    row = CORRECTION.branch(request.state, command.action, known)
    held = acting_roles(actor, contract, ACT)
    role = next((role for role in row.roles if role in held), None) if row else None
    away = acted_for(actor, contract, ACT, role)
    facts = replace(known, acted_for=away, reason=command.note)
    row = CORRECTION.advance(request.state, command.action, role, facts)
    assert role is not None, "the table has checked it"
    decided = {"decided_by": actor.person_id, "decided_for": away, "decided_at": platform.clock.now()}
    moved = apply_correction(uow, platform, actor, contract, request) if row.action == "confirm" else ()
    request = uow.corrections.save(
        replace(request, state=CorrectionState(row.target), note=command.note.strip(), moved=moved, **decided)
    )
    contract = uow.contracts.get(contract.id)
    if row.action == "confirm":
        decide(uow, platform, actor, contract, "correct", role, request.reason, acted_for=away)
    type_ = "contract.correct" if row.action == "confirm" else f"correction.{row.action}"
    trace(uow, platform, actor, contract, request, type_, role, away)
    retask_correction(uow, platform, actor, contract, request)
    return request


def standing(
    uow: UnitOfWork, actor: Actor, contract: Contract, request: Correction, *, away: str | None = None
) -> CorrectionCircumstances:
    """What the guards look at."""
    return CorrectionCircumstances(
        state_of_contract=contract.state,
        fact=request.fact,
        of_bureau=request.of_bureau,
        actor_id=actor.person_id,
        acted_for=away,
        asked_by=request.asked_by,
        asked_for=request.asked_for,
        before=request.before,
        after=request.after,
        current=current_value(uow, contract, request.fact, request.subject_id),
    )


def trace(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    request: Correction,
    type_: str,
    role: Role,
    away: str | None,
) -> None:
    """The trace keeps what was there and what is there now; codes and numbers of people are masked by it."""
    data = {
        "correction": request.id,
        "fact": request.fact,
        "before": request.before,
        "after": request.after,
        "reason": request.note if type_ == "correction.reject" else request.reason,
        "moved": msgspec.to_builtins(request.moved),
    }
    record(
        uow,
        platform,
        actor,
        type_,
        object_id=request.id,
        contract_id=contract.id,
        role=role,
        acted_for=away,
        data=data,
    )
