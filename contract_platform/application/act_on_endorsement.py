"""Answering for a unit or as a person asked, and taking out who does not answer; when all are in, work goes on."""

import msgspec

from contract_platform.application.act_on_contract import settle
from contract_platform.application.act_on_filing import decide
from contract_platform.application.endorsement_standing import OPERATION, standing
from contract_platform.application.endorsement_waiting import stop_waiting
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.once import once
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_work import work
from contract_platform.application.task_commands import EndorsementCommand
from contract_platform.application.tasks_of_contract import retask_endorsement
from contract_platform.application.trace import record
from contract_platform.application.work_views import WorkView
from contract_platform.domain.contract import Contract
from contract_platform.domain.endorsement import ENDORSEMENT, Endorsement, EndorsementCircumstances
from contract_platform.domain.people import Actor
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState

replace = msgspec.structs.replace
TAKE_OUT = "take_out"


def act_on_endorsement(
    platform: Platform,
    actor: Actor,
    endorsement_id: str,
    command: EndorsementCommand,
    *,
    revision: int,
    idempotency_key: str | None = None,
) -> WorkView:
    """Follow the statement's table; ``Refused`` with every reason, ``Forbidden`` for another's act."""

    def done() -> WorkView:
        statement = uow.endorsements.get(endorsement_id)
        contract = visible_contract(uow, actor, statement.contract_id)
        permit(actor, OPERATION, contract)
        expect_revision(statement, revision)
        act(uow, platform, actor, contract, statement, command)
        return work(uow, platform, actor, uow.contracts.get(contract.id))

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"{OPERATION}/{endorsement_id}", idempotency_key, WorkView, done)


def act(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    statement: Endorsement,
    command: EndorsementCommand,
) -> None:
    """One act: the row of the table, what it leaves, the decision, the trace; then whatever waited for it."""
    facts = standing(uow, actor, contract, statement, command.text)
    row = ENDORSEMENT.advance(statement.state, command.action, facts.role, facts)
    assert facts.role is not None, "the table has checked it"
    given = answered(platform, facts) if row.action != TAKE_OUT else {"ended_at": platform.clock.now()}
    state = EndorsementState(row.target)
    statement = uow.endorsements.save(replace(statement, state=state, answer=command.text.strip(), **given))
    if row.action != TAKE_OUT:
        text, role, away = command.text.strip(), facts.role, facts.acted_for
        decide(uow, platform, actor, contract, row.action, role, text, acted_for=away)
    data = {"unit": statement.unit_id, "person": statement.person_id, "text": statement.answer}
    about = {"object_id": statement.id, "contract_id": contract.id}
    type_ = f"endorsement.{row.action}"
    record(uow, platform, actor, type_, **about, role=facts.role, acted_for=facts.acted_for, data=data)
    retask_endorsement(uow, platform, actor, contract, statement)
    go_on(uow, platform, actor, contract, statement)


def answered(platform: Platform, facts: EndorsementCircumstances) -> dict[str, object]:
    """Who answered, for whom, and when; an opinion of a person is over with it."""
    now = platform.clock.now()
    over = {"ended_at": now} if facts.endorsement.kind == EndorsementKind.PERSON else {}
    return {"answered_by": facts.actor_id, "answered_for": facts.acted_for, "answered_at": now, **over}


def go_on(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, statement: Endorsement) -> None:
    """The contract moves on once every unit has answered, the task that waited once every person has."""
    if statement.kind == EndorsementKind.UNIT:
        settle(uow, platform, contract)
    elif statement.task_id is not None:
        stop_waiting(uow, platform, actor, contract, statement.task_id)
