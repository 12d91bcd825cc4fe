"""Statements that were asked for: of units at once, of people beside a holder; what is over is asked no more."""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from contract_platform.application.circumstances import unit_and_above
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.tasks_of_contract import retask_endorsement
from contract_platform.application.trace import record
from contract_platform.domain.contract import Contract
from contract_platform.domain.endorsement import COSIGNERS, Endorsement
from contract_platform.domain.lifecycle import BEFORE_OPINION, SIGNED, TERMINAL
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import Role, State
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState

replace = msgspec.structs.replace
SIDE_BY_SIDE: Final = "请与司法局同步审核本合同，提出单位法制审核意见"
ASKING: Final = {
    EndorsementKind.UNIT: frozenset({State.UNIT_COSIGNING}),
    EndorsementKind.REVIEW: frozenset(BEFORE_OPINION),
}
"""States in which a statement of a kind is still waited for."""
OVER = frozenset({State.DRAFTING, *SIGNED, *TERMINAL})
"""States in which a unit that was asked has nothing to say any more."""


def of_units(uow: UnitOfWork, contract_id: str) -> list[Endorsement]:
    """The statements of units in the round under way, one for each unit, in the order they were asked."""
    return uow.endorsements.find(contract_id=contract_id, kind=EndorsementKind.UNIT, ended_at=None)


def ask_units(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, units: Iterable[str], question: str
) -> None:
    """Ask each unit; an answer it gave before stands in the record, and the new one counts."""
    now = platform.clock.now()
    earlier = {one.unit_id: one for one in of_units(uow, contract.id)}
    for unit_id in dict.fromkeys(units):
        if unit_id in earlier:
            uow.endorsements.save(replace(earlier[unit_id], ended_at=now))
        role = answering_role(uow, platform, unit_id) or COSIGNERS[0]
        ask(uow, platform, actor, contract, unit_id, role, EndorsementKind.UNIT, question.strip())


def ask_own_unit(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """The legal officer of the handling unit reviews while the bureau does."""
    ask(
        uow, platform, actor, contract, contract.handling_unit_id, Role.UNIT_LEGAL, EndorsementKind.REVIEW, SIDE_BY_SIDE
    )


def ask(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    unit_id: str,
    role: Role,
    kind: EndorsementKind,
    question: str,
) -> None:
    """One statement of a unit."""
    asked = Endorsement(
        id=platform.new_id(),
        contract_id=contract.id,
        kind=kind,
        round=contract.round,
        state=EndorsementState.ASKED,
        role=role,
        question=question,
        asked_by=actor.person_id,
        asked_at=platform.clock.now(),
        unit_id=unit_id,
    )
    uow.endorsements.add(asked)
    data = {"unit": unit_id, "question": asked.question}
    record(uow, platform, actor, "endorsement.ask", object_id=asked.id, contract_id=contract.id, data=data)


def answering_role(uow: UnitOfWork, platform: Platform, unit_id: str) -> Role | None:
    """In which post somebody in office answers for a unit: its head, else its legal officer; None = nobody."""
    today = platform.clock.today()
    reached = unit_and_above(uow, unit_id)
    for role in COSIGNERS:
        held = [post for post in uow.posts.find(role=role) if post.unit_id in reached and post.held_on(today)]
        if any(not uow.people.get(post.person_id).disabled for post in held):
            return role
    return None


def unfit_units(uow: UnitOfWork, platform: Platform, contract: Contract, unit_ids: Sequence[str]) -> tuple[str, ...]:
    """Those of the units that cannot be asked, by name where there is such a unit."""
    fit = units_to_ask(uow, platform, contract)
    names = {unit.id: unit.short_name for unit in uow.units.find()}
    return tuple(names.get(unit_id, unit_id) for unit_id in unit_ids if unit_id not in fit)


def units_to_ask(uow: UnitOfWork, platform: Platform, contract: Contract) -> tuple[str, ...]:
    """The units that can be asked now: not the contract's own, none that is asked already, none without anybody."""
    asked = {one.unit_id for one in of_units(uow, contract.id) if one.state == EndorsementState.ASKED}
    barred = {contract.handling_unit_id, *asked}
    able = able_units(uow, platform)
    return tuple(unit.id for unit in uow.units.find(closed_on=None) if unit.id in able and unit.id not in barred)


def able_units(uow: UnitOfWork, platform: Platform) -> frozenset[str]:
    """Every unit for which somebody in office could answer."""
    today = platform.clock.today()
    people = {person.id for person in uow.people.find(disabled=False)}
    posts = [post for role in COSIGNERS for post in uow.posts.find(role=role)]
    held = {post.unit_id for post in posts if post.held_on(today) and post.person_id in people}
    return frozenset(unit.id for unit in uow.units.find(closed_on=None) if unit_and_above(uow, unit.id) & held)


def keep_statements(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """Bring what was asked of units in line with where the contract stands now, with the tasks that follow."""
    now = platform.clock.now()
    waiting = uow.endorsements.find(contract_id=contract.id, ended_at=None)
    for one in (found for found in waiting if found.kind in ASKING):
        statement = one
        if one.state == EndorsementState.ASKED and contract.state not in ASKING[one.kind]:
            statement = replace(statement, state=EndorsementState.CANCELLED)
        if contract.state in OVER:
            statement = replace(statement, ended_at=now)
        if statement != one:
            statement = uow.endorsements.save(statement)
        retask_endorsement(uow, platform, actor, contract, statement)
