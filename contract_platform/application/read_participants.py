"""Who takes part in a contract by name, who keeps apart, and the handover under way, with the choices a reader has."""

from collections.abc import Iterable

from contract_platform.application.load import visible_contract
from contract_platform.application.people_views import (
    HandoverView,
    InvitationView,
    Named,
    ParticipantsView,
    RecusalView,
)
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_handovers import handover_view
from contract_platform.application.settle_work import can_handle, open_handover
from contract_platform.domain.access import acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.participation import INVITED_ROLES, Invitation, Recusal
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import Role

JUDGING = (Role.BUREAU_INTAKE, Role.BUREAU_REVIEWER, Role.BUREAU_LEAD, Role.FILING_OFFICER)


def read_participants(platform: Platform, actor: Actor, contract_id: str) -> ParticipantsView:
    """For the contract's page."""
    with platform.reading() as uow:
        return participants(uow, platform, actor, visible_contract(uow, actor, contract_id))


def participants(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> ParticipantsView:
    """Everything inside a unit of work; choices only for acts the reader may take."""
    may_invite = bool(acting_roles(actor, contract, "invitation.create"))
    may_recuse = Role.BUREAU_LEAD in acting_roles(actor, contract, "recusal.create")
    may_offer = bool(acting_roles(actor, contract, "handover.offer"))
    return ParticipantsView(
        invitations=tuple(invitation_view(uow, platform, one) for one in uow.invitations.find(contract_id=contract.id)),
        recusals=tuple(recusal_view(uow, one) for one in uow.recusals.find(contract_id=contract.id)),
        handover=handover_of(uow, actor, contract),
        invitable=in_office(uow, platform, INVITED_ROLES) if may_invite else (),
        recusable=in_office(uow, platform, JUDGING) if may_recuse else (),
        officers=officers(uow, platform, contract) if may_offer else (),
    )


def handover_of(uow: UnitOfWork, actor: Actor, contract: Contract) -> HandoverView | None:
    """The handover under way."""
    found = open_handover(uow, contract.id)
    return handover_view(uow, actor, found) if found else None


def in_office(uow: UnitOfWork, platform: Platform, roles: Iterable[Role]) -> tuple[Named, ...]:
    """Who holds one of the roles today and can sign in, by name."""
    today = platform.clock.today()
    posts = (post for role in roles for post in uow.posts.find(role=role) if post.held_on(today))
    people = [uow.people.get(person_id) for person_id in {post.person_id for post in posts}]
    found = (Named(id=person.id, name=person.name) for person in people if not person.disabled)
    return tuple(sorted(found, key=lambda one: (one.name, one.id)))


def officers(uow: UnitOfWork, platform: Platform, contract: Contract) -> tuple[Named, ...]:
    """Who else could handle the contract."""
    others = (one for one in in_office(uow, platform, (Role.HANDLER,)) if one.id != contract.handler_id)
    return tuple(one for one in others if can_handle(uow, platform, one.id, contract))


def invitation_view(uow: UnitOfWork, platform: Platform, invitation: Invitation) -> InvitationView:
    """An invitation with names."""
    return InvitationView(
        id=invitation.id,
        revision=invitation.revision,
        person_id=invitation.person_id,
        person=uow.people.get(invitation.person_id).name,
        until=invitation.until,
        reason=invitation.reason,
        invited_by=uow.people.get(invitation.invited_by).name,
        invited_at=invitation.invited_at,
        ended_at=invitation.ended_at,
        open=invitation.holds_on(platform.clock.today()),
    )


def recusal_view(uow: UnitOfWork, recusal: Recusal) -> RecusalView:
    """A recusal with names."""
    return RecusalView(
        id=recusal.id,
        revision=recusal.revision,
        person_id=recusal.person_id,
        person=uow.people.get(recusal.person_id).name,
        reason=recusal.reason,
        recorded_by=uow.people.get(recusal.recorded_by).name,
        recorded_at=recusal.recorded_at,
        lifted_at=recusal.lifted_at,
        lifted_why=recusal.lifted_why,
    )
