"""Sessions: begun, proven, ended. The cookie's token changes whenever what its holder may do grows."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from contract_platform.application.actors import actor_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.shown_time import shown
from contract_platform.application.trace import record
from contract_platform.domain.credentials import SignInRules, Step, step_after
from contract_platform.domain.errors import NotFound, Unauthenticated
from contract_platform.domain.people import Actor, Person, Session
from contract_platform.domain.relations import Scope, scope_of

KEPT = timedelta(days=1)
"""How long a session that ended stays to say why."""
PROVEN_WITHIN = timedelta(minutes=10)
"""How long a session waits for the second factor."""
NOTED_EVERY = timedelta(minutes=1)


def token_hash(token: str) -> str:
    """What is stored of a session token."""
    return hashlib.sha256(token.encode()).hexdigest()


def begin(uow: UnitOfWork, platform: Platform, person: Person, session: Session) -> tuple[Actor, str]:
    """Keep a new session under a new token. It ends the person's others, or those that wait like itself.

    The ``token_hash`` of the given session is filled in here.
    """
    token = secrets.token_urlsafe(32)
    begun = msgspec.structs.replace(session, token_hash=token_hash(token))
    for other in uow.sessions.find(person_id=person.id):
        if begun.created_at - other.created_at > platform.sign_in_rules.absolute + KEPT:
            uow.sessions.remove(other.token_hash)
        elif other.ended_at is None and begun.awaiting in {other.awaiting, Step.PASSWORD, None}:
            end(uow, platform, other, "replaced", address=begun.address)
    uow.sessions.add(begun)
    return holder_of(uow, platform, person, begun, begun.address), token


def rotate(uow: UnitOfWork, platform: Platform, session: Session, **changes: object) -> tuple[Actor, str]:
    """The same session under a new token, with what has changed; the old token is worth nothing any more."""
    token = secrets.token_urlsafe(32)
    rotated = msgspec.structs.replace(session, token_hash=token_hash(token), **changes)
    uow.delete_session(session.token_hash)
    uow.sessions.add(rotated)
    person = uow.people.get(session.person_id)
    return holder_of(uow, platform, person, rotated, rotated.address), token


def end(uow: UnitOfWork, platform: Platform, session: Session, because: str, *, address: str = "") -> None:
    """Close a session for a reason its holder is told, and note it."""
    now = platform.clock.now()
    closed = msgspec.structs.replace(session, ended_at=now, ended_because=because, ended_from=address)
    uow.replace_session(closed)
    actor = Actor(person_id=session.person_id, name="", posts=(), session=session.token_hash[:16], address=address)
    record(uow, platform, actor, "session.ended", object_id=session.person_id, data={"because": because})


def end_all(uow: UnitOfWork, platform: Platform, person_id: str, because: str) -> None:
    """Close whatever sessions a person has: ``disabled``, ``reset``."""
    for session in uow.sessions.find(person_id=person_id, ended_at=None):
        end(uow, platform, session, because)


def sign_out(platform: Platform, token: str, actor: Actor) -> None:
    """Forget the session."""
    with platform.unit_of_work() as uow:
        uow.delete_session(token_hash(token))
        record(uow, platform, actor, "session.ended", object_id=actor.person_id, data={"because": "signed_out"})


def authenticate(platform: Platform, token: str, address: str, *, used: bool = True) -> Actor:
    """Who holds the token; ``Unauthenticated`` when it is unknown or over.

    Use is noted once a minute; ``used`` is False for what pages ask by themselves while nobody is there.
    """
    now = platform.clock.now()
    with platform.reading() as uow:
        session = session_of(uow, token)
        person = uow.people.get(session.person_id)
        actor = holder_of(uow, platform, person, session, address)
    refuse_ended(session)
    because = over(platform.sign_in_rules, session, person, now)
    if because:
        with platform.unit_of_work() as uow:
            end(uow, platform, session, because)
        refuse_ended(msgspec.structs.replace(session, ended_at=now, ended_because=because))
    if used and now - session.seen_at > NOTED_EVERY:
        with platform.unit_of_work() as uow:
            uow.touch_session(session.token_hash, now)
    return actor


def session_of(uow: UnitOfWork, token: str) -> Session:
    """The session of a token, over or not; ``Unauthenticated`` where there is none."""
    try:
        return uow.sessions.get(token_hash(token))
    except NotFound:
        raise Unauthenticated("session_unknown") from None


def over(rules: SignInRules, session: Session, person: Person, now: datetime) -> str:
    """Why a session that nobody ended is over all the same, "" when it is not."""
    if person.disabled:
        return "disabled"
    lasts = PROVEN_WITHIN if session.awaiting is Step.SECOND_FACTOR else rules.absolute
    idle = now - session.seen_at > rules.idle
    return "expired" if idle or now - session.created_at > lasts else ""


def refuse_ended(session: Session) -> None:
    """``Unauthenticated`` with the reason for which a session was ended."""
    if session.ended_at is None:
        return
    if session.ended_because == "replaced":
        raise Unauthenticated("session_replaced", at=shown(session.ended_at), address=session.ended_from)
    if session.ended_because == "disabled":
        raise Unauthenticated("session_disabled")
    if session.ended_because == "reset":
        raise Unauthenticated("session_reset")
    raise Unauthenticated("session_expired")


def ended(platform: Platform, tokens: Iterable[str]) -> set[str]:
    """Those of the tokens whose sessions are over; looking is no use, so it keeps none of them alive."""
    gone = set()
    with platform.reading() as uow:
        for token in tokens:
            try:
                session = session_of(uow, token)
            except Unauthenticated:
                gone.add(token)
                continue
            person = uow.people.get(session.person_id)
            if session.ended_at or over(platform.sign_in_rules, session, person, platform.clock.now()):
                gone.add(token)
    return gone


def scopes(platform: Platform, tokens: Iterable[str]) -> dict[str, Scope]:
    """What the holders of these tokens see now, for those whose sessions are known."""
    found = {}
    with platform.reading() as uow:
        for token in tokens:
            for session in uow.sessions.find(token_hash=token_hash(token)):
                person = uow.people.get(session.person_id)
                found[token] = scope_of(holder_of(uow, platform, person, session, session.address))
    return found


def holder_of(uow: UnitOfWork, platform: Platform, person: Person, session: Session, address: str) -> Actor:
    """The person as the one who acts in this session, with what is outstanding in it."""
    hashed = session.token_hash[:16]
    actor = actor_of(uow, person, platform.clock.today(), session=hashed, address=address)
    step = step_after(session.awaiting, roles=actor.roles(), strong=session.strong, demo=person.demo)
    return msgspec.structs.replace(actor, step=step)
