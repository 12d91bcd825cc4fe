"""Sign in through an OpenID Connect provider: the browser goes there with a sealed note and comes back with a code.

Nobody is made by it: the user name the provider gives has to be somebody's already. A second factor of ours is asked
for as after a password.
"""

import base64
import binascii
import hmac
import secrets
from datetime import datetime, timedelta

import msgspec

from contract_platform.application import attempts
from contract_platform.application.identity_ports import IdentityProvider, SealBrokenError
from contract_platform.application.ports import Platform
from contract_platform.application.read_session import session_view
from contract_platform.application.sign_in import NOBODY, admit, known
from contract_platform.application.trace import record
from contract_platform.application.views import SessionView
from contract_platform.domain.errors import NotFound, Unauthenticated
from contract_platform.domain.people import Actor

PURPOSE = "provider sign-in"
LASTS = timedelta(minutes=10)


class Journey(msgspec.Struct, frozen=True, kw_only=True):
    """What has to come back unchanged: the browser's ``state``, the token's ``nonce``, and PKCE's ``verifier``."""

    state: str
    nonce: str
    verifier: str
    begun_at: datetime


def begin(platform: Platform) -> tuple[str, str]:
    """Where to send the browser, and the sealed note it has to bring back."""
    provider = provider_of(platform)
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    journey = Journey(state=state, nonce=nonce, verifier=verifier, begun_at=platform.clock.now())
    sealed = platform.keys.seal(PURPOSE, "", msgspec.json.encode(journey))
    address = provider.address(state=state, nonce=nonce, verifier=verifier)
    return address, base64.urlsafe_b64encode(sealed).decode()


def finish(platform: Platform, note: str, *, state: str, code: str, address: str) -> tuple[SessionView, str]:
    """A session for whom the provider names; ``Unauthenticated`` where the journey was another or nobody is meant."""
    provider = provider_of(platform)
    journey = opened(platform, note)
    if journey is None or not hmac.compare_digest(journey.state.encode(), state.encode()):
        note_refusal(platform, NOBODY, address, "journey")
        raise Unauthenticated("provider_journey_lost")
    try:
        username = provider.username(code=code, nonce=journey.nonce, verifier=journey.verifier)
    except Unauthenticated as error:
        note_refusal(platform, NOBODY, address, error.code)
        raise
    with platform.unit_of_work() as uow:
        person, credential = known(uow, username)
        if person is not None and not person.disabled:
            actor, token = admit(uow, platform, person, credential, address, provided=True)
            return session_view(uow, platform, actor, token), token
    name = "" if person else attempts.account(platform, username).digest
    note_refusal(platform, person.id if person else NOBODY, address, "disabled" if person else "unknown", name)
    raise Unauthenticated("provider_person_unknown")


def provider_of(platform: Platform) -> IdentityProvider:
    """The provider of this installation."""
    if platform.identity is None:
        raise NotFound("provider_not_configured")
    return platform.identity


def opened(platform: Platform, note: str) -> Journey | None:
    """The note, unless it is none of ours or too old."""
    try:
        plain = platform.keys.open(PURPOSE, "", base64.urlsafe_b64decode(note.encode()))
    except (SealBrokenError, binascii.Error):
        return None
    journey = msgspec.json.decode(plain, type=Journey)
    return journey if platform.clock.now() - journey.begun_at <= LASTS else None


def note_refusal(platform: Platform, person_id: str, address: str, because: str, name: str = "") -> None:
    """Note why nobody was let in."""
    actor = Actor(person_id=person_id, name="", posts=(), address=address)
    data = {"because": because, "by": "provider"} | ({"name": name} if name else {})
    with platform.unit_of_work() as uow:
        record(uow, platform, actor, "session.refused", object_id=person_id, data=data)
