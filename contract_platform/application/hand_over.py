"""移交: offered by the officer, or assigned out of the pool by the unit's head; the new officer takes over."""

from typing import Any

import msgspec

from contract_platform.application.circumstances import roles_taken
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.once import once
from contract_platform.application.people_commands import HandoverCommand, HandoverOffer, PoolAssignment
from contract_platform.application.people_views import HandoverView
from contract_platform.application.permit import permit_as
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_handovers import handover_view
from contract_platform.application.settle_work import can_handle, open_handover, tell
from contract_platform.application.tasks_of_contract import retask_all, retask_handover
from contract_platform.domain.access import acting_roles
from contract_platform.domain.contract import Contract, Decision
from contract_platform.domain.errors import Refused
from contract_platform.domain.handover import HANDOVER, OPEN, Handover, HandoverCircumstances
from contract_platform.domain.lifecycle import TERMINAL
from contract_platform.domain.machine import Transition
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import HandoverCause, HandoverState, Role

replace = msgspec.structs.replace


def offer_contracts(
    platform: Platform, actor: Actor, offer: HandoverOffer, *, idempotency_key: str | None = None
) -> tuple[HandoverView, ...]:
    """Offer contracts of one's own, or all of them, to another officer of the unit; all of them or none."""

    def done() -> tuple[HandoverView, ...]:
        asked = offer.contract_ids or tuple(one.id for one in own_contracts(uow, actor))
        if not asked:
            raise Refused("handover_nothing")
        contracts = [visible_contract(uow, actor, contract_id) for contract_id in dict.fromkeys(asked)]
        opened = [offer_contract(uow, platform, actor, contract, offer) for contract in contracts]
        return tuple(handover_view(uow, actor, one) for one in opened)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, "handover.offer", idempotency_key, tuple[HandoverView, ...], done)


def own_contracts(uow: UnitOfWork, actor: Actor) -> list[Contract]:
    """The contracts the person handles and that are not being handed over yet."""
    mine = (one for one in uow.contracts.find(handler_id=actor.person_id) if one.state not in TERMINAL)
    return [contract for contract in mine if open_handover(uow, contract.id) is None]


def offer_contract(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, offer: HandoverOffer
) -> Handover:
    """One contract offered."""
    standing = permit_as(actor, "handover.offer", contract)
    if open_handover(uow, contract.id) is not None:
        raise Refused("handover_open", name=contract.name)
    now = platform.clock.now()
    handover = Handover(
        id=platform.new_id(),
        contract_id=contract.id,
        unit_id=contract.handling_unit_id,
        from_id=contract.handler_id,
        cause=HandoverCause.VOLUNTARY,
        state=HandoverState.ASSIGNED,
        opened_at=now,
        opened_by=actor.person_id,
        to_id=offer.to_id,
        assigned_by=actor.person_id,
        assigned_at=now,
        note=offer.reason.strip(),
    )
    facts = circumstances(uow, platform, actor, handover, contract, offer.to_id, note=offer.reason)
    HANDOVER.advance(None, "offer", standing["role"], facts)
    uow.handovers.add(handover)
    tell(uow, platform, actor, handover, "offer", **standing)
    retask_handover(uow, platform, actor, contract, handover)
    return handover


def act_on_handover(
    platform: Platform, actor: Actor, handover_id: str, command: HandoverCommand, *, revision: int
) -> HandoverView:
    """Assign, take over, decline or withdraw one handover."""
    with platform.unit_of_work() as uow:
        handover = uow.handovers.get(handover_id)
        contract = visible_contract(uow, actor, handover.contract_id)
        expect_revision(handover, revision)
        return handover_view(uow, actor, act(uow, platform, actor, handover, contract, command))


def assign_pool(
    platform: Platform, actor: Actor, wanted: PoolAssignment, *, idempotency_key: str | None = None
) -> tuple[HandoverView, ...]:
    """Assign everything one person left in the pools of the actor's units to one officer; all or none."""
    command = HandoverCommand(action="assign", to_id=wanted.to_id)

    def done() -> tuple[HandoverView, ...]:
        found = []
        for handover in uow.handovers.find(from_id=wanted.from_id, state=HandoverState.POOLED):
            contract = uow.contracts.get(handover.contract_id)
            if may_assign(actor, contract):
                found.append((handover, contract))
        if not found:
            raise Refused("handover_nothing")
        moved = [act(uow, platform, actor, handover, contract, command) for handover, contract in found]
        return tuple(handover_view(uow, actor, one) for one in moved)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, "handover.assign", idempotency_key, tuple[HandoverView, ...], done)


def act(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    handover: Handover,
    contract: Contract,
    command: HandoverCommand,
) -> Handover:
    """One act: the row of the table, what it leaves, the trace, the tasks."""
    officer = command.to_id if command.action == "assign" else handover.to_id
    facts = circumstances(uow, platform, actor, handover, contract, officer, note=command.note)
    possible = HANDOVER.branch(handover.state, command.action, facts)
    standing = standing_in(actor, contract, possible)
    facts = replace(facts, **standing)
    row = HANDOVER.advance(handover.state, command.action, standing["role"], facts)
    target = HandoverState(row.target)
    handover = uow.handovers.save(replace(handover, state=target, **effect(platform, actor, command, target)))
    if target == HandoverState.TAKEN_OVER:
        contract = take_over(uow, platform, actor, contract, handover)
    tell(uow, platform, actor, handover, row.action, **standing)
    retask_handover(uow, platform, actor, contract, handover)
    retask_all(uow, platform, actor, contract)
    return handover


def effect(platform: Platform, actor: Actor, command: HandoverCommand, target: HandoverState) -> dict[str, object]:
    """The fields an act sets."""
    now = platform.clock.now()
    noted = {"note": command.note.strip()} if command.note.strip() else {}
    if command.action == "assign":
        return {"to_id": command.to_id, "assigned_by": actor.person_id, "assigned_at": now, **noted}
    if target in OPEN:
        return {"to_id": None, "assigned_by": None, "assigned_at": None, **noted}
    return {"ended_at": now, **noted}


def take_over(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, handover: Handover) -> Contract:
    """From now on it is the new officer's contract; taking over is a decision like any other."""
    now = platform.clock.now()
    contract = uow.contracts.save(replace(contract, handler_id=actor.person_id, updated_at=now))
    decided = Decision(
        id=platform.new_id(),
        contract_id=contract.id,
        round=contract.round,
        action="take_over",
        source=contract.state,
        target=contract.state,
        person_id=actor.person_id,
        role=Role.HANDLER,
        at=now,
        reason=handover.note,
    )
    uow.decisions.add(decided)
    return contract


def circumstances(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    handover: Handover,
    contract: Contract,
    officer_id: str | None,
    *,
    note: str,
) -> HandoverCircumstances:
    """What the guards of the handover's table look at."""
    known = bool(officer_id and uow.people.find(id=officer_id))
    recused = bool(uow.recusals.find(contract_id=contract.id, person_id=officer_id, lifted_at=None))
    return HandoverCircumstances(
        handover=handover,
        contract=contract,
        actor_id=actor.person_id,
        officer_id=officer_id,
        fits=known and not recused and can_handle(uow, platform, str(officer_id), contract),
        decided_as=roles_taken(uow, contract.id, officer_id) - {Role.HANDLER},
        note=note,
    )


def standing_in(actor: Actor, contract: Contract, row: Transition | None) -> dict[str, Any]:
    """The role of the row in which the person may act here, and for whom; only one's own post takes over."""
    if row is None:
        return {"role": None, "acted_for": None}
    if row.roles == (Role.HANDLER_LEAD,):
        return permit_as(actor, "handover.assign", contract)
    if row.action == "withdraw":
        return permit_as(actor, "handover.offer", contract)
    own = any(post.role == Role.HANDLER for post in actor.own_posts())
    return {"role": Role.HANDLER if own else None, "acted_for": None}


def may_assign(actor: Actor, contract: Contract) -> bool:
    """Whether the person heads the unit that handles the contract."""
    return bool(acting_roles(actor, contract, "handover.assign"))
