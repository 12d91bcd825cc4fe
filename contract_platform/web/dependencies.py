"""What handlers are given: the platform, the settings, who acts, the revision that was seen, the key of a repeat."""

import re
from typing import Annotated, Any

from litestar import Request
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import HeaderParameter, SkipValidation

from contract_platform.application.ports import Platform
from contract_platform.domain.people import Actor
from contract_platform.settings import Settings
from contract_platform.web.errors import Malformed, RevisionMissing

ThePlatform = NamedDependency[SkipValidation[Platform]]
TheSettings = NamedDependency[SkipValidation[Settings]]
TheActor = NamedDependency[SkipValidation[Actor]]
Revision = NamedDependency[int]
Key = NamedDependency[str | None]
RequiredKey = NamedDependency[str]

QUOTED = re.compile(r'^"(\d{1,10})"$')
VISIBLE = re.compile(r"^[\x21-\x7e]{1,200}$")

IfMatch = Annotated[str | None, HeaderParameter(name="If-Match", description='The revision that was seen, e.g. "5"')]
IdempotencyKey = Annotated[
    str | None,
    HeaderParameter(name="Idempotency-Key", description="A random value; a repeat with the same one does nothing new"),
]


async def the_platform(state: State) -> Platform:
    """The platform this process serves."""
    return state.platform  # type: ignore[no-any-return]


async def the_settings(state: State) -> Settings:
    """The settings it was built from."""
    return state.settings  # type: ignore[no-any-return]


async def the_actor(request: Request[Actor, Any, Any]) -> Actor:
    """Who is signed in; the guard has put them there."""
    return request.user


async def revision(if_match: IfMatch = None) -> int:
    """The revision of ``If-Match`` (RFC 9110 13.1.1), strong and quoted."""
    if if_match is None:
        raise RevisionMissing("revision_missing")
    quoted = QUOTED.match(if_match.strip())
    if quoted is None:
        raise Malformed("revision_malformed")
    return int(quoted[1])


async def key(idempotency_key: IdempotencyKey = None) -> str | None:
    """The ``Idempotency-Key``, where one is sent."""
    if idempotency_key is not None and not VISIBLE.match(idempotency_key):
        raise Malformed("idempotency_key_malformed")
    return idempotency_key


async def required_key(idempotency_key: IdempotencyKey = None) -> str:
    """The ``Idempotency-Key`` that a creation must carry."""
    given = await key(idempotency_key)
    if given is None:
        raise Malformed("idempotency_key_missing")
    return given


PROVIDED = {
    "platform": Provide(the_platform),
    "settings": Provide(the_settings),
    "actor": Provide(the_actor),
    "revision": Provide(revision),
    "key": Provide(key),
    "required_key": Provide(required_key),
}
