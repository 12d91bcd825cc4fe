"""Files of a contract: further versions, their bytes, and the text with everything found in it."""

import codecs
from collections.abc import Iterator
from typing import Any, BinaryIO, Final
from urllib.parse import quote

from litestar import Controller, Request, get, post
from litestar.background_tasks import BackgroundTask
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath, FromQuery
from litestar.response import Stream

from contract_platform.application.add_version import add_version, reread_version
from contract_platform.application.read_version import analysis_view, open_content, version_view
from contract_platform.application.views import AnalysisView, VersionView
from contract_platform.domain.document import Version
from contract_platform.domain.vocabulary import DocumentKind
from contract_platform.web.declared import async_operation, operation
from contract_platform.web.dependencies import RequiredKey, TheActor, ThePlatform, TheSettings
from contract_platform.web.uploads import Filename, plain_name, spooled

CHUNK = 256 * 1024  # bytes
SANDBOX: Final = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"

MEDIA_TYPES: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "rtf": "application/rtf",
    "ofd": "application/ofd",
    "zip": "application/zip",
    "jpg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
}
"""By the sniffed media name; what is not listed is just bytes."""

SHOWN: Final = frozenset({"pdf", "txt", "jpg", "png", "gif", "bmp"})
"""What a browser may show instead of saving it."""


class DocumentController(Controller):
    """Documents and versions."""

    path = "/"
    tags = ["documents"]

    @post(
        "/contracts/{contract_id:str}/documents/{kind:str}/versions",
        request_max_body_size=None,
        **async_operation("document.add"),
    )
    async def add(
        self,
        request: Request[Any, Any, Any],
        platform: ThePlatform,
        settings: TheSettings,
        actor: TheActor,
        contract_id: FromPath[str],
        kind: FromPath[DocumentKind],
        required_key: RequiredKey,
        filename: Filename,
        title: FromQuery[str] = "",
    ) -> VersionView:
        """Add a file to a contract; the body is the file."""
        async with spooled(request, platform, settings.upload) as file:
            return await sync_to_thread(
                add_version,
                platform,
                actor,
                contract_id,
                kind=kind,
                file=file,
                filename=plain_name(filename),
                title=title,
                idempotency_key=required_key,
            )

    @get("/versions/{version_id:str}", **operation("version.read"))
    def read(self, platform: ThePlatform, actor: TheActor, version_id: FromPath[str]) -> VersionView:
        """The record of a version."""
        return version_view(platform, actor, version_id)

    @get("/versions/{version_id:str}/content", **operation("version.content"))
    def content(self, platform: ThePlatform, actor: TheActor, version_id: FromPath[str]) -> Stream:
        """The file as it was uploaded."""
        version, file = open_content(platform, actor, version_id)
        media_type, encoding = kind_of(version, file)
        return Stream(
            chunks(file),
            media_type=media_type,
            encoding=encoding,
            headers=content_headers(version),
            background=BackgroundTask(closed, file),
        )

    @get("/versions/{version_id:str}/analysis", **operation("analysis.read"))
    def analysis(self, platform: ThePlatform, actor: TheActor, version_id: FromPath[str]) -> AnalysisView:
        """The text and the findings."""
        return analysis_view(platform, actor, version_id)

    @post("/versions/{version_id:str}/reread", **operation("version.reread"))
    def reread(self, platform: ThePlatform, actor: TheActor, version_id: FromPath[str]) -> VersionView:
        """Have the text read again."""
        return reread_version(platform, actor, version_id)


def chunks(file: BinaryIO) -> Iterator[bytes]:
    """The file piece by piece."""
    while chunk := file.read(CHUNK):
        yield chunk


async def closed(file: BinaryIO) -> None:
    """Close after the last piece, or when the client went away in the middle."""
    await sync_to_thread(file.close)


def kind_of(version: Version, file: BinaryIO) -> tuple[str, str]:
    """Media type and, for plain text, its encoding, because browsers guess otherwise."""
    if version.media != "txt":
        return MEDIA_TYPES.get(version.media, "application/octet-stream"), "utf-8"
    head = file.read(CHUNK)
    file.seek(0)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "text/plain", "gb18030"
    return "text/plain", "utf-8"


def content_headers(version: Version) -> dict[str, str]:
    """Shown or saved under its own name (RFC 6266), and powerless if it turns out to be active."""
    shown = "inline" if version.media in SHOWN else "attachment"
    return {
        "Content-Disposition": f"{shown}; filename*=UTF-8''{quote(version.filename, safe='')}",
        "Content-Length": str(version.size),
        "Content-Security-Policy": SANDBOX,
        "ETag": f'"{version.sha256}"',
    }
