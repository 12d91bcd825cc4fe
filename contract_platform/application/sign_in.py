"""Sign in, stay signed in, sign out."""

import hashlib
import secrets
from datetime import date, timedelta

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.standing import invited_to, lent_posts, recused_from
from contract_platform.application.trace import record
from contract_platform.application.views import PostView, SessionView
from contract_platform.domain.access import permissions
from contract_platform.domain.errors import NotFound, Unauthenticated
from contract_platform.domain.people import Actor, Person, Session, Unit

ABSENT = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$yN3m5ZQf4cXDIUJqg0xqzPqVn0fmiGxdMH6l0pZ0mcE"


def token_hash(token: str) -> str:
    """What is stored of a session token."""
    return hashlib.sha256(token.encode()).hexdigest()


def subtree(units: list[Unit], root: str) -> tuple[str, ...]:
    """The ids of a unit and all below it."""
    found = [root]
    for unit_id in found:
        found.extend(unit.id for unit in units if unit.parent_id == unit_id)
    return tuple(found)


def actor_of(uow: UnitOfWork, person: Person, today: date, *, session: str = "", address: str = "") -> Actor:
    """The person with the posts held today and those lent by colleagues who are away."""
    units = uow.units.find()
    own = tuple(post for post in uow.posts.find(person_id=person.id) if post.held_on(today))
    posts = (*own, *lent_posts(uow, person.id, today))
    return Actor(
        person_id=person.id,
        name=person.name,
        posts=posts,
        subtree={post.unit_id: subtree(units, post.unit_id) for post in posts},
        invited=invited_to(uow, person.id, today),
        recused=recused_from(uow, sorted({person.id, *(post.person_id for post in posts)})),
        session=session,
        address=address,
    )


def sign_in(platform: Platform, username: str, password: str, address: str) -> tuple[SessionView, str]:
    """A new session and its token. Known and unknown names take the same path; ``Unauthenticated`` otherwise."""
    with platform.reading() as uow:
        found = uow.people.find(username=username)
    person = found[0] if found else None
    matches = platform.passwords.verify(person.password_hash if person else ABSENT, password)
    if person is None or not matches or person.disabled:
        with platform.unit_of_work() as uow:
            record(
                uow,
                platform,
                Actor(person_id=person.id if person else "unknown", name="", posts=(), address=address),
                "session.refused",
                object_id=person.id if person else "unknown",
            )
        raise Unauthenticated("sign_in_failed")
    token = secrets.token_urlsafe(32)
    now = platform.clock.now()
    hashed = token_hash(token)
    with platform.unit_of_work() as uow:
        actor = actor_of(uow, person, platform.clock.today(), session=hashed[:16], address=address)
        uow.sessions.add(Session(token_hash=hashed, person_id=person.id, created_at=now, seen_at=now, address=address))
        record(uow, platform, actor, "session.created", object_id=person.id)
    return session_view(platform, actor), token


def sign_out(platform: Platform, token: str, actor: Actor) -> None:
    """Forget the session."""
    with platform.unit_of_work() as uow:
        uow.delete_session(token_hash(token))
        record(uow, platform, actor, "session.ended", object_id=actor.person_id)


def authenticate(platform: Platform, token: str, address: str, *, idle: timedelta, absolute: timedelta) -> Actor:
    """Who holds the token; ``Unauthenticated`` when it is unknown or ran out. Use is noted once a minute."""
    now = platform.clock.now()
    hashed = token_hash(token)
    with platform.reading() as uow:
        try:
            session = uow.sessions.get(hashed)
        except NotFound:
            raise Unauthenticated("session_unknown") from None
        person = uow.people.get(session.person_id)
        actor = actor_of(uow, person, platform.clock.today(), session=hashed[:16], address=address)
    if person.disabled or now - session.seen_at > idle or now - session.created_at > absolute:
        with platform.unit_of_work() as uow:
            uow.delete_session(hashed)
        raise Unauthenticated("session_expired")
    if now - session.seen_at > timedelta(minutes=1):
        with platform.unit_of_work() as uow:
            uow.touch_session(hashed, now)
    return actor


def session_view(platform: Platform, actor: Actor) -> SessionView:
    """The signed-in person for the page frame."""
    with platform.reading() as uow:
        person = uow.people.get(actor.person_id)
        names = {unit.id: unit.name for unit in uow.units.find()}
    return SessionView(
        person_id=person.id,
        name=person.name,
        username=person.username,
        posts=tuple(
            PostView(id=post.id, role=post.role, unit_id=post.unit_id, unit_name=names[post.unit_id])
            for post in actor.posts
        ),
        permissions=permissions(actor.roles()),
        demo=person.demo,
    )
