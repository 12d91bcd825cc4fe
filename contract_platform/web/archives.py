"""A contract's file for the archive: its four properties, and the package."""

from urllib.parse import quote

from litestar import Controller, get
from litestar.background_tasks import BackgroundTask
from litestar.params import FromPath
from litestar.response import Stream

from contract_platform.application.archive_package import ArchiveView, archive_package, read_archive
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform
from contract_platform.web.documents import chunks, closed


class ArchiveController(Controller):
    """Files for the archive."""

    path = "/contracts/{contract_id:str}"
    tags = ["archive"]

    @get("/four-properties", **operation("archive.read"))
    def read(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> ArchiveView:
        """The four-property check of every file, and whether the package can be had."""
        return read_archive(platform, actor, contract_id)

    @get("/archive-package", **operation("archive.export"))
    def package(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> Stream:
        """Metadata, documents, process log, trace and verifier, as a signed zip."""
        file = archive_package(platform, actor, contract_id)
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.filename, safe='')}",
            "Content-Length": str(file.size),
        }
        return Stream(
            chunks(file.content),
            media_type="application/zip",
            headers=headers,
            background=BackgroundTask(closed, file.content),
        )
