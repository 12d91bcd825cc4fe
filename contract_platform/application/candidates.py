"""Who could hold a task, or be asked for an opinion beside it, and what speaks against each."""

from collections.abc import Iterable, Iterator

from contract_platform.application.circumstances import roles_taken, unit_and_above, works_in_unit
from contract_platform.application.people_in_sight import posts_in_sight
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.reviewers import is_recused
from contract_platform.application.tasks_of_contract import base_role
from contract_platform.domain.contract import Contract
from contract_platform.domain.followups import Task
from contract_platform.domain.participation import INVITED_ROLES
from contract_platform.domain.people import Post
from contract_platform.domain.relations import UNIT_ROLES
from contract_platform.domain.task import JUDGING, Candidate, may_be_given
from contract_platform.domain.vocabulary import Role
from contract_platform.domain.work_vocabulary import EndorsementState


def holders(uow: UnitOfWork, platform: Platform, contract: Contract, task: Task) -> Iterator[Candidate]:
    """Everybody in office who could hold a task; of several posts the first the task may be given to."""
    seen: set[str] = set()
    today = platform.clock.today()
    reached = unit_and_above(uow, task.unit_id) if task.unit_id else None
    for role in may_be_given(task.subject, base_role(uow, task)):
        for post in uow.posts.find(role=role):
            if post.person_id in seen or not post.held_on(today) or (reached and post.unit_id not in reached):
                continue
            seen.add(post.person_id)
            yield candidate(uow, platform, contract, task, post)


def signers(uow: UnitOfWork, platform: Platform, contract: Contract, task: Task) -> Iterator[Candidate]:
    """Everybody who may be asked for an opinion: colleagues of the task's side, and counsel and experts invited."""
    inside = task.role in UNIT_ROLES
    seen = {contract.handler_id, task.person_id}
    for post in posts_in_sight(uow, platform, contract):
        same_side = (post.role in UNIT_ROLES) == inside or post.role in INVITED_ROLES
        if same_side and post.person_id not in seen and post.role != Role.OBSERVER:
            seen.add(post.person_id)
            yield candidate(uow, platform, contract, task, post)


def candidate(uow: UnitOfWork, platform: Platform, contract: Contract, task: Task, post: Post) -> Candidate:
    """Somebody in a post, with what speaks against them."""
    person = uow.people.get(post.person_id)
    asked = uow.endorsements.find(task_id=task.id, person_id=person.id, state=EndorsementState.ASKED)
    judges = post.role in JUDGING
    return Candidate(
        person_id=person.id,
        role=post.role,
        unit_id=post.unit_id,
        name=person.name,
        fits=not person.disabled,
        recused=is_recused(uow, contract, person.id),
        partial=judges and works_in_unit(uow, platform, contract, person.id),
        decided_as=roles_taken(uow, contract.id, person.id) - {post.role},
        asked=bool(asked),
    )


def chosen(uow: UnitOfWork, people: Iterable[str], among: Iterator[Candidate]) -> tuple[Candidate, ...]:
    """Those who were named; somebody who is not among the possible ones does not fit."""
    known = {one.person_id: one for one in among}

    def named(person_id: str) -> Candidate:
        found = uow.people.find(id=person_id)
        return Candidate(person_id=person_id, role=Role.SYSTEM, name=found[0].name if found else "")

    return tuple(known.get(person_id) or named(person_id) for person_id in dict.fromkeys(people))
