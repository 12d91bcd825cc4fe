"""Ledgers from before the platform: the template, a look at a workbook, the import."""

from typing import Any, Final

from litestar import Controller, Request, Response, get, post
from litestar.concurrency import sync_to_thread
from litestar.params import FromQuery

from contract_platform.application.import_ledger import LedgerImportView, import_ledger, preview_import, template
from contract_platform.web.declared import async_operation, operation
from contract_platform.web.dependencies import RequiredKey, TheActor, ThePlatform, TheSettings
from contract_platform.web.uploads import Filename, plain_name, spooled
from contract_platform.web.workbooks import workbook

TEMPLATE: Final = "历史合同台账导入模板.xlsx"


class LedgerImportController(Controller):
    """Historic stock."""

    path = "/ledger-imports"
    tags = ["contracts"]

    @get("/template", **operation("contract.import_template"))
    def template(self, platform: ThePlatform, actor: TheActor) -> Response[bytes]:  # noqa: ARG002 - the guard asked who
        """The workbook to fill in."""
        return workbook(template(platform), TEMPLATE)

    @post("/preview", status_code=200, request_max_body_size=None, **async_operation("contract.import_preview"))
    async def preview(
        self,
        request: Request[Any, Any, Any],
        platform: ThePlatform,
        settings: TheSettings,
        actor: TheActor,
        filename: Filename,
        unit_id: FromQuery[str | None] = None,
    ) -> LedgerImportView:
        """What the workbook in the body holds, and everything wrong with it; nothing is kept."""
        async with spooled(request, platform, settings.upload) as file:
            return await sync_to_thread(
                preview_import, platform, actor, file=file, filename=plain_name(filename), unit_id=unit_id or None
            )

    @post("/", request_max_body_size=None, **async_operation("contract.import"))
    async def run(
        self,
        request: Request[Any, Any, Any],
        platform: ThePlatform,
        settings: TheSettings,
        actor: TheActor,
        required_key: RequiredKey,
        filename: Filename,
        secrecy_declared: FromQuery[bool],
        unit_id: FromQuery[str | None] = None,
    ) -> LedgerImportView:
        """Import the workbook in the body: all of it, or nothing when there is one fault."""
        async with spooled(request, platform, settings.upload) as file:
            return await sync_to_thread(
                import_ledger,
                platform,
                actor,
                file=file,
                filename=plain_name(filename),
                secrecy_declared=secrecy_declared,
                unit_id=unit_id or None,
                idempotency_key=required_key,
            )
