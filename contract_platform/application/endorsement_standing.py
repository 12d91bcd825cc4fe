"""How somebody stands to a statement that was asked for."""

from contract_platform.application.circumstances import roles_taken
from contract_platform.application.ports import UnitOfWork
from contract_platform.application.tasks_of_contract import ENDORSEMENT_TASK
from contract_platform.domain.access import acted_for, acting_posts, acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.endorsement import Endorsement, EndorsementCircumstances
from contract_platform.domain.followups import Task
from contract_platform.domain.people import Actor
from contract_platform.domain.relations import in_unit_of
from contract_platform.domain.task import takes
from contract_platform.domain.vocabulary import Role

OPERATION = "endorsement.act"


def standing(
    uow: UnitOfWork, actor: Actor, contract: Contract, statement: Endorsement, text: str = ""
) -> EndorsementCircumstances:
    """What the guards of the statement's table look at; the role is that of the task where it is the actor's."""
    task = task_of(uow, statement)
    mine = task is not None and takes(actor, task)
    role = task.role if task is not None and mine else other_role(actor, contract)
    away = acted_for(actor, contract, OPERATION, role)
    asker = {statement.asked_by} & {actor.person_id, away}
    return EndorsementCircumstances(
        endorsement=statement,
        contract=contract,
        actor_id=actor.person_id,
        acted_for=away,
        role=role,
        mine=mine,
        heads=heads_unit(actor, contract),
        asked=bool(asker) or waiting_is_mine(uow, actor, statement),
        earlier_roles=roles_taken(uow, contract.id, actor.person_id, away),
        text=text,
    )


def task_of(uow: UnitOfWork, statement: Endorsement) -> Task | None:
    """The open task of a statement, None once it is there."""
    found = uow.tasks.find(subject=ENDORSEMENT_TASK, subject_id=statement.id, closed_at=None)
    return found[0] if found else None


def waiting_is_mine(uow: UnitOfWork, actor: Actor, statement: Endorsement) -> bool:
    """Whether the task that waits for the statement has become the actor's."""
    return statement.task_id is not None and takes(actor, uow.tasks.get(statement.task_id))


def heads_unit(actor: Actor, contract: Contract) -> bool:
    """Whether the actor heads the unit that handles the contract."""
    posts = acting_posts(actor, contract, OPERATION)
    return any(post.role == Role.HANDLER_LEAD and in_unit_of(actor, post, contract) for post in posts)


def other_role(actor: Actor, contract: Contract) -> Role | None:
    """The role in which somebody takes a statement out: as head of the unit, else the first held."""
    held = acting_roles(actor, contract, OPERATION)
    if heads_unit(actor, contract):
        return Role.HANDLER_LEAD
    return next((role for role in Role if role in held), None)
