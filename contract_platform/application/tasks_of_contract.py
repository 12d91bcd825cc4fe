"""Who has to do what by when: tasks follow the states of the contract and of what runs beside it."""

from collections.abc import Collection
from datetime import date

import msgspec

from contract_platform.application.clocks import is_suspended, running_clocks
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.access import named_for
from contract_platform.domain.contract import Contract
from contract_platform.domain.correction import Correction, CorrectionState
from contract_platform.domain.deviation import Deviation
from contract_platform.domain.endorsement import Endorsement
from contract_platform.domain.filing import FILING
from contract_platform.domain.followups import Alert, Filing, Obligation, Task
from contract_platform.domain.handover import OPEN, Handover
from contract_platform.domain.lifecycle import clocks_in, taker
from contract_platform.domain.machine import Machine
from contract_platform.domain.obligation import OBLIGATION
from contract_platform.domain.people import Actor
from contract_platform.domain.records import Record
from contract_platform.domain.relations import UNIT_ROLES
from contract_platform.domain.submission_vocabulary import UrgencyState
from contract_platform.domain.supervision import CONCERNED, Supervision
from contract_platform.domain.task import may_be_given, takes
from contract_platform.domain.urgency import URGENCY_OPEN
from contract_platform.domain.vocabulary import AlertState, HandoverCause, HandoverState, ObligationState, Role, State
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState, SupervisionState, TaskStage

CONTRACT, FILING_TASK, OBLIGATION_TASK, PLAN, HANDOVER_TASK = "contract", "filing", "obligation", "plan", "handover"
ALERT_TASK, ENDORSEMENT_TASK, SUPERVISION_TASK, ENTRY = "alert", "endorsement", "supervision", "entry"
URGENCY_TASK = "urgency"
DEVIATION_TASK = "deviation"
CORRECTION_TASK = "correction"


class Wanted(Record, frozen=True, kw_only=True):
    """The task that should be open; ``person_id`` where it is for somebody other than the role means.

    ``unit_id``: the unit whose people it is for, where that is not the unit that handles the contract.
    """

    role: Role
    person_id: str | None = None
    unit_id: str | None = None
    due_on: date | None = None
    unit: str = "working"


def retask(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """Open the task of the contract's state and close the one before."""
    role = taker(contract.state)
    mine = clocks_in(contract.state)
    running = running_clocks(uow, contract.id)
    pressing = (clock for clock in running if clock.name in mine and not is_suspended(clock))
    nearest = min(pressing, key=lambda clock: clock.due_on, default=None)
    wanted = None
    if role is not None:
        wanted = Wanted(role=role, person_id=reviewed_before(uow, platform, contract))
        if nearest is not None:
            wanted = msgspec.structs.replace(wanted, due_on=nearest.due_on, unit=nearest.unit)
    set_task(uow, platform, actor, contract, CONTRACT, contract.id, wanted)


def reviewed_before(uow: UnitOfWork, platform: Platform, contract: Contract) -> str | None:
    """Who reviewed for the unit last time, where it comes back for another review and they still hold that post."""
    if contract.state != State.UNIT_REVIEW or contract.round == 1:
        return None
    passed = [made.person_id for made in uow.decisions.find(contract_id=contract.id, action="pass")]
    today = platform.clock.today()
    held = [post for post in uow.posts.find(role=Role.UNIT_LEGAL) if post.person_id in passed[-1:]]
    here = [post for post in held if post.held_on(today) and post.unit_id == contract.handling_unit_id]
    return here[0].person_id if here else None


def retask_filing(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, filing: Filing) -> None:
    """The task of a filing: whoever its next act is for."""
    role = next_role(FILING, filing.state)
    wanted = Wanted(role=role, due_on=filing.step_due_on or filing.due_on) if role else None
    set_task(uow, platform, actor, contract, FILING_TASK, filing.id, wanted)


def retask_obligation(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, obligation: Obligation
) -> None:
    """An obligation is somebody's task once it is due or waits for verification."""
    waiting = obligation.state in {ObligationState.DUE, ObligationState.EVIDENCED, ObligationState.BREACHED}
    role = next_role(OBLIGATION, obligation.state) if waiting else None
    wanted = Wanted(role=role, due_on=obligation.due_on, unit="natural") if role else None
    set_task(uow, platform, actor, contract, OBLIGATION_TASK, obligation.id, wanted)


def retask_alert(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, alert: Alert) -> None:
    """An alert that was disposed of waits for the supervision; before that it stands on the alerts' own page."""
    wanted = Wanted(role=Role.PERF_SUPERVISOR) if alert.state == AlertState.DISPOSED else None
    set_task(uow, platform, actor, contract, ALERT_TASK, alert.id, wanted)


def retask_plan(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """One task while proposals of a signed contract wait to be confirmed, however many they are."""
    proposed = uow.obligations.find(contract_id=contract.id, state=ObligationState.PROPOSED)
    wanted = Wanted(role=Role.HANDLER) if proposed and contract.sign_date is not None else None
    set_task(uow, platform, actor, contract, PLAN, contract.id, wanted)


def retask_entry(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """Facts of a contract entered after it was signed wait for their confirmation."""
    wanted = Wanted(role=Role.HANDLER) if contract.is_being_entered else None
    set_task(uow, platform, actor, contract, ENTRY, contract.id, wanted)


def retask_urgency(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """A request for urgency waits for the unit's head; once the contract has gone on nobody is asked any more."""
    found = uow.submissions.find(contract_id=contract.id)
    last = found[0].urgency if found else None
    if last is None or last.state is not UrgencyState.PENDING:
        set_task(uow, platform, actor, contract, URGENCY_TASK, contract.id, None)
    elif contract.state in URGENCY_OPEN:
        set_task(uow, platform, actor, contract, URGENCY_TASK, contract.id, Wanted(role=Role.HANDLER_LEAD))
    else:
        lapsed = msgspec.structs.replace(last, state=UrgencyState.WITHDRAWN)
        uow.submissions.save(msgspec.structs.replace(found[0], urgencies=(*found[0].urgencies[:-1], lapsed)))
        set_task(uow, platform, actor, contract, URGENCY_TASK, contract.id, None)


def retask_deviations(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, known: Collection[Deviation]
) -> None:
    """A signed contract whose copy differs waits for whoever reviewed it; before that it is the main line's matter."""
    role = Role.UNIT_LEGAL if contract.reviewer_id is None else Role.BUREAU_REVIEWER
    wanted = Wanted(role=role) if known and contract.sign_date is not None else None
    set_task(uow, platform, actor, contract, DEVIATION_TASK, contract.id, wanted)


def retask_correction(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, correction: Correction
) -> None:
    """A correction waits for another one: the head of the unit, or its legal officer where the head asked."""
    asked_as, wanted = correction.asked_as, None
    if correction.state == CorrectionState.PENDING:
        role = Role.UNIT_LEGAL if asked_as == Role.HANDLER_LEAD else Role.HANDLER_LEAD
        if correction.of_bureau:
            role = Role.BUREAU_LEAD if asked_as == Role.FILING_OFFICER else Role.FILING_OFFICER
        wanted = Wanted(role=role)
    set_task(uow, platform, actor, contract, CORRECTION_TASK, correction.id, wanted)


def retask_handover(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, handover: Handover) -> None:
    """A contract without an officer is for the unit's head to assign, one assigned for the new officer to take over."""
    wanted = {
        HandoverState.POOLED: Wanted(role=Role.HANDLER_LEAD),
        HandoverState.ASSIGNED: Wanted(role=Role.HANDLER, person_id=handover.to_id),
    }.get(handover.state)
    set_task(uow, platform, actor, contract, HANDOVER_TASK, handover.id, wanted)


def retask_endorsement(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, endorsement: Endorsement
) -> None:
    """A statement asked for is the task of the person, or of the head of the unit, until it is there."""
    wanted = None
    if endorsement.state == EndorsementState.ASKED:
        due_on, unit = due_of_statement(uow, endorsement)
        wanted = Wanted(
            role=endorsement.role,
            person_id=endorsement.person_id,
            unit_id=endorsement.unit_id,
            due_on=due_on,
            unit=unit,
        )
    set_task(uow, platform, actor, contract, ENDORSEMENT_TASK, endorsement.id, wanted)


def due_of_statement(uow: UnitOfWork, endorsement: Endorsement) -> tuple[date | None, str]:
    """By when a statement is wanted: within the period it is asked in, or while the task that waits has time."""
    if endorsement.task_id is not None:
        waiting = uow.tasks.get(endorsement.task_id)
        return waiting.due_on, waiting.unit
    within = {"COSIGNING"} if endorsement.kind == EndorsementKind.UNIT else {"INTAKE", "REVIEW"}
    clock = next((one for one in running_clocks(uow, endorsement.contract_id) if one.name in within), None)
    return (clock.due_on, clock.unit) if clock else (None, "working")


def retask_supervision(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, supervision: Supervision
) -> None:
    """A notice is for the head of the unit to answer, an answer for whoever issued the notice to verify."""
    wanted = {
        SupervisionState.ISSUED: Wanted(role=CONCERNED[0], unit_id=supervision.unit_id, due_on=supervision.due_on),
        SupervisionState.RETURNED: Wanted(role=CONCERNED[0], unit_id=supervision.unit_id, due_on=supervision.due_on),
        SupervisionState.ANSWERED: Wanted(role=supervision.issued_as),
    }.get(supervision.state)
    set_task(uow, platform, actor, contract, SUPERVISION_TASK, supervision.id, wanted)


def retask_all(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """Everything open about a contract lies anew with whoever it is for now."""
    retask(uow, platform, actor, contract)
    retask_urgency(uow, platform, actor, contract)
    for filing in uow.filings.find(contract_id=contract.id):
        retask_filing(uow, platform, actor, contract, filing)
    for obligation in uow.obligations.find(contract_id=contract.id):
        retask_obligation(uow, platform, actor, contract, obligation)
    retask_plan(uow, platform, actor, contract)
    retask_entry(uow, platform, actor, contract)


def next_role(machine: Machine, state: str) -> Role | None:
    """Whose the main act of a state is."""
    return next((row.roles[0] for row in machine.rows(state) if row.roles[0] != Role.SYSTEM), None)


def set_task(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    subject: str,
    subject_id: str,
    wanted: Wanted | None,
) -> None:
    """Make exactly the wanted task of a subject open; the one closed was done by the actor."""
    role, person = lies_with(uow, contract, wanted) if wanted else (None, None)
    for task in uow.tasks.find(contract_id=contract.id, subject=subject, subject_id=subject_id, closed_at=None):
        if wanted and role and serves(task, contract, role, person):
            fresh = {"state": contract.state, "due_on": wanted.due_on, "unit": wanted.unit}
            if any(getattr(task, name) != value for name, value in fresh.items()):
                uow.tasks.save(msgspec.structs.replace(task, **fresh))
            return
        close_task(uow, platform, actor, task)
    if wanted is None or role is None:
        return
    home = wanted.unit_id or contract.handling_unit_id
    uow.tasks.add(
        Task(
            id=platform.new_id(),
            contract_id=contract.id,
            role=role,
            unit_id=home if role in UNIT_ROLES else None,
            person_id=person,
            stage=TaskStage.POOLED if person is None else TaskStage.HELD,
            state=contract.state,
            subject=subject,
            subject_id=subject_id,
            opened_at=platform.clock.now(),
            opened_by=actor.person_id,
            due_on=wanted.due_on,
            unit=wanted.unit,
        )
    )


def serves(task: Task, contract: Contract, role: Role, person: str | None) -> bool:
    """Whether an open task is the wanted one; what somebody has taken out of the pool stays theirs."""
    if task.taken_at is not None:
        moved = task.subject == CONTRACT and task.state != contract.state
        return not moved and person is None and task.role in may_be_given(task.subject, role)
    return (task.role, task.person_id, task.state) == (role, person, contract.state)


def base_role(uow: UnitOfWork, task: Task) -> Role:
    """For whom a task was opened, whoever holds it now: a unit's answer is its head's before it is given to anybody."""
    if task.subject == ENDORSEMENT_TASK:
        return uow.endorsements.get(task.subject_id).role
    return CONCERNED[0] if task.subject == SUPERVISION_TASK and task.role in CONCERNED else task.role


def close_task(uow: UnitOfWork, platform: Platform, actor: Actor, task: Task) -> None:
    """A task is done by whoever it was for, and dropped by everybody else; what it waited for is asked no more."""
    stage = TaskStage.DONE if takes(actor, task) else TaskStage.DROPPED
    now = platform.clock.now()
    uow.tasks.save(msgspec.structs.replace(task, stage=stage, closed_at=now, closed_by=actor.person_id))
    drop_signers(uow, platform, actor, task)


def drop_signers(uow: UnitOfWork, platform: Platform, actor: Actor, task: Task) -> None:
    """Nobody is asked for an opinion any more on behalf of a task that does not wait for it."""
    for asked in uow.endorsements.find(contract_id=task.contract_id, task_id=task.id, state=EndorsementState.ASKED):
        ended = {"state": EndorsementState.CANCELLED, "ended_at": platform.clock.now()}
        uow.endorsements.save(msgspec.structs.replace(asked, **ended))
        for one in uow.tasks.find(subject=ENDORSEMENT_TASK, subject_id=asked.id, closed_at=None):
            close_task(uow, platform, actor, one)


def lies_with(uow: UnitOfWork, contract: Contract, wanted: Wanted) -> tuple[Role, str | None]:
    """The role and person a task is for; what nobody is left to do lies with whoever names somebody."""
    if wanted.person_id is not None:
        return wanted.role, wanted.person_id
    if wanted.role == Role.HANDLER and is_pooled(uow, contract.id):
        return Role.HANDLER_LEAD, None
    if wanted.role == Role.BUREAU_REVIEWER and contract.reviewer_id is None:
        return Role.BUREAU_LEAD, None
    return wanted.role, named_for(contract, wanted.role)


def is_pooled(uow: UnitOfWork, contract_id: str) -> bool:
    """Whether the contract's officer is gone and nobody has taken over yet."""
    found = uow.handovers.find(contract_id=contract_id)
    return any(one.state in OPEN and one.cause != HandoverCause.VOLUNTARY for one in found)
