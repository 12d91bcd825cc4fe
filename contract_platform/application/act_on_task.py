"""领取, 退回待领取, 分派, 转办, 加签, 催办: who does a task changes, what has to be done stays."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from contract_platform.application.act_on_filing import decide
from contract_platform.application.candidates import chosen, holders, signers
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.once import once
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_work import work
from contract_platform.application.task_commands import AddSigner, Assign, TaskCommand, Transfer
from contract_platform.application.task_standing import OPERATION, standing
from contract_platform.application.tasks_of_contract import CONTRACT, base_role, retask, retask_endorsement
from contract_platform.application.trace import record
from contract_platform.application.work_views import WorkView
from contract_platform.domain.contract import Contract
from contract_platform.domain.endorsement import Endorsement
from contract_platform.domain.errors import Refused
from contract_platform.domain.followups import Task
from contract_platform.domain.people import Actor
from contract_platform.domain.task import NAMED, TASK, Candidate, TaskCircumstances
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState, TaskStage

replace = msgspec.structs.replace


@dataclass(frozen=True, slots=True)
class Move:
    """An act on a task under way: who does it to which task, and the stage the table leads to."""

    uow: UnitOfWork
    platform: Platform
    actor: Actor
    contract: Contract
    facts: TaskCircumstances
    stage: TaskStage

    @property
    def task(self) -> Task:
        """The task as it was."""
        return self.facts.task

    def save(self, **changes: object) -> None:
        """The task at its new stage."""
        self.uow.tasks.save(replace(self.task, stage=self.stage, **changes))


def act_on_task(
    platform: Platform,
    actor: Actor,
    task_id: str,
    command: TaskCommand,
    *,
    revision: int,
    idempotency_key: str | None = None,
) -> WorkView:
    """Follow the task's table; ``Refused`` with every reason, ``Forbidden`` for another's act."""

    def done() -> WorkView:
        task = uow.tasks.get(task_id)
        contract = visible_contract(uow, actor, task.contract_id)
        act(uow, platform, actor, contract, task, command, revision=revision)
        return work(uow, platform, actor, uow.contracts.get(contract.id))

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"{OPERATION}/{task_id}", idempotency_key, WorkView, done)


def act(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    task: Task,
    command: TaskCommand,
    *,
    revision: int,
) -> None:
    """One act: the row of the table, what it leaves, the trace."""
    permit(actor, OPERATION, contract)
    expect_revision(task, revision)
    action = str(command.__struct_config__.tag)
    facts = standing(uow, platform, actor, contract, task, action)
    facts = replace(facts, reason=command.reason, candidates=candidates(uow, platform, contract, task, command))
    row = TASK.advance(task.stage, action, facts.role, facts)
    EFFECTS[action](Move(uow, platform, actor, contract, facts, TaskStage(row.target)))
    people = [one.person_id for one in facts.candidates]
    data = {"subject": task.subject, "task_role": task.role, "to": people, "reason": command.reason.strip()}
    about = {"object_id": task.id, "contract_id": contract.id}
    record(uow, platform, actor, f"task.{action}", **about, role=facts.role, acted_for=facts.acted_for, data=data)


def candidates(
    uow: UnitOfWork, platform: Platform, contract: Contract, task: Task, command: TaskCommand
) -> tuple[Candidate, ...]:
    """The people a command names, and what speaks against each."""
    match command:
        case Assign() | Transfer():
            return chosen(uow, (command.to_id,), holders(uow, platform, contract, task))
        case AddSigner():
            return chosen(uow, command.to_ids, signers(uow, platform, contract, task))
        case _:
            return ()


def claim(move: Move) -> None:
    """From now on it is the actor's, or that of the colleague whose post makes it so."""
    holder = move.facts.acted_for or move.actor.person_id
    move.save(person_id=holder, taken_at=move.platform.clock.now())


def release(move: Move) -> None:
    """Back to all whom it is for."""
    move.save(**unheld(move.uow, move.task))


def unheld(uow: UnitOfWork, task: Task) -> dict[str, Any]:
    """What changes on a task that nobody holds any more."""
    return {"person_id": None, "taken_at": None, "given_by": None, "note": None, "role": base_role(uow, task)}


def assign(move: Move) -> None:
    """The head gives it to somebody, who has not looked at it yet."""
    [to] = move.facts.candidates
    move.save(
        person_id=to.person_id,
        role=to.role,
        taken_at=move.platform.clock.now(),
        given_by=move.actor.person_id,
        note=move.facts.reason.strip() or None,
        seen_at=None,
        seen_by=None,
    )


def transfer(move: Move) -> None:
    """Somebody else goes on; who leaves has handled the contract. A reviewer's successor is named on the contract."""
    reason = move.facts.reason.strip()
    role, away = move.task.role, move.facts.acted_for
    decide(move.uow, move.platform, move.actor, move.contract, "transfer", role, reason, acted_for=away)
    if role in NAMED and move.task.subject == CONTRACT:
        name_successor(move, reason)
    else:
        assign(move)


def name_successor(move: Move, reason: str) -> None:
    """The contract names another reviewer, whose task opens with the reason."""
    uow, now = move.uow, move.platform.clock.now()
    [to] = move.facts.candidates
    if to.person_id == move.contract.handler_id:
        raise Refused("reviewer_not_independent")
    contract = uow.contracts.save(replace(move.contract, reviewer_id=to.person_id, updated_at=now))
    retask(uow, move.platform, move.actor, contract)
    for opened in uow.tasks.find(contract_id=contract.id, subject=CONTRACT, closed_at=None):
        uow.tasks.save(replace(opened, given_by=move.actor.person_id, note=reason))


def add_signer(move: Move) -> None:
    """The task waits, and everybody asked has one of their own."""
    uow, task, now = move.uow, move.task, move.platform.clock.now()
    holder = move.facts.acted_for or move.actor.person_id
    move.save(**({} if task.person_id else {"person_id": holder, "taken_at": now}))
    for one in move.facts.candidates:
        asked = Endorsement(
            id=move.platform.new_id(),
            contract_id=move.contract.id,
            kind=EndorsementKind.PERSON,
            round=move.contract.round,
            state=EndorsementState.ASKED,
            role=one.role,
            question=move.facts.reason.strip(),
            asked_by=move.actor.person_id,
            asked_at=now,
            person_id=one.person_id,
            task_id=task.id,
        )
        uow.endorsements.add(asked)
        retask_endorsement(uow, move.platform, move.actor, move.contract, asked)


def urge(move: Move) -> None:
    """Shown with the task; once a day, without a number."""
    move.save(urged_on=move.facts.today, urged_by=move.actor.person_id, urges=move.task.urges + 1)


EFFECTS: dict[str, Callable[[Move], None]] = {
    "claim": claim,
    "release": release,
    "assign": assign,
    "transfer": transfer,
    "add_signer": add_signer,
    "urge": urge,
}
