"""Whose turn it is on a contract, and what was asked of whom, with the acts open to the reader."""

from collections.abc import Iterable

from contract_platform.application.candidates import holders, signers
from contract_platform.application.endorsement_standing import standing as standing_to
from contract_platform.application.endorsements import units_to_ask
from contract_platform.application.load import visible_contract
from contract_platform.application.names import Names
from contract_platform.application.offers import offers
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.shown import shown
from contract_platform.application.task_standing import OPERATION, standing
from contract_platform.application.views import ActionView
from contract_platform.application.work_views import (
    CopyView,
    EndorsementView,
    NamedUnit,
    OpenTaskView,
    PersonChoice,
    TaskChoices,
    WorkView,
)
from contract_platform.domain.access import acting_roles
from contract_platform.domain.circulation import Copy, Follow
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import days_left
from contract_platform.domain.endorsement import ENDORSEMENT, Endorsement
from contract_platform.domain.followups import Task
from contract_platform.domain.lifecycle import LIFECYCLE
from contract_platform.domain.people import SYSTEM_ACTOR, Actor
from contract_platform.domain.task import TASK, Candidate, takes
from contract_platform.domain.vocabulary import Role


def read_work(platform: Platform, actor: Actor, contract_id: str) -> WorkView:
    """For the contract's page."""
    with platform.reading() as uow:
        return work(uow, platform, actor, visible_contract(uow, actor, contract_id))


def work(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> WorkView:
    """Everything inside a unit of work."""
    names = Names(uow)
    tasks = uow.tasks.find(contract_id=contract.id, closed_at=None)
    statements = uow.endorsements.find(contract_id=contract.id)
    view = WorkView(
        tasks=tuple(task_view(uow, platform, actor, contract, names, task) for task in tasks),
        endorsements=tuple(endorsement_view(uow, actor, contract, names, one) for one in statements),
        cosigners=cosigners(uow, platform, actor, contract),
        copies=tuple(copy_view(names, one) for one in uow.copies.find(contract_id=contract.id)),
        followed=bool(uow.follows.find(id=Follow.key(actor.person_id, contract.id))),
    )
    return shown(actor, contract, view)


def task_view(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, names: Names, task: Task
) -> OpenTaskView:
    """An open task with names."""
    left = days_left(platform.calendar, platform.clock.today(), task.due_on, task.unit) if task.due_on else None
    return OpenTaskView(
        id=task.id,
        revision=task.revision,
        subject=task.subject,
        subject_id=task.subject_id,
        state=task.state,
        stage=task.stage,
        role=task.role,
        unit=uow.units.get(task.unit_id).short_name if task.unit_id else None,
        person=name_of(names, task.person_id),
        since=task.taken_at or task.opened_at,
        sent_by=name_of(names, task.opened_by),
        given_by=name_of(names, task.given_by),
        note=task.note,
        due_on=task.due_on,
        day_unit=task.unit,
        days_left=left,
        seen_at=task.seen_at,
        seen_by=name_of(names, task.seen_by),
        urges=task.urges,
        urged_on=task.urged_on,
        urged_by=name_of(names, task.urged_by),
        mine=takes(actor, task),
        actions=task_actions(uow, platform, actor, contract, task),
    )


def task_actions(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, task: Task
) -> tuple[ActionView, ...]:
    """The acts on a task that are open to the reader now, in table order."""
    found = []
    for action in dict.fromkeys(row.action for row in TASK.rows(task.stage)):
        facts = standing(uow, platform, actor, contract, task, action)
        row = TASK.rows(task.stage, action)[0]
        if facts.role in row.roles and not TASK.obstacles(row, facts, preview=True):
            found.append(ActionView(action=action, enabled=True))
    return tuple(found)


def read_choices(platform: Platform, actor: Actor, task_id: str) -> TaskChoices:
    """Who can be named in an act on a task."""
    with platform.reading() as uow:
        task = uow.tasks.get(task_id)
        contract = visible_contract(uow, actor, task.contract_id)
        permit(actor, OPERATION, contract)
        return TaskChoices(
            holders=named(uow, holders(uow, platform, contract, task), task),
            signers=named(uow, signers(uow, platform, contract, task), task),
        )


def named(uow: UnitOfWork, found: Iterable[Candidate], task: Task) -> tuple[PersonChoice, ...]:
    """Those nothing speaks against, by name."""
    fit = sorted((one for one in found if one.against() is None), key=lambda one: (one.name, one.person_id))
    return tuple(
        PersonChoice(id=one.person_id, name=one.name, role=one.role, unit=uow.units.get(one.unit_id).short_name)
        for one in fit
        if one.person_id != task.person_id
    )


def name_of(names: Names, person_id: str | None) -> str | None:
    """A name, None where there is nobody; what the system did has no name."""
    return None if person_id is None or person_id == SYSTEM_ACTOR.person_id else names.of(person_id)


def endorsement_view(
    uow: UnitOfWork, actor: Actor, contract: Contract, names: Names, statement: Endorsement
) -> EndorsementView:
    """A statement with names and what the reader may do about it."""
    roles = acting_roles(actor, contract, "endorsement.act")
    acts = offers(ENDORSEMENT, statement.state, roles, lambda _role: standing_to(uow, actor, contract, statement))
    return EndorsementView(
        id=statement.id,
        revision=statement.revision,
        kind=statement.kind,
        state=statement.state,
        round=statement.round,
        current=statement.ended_at is None and statement.round == contract.round,
        unit=uow.units.get(statement.unit_id).short_name if statement.unit_id else None,
        person=name_of(names, statement.person_id),
        role=statement.role,
        question=statement.question,
        asked_by=names.of(statement.asked_by),
        asked_at=statement.asked_at,
        answer=statement.answer,
        answered_by=name_of(names, statement.answered_by),
        answered_for=name_of(names, statement.answered_for),
        answered_at=statement.answered_at,
        actions=tuple(act for act in acts if act.enabled),
    )


def copy_view(names: Names, copy: Copy) -> CopyView:
    """A copy with names."""
    return CopyView(to=names.of(copy.to_id), by=names.of(copy.by_id), at=copy.at, note=copy.note, read_at=copy.read_at)


def cosigners(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> tuple[NamedUnit, ...]:
    """The units the reader may ask to co-sign now."""
    if Role.HANDLER not in acting_roles(actor, contract, "contract.act"):
        return ()
    if not LIFECYCLE.rows(contract.state, "cosign"):
        return ()
    fit = units_to_ask(uow, platform, contract)
    return tuple(NamedUnit(id=unit.id, name=unit.name) for unit in uow.units.find() if unit.id in fit)
