"""督办: a numbered notice is issued, answered by the unit, and closed by somebody who did not answer."""

import msgspec

from contract_platform.application.effects import number_for
from contract_platform.application.holding import refuse_unless_free
from contract_platform.application.inbox_queries import SupervisionRow
from contract_platform.application.list_supervisions import supervision_row
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.once import once
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.supervision_standing import standing
from contract_platform.application.task_commands import NewSupervision, SupervisionCommand
from contract_platform.application.tasks_of_contract import SUPERVISION_TASK, retask_supervision
from contract_platform.application.trace import record
from contract_platform.domain.contract import Contract
from contract_platform.domain.people import Actor
from contract_platform.domain.supervision import SUPERVISION, Supervision, SupervisionCircumstances
from contract_platform.domain.work_vocabulary import SupervisionState

replace = msgspec.structs.replace


def issue_supervision(
    platform: Platform, actor: Actor, contract_id: str, new: NewSupervision, *, idempotency_key: str | None = None
) -> SupervisionRow:
    """A notice to the unit that handles the contract, with a number of its own."""

    def done() -> SupervisionRow:
        contract = visible_contract(uow, actor, contract_id)
        permit(actor, "supervision.create", contract)
        facts = standing(platform, actor, contract, None, "supervise", text=new.demand, due_on=new.due_on)
        row = SUPERVISION.advance(None, "supervise", facts.role, facts)
        assert facts.role is not None, "the table has checked it"
        notice = Supervision(
            id=platform.new_id(),
            number=number_for(uow, platform, contract, "supervision"),
            contract_id=contract.id,
            unit_id=contract.handling_unit_id,
            state=SupervisionState(row.target),
            demand=new.demand.strip(),
            due_on=new.due_on,
            issued_by=actor.person_id,
            issued_as=facts.role,
            issued_at=platform.clock.now(),
        )
        uow.supervisions.add(notice)
        tell(uow, platform, actor, notice, "supervise", facts)
        retask_supervision(uow, platform, actor, contract, notice)
        return supervision_row(uow, platform, actor, contract, notice)

    with platform.unit_of_work() as uow:
        operation = f"supervision.create/{contract_id}"
        return once(uow, platform, actor, operation, idempotency_key, SupervisionRow, done)


def act_on_supervision(
    platform: Platform,
    actor: Actor,
    supervision_id: str,
    command: SupervisionCommand,
    *,
    revision: int,
    idempotency_key: str | None = None,
) -> SupervisionRow:
    """Answer, close, return or revoke; ``Refused`` with every reason, ``Forbidden`` for another's act."""

    def done() -> SupervisionRow:
        notice = uow.supervisions.get(supervision_id)
        contract = visible_contract(uow, actor, notice.contract_id)
        permit(actor, "supervision.act", contract)
        expect_revision(notice, revision)
        notice = act(uow, platform, actor, contract, notice, command)
        return supervision_row(uow, platform, actor, contract, notice)

    with platform.unit_of_work() as uow:
        operation = f"supervision.act/{supervision_id}"
        return once(uow, platform, actor, operation, idempotency_key, SupervisionRow, done)


def act(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    notice: Supervision,
    command: SupervisionCommand,
) -> Supervision:
    """One act: the row of the table, what it leaves, the trace, the next task."""
    facts = standing(platform, actor, contract, notice, command.action, text=command.text)
    row = SUPERVISION.advance(notice.state, command.action, facts.role, facts)
    refuse_unless_free(uow, actor, contract, SUPERVISION_TASK, notice.id, command.action, facts.role)
    state = SupervisionState(row.target)
    notice = uow.supervisions.save(replace(notice, state=state, **effect(platform, command, facts)))
    tell(uow, platform, actor, notice, row.action, facts)
    retask_supervision(uow, platform, actor, contract, notice)
    return notice


def effect(platform: Platform, command: SupervisionCommand, facts: SupervisionCircumstances) -> dict[str, object]:
    """The fields an act sets."""
    now, text = platform.clock.now(), command.text.strip()
    match command.action:
        case "answer":
            return {"answer": text, "answered_by": facts.actor_id, "answered_for": facts.acted_for, "answered_at": now}
        case "return":
            return {"note": text}
        case _:
            return {"note": text, "ended_at": now}


def tell(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    notice: Supervision,
    action: str,
    facts: SupervisionCircumstances,
) -> None:
    """The trace of a notice."""
    data = {"number": notice.number, "to": notice.state, "due_on": notice.due_on, "text": facts.text.strip()}
    about = {"object_id": notice.id, "contract_id": notice.contract_id}
    type_ = f"supervision.{action}"
    record(uow, platform, actor, type_, **about, role=facts.role, acted_for=facts.acted_for, data=data)
