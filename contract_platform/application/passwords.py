"""One's own password, and passwords that are given: the first one, and after a reset."""

import secrets

import msgspec

from contract_platform.application import attempts, sessions
from contract_platform.application.credential_rows import credential_of, keep
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_session import session_view
from contract_platform.application.trace import record
from contract_platform.application.views import SessionView
from contract_platform.domain.credentials import Credential, Step, faults
from contract_platform.domain.errors import Refused
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor, Person

GIVEN = "ABCDEFGHJKMNPQRSTUVWXYZ", "abcdefghjkmnpqrstuvwxyz", "23456789"
"""Signs of a given password: nothing that looks like something else."""
GROUPS, GROUP = 4, 5
UNUSABLE = "!"
"""The hash of somebody who has no password."""


def change_password(platform: Platform, actor: Actor, token: str, *, current: str, new: str) -> tuple[SessionView, str]:
    """Take a new password; the session goes on under a new token. ``Refused`` with every reason against it."""
    confirm_password(platform, actor, token, current)
    with platform.reading() as uow:
        person = uow.people.get(actor.person_id)
        credential = credential_of(uow, person.id)
    refuse_faulty(platform, person, credential, new)
    hashed = platform.passwords.hash(new)
    with platform.unit_of_work() as uow:
        uow.people.save(msgspec.structs.replace(person, password_hash=hashed))
        now = platform.clock.now()
        keep(
            uow,
            msgspec.structs.replace(
                credential, set_at=now, given_at=None, past=remembered(platform, person, credential)
            ),
        )
        session = sessions.session_of(uow, token)
        awaiting = None if session.awaiting is Step.PASSWORD else session.awaiting
        fresh_actor, fresh = sessions.rotate(uow, platform, session, awaiting=awaiting)
        record(uow, platform, fresh_actor, "password.changed", object_id=person.id)
        return session_view(uow, platform, fresh_actor, fresh), fresh


def confirm_password(platform: Platform, actor: Actor, token: str, password: str) -> None:
    """``Refused`` unless this is the person's own password; failures count as at sign-in.

    Whom a provider signed in has no password of ours to show.
    """
    with platform.reading() as uow:
        person = uow.people.get(actor.person_id)
        provided = sessions.session_of(uow, token).provided
        wanted = attempts.subjects(platform, person.username, actor.address)
        locked = attempts.lock(platform, wanted, uow.failures.read)
    attempts.refuse_act(locked)
    if provided or platform.passwords.verify(person.password_hash, password):
        return
    with platform.unit_of_work() as uow:
        locked = attempts.count(uow, platform, actor, wanted)
        record(uow, platform, actor, "password.refused", object_id=person.id)
    attempts.refuse_act(locked)
    raise Refused("password_not_confirmed")


def refuse_faulty(platform: Platform, person: Person, credential: Credential, new: str) -> None:
    """``Refused`` with everything the policy has against a new password, reuse included."""
    policy = platform.sign_in_rules.policy
    reasons = list(faults(policy, new, person.username))
    former = (person.password_hash, *credential.past)[: policy.history]
    if not reasons and any(platform.passwords.verify(one, new) for one in former):
        reasons.append(Reason(code="password_reused", params={"history": policy.history}))
    if reasons:
        raise Refused("password_not_accepted", reasons=tuple(reasons))


def remembered(platform: Platform, person: Person, credential: Credential) -> tuple[str, ...]:
    """The former passwords to keep once the present one is replaced."""
    return (person.password_hash, *credential.past)[: platform.sign_in_rules.policy.history - 1]


def give_password(uow: UnitOfWork, platform: Platform, person: Person) -> tuple[Person, str]:
    """A password that has to be changed at the first sign-in: the person as saved, and the password to hand over.

    It ends the person's sessions and every lock on the account. Whoever calls notes who did it.
    """
    password = random_password()
    credential = credential_of(uow, person.id)
    kept = {"set_at": None, "given_at": platform.clock.now(), "past": remembered(platform, person, credential)}
    keep(uow, msgspec.structs.replace(credential, **kept))
    saved = uow.people.save(msgspec.structs.replace(person, password_hash=platform.passwords.hash(password)))
    sessions.end_all(uow, platform, person.id, "reset")
    uow.failures.forget(attempts.account(platform, person.username).digest)
    return saved, password


def random_password() -> str:
    """About 90 bits in groups that are easy to read out, with all kinds of signs either policy asks for."""
    alphabet = "".join(GIVEN)
    while True:
        signs = [secrets.choice(alphabet) for _ in range(GROUPS * GROUP)]
        if all(set(kind) & set(signs) for kind in GIVEN):
            return "-".join("".join(signs[at : at + GROUP]) for at in range(0, len(signs), GROUP))
