"""The session cookie, who holds it, and where a changing request may come from."""

from typing import Annotated, Any, Final
from urllib.parse import urlsplit

import msgspec
from litestar import Controller, Request, Response, delete, get, post, put
from litestar.concurrency import sync_to_thread
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.params import JSONBody

from contract_platform.application import sessions
from contract_platform.application.ports import Platform
from contract_platform.application.read_session import read_session
from contract_platform.application.second_factor import prove
from contract_platform.application.sign_in import sign_in
from contract_platform.application.views import SessionView
from contract_platform.domain.credentials import LONGEST
from contract_platform.domain.errors import Forbidden, Unauthenticated
from contract_platform.domain.people import Actor
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform

COOKIE: Final = "__Host-session"
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})

UNATTENDED: Final = "Unattended"
"""The header by which pages say that they ask by themselves, while nobody is there: ``?1`` (RFC 8941)."""
BY_THEMSELVES: Final = frozenset({"event.stream", "event.poll"})
"""Operations that pages repeat as long as they are open."""
CLEARED: Final = {"Clear-Site-Data": '"cache", "storage"'}
"""Cookies are not named: that would clear those of other systems under the same domain."""

Secret = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST)]
Code = Annotated[str, msgspec.Meta(min_length=6, max_length=64)]


class Credentials(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person signs in with."""

    username: Secret
    password: Secret


class Proof(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The second factor: six digits of the authenticator, or a recovery code."""

    code: Code


class SessionController(Controller):
    """Signing in and out."""

    path = "/session"
    tags = ["session"]

    @post("/", **operation("session.create"))
    def create(
        self, request: Request[Any, Any, Any], platform: ThePlatform, data: JSONBody[Credentials]
    ) -> Response[SessionView]:
        """Sign in; the session stands in a cookie that scripts cannot read."""
        return begun(*sign_in(platform, data.username, data.password, address_of(request)))

    @put("/proof", **operation("session.prove"))
    def prove(
        self, request: Request[Any, Any, Any], platform: ThePlatform, actor: TheActor, data: JSONBody[Proof]
    ) -> Response[SessionView]:
        """Show the second factor; the session goes on under a new cookie."""
        return begun(*prove(platform, actor, token_of(request), data.code))

    @put("/activity", status_code=204, **operation("session.keep"))
    def keep(self) -> None:
        """Somebody is there, reading or scrolling; whatever is asked for counts as use, this asks for nothing."""

    @get("/", **operation("session.read"))
    def read(self, request: Request[Any, Any, Any], platform: ThePlatform, actor: TheActor) -> SessionView:
        """Who is signed in, with posts, permissions and what is left of the session."""
        return read_session(platform, actor, token_of(request))

    @delete("/", **operation("session.delete"))
    def delete(self, request: Request[Any, Any, Any], platform: ThePlatform, actor: TheActor) -> Response[None]:
        """Sign out; the browser forgets what it kept of the pages."""
        sessions.sign_out(platform, token_of(request), actor)
        return Response(None, headers=CLEARED, cookies=[cookie("", max_age=0)])


def begun(view: SessionView, token: str) -> Response[SessionView]:
    """The session under its cookie."""
    return Response(view, cookies=[cookie(token)])


def cookie(token: str, *, max_age: int | None = None) -> Cookie:
    """The cookie; it ends with the browser, and with the session at the latest."""
    return Cookie(key=COOKIE, value=token, path="/", secure=True, httponly=True, samesite="strict", max_age=max_age)


def token_of(request: ASGIConnection[Any, Any, Any, Any]) -> str:
    """The token in the cookie; the guard has seen it."""
    return request.cookies[COOKIE]


def address_of(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """The client's network address."""
    return connection.client.host if connection.client else ""


def check_origin(connection: ASGIConnection[Any, Any, Any, Any]) -> None:
    """``Forbidden`` for a changing request a browser sends from another site; programs send neither header.

    SameSite=Strict keeps the cookie away from other sites; this also holds against other services on the same host.
    """
    if connection.scope.get("method") in SAFE:
        return
    origin = connection.headers.get("origin")
    site = connection.headers.get("sec-fetch-site", "same-origin")
    foreign = (
        urlsplit(origin).netloc != connection.headers.get("host") if origin else site not in {"same-origin", "none"}
    )
    if foreign:
        raise Forbidden("origin_refused")


async def holder(connection: ASGIConnection[Any, Any, Any, Any], name: str) -> Actor:
    """Who holds the cookie's session and asks for this operation; ``Unauthenticated`` without one."""
    token = connection.cookies.get(COOKIE)
    if not token:
        raise Unauthenticated("not_signed_in")
    platform: Platform = connection.app.state.platform
    used = name not in BY_THEMSELVES and connection.headers.get(UNATTENDED) != "?1"
    return await sync_to_thread(sessions.authenticate, platform, token, address_of(connection), used=used)
