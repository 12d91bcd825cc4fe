"""What people of the demo do beside the acts themselves: ask, answer, urge, tell, follow and supervise."""

from datetime import date

from contract_platform.application.act_on_endorsement import act_on_endorsement
from contract_platform.application.act_on_task import act_on_task
from contract_platform.application.circulate import follow, send_copies
from contract_platform.application.commands import Cosign
from contract_platform.application.supervise import issue_supervision
from contract_platform.application.task_commands import (
    AddSigner,
    EndorsementCommand,
    NewCopies,
    NewSupervision,
    TaskCommand,
    Urge,
)
from contract_platform.demo.district import office
from contract_platform.demo.matter import Matter
from contract_platform.domain.work_vocabulary import EndorsementState


def ids(m: Matter, *usernames: str) -> tuple[str, ...]:
    """The people behind user names."""
    return tuple(m.stage.uow.people.find(username=name)[0].id for name in usernames)


def cosign(m: Matter, units: tuple[str, ...], question: str) -> None:
    """The officer asks other units to co-sign."""
    names = {unit.name: unit.id for unit in m.stage.uow.units.find()}
    m.do(m.team.handler, Cosign(unit_ids=tuple(names[office(key).name] for key in units), reason=question))


def move(m: Matter, who: str, command: TaskCommand) -> None:
    """An act on the task of the contract's state."""
    [task] = m.stage.uow.tasks.find(contract_id=m.id, subject="contract", closed_at=None)
    act_on_task(m.stage.platform, m.stage.actor(who), task.id, command, revision=task.revision)


def ask(m: Matter, who: str, whom: str, question: str) -> None:
    """A further opinion is asked for."""
    move(m, who, AddSigner(to_ids=ids(m, whom), reason=question))


def urge(m: Matter, who: str, words: str) -> None:
    """The task of the contract's state is urged."""
    move(m, who, Urge(reason=words))


def answer(m: Matter, who: str, action: str, text: str) -> None:
    """Somebody answers what they, or a unit they head, were asked."""
    actor = m.stage.actor(who)
    reached = {unit for post in actor.posts for unit in actor.subtree[post.unit_id]}
    asked = m.stage.uow.endorsements.find(contract_id=m.id, state=EndorsementState.ASKED)
    [statement] = [one for one in asked if one.person_id == actor.person_id or one.unit_id in reached]
    command = EndorsementCommand(action=action, text=text)
    act_on_endorsement(m.stage.platform, actor, statement.id, command, revision=statement.revision)


def tell(m: Matter, who: str, whom: tuple[str, ...], note: str) -> None:
    """The contract is copied to people."""
    send_copies(m.stage.platform, m.stage.actor(who), m.id, NewCopies(to_ids=ids(m, *whom), note=note))


def keep_an_eye(m: Matter, *who: str) -> None:
    """People follow the contract."""
    for one in who:
        follow(m.stage.platform, m.stage.actor(one), m.id)


def supervise(m: Matter, who: str, demand: str, due_on: date) -> None:
    """A supervision notice to the unit."""
    new = NewSupervision(demand=demand, due_on=due_on)
    issue_supervision(m.stage.platform, m.stage.actor(who), m.id, new)
