"""Another administrator approves or rejects, or who asked withdraws; an approved change is applied in that commit."""

import msgspec

from contract_platform.application.apply_change import Given, Issued, apply_change, undo_request
from contract_platform.application.live_rules import KINDS
from contract_platform.application.load import expect_revision
from contract_platform.application.passwords import random_password
from contract_platform.application.people_commands import ChangeCommand
from contract_platform.application.people_views import ChangeRequestView
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_changes import change_view, deciding_role, facts_of
from contract_platform.application.request_change import refuse, tell
from contract_platform.application.weigh_change import weigh
from contract_platform.application.weigh_import import weigh_import
from contract_platform.domain import change as c
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import ChangeKind, ChangeState

TOLD = {ChangeState.APPROVED: "approved", ChangeState.REJECTED: "rejected", ChangeState.WITHDRAWN: "withdrawn"}
SERIES = "change_decision"
"""Counting decisions makes each wait for the one before: two approvals cannot each leave the last administrator."""


def decide_change(
    platform: Platform, actor: Actor, change_id: str, command: ChangeCommand, *, revision: int
) -> ChangeRequestView:
    """Decide; the passwords to hand over are in this answer and nowhere else, so no answer is stored."""
    with platform.reading() as uow:
        given = passwords_for(platform, uow.changes.get(change_id)) if command.action == "approve" else ()
    with platform.unit_of_work() as uow:
        uow.next_number(SERIES)
        change = uow.changes.get(change_id)
        expect_revision(change, revision)
        change, issued = decide(uow, platform, actor, change, command, given)
        decided = msgspec.structs.replace(change_view(uow, actor, change), issued=issued)
    if decided.kind in KINDS:
        platform.rules.fresh()
    return decided


def decide(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    change: c.ChangeRequest,
    command: ChangeCommand,
    given: tuple[Given, ...],
) -> tuple[c.ChangeRequest, Issued]:
    """One decision: the row of the table, what it does, the trace."""
    facts = facts_of(uow, actor, change, command.note)
    role = deciding_role(actor, change, command.action, facts)
    row = c.CHANGE.advance(change.state, command.action, role, facts)
    change = msgspec.structs.replace(
        change,
        state=ChangeState(row.target),
        decided_by=actor.person_id,
        decided_at=platform.clock.now(),
        note=command.note.strip(),
    )
    change = uow.changes.save(change)
    tell(uow, platform, actor, change, TOLD[change.state], role)
    if change.state == ChangeState.APPROVED:
        refuse(change.kind, reasons_now(uow, platform, change))
        return change, apply_change(uow, platform, actor, change, given)
    undo_request(uow, platform, actor, change)
    return change, ()


def reasons_now(uow: UnitOfWork, platform: Platform, change: c.ChangeRequest) -> tuple[Reason, ...]:
    """What stands against a change by the time it is approved; some have taken effect or were checked already."""
    match change.body:
        case c.PersonCreate() | c.PersonDisable() | c.FormTemplate():
            return ()
        case c.PeopleImport():
            return weigh_import(uow, platform, change.body).reasons
        case _:
            return weigh(uow, platform, change.body).reasons


def passwords_for(platform: Platform, change: c.ChangeRequest) -> tuple[Given, ...]:
    """One initial password for each account that begins."""
    count = {ChangeKind.PERSON_CREATE: 1}.get(change.kind, 0)
    if isinstance(change.body, c.PeopleImport):
        count = len(change.body.people)
    made = [random_password() for _ in range(count)]
    return tuple(Given(password=password, hashed=platform.passwords.hash(password)) for password in made)
