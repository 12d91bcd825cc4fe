"""A contract that hangs on another one is opened from it: what both share is taken over, never typed again."""

from typing import Any

from contract_platform.application.load import visible_contract
from contract_platform.application.once import once
from contract_platform.application.performance_commands import NewChild
from contract_platform.application.permit import permit_as
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_contract import detail
from contract_platform.application.tasks_of_contract import retask
from contract_platform.application.trace import record
from contract_platform.application.views import ContractDetail
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Invalid, Refused
from contract_platform.domain.family import (
    AMENDING,
    IN_FORCE,
    NEEDS_FORCE,
    ONCE_SIGNED,
    Amendment,
    is_framework,
)
from contract_platform.domain.labels import LABELS
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import ContractRelation, MoneyEffect, State

TAKEN_OVER = (
    *("handling_unit_id", "signing_body_id", "handler_id", "category", "rule_class", "direction", "currency"),
    *("parties", "procurement_method", "key_project"),
)
"""Facts that a child has in common with its original until somebody confirms others."""


def start_child(
    platform: Platform, actor: Actor, parent_id: str, new: NewChild, *, idempotency_key: str | None = None
) -> ContractDetail:
    """Open the child in drafting, without a text yet; ``Refused`` where the original admits none."""
    check(new)

    def done() -> ContractDetail:
        original = visible_contract(uow, actor, parent_id)
        standing = permit_as(actor, "contract.derive", original)
        refuse_unfit(original, new.relation)
        child = opened(platform, original, new)
        uow.contracts.add(child)
        uow.amendments.add(amendment(platform, actor, child, new))
        note(uow, platform, actor, original, child, standing)
        retask(uow, platform, actor, child)
        return detail(uow, platform, actor, child)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"contract.derive/{parent_id}", idempotency_key, ContractDetail, done)


def note(
    uow: UnitOfWork, platform: Platform, actor: Actor, original: Contract, child: Contract, standing: dict[str, Any]
) -> None:
    """Both contracts' traces tell of it."""
    told = {"name": child.name, "relation": child.relation, "secrecy_declared": True}
    told_of = (
        ("contract.registered", child, told | {"parent_id": original.id}),
        ("contract.derived", original, told | {"child_id": child.id}),
    )
    for type_, contract, data in told_of:
        record(uow, platform, actor, type_, object_id=contract.id, contract_id=contract.id, **standing, data=data)


def check(new: NewChild) -> None:
    """What no child contract can be opened without."""
    if not new.secrecy_declared:
        raise Invalid("secrecy_not_declared")
    if new.relation in {ContractRelation.ORIGINAL, ContractRelation.BATCH_ITEM}:
        raise Invalid("relation_missing")
    stated = (new.reason, new.clauses, new.bearing) if new.relation in AMENDING else (new.reason,)
    if not all(text.strip() for text in stated):
        raise Invalid("amendment_incomplete")


def refuse_unfit(original: Contract, relation: ContractRelation) -> None:
    """``Refused`` where nothing of the kind can hang on this contract."""
    if original.relation in AMENDING:
        raise Refused("derive_from_original")
    if original.state not in (IN_FORCE if relation in NEEDS_FORCE else ONCE_SIGNED):
        raise Refused("original_not_in_force", state=original.state)
    if relation is ContractRelation.CALL_OFF and not is_framework(original):
        raise Refused("not_a_framework")


def opened(platform: Platform, original: Contract, new: NewChild) -> Contract:
    """The child with what it has in common with its original."""
    now = platform.clock.now()
    name = new.name.strip() or f"{original.name}（{LABELS['ContractRelation'][new.relation][0]}）"
    return Contract(
        id=platform.new_id(),
        state=State.DRAFTING,
        name=name,
        created_at=now,
        updated_at=now,
        secrecy_declared=True,
        parent_id=original.id,
        relation=new.relation,
        **{field: getattr(original, field) for field in TAKEN_OVER},
    )


def amendment(platform: Platform, actor: Actor, child: Contract, new: NewChild) -> Amendment:
    """What it does to the original."""
    assert child.parent_id is not None
    return Amendment(
        id=platform.new_id(),
        contract_id=child.id,
        parent_id=child.parent_id,
        relation=new.relation,
        money=new.money if new.relation in AMENDING else MoneyEffect.NONE,
        reason=new.reason.strip(),
        clauses=new.clauses.strip(),
        bearing=new.bearing.strip(),
        created_by=actor.person_id,
        created_at=platform.clock.now(),
    )
