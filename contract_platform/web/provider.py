"""Signing in through an OpenID Connect provider. The page takes the browser there and brings back what it is given."""

from typing import Annotated, Any, Final

import msgspec
from litestar import Controller, Request, Response, get, post, put
from litestar.datastructures import Cookie
from litestar.params import JSONBody

from contract_platform.application import sign_in_with_provider
from contract_platform.application.queries import View
from contract_platform.application.views import SessionView
from contract_platform.domain.errors import Unauthenticated
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import ThePlatform
from contract_platform.web.session import address_of, begun

NOTE: Final = "__Host-provider"
"""The cookie with the sealed note of a journey to the provider; scripts cannot read it."""

Given = Annotated[str, msgspec.Meta(min_length=1, max_length=4096)]


class Ways(View, frozen=True, kw_only=True):
    """How one can sign in here beside user name and password."""

    provider: bool


class Departure(View, frozen=True, kw_only=True):
    """Where the browser goes to sign in."""

    address: str


class Return(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the provider sent the browser back with."""

    code: Given
    state: Given


class ProviderController(Controller):
    """Signing in through a provider."""

    path = "/session"
    tags = ["session"]

    @get("/ways", **operation("session.ways"))
    def ways(self, platform: ThePlatform) -> Ways:
        """Which ways to sign in there are."""
        return Ways(provider=platform.identity is not None)

    @post("/provider", **operation("provider.begin"))
    def begin(self, platform: ThePlatform) -> Response[Departure]:
        """Where to go; the note for the way back stands in a cookie."""
        address, note = sign_in_with_provider.begin(platform)
        lasts = int(sign_in_with_provider.LASTS.total_seconds())
        return Response(Departure(address=address), cookies=[note_cookie(note, max_age=lasts)])

    @put("/provider", **operation("provider.finish"))
    def finish(
        self, request: Request[Any, Any, Any], platform: ThePlatform, data: JSONBody[Return]
    ) -> Response[SessionView]:
        """Sign in whom the provider names."""
        note = request.cookies.get(NOTE)
        if not note:
            raise Unauthenticated("provider_journey_lost")
        answer = begun(
            *sign_in_with_provider.finish(platform, note, state=data.state, code=data.code, address=address_of(request))
        )
        answer.cookies.append(note_cookie("", max_age=0))
        return answer


def note_cookie(note: str, *, max_age: int) -> Cookie:
    """The cookie of the journey: read again only by requests of the own pages."""
    return Cookie(key=NOTE, value=note, path="/", secure=True, httponly=True, samesite="strict", max_age=max_age)
