"""Changes as they happen: server-sent events, and polling where a proxy swallows the stream."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any

import msgspec
from litestar import Controller, Request, get
from litestar.params import HeaderParameter, QueryParameter
from litestar.response import Stream

from contract_platform.application.queries import View
from contract_platform.domain.relations import scope_of
from contract_platform.web.declared import async_operation, operation
from contract_platform.web.dependencies import TheActor, ThePlatform
from contract_platform.web.feed import Change, Feed, Listener, changes_after
from contract_platform.web.session import COOKIE

HEARTBEAT_SECONDS = 15.0
RETRY_MILLISECONDS = 3000
UNBUFFERED = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}

LastEvent = Annotated[str | None, HeaderParameter(name="Last-Event-ID", description="Sent by browsers that reconnect")]
Cursor = Annotated[str, QueryParameter(max_length=100, description="The cursor of the page before; empty = now")]


class ChangeView(View, frozen=True, kw_only=True):
    """What happened, and to which contract."""

    type: str
    contract_id: str | None


class ChangePage(View, frozen=True, kw_only=True):
    """Changes since a cursor."""

    cursor: str
    changes: tuple[ChangeView, ...]


class EventController(Controller):
    """Events of contracts the reader may see."""

    path = "/events"
    tags = ["events"]

    @get("/", media_type="text/event-stream", **async_operation("event.stream"))
    async def stream(self, request: Request[Any, Any, Any], actor: TheActor, last_event_id: LastEvent = None) -> Stream:
        """Events named ``change``; a client that comes back with ``Last-Event-ID`` hears what it missed."""
        listener = Listener(scope_of(actor), request.cookies[COOKIE])
        changes = told(request.app.state.feed, listener, last_event_id)
        return Stream(changes, media_type="text/event-stream", headers=UNBUFFERED)

    @get("/poll", **operation("event.poll"))
    def poll(self, platform: ThePlatform, actor: TheActor, after: Cursor = "") -> ChangePage:
        """The same changes by asking."""
        if not after:
            return ChangePage(cursor=platform.queries.last_event(), changes=())
        cursor, found = changes_after(platform.queries, after, [scope_of(actor)])
        changes = (ChangeView(type=change.type, contract_id=change.contract_id) for change, _ in found)
        return ChangePage(cursor=cursor, changes=tuple(changes))


async def told(feed: Feed, listener: Listener, last_heard: str | None = None) -> AsyncIterator[bytes]:
    """The stream of one listener; a comment now and then keeps proxies from closing it.

    The listener is known to the feed only while the stream is read: what never began need not be forgotten.
    """
    try:
        await feed.open(listener, last_heard)
        yield f"retry: {RETRY_MILLISECONDS}\n\n".encode()
        while True:
            try:
                change = await asyncio.wait_for(listener.waiting.get(), HEARTBEAT_SECONDS)
            except TimeoutError:
                yield b": still here\n\n"
                continue
            if change is None:
                return
            yield framed(change)
    finally:
        feed.close(listener)


def framed(change: Change) -> bytes:
    """One event in the format of the HTML standard, section 9.2."""
    data = msgspec.json.encode(ChangeView(type=change.type, contract_id=change.contract_id))
    return b"id: " + change.id.encode() + b"\nevent: change\ndata: " + data + b"\n\n"
