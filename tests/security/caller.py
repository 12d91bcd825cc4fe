"""Requests straight into the application, without a socket and without a client that would tidy them up."""

import asyncio
import json
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote, urlsplit

import msgspec
from litestar import Litestar

HOST = "platform.test"


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came back; header names are in lower case, a header sent twice is joined."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """The body as data."""
        return json.loads(self.body)

    def start(self) -> str:
        """How the body begins, for messages."""
        return self.body[:200].decode("utf-8", "replace")

    def text(self) -> str:
        """Everything a reader gets to see: headers and body."""
        return "\n".join(self.headers.values()) + "\n" + self.body.decode("utf-8", "replace")


class Caller:
    """Runs the application on an event loop of its own."""

    def __init__(self, app: Litestar) -> None:
        self._app = app
        self._loop = asyncio.new_event_loop()
        self._over = asyncio.Event()
        self._living: asyncio.Task[None] | None = None

    def __enter__(self) -> Self:
        self._loop.run_until_complete(self._start())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        if self._living is not None:
            self._loop.run_until_complete(self._living)
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()

    async def _start(self) -> None:
        alive = asyncio.Event()

        async def live() -> None:
            async with self._app.lifespan():
                alive.set()
                await self._over.wait()

        self._living = asyncio.create_task(live())
        await alive.wait()

    def ask(self, method: str, url: str, headers: Mapping[str, str], body: bytes, *, hang_up: bool = False) -> Answer:
        """One request; ``hang_up`` goes away as soon as the first piece has come, as streams without an end need."""
        return self._loop.run_until_complete(self._ask(method, url, headers, body, hang_up=hang_up))

    def ask_together(self, requests: Iterable[tuple[str, str, Mapping[str, str], bytes]]) -> list[Answer]:
        """Several at once, answers in order."""

        async def together() -> list[Answer]:
            return await asyncio.gather(*(self._ask(*request) for request in requests))

        return self._loop.run_until_complete(together())

    async def _ask(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes, *, hang_up: bool = False
    ) -> Answer:
        sent: list[Any] = []
        heard = asyncio.Event()
        waiting = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> Any:
            if waiting:
                return waiting.pop()
            await heard.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)
            if message["type"] == "http.response.body" and (hang_up or not message.get("more_body")):
                heard.set()

        await self._app(scope_of(method, url, headers, body), receive, send)
        return answer_of(sent)


def scope_of(method: str, url: str, headers: Mapping[str, str], body: bytes) -> Any:
    """The request as ASGI describes it."""
    parts = urlsplit(url)
    given = {"host": HOST, **({"content-length": str(len(body))} if body else {}), **headers}
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "https",
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "root_path": "",
        "query_string": parts.query.encode(),
        "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in given.items()],
        "client": ("192.0.2.7", 50_000),
        "server": (HOST, 443),
        "state": {},
    }


def answer_of(sent: list[Any]) -> Answer:
    """The messages of one response put together."""
    start = next(message for message in sent if message["type"] == "http.response.start")
    headers: dict[str, str] = {}
    for name, value in start["headers"]:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        headers[key] = f"{headers[key]}, {text}" if key in headers else text
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return Answer(status=start["status"], headers=headers, body=body)
