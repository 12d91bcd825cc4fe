"""Taking a file in: the body is streamed to the spool, and the limit holds while it is read."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any, BinaryIO

from litestar import Request
from litestar.concurrency import sync_to_thread
from litestar.exceptions import InternalServerException
from litestar.params import QueryParameter

from contract_platform.application.ports import Platform
from contract_platform.settings import Upload
from contract_platform.web.errors import Malformed, TooLarge

MEGABYTE = 1 << 20
Filename = Annotated[str, QueryParameter(min_length=1, max_length=500, description="The file's own name")]
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain_name(filename: str) -> str:
    """The last part of a name without controls and direction marks, which can make an .exe read as a .docx."""
    name = UNPRINTABLE.sub("", re.split(r"[/\\]", filename)[-1]).strip()
    if not name:
        raise Malformed("filename_missing")
    return name


@asynccontextmanager
async def spooled(request: Request[Any, Any, Any], platform: Platform, settings: Upload) -> AsyncIterator[Path]:
    """The request's body as a file in the spool, gone afterwards; ``TooLarge`` as soon as the limit is passed."""
    limit = settings.limit_mb * MEGABYTE
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > limit:
        raise TooLarge("file_too_large", limit_mb=settings.limit_mb)
    file = platform.spool / f"upload-{platform.new_id()}"
    try:
        with await sync_to_thread(file.open, "xb") as target:
            await _receive(request, target, limit, settings.limit_mb)
        yield file
    finally:
        await sync_to_thread(file.unlink, missing_ok=True)


async def _receive(request: Request[Any, Any, Any], target: BinaryIO, limit: int, limit_mb: int) -> None:
    pending, taken = bytearray(), 0
    try:
        async for chunk in request.stream():
            taken += len(chunk)
            if taken > limit:
                raise TooLarge("file_too_large", limit_mb=limit_mb)
            pending += chunk
            if len(pending) >= MEGABYTE:
                await sync_to_thread(target.write, bytes(pending))
                pending.clear()
    except InternalServerException as error:  # how the framework says that the client went away
        raise Malformed("upload_interrupted") from error
    await sync_to_thread(target.write, bytes(pending))
