"""The ASGI application over a platform: API, pages, and what runs as long as they do."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from litestar import Litestar
from litestar.datastructures import State

from contract_platform.application.ports import Platform
from contract_platform.application.sessions import ended, scopes
from contract_platform.settings import Settings
from contract_platform.web.assembly import Lifespan, api, build
from contract_platform.web.feed import Feed
from contract_platform.web.health import healthz
from contract_platform.web.openapi import published
from contract_platform.web.operations import check_handlers
from contract_platform.web.pages import STATIC, page
from contract_platform.web.unknown import unknown

THREADS = 32  # handlers running at once; the database keeps more connections than that


def create_app(
    platform: Platform, settings: Settings, *, pages: Path = STATIC, lifespan: Sequence[Lifespan] = ()
) -> Litestar:
    """The application over a platform; ``lifespan`` is what else starts and stops with it.

    Fails when a handler is no operation of the access table.
    """
    feed = Feed(platform, partial(ended, platform), partial(scopes, platform))
    state = State({"platform": platform, "settings": settings, "pages": pages, "feed": feed})
    handlers = [api(), healthz, published, unknown, page]
    app = build(handlers, state, lifespan=[threads, polling, *lifespan])
    check_handlers(app)
    return app


@asynccontextmanager
async def threads(app: Litestar) -> AsyncIterator[None]:  # noqa: ARG001 - the protocol of lifespans
    """Threads for the synchronous handlers: the default of asyncio would be six on two cores."""
    executor = ThreadPoolExecutor(THREADS, thread_name_prefix="web")
    asyncio.get_running_loop().set_default_executor(executor)
    yield


@asynccontextmanager
async def polling(app: Litestar) -> AsyncIterator[None]:
    """The poller of the event streams."""
    feed: Feed = app.state.feed
    task = asyncio.create_task(feed.run())
    yield
    feed.shut_down()
    await task
