"""One poller per process that tells every open stream what changed: no thread, no connection per client."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence

import structlog
from litestar.concurrency import sync_to_thread

from contract_platform.application.ports import Platform
from contract_platform.application.queries import Queries, View
from contract_platform.domain.relations import Scope

log = structlog.get_logger(__name__)

POLL_SECONDS = 0.5
LOOK_AFTER_SESSIONS = 60  # polls between two looks at whose session is over
SESSION_ENDED = "session.ended"
STANDING = frozenset({"post", "person", "delegation", "invitation", "endorsement", "unit"})
"""Objects whose events can change what somebody sees."""
BATCH = 200  # events read at a time
BACKLOG = 256  # changes waiting for one slow client before it is told to begin anew


class Change(View, frozen=True, kw_only=True):
    """Something happened to a contract; ``id`` is the cursor behind it."""

    id: str
    type: str
    contract_id: str


class Listener:
    """An open stream: who reads it, and what waits to be sent. None ends it."""

    def __init__(self, scope: Scope, token: str) -> None:
        self.scope = scope
        self.token = token
        self.waiting: asyncio.Queue[Change | None] = asyncio.Queue(BACKLOG)

    def tell(self, change: Change | None) -> None:
        """Hand over; a client that does not keep up is cut off and catches up when it comes back."""
        if self.waiting.full():
            while not self.waiting.empty():
                self.waiting.get_nowait()
            change = None
        self.waiting.put_nowait(change)


class Feed:
    """The poller and its listeners; everything but the queries runs on the event loop."""

    def __init__(
        self,
        platform: Platform,
        ended: Callable[[Iterable[str]], set[str]],
        scopes: Callable[[Iterable[str]], Mapping[str, Scope]] | None = None,
    ) -> None:
        self._queries = platform.queries
        self._ended = ended
        self._scopes = scopes
        self._listeners: set[Listener] = set()
        self._cursor: str | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = asyncio.Event()

    async def open(self, listener: Listener, last_heard: str | None = None) -> None:
        """Tell a listener from now on, and what came after the event it heard last."""
        if self._cursor is None:
            self._begin(await sync_to_thread(self._queries.last_event))
        self._listeners.add(listener)
        if last_heard:
            _, missed = await sync_to_thread(changes_after, self._queries, last_heard, [listener.scope])
            for change, _ in missed:
                listener.tell(change)
        if self._closed.is_set():
            listener.tell(None)

    def _begin(self, newest: str) -> None:
        """From here on, unless another listener began meanwhile: what it has not heard yet must not be skipped."""
        if self._cursor is None:
            self._cursor = newest

    def close(self, listener: Listener) -> None:
        """Forget a listener."""
        self._listeners.discard(listener)

    async def run(self) -> None:
        """Poll until shut down; a failing database is asked again at the next poll."""
        self._loop = asyncio.get_running_loop()
        polls = 0
        while not self._closed.is_set():
            try:
                await asyncio.wait_for(self._closed.wait(), POLL_SECONDS)
            except TimeoutError:
                polls += 1
                await self._poll(look_after_sessions=polls % LOOK_AFTER_SESSIONS == 0)

    def shut_down(self) -> None:
        """End all streams, so that the server can; may be called from a signal handler."""
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._shut_down)

    def _shut_down(self) -> None:
        self._closed.set()
        for listener in self._listeners:
            listener.tell(None)

    async def _poll(self, *, look_after_sessions: bool) -> None:
        if not self._listeners:
            self._cursor = None
            return
        try:
            if await self._tell_changes() or look_after_sessions:
                gone = await sync_to_thread(self._ended, {listener.token for listener in self._listeners})
                for listener in [one for one in self._listeners if one.token in gone]:
                    listener.tell(None)
                await self._look_at_rights()
        except Exception:
            log.exception("changes not told")

    async def _look_at_rights(self) -> None:
        """What listeners see from now on: a post, a deputy or an invitation may have come or gone."""
        if self._scopes is None:
            return
        scopes = await sync_to_thread(self._scopes, {listener.token for listener in self._listeners})
        for listener in self._listeners:
            listener.scope = scopes.get(listener.token, listener.scope)

    async def _tell_changes(self) -> bool:
        """Tell what happened; whether some session ended, so that its stream is not left open."""
        cursor = self._cursor or ""
        events = await sync_to_thread(self._queries.events_after, cursor, BATCH)
        if any(type_.partition(".")[0] in STANDING for _, type_, _ in events):
            await self._look_at_rights()
        scopes = {listener.scope for listener in self._listeners}
        changes = await sync_to_thread(concerning, self._queries, events, scopes)
        self._cursor = events[-1][0] if events else cursor
        for change, seen_by in changes:
            for listener in self._listeners:
                if listener.scope in seen_by:
                    listener.tell(change)
        return any(type_ == SESSION_ENDED for _, type_, _ in events)


def changes_after(
    queries: Queries, cursor: str, scopes: Iterable[Scope]
) -> tuple[str, list[tuple[Change, frozenset[Scope]]]]:
    """The cursor behind the next events, and those that concern a contract, each with the scopes that see it."""
    events = queries.events_after(cursor, BATCH)
    return (events[-1][0] if events else cursor), concerning(queries, events, scopes)


def concerning(
    queries: Queries, events: Sequence[tuple[str, str, str | None]], scopes: Iterable[Scope]
) -> list[tuple[Change, frozenset[Scope]]]:
    """Those events that concern a contract, each with the scopes that see it."""
    seen_by: dict[str, frozenset[Scope]] = {}
    for contract_id in {contract_id for _, _, contract_id in events if contract_id}:
        seen_by[contract_id] = frozenset(scope for scope in scopes if queries.visible(scope, contract_id))
    return [
        (Change(id=event_id, type=type_, contract_id=contract_id), seen_by[contract_id])
        for event_id, type_, contract_id in events
        if contract_id and seen_by[contract_id]
    ]
