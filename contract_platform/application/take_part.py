"""Who takes part in one contract by name: counsel and experts who are invited, colleagues who keep apart (回避)."""

from datetime import timedelta
from typing import Final

import msgspec

from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.once import once
from contract_platform.application.people_commands import Lifting, NewInvitation, NewRecusal
from contract_platform.application.people_views import ParticipantsView
from contract_platform.application.permit import permit_as
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_participants import participants
from contract_platform.application.settle_work import release_reviewer
from contract_platform.application.trace import record
from contract_platform.application.vacate_tasks import vacate_tasks
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Forbidden, Invalid, Refused
from contract_platform.domain.lifecycle import IN_REVIEW
from contract_platform.domain.participation import INVITED_ROLES, Invitation, Recusal
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import Role

LONGEST: Final = 366  # days an invitation may run


def invite(
    platform: Platform, actor: Actor, contract_id: str, new: NewInvitation, *, idempotency_key: str | None = None
) -> ParticipantsView:
    """Invite counsel or an expert to one contract, until a day."""

    def done() -> ParticipantsView:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, "invitation.create", contract)
        check_invitation(uow, platform, contract, new)
        invitation = Invitation(
            id=platform.new_id(),
            contract_id=contract.id,
            person_id=new.person_id,
            until=new.until,
            reason=new.reason.strip(),
            invited_by=actor.person_id,
            invited_at=platform.clock.now(),
        )
        uow.invitations.add(invitation)
        data = {"person": new.person_id, "until": new.until, "reason": invitation.reason}
        key = invitation.id
        record(
            uow, platform, actor, "invitation.created", object_id=key, contract_id=contract.id, **standing, data=data
        )
        return participants(uow, platform, actor, contract)

    with platform.unit_of_work() as uow:
        operation = f"invitation.create/{contract_id}"
        return once(uow, platform, actor, operation, idempotency_key, ParticipantsView, done)


def check_invitation(uow: UnitOfWork, platform: Platform, contract: Contract, new: NewInvitation) -> None:
    """Somebody in office who may be asked, for a time that begins today, and not twice."""
    today = platform.clock.today()
    if not new.reason.strip():
        raise Invalid("reason_missing")
    if not today <= new.until <= today + timedelta(days=LONGEST):
        raise Invalid("invitation_days_wrong", longest=LONGEST)
    held = [post for post in uow.posts.find(person_id=new.person_id) if post.held_on(today)]
    fits = any(post.role in INVITED_ROLES for post in held) and not uow.people.get(new.person_id).disabled
    if not fits or uow.recusals.find(contract_id=contract.id, person_id=new.person_id, lifted_at=None):
        raise Refused("invitee_does_not_fit")
    before = uow.invitations.find(contract_id=contract.id, person_id=new.person_id)
    if any(one.holds_on(today) for one in before):
        raise Refused("invited_already")


def end_invitation(platform: Platform, actor: Actor, invitation_id: str, *, revision: int) -> ParticipantsView:
    """From now on the contract is out of the person's sight."""
    with platform.unit_of_work() as uow:
        invitation = uow.invitations.get(invitation_id)
        contract = visible_contract(uow, actor, invitation.contract_id)
        standing = permit_as(actor, "invitation.end", contract)
        expect_revision(invitation, revision)
        if not invitation.holds_on(platform.clock.today()):
            raise Refused("invitation_ended")
        ended = {"ended_at": platform.clock.now(), "ended_by": actor.person_id}
        uow.invitations.save(msgspec.structs.replace(invitation, **ended))
        key = invitation.id
        record(uow, platform, actor, "invitation.ended", object_id=key, contract_id=contract.id, **standing)
        return participants(uow, platform, actor, contract)


def recuse(
    platform: Platform, actor: Actor, contract_id: str, new: NewRecusal, *, idempotency_key: str | None = None
) -> ParticipantsView:
    """Keep oneself out of a contract, or somebody else as the bureau's lead; a review under way goes to another."""

    def done() -> ParticipantsView:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, "recusal.create", contract)
        person_id = new.person_id or actor.person_id
        check_recusal(uow, actor, contract, person_id, standing["role"], new.reason)
        recusal = Recusal(
            id=platform.new_id(),
            contract_id=contract.id,
            person_id=person_id,
            reason=new.reason.strip(),
            recorded_by=actor.person_id,
            recorded_at=platform.clock.now(),
        )
        uow.recusals.add(recusal)
        data = {"person": person_id, "reason": recusal.reason}
        key = recusal.id
        record(uow, platform, actor, "recusal.created", object_id=key, contract_id=contract.id, **standing, data=data)
        if contract.reviewer_id == person_id and contract.state in IN_REVIEW:
            release_reviewer(uow, platform, actor, contract)
        vacate_tasks(uow, platform, actor, person_id, lambda one: one == contract.id)
        return participants(uow, platform, actor, uow.contracts.get(contract.id))

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"recusal.create/{contract_id}", idempotency_key, ParticipantsView, done)


def check_recusal(
    uow: UnitOfWork, actor: Actor, contract: Contract, person_id: str, role: Role | None, reason: str
) -> None:
    """Of oneself, or by the bureau's lead; an officer hands over first."""
    if not reason.strip():
        raise Invalid("reason_missing")
    leads = role == Role.BUREAU_LEAD or actor.post_as(Role.BUREAU_LEAD) is not None
    if person_id != actor.person_id and not leads:
        raise Forbidden("recusal_of_others")
    uow.people.get(person_id)
    if person_id == contract.handler_id:
        raise Refused("recusal_of_handler")
    if uow.recusals.find(contract_id=contract.id, person_id=person_id, lifted_at=None):
        raise Refused("recusal_recorded")


def lift_recusal(
    platform: Platform, actor: Actor, recusal_id: str, lifting: Lifting, *, revision: int
) -> ParticipantsView:
    """The bureau's lead takes a recusal back, never the own one; it stays on the record."""
    with platform.unit_of_work() as uow:
        recusal = uow.recusals.get(recusal_id)
        contract = visible_contract(uow, actor, recusal.contract_id)
        standing = permit_as(actor, "recusal.lift", contract)
        expect_revision(recusal, revision)
        if not lifting.reason.strip():
            raise Invalid("reason_missing")
        if recusal.lifted_at is not None:
            raise Refused("recusal_lifted")
        now = platform.clock.now()
        changes = {"lifted_at": now, "lifted_by": actor.person_id, "lifted_why": lifting.reason.strip()}
        uow.recusals.save(msgspec.structs.replace(recusal, **changes))
        data = {"person": recusal.person_id, "reason": lifting.reason.strip()}
        key = recusal.id
        record(uow, platform, actor, "recusal.lifted", object_id=key, contract_id=contract.id, **standing, data=data)
        return participants(uow, platform, actor, contract)
