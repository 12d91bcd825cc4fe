"""How somebody stands to a task: whose it is, who heads those it is for, and in which role an act is taken."""

from contract_platform.application.circumstances import roles_taken, works_in_unit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.access import acted_for, acting_posts, acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.followups import Task
from contract_platform.domain.people import Actor
from contract_platform.domain.relations import units_of
from contract_platform.domain.task import JUDGING, TASK, TaskCircumstances, head_of, takes
from contract_platform.domain.vocabulary import Role

OPERATION = "task.act"


def standing(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, task: Task, action: str
) -> TaskCircumstances:
    """What the guards of the task's table look at, before anything is entered."""
    mine, heads = takes(actor, task), heads_it(actor, contract, task)
    role = role_for(actor, contract, task, action, mine=mine)
    away = acted_for(actor, contract, OPERATION, role)
    people = [person for person in (actor.person_id, away) if person is not None]
    judges = mine and task.role in JUDGING
    return TaskCircumstances(
        task=task,
        actor_id=actor.person_id,
        today=platform.clock.today(),
        acted_for=away,
        role=role,
        mine=mine,
        heads=heads,
        partial=judges and any(works_in_unit(uow, platform, contract, person) for person in people),
        earlier_roles=roles_taken(uow, contract.id, *people),
    )


def heads_it(actor: Actor, contract: Contract, task: Task) -> bool:
    """Whether the actor heads those a task is for."""
    head = head_of(task.role)
    posts = [post for post in acting_posts(actor, contract, OPERATION) if post.role == head]
    if task.unit_id is None:
        return bool(posts)
    return any(task.unit_id in units_of(actor, [post]) for post in posts)


def role_for(actor: Actor, contract: Contract, task: Task, action: str, *, mine: bool) -> Role | None:
    """The role in which an act is taken: the task's own where it is the actor's, else the first the table allows."""
    held = acting_roles(actor, contract, OPERATION)
    rows = TASK.rows(task.stage, action)
    allowed = rows[0].roles if rows else ()
    preferred = [head_of(task.role)] if action == "assign" else [task.role] if mine else []
    return next((role for role in (*preferred, *allowed) if role in held and role in allowed), None)
