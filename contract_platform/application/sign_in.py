"""Sign in with a user name and a password.

Known and unknown names take the same path: the same statements, one verification with the same parameters, the same
answer. What differs is only what is written about it.
"""

from contract_platform.application import attempts, sessions
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_session import session_view
from contract_platform.application.trace import record
from contract_platform.application.views import SessionView
from contract_platform.domain.credentials import Credential, Step, is_due, was_given_too_long_ago
from contract_platform.domain.errors import Unauthenticated
from contract_platform.domain.people import Actor, Person, Session

NOBODY = "unknown"


def sign_in(platform: Platform, username: str, password: str, address: str) -> tuple[SessionView, str]:
    """A new session and its token; ``Unauthenticated`` for a wrong name or password, and while either is locked."""
    wanted = attempts.subjects(platform, username, address)
    with platform.reading() as uow:
        locked = attempts.lock(platform, wanted, uow.failures.read)
        person, credential = known(uow, username)
    if locked is None:
        matches = platform.passwords.verify(person.password_hash if person else platform.passwords.absent, password)
        because = refusal(platform, person, credential, matches=matches)
        with platform.unit_of_work() as uow:
            # guesses sent at once all got here; those after the last permitted one learn nothing
            locked = attempts.lock(platform, wanted, uow.failures.hold)
            if locked is None and person is not None and not because:
                actor, token = admit(uow, platform, person, credential, address)
                return session_view(uow, platform, actor, token), token
            stranger = refused(uow, platform, person, username, address, because if locked is None else "locked")
            if locked is None:
                locked = attempts.count(uow, platform, stranger, wanted)
    else:
        with platform.unit_of_work() as uow:
            refused(uow, platform, person, username, address, "locked")
    attempts.refuse(locked)
    raise Unauthenticated("sign_in_failed")


def known(uow: UnitOfWork, username: str) -> tuple[Person | None, Credential]:
    """Who has the name and what is known of their credentials, by the same statements when it is nobody."""
    person = next(iter(uow.people.find(username=username)), None)
    key = person.id if person else NOBODY
    return person, next(iter(uow.credentials.find(id=key)), Credential(id=key))


def refusal(platform: Platform, person: Person | None, credential: Credential, *, matches: bool) -> str:
    """Why nobody is let in, for the trace alone; "" when somebody is."""
    if person is None:
        return "unknown"
    if not matches:
        return "wrong"
    if person.disabled:
        return "disabled"
    stale = was_given_too_long_ago(platform.sign_in_rules.policy, credential, platform.clock.now())
    return "given_too_long_ago" if stale else ""


def refused(
    uow: UnitOfWork, platform: Platform, person: Person | None, username: str, address: str, because: str
) -> Actor:
    """Note an attempt. A name nobody has is kept as a keyed digest only: people type passwords there."""
    actor = Actor(person_id=person.id if person else NOBODY, name="", posts=(), address=address)
    data = {"because": because, "by": "password"}
    if person is None:
        data["name"] = attempts.account(platform, username).digest
    record(uow, platform, actor, "session.refused", object_id=actor.person_id, data=data)
    return actor


def admit(
    uow: UnitOfWork,
    platform: Platform,
    person: Person,
    credential: Credential,
    address: str,
    *,
    provided: bool = False,
) -> tuple[Actor, str]:
    """Begin a session for somebody who is known to be who they say; the actor and the token.

    Failures are forgotten with the last factor: whoever knows a password only cannot begin to count anew.
    """
    now = platform.clock.now()
    awaiting = first_step(platform, person, credential, provided=provided)
    begun = Session(
        token_hash="",
        person_id=person.id,
        created_at=now,
        seen_at=now,
        address=address,
        awaiting=awaiting,
        provided=provided,
    )
    actor, token = sessions.begin(uow, platform, person, begun)
    if awaiting is not Step.SECOND_FACTOR:
        uow.failures.forget(attempts.account(platform, person.username).digest)
    data = {"by": "provider" if provided else "password", "awaiting": awaiting or ""}
    record(uow, platform, actor, "session.created", object_id=person.id, data=data)
    return actor, token


def first_step(platform: Platform, person: Person, credential: Credential, *, provided: bool) -> Step | None:
    """What a sign-in leaves open: a second factor where there is one, then a password that is due."""
    if credential.totp is not None:
        return Step.SECOND_FACTOR
    return due_password(platform, person, credential, provided=provided)


def due_password(platform: Platform, person: Person, credential: Credential, *, provided: bool) -> Step | None:
    """The step of a password that has to be changed; not of demo people, nor where a provider stood for them."""
    exempt = person.demo or provided
    return (
        Step.PASSWORD
        if not exempt and is_due(platform.sign_in_rules.policy, credential, platform.clock.now())
        else None
    )
