"""The process behind ``contract-platform serve``: which doors open, and what runs as long as they are open."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar
from litestar.concurrency import sync_to_thread

from contract_platform import bootstrap
from contract_platform.application.ports import Platform
from contract_platform.settings import Settings, load
from contract_platform.web.app import create_app
from workers import embedded


def application() -> Litestar:
    """ASGI factory for any server: ``uvicorn --factory contract_platform.main:application``."""
    settings = load()
    return assemble(bootstrap.build(settings), settings)


def assemble(platform: Platform, settings: Settings) -> Litestar:
    """The web application; with the queue in memory its process also does the background work."""
    in_memory = settings.queue.url.startswith("memory:")

    @asynccontextmanager
    async def working(app: Litestar) -> AsyncIterator[None]:  # noqa: ARG001 - the protocol of lifespans
        running = await sync_to_thread(embedded.start, platform, bootstrap.queue(settings))
        try:
            yield
        finally:
            await sync_to_thread(running.stop)

    return create_app(platform, settings, lifespan=[working] if in_memory else [])
