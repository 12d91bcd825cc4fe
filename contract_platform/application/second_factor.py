"""The second factor: shown at sign-in, set up, taken away. Secrets are sealed, recovery codes kept as keyed digests."""

import base64
import secrets

import msgspec

from contract_platform.application import attempts, sessions
from contract_platform.application.account_views import EnrolmentView, RecoveryCodesView
from contract_platform.application.credential_rows import credential_of, keep
from contract_platform.application.passwords import confirm_password
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_session import session_view
from contract_platform.application.sign_in import due_password
from contract_platform.application.trace import record
from contract_platform.application.views import SessionView
from contract_platform.domain import totp
from contract_platform.domain.credentials import ADMINISTRATORS, Credential, RecoveryCode
from contract_platform.domain.errors import Refused, Unauthenticated
from contract_platform.domain.people import Actor

PURPOSE = "totp"
ISSUER = "政府合同监管平台"
RECOVERY_CODES = 10
RECOVERY_BYTES = 10  # 80 bits: nobody guesses one, so a fast keyed digest is enough


def prove(platform: Platform, actor: Actor, token: str, code: str) -> tuple[SessionView, str]:
    """Show the second factor, a code of the authenticator or a recovery code; the session goes on under a new token."""
    with platform.unit_of_work() as uow:
        person = uow.people.get(actor.person_id)
        wanted = attempts.subjects(platform, person.username, actor.address)
        locked = attempts.lock(platform, wanted, uow.failures.hold)
        credential = credential_of(uow, person.id)
        shown = None if locked else spend(uow, platform, credential, code)
        if shown is not None:
            used, credential = shown
            uow.failures.forget(attempts.account(platform, person.username).digest)
            session = sessions.session_of(uow, token)
            awaiting = due_password(platform, person, credential, provided=session.provided)
            proven, fresh = sessions.rotate(uow, platform, session, awaiting=awaiting, strong=True)
            record(uow, platform, proven, "session.proven", object_id=person.id, data={"with": used})
            return session_view(uow, platform, proven, fresh), fresh
        because = "locked" if locked else "wrong"
        record(uow, platform, actor, "session.unproven", object_id=person.id, data={"because": because})
        if locked is None:
            locked = attempts.count(uow, platform, actor, wanted)
    attempts.refuse(locked)
    raise Unauthenticated("second_factor_wrong")


def begin_enrolment(platform: Platform, actor: Actor, token: str, *, password: str) -> EnrolmentView:
    """A new secret to put into an authenticator; it counts once a code made with it was shown."""
    confirm_password(platform, actor, token, password)
    secret = secrets.token_bytes(totp.SECRET_BYTES)
    with platform.unit_of_work() as uow:
        person = uow.people.get(actor.person_id)
        sealed = platform.keys.seal(PURPOSE, person.id, secret)
        keep(uow, msgspec.structs.replace(credential_of(uow, person.id), enrolling=sealed))
        record(uow, platform, actor, "totp.begun", object_id=person.id)
    return EnrolmentView(
        secret=totp.readable(secret), uri=totp.enrolment_uri(secret, issuer=ISSUER, account=person.username)
    )


def confirm_enrolment(platform: Platform, actor: Actor, token: str, code: str) -> tuple[RecoveryCodesView, str]:
    """Turn the second factor on with a first code; the recovery codes, shown this once, and the session's new token."""
    now = platform.clock.now()
    with platform.unit_of_work() as uow:
        credential = credential_of(uow, actor.person_id)
        if credential.enrolling is None:
            raise Refused("enrolment_not_begun")
        secret = platform.keys.open(PURPOSE, actor.person_id, credential.enrolling)
        step = totp.matching_step(secret, digits(code), now, after=0)
        if step is None:
            raise Refused("enrolment_code_wrong")
        enrolled = msgspec.structs.replace(
            credential, totp=credential.enrolling, totp_since=now, totp_step=step, enrolling=None
        )
        keep(uow, enrolled)
        codes = make_recovery_codes(uow, platform, actor)
        proven, fresh = sessions.rotate(uow, platform, sessions.session_of(uow, token), strong=True)
        record(uow, platform, proven, "totp.enrolled", object_id=actor.person_id)
    return RecoveryCodesView(codes=codes), fresh


def remove_factor(platform: Platform, actor: Actor, token: str, *, password: str, code: str) -> None:
    """Turn the second factor off; ``Refused`` to administrators, who must have one."""
    if actor.roles() & ADMINISTRATORS:
        raise Refused("second_factor_required")
    confirm_password(platform, actor, token, password)
    confirm_code(platform, actor, code)
    with platform.unit_of_work() as uow:
        forget_factor(uow, actor.person_id)
        record(uow, platform, actor, "totp.removed", object_id=actor.person_id)


def renew_recovery_codes(platform: Platform, actor: Actor, code: str) -> RecoveryCodesView:
    """Ten new recovery codes; the former ones are worth nothing any more."""
    confirm_code(platform, actor, code)
    with platform.unit_of_work() as uow:
        codes = make_recovery_codes(uow, platform, actor)
    return RecoveryCodesView(codes=codes)


def confirm_code(platform: Platform, actor: Actor, code: str) -> None:
    """``Refused`` unless this is a code of the person's second factor; failures count as at sign-in."""
    with platform.unit_of_work() as uow:
        person = uow.people.get(actor.person_id)
        wanted = attempts.subjects(platform, person.username, actor.address)
        locked = attempts.lock(platform, wanted, uow.failures.hold)
        if locked is None and spend(uow, platform, credential_of(uow, person.id), code) is not None:
            return
        if locked is None:
            locked = attempts.count(uow, platform, actor, wanted)
    attempts.refuse_act(locked)
    raise Refused("second_factor_not_confirmed")


def spend(uow: UnitOfWork, platform: Platform, credential: Credential, code: str) -> tuple[str, Credential] | None:
    """Take a code that works once: what kind it was and the credential as kept. None for a wrong or a used one."""
    if credential.totp is None:
        return None
    secret = platform.keys.open(PURPOSE, credential.id, credential.totp)
    step = totp.matching_step(secret, digits(code), platform.clock.now(), after=credential.totp_step)
    if step is not None:
        return "totp", keep(uow, msgspec.structs.replace(credential, totp_step=step))
    digest = recovery_digest(platform, code)
    for one in uow.recovery_codes.find(person_id=credential.id, digest=digest, used_at=None):
        uow.recovery_codes.remove(one.id)
        uow.recovery_codes.add(msgspec.structs.replace(one, used_at=platform.clock.now()))
        return "recovery_code", credential
    return None


def make_recovery_codes(uow: UnitOfWork, platform: Platform, actor: Actor) -> tuple[str, ...]:
    """New codes in place of all former ones."""
    now = platform.clock.now()
    for former in uow.recovery_codes.find(person_id=actor.person_id):
        uow.recovery_codes.remove(former.id)
    codes = tuple(readable(secrets.token_bytes(RECOVERY_BYTES)) for _ in range(RECOVERY_CODES))
    for code in codes:
        digest = recovery_digest(platform, code)
        made = RecoveryCode(id=platform.new_id(), person_id=actor.person_id, digest=digest, made_at=now)
        uow.recovery_codes.add(made)
    record(uow, platform, actor, "totp.recovery_codes_made", object_id=actor.person_id)
    return codes


def forget_factor(uow: UnitOfWork, person_id: str) -> None:
    """No second factor and no recovery codes any more."""
    cleared = {"totp": None, "totp_since": None, "totp_step": 0, "enrolling": None}
    keep(uow, msgspec.structs.replace(credential_of(uow, person_id), **cleared))
    for code in uow.recovery_codes.find(person_id=person_id):
        uow.recovery_codes.remove(code.id)


def readable(code: bytes) -> str:
    """In four groups that are easy to copy: base32 without padding, e.g. ``QK7M-2ZPA-….``."""
    text = base64.b32encode(code).decode().rstrip("=")
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def recovery_digest(platform: Platform, code: str) -> str:
    """What is kept of a recovery code, however it was typed."""
    plain = "".join(one for one in code.upper() if one.isalnum())
    return platform.keys.digest("recovery code", plain)


def digits(code: str) -> str:
    """A code as authenticators mean it, without the spaces they show."""
    return "".join(code.split())
