"""The built pages: files under /assets, and index.html for every other address, which the pages route themselves."""

import gzip
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec
from litestar import Request, Response, get
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath

from contract_platform.domain.errors import NotFound
from contract_platform.web.errors import Unavailable
from contract_platform.web.headers import PAGES_POLICY

STATIC: Final = Path(__file__).parent / "static"
HASHED: Final = re.compile(r"-[\w-]{8}\.\w+$")
WORTH_PACKING = 1024  # bytes

TYPES: Final = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}
PACKED: Final = frozenset({".html", ".js", ".mjs", ".css", ".svg", ".json", ".ttf"})

FOR_EVER: Final = "public, max-age=31536000, immutable"
FOR_A_DAY: Final = "public, max-age=86400"
ASK_FIRST: Final = "no-cache"


class Asset(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the pages in memory, packed where that is worth it."""

    content: bytes
    packed: bytes | None
    media_type: str
    etag: str
    cache_control: str


@cache
def assets(folder: Path) -> frozenset[str]:
    """The names under which files of the build may be asked for; no other name reaches the disk."""
    found = (file for file in (folder / "assets").rglob("*") if file.is_file())
    return frozenset(f"/{file.relative_to(folder).as_posix()}" for file in found)


@cache
def asset(file: Path) -> Asset:
    """Read once; a name with a hash in it never means other bytes."""
    content = file.read_bytes()
    packs = file.suffix in PACKED and len(content) > WORTH_PACKING
    kept = FOR_EVER if HASHED.search(file.name) else FOR_A_DAY
    return Asset(
        content=content,
        packed=gzip.compress(content, mtime=0) if packs else None,
        media_type=TYPES.get(file.suffix, "application/octet-stream"),
        etag=f'"{hashlib.sha256(content).hexdigest()[:32]}"',
        cache_control=ASK_FIRST if file.suffix == ".html" else kept,
    )


@get(["/", "/{path:path}"], opt={"operation": "pages"}, include_in_schema=False)
async def page(request: Request[Any, Any, Any], path: FromPath[str] = "/") -> Response[bytes]:
    """A file of the build, or the page that shows whatever the address means."""
    return await sync_to_thread(served, request, path)


def served(request: Request[Any, Any, Any], path: str) -> Response[bytes]:
    """The answer to a path."""
    folder: Path = request.app.state.pages
    if path.startswith("/assets/"):
        if path not in assets(folder):
            raise NotFound("address_unknown")
        return sent(request, asset(folder / path.removeprefix("/")))
    index = folder / "index.html"
    if not index.is_file():
        raise Unavailable("pages_not_built")
    return sent(request, asset(index))


def sent(request: Request[Any, Any, Any], found: Asset) -> Response[bytes]:
    """The file, packed for who understands that; nothing for who has it already."""
    headers = {
        "Cache-Control": found.cache_control,
        "Content-Security-Policy": PAGES_POLICY,
        "ETag": found.etag,
        "Vary": "Accept-Encoding",
    }
    if request.headers.get("if-none-match") == found.etag:
        return Response(b"", status_code=304, headers=headers, media_type=found.media_type)
    content = found.content
    if found.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        content = found.packed
        headers["Content-Encoding"] = "gzip"
    return Response(content, headers=headers, media_type=found.media_type)
