"""The session cookie, who holds it, and where a changing request may come from."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

import msgspec
from litestar import Controller, Request, Response, delete, get, post
from litestar.concurrency import sync_to_thread
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.params import JSONBody

from contract_platform.application import sign_in as sessions
from contract_platform.application.ports import Platform
from contract_platform.application.views import SessionView
from contract_platform.domain.errors import Forbidden, NotFound, Unauthenticated
from contract_platform.domain.people import Actor
from contract_platform.settings import Session, Settings
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform

COOKIE: Final = "__Host-session"
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
LONGEST = 200  # characters of a user name or password; hashing more would cost the server, not the guesser


class Credentials(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person signs in with."""

    username: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST)]
    password: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST)]


class SessionController(Controller):
    """Signing in and out."""

    path = "/session"
    tags = ["session"]

    @post("/", **operation("session.create"))
    def create(
        self, request: Request[Any, Any, Any], platform: ThePlatform, data: JSONBody[Credentials]
    ) -> Response[SessionView]:
        """Sign in; the session stands in a cookie that scripts cannot read."""
        view, token = sessions.sign_in(platform, data.username, data.password, address_of(request))
        return Response(view, cookies=[cookie(token)])

    @get("/", **operation("session.read"))
    def read(self, platform: ThePlatform, actor: TheActor) -> SessionView:
        """Who is signed in, with posts and permissions."""
        return sessions.session_view(platform, actor)

    @delete("/", **operation("session.delete"))
    def delete(self, request: Request[Any, Any, Any], platform: ThePlatform, actor: TheActor) -> Response[None]:
        """Sign out."""
        sessions.sign_out(platform, request.cookies[COOKIE], actor)
        return Response(None, cookies=[cookie("", max_age=0)])


def cookie(token: str, *, max_age: int | None = None) -> Cookie:
    """The cookie; it ends with the browser, and with the session at the latest."""
    return Cookie(key=COOKIE, value=token, path="/", secure=True, httponly=True, samesite="strict", max_age=max_age)


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


async def holder(connection: ASGIConnection[Any, Any, Any, Any]) -> Actor:
    """Who holds the cookie's session; ``Unauthenticated`` without one."""
    token = connection.cookies.get(COOKIE)
    if not token:
        raise Unauthenticated("not_signed_in")
    state = connection.app.state
    platform: Platform = state.platform
    settings: Settings = state.settings
    idle, absolute = limits(settings.session)
    return await sync_to_thread(
        sessions.authenticate, platform, token, address_of(connection), idle=idle, absolute=absolute
    )


def limits(session: Session) -> tuple[timedelta, timedelta]:
    """How long a session lasts without use, and at most."""
    return timedelta(minutes=session.idle_minutes), timedelta(minutes=session.absolute_minutes)


def ended(platform: Platform, session: Session, tokens: Iterable[str]) -> set[str]:
    """Those of the tokens whose sessions are over; looking is no use, so it keeps none of them alive."""
    idle, absolute = limits(session)
    now = platform.clock.now()
    gone = set()
    with platform.reading() as uow:
        for token in tokens:
            try:
                stored = uow.sessions.get(sessions.token_hash(token))
                over = now - stored.seen_at > idle or now - stored.created_at > absolute
            except NotFound:
                over = True
            if over:
                gone.add(token)
    return gone
