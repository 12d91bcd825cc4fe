"""The signed-in person for the frame of the pages."""

from datetime import timedelta

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.sessions import session_of
from contract_platform.application.views import PostView, SessionView
from contract_platform.domain.access import permissions
from contract_platform.domain.credentials import open_in
from contract_platform.domain.people import Actor


def read_session(platform: Platform, actor: Actor, token: str) -> SessionView:
    """Who is signed in, with posts, permissions, what is outstanding and how long the session lasts."""
    with platform.reading() as uow:
        return session_view(uow, platform, actor, token)


def session_view(uow: UnitOfWork, platform: Platform, actor: Actor, token: str) -> SessionView:
    """The same inside a unit of work."""
    session = session_of(uow, token)
    person = uow.people.get(actor.person_id)
    names = {unit.id: unit.name for unit in uow.units.find()}
    rules, now = platform.sign_in_rules, platform.clock.now()
    return SessionView(
        person_id=person.id,
        name=person.name,
        username=person.username,
        posts=tuple(
            PostView(
                id=post.id,
                role=post.role,
                unit_id=post.unit_id,
                unit_name=names[post.unit_id],
                acted_for=None if post.person_id == person.id else uow.people.get(post.person_id).name,
            )
            for post in actor.posts
        ),
        permissions=tuple(name for name in permissions(actor.roles()) if open_in(actor.step, name)),
        demo=person.demo,
        step=actor.step,
        idle_seconds=seconds(session.seen_at + rules.idle - now),
        left_seconds=seconds(session.created_at + rules.absolute - now),
    )


def seconds(left: timedelta) -> int:
    """Whole seconds, never less than none."""
    return max(0, int(left.total_seconds()))
