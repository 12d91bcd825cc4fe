"""Every handler is an operation of the access table; the guard asks the table before any handler runs."""

from typing import Any, Final

from litestar import Litestar, Request
from litestar.concurrency import sync_to_thread
from litestar.connection import ASGIConnection
from litestar.enums import RequestEncodingType
from litestar.handlers.base import BaseRouteHandler
from litestar.routes import HTTPRoute
from litestar.types import Scope

from contract_platform.application.refusals import record_refusal
from contract_platform.domain.access import ALLOWED, may
from contract_platform.domain.credentials import Step, open_in
from contract_platform.domain.errors import Forbidden, NotFound
from contract_platform.domain.people import Actor
from contract_platform.web.errors import Malformed
from contract_platform.web.session import check_origin, holder

PUBLIC: Final = frozenset(
    {"session.create", "session.ways", "provider.begin", "provider.finish", "health.read", "openapi"}
)
"""Operations open to whoever reaches this process."""

PAGES: Final = "pages"
"""The mark of handlers that serve built files, or nothing, and know nobody."""


NUL: Final = b"\x00"


class UndeclaredOperationError(Exception):
    """A handler that no row of the access table covers."""


async def ask_access_table(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Let a request through, or raise: not from here, not signed in, not allowed. Leaves the actor in the scope."""
    name = str(handler.opt.get("operation"))
    if name == PAGES or connection.scope.get("method") == "OPTIONS":
        return
    check_origin(connection)
    await refuse_nul(connection)
    if name in PUBLIC:
        return
    actor = await holder(connection, name)
    connection.scope["user"] = actor
    refuse_before(actor, name)
    if not may(actor, name):
        raise Forbidden("operation_forbidden", operation=name)


def refuse_before(actor: Actor, name: str) -> None:
    """``Forbidden`` while something has to be done before this, saying what."""
    if open_in(actor.step, name):
        return
    if actor.step is Step.SECOND_FACTOR:
        raise Forbidden("second_factor_awaited")
    if actor.step is Step.PASSWORD:
        raise Forbidden("password_change_awaited")
    raise Forbidden("enrolment_awaited")


async def refuse_nul(connection: ASGIConnection[Any, Any, Any, Any]) -> None:
    """``Malformed`` for U+0000 in text: no person writes it, and PostgreSQL keeps none."""
    address = connection.scope["path"].encode() + connection.scope["query_string"].replace(b"%00", NUL)
    body = b""
    if isinstance(connection, Request) and connection.content_type[0] == RequestEncodingType.JSON:
        body = await connection.body()
    if NUL in address or b"\\u0000" in body:
        raise Malformed("text_unreadable")


async def record_refusals(error: Exception, scope: Scope) -> None:
    """What a signed-in person was refused, or did not find, goes into the trace before they are told."""
    actor = scope.get("user")
    if not isinstance(error, Forbidden | NotFound) or not isinstance(actor, Actor):
        return
    name = str(scope["route_handler"].opt.get("operation"))
    asked = next((str(value) for value in scope["path_params"].values()), "")
    platform = scope["litestar_app"].state.platform
    await sync_to_thread(record_refusal, platform, actor, name, asked, error.code)


def check_handlers(app: Litestar) -> None:
    """Fail while building when a handler is no operation of the table: what nobody allowed is not served."""
    known = PUBLIC | set(ALLOWED) | {PAGES}
    for route in app.routes:
        handlers = route.route_handlers if isinstance(route, HTTPRoute) else [route.route_handler]
        for handler in handlers:
            declared = str(handler.opt.get("operation"))
            if declared not in known and handler.handler_name != "options_handler":
                raise UndeclaredOperationError(f"{route.path}: no row of the access table for {declared!r}")
