"""The trace as the audit administrator reads it."""

from datetime import date
from typing import Annotated

import msgspec
from litestar import Controller, Response, get, post
from litestar.params import FromQuery, JSONBody

from contract_platform.application.people_queries import TraceFilter
from contract_platform.application.people_views import TracePage
from contract_platform.application.read_audit import after_day, export_audit, first_instant, read_audit
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform
from contract_platform.web.paging import After, Limit
from contract_platform.web.workbooks import workbook


class AuditExport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which entries to export, and what for."""

    reason: Annotated[str, msgspec.Meta(max_length=1000)]
    list: str = "acts"
    text: str = ""
    type: str = ""
    object_id: str = ""
    first_day: date | None = None
    last_day: date | None = None


class AuditController(Controller):
    """Acts, sign-ins, administrators, refusals, verifications."""

    path = "/audit"
    tags = ["audit"]

    @get("/", **operation("audit.list"))
    def page(
        self,
        platform: ThePlatform,
        actor: TheActor,
        which: FromQuery[str] = "acts",
        text: FromQuery[str] = "",
        event_type: FromQuery[str] = "",
        object_id: FromQuery[str] = "",
        first_day: FromQuery[date | None] = None,
        last_day: FromQuery[date | None] = None,
        after: After = None,
        limit: Limit = 50,
    ) -> TracePage:
        """A page of one list, newest first."""
        wanted = TraceFilter(
            list=which,
            text=text,
            type=event_type,
            object_id=object_id,
            first=first_instant(first_day),
            before=after_day(last_day),
        )
        return read_audit(platform, actor, wanted, after=after, limit=limit)

    @post("/exports", status_code=200, **operation("audit.export"))
    def export(self, platform: ThePlatform, actor: TheActor, data: JSONBody[AuditExport]) -> Response[bytes]:
        """The filtered entries as a workbook; the export is an entry itself."""
        wanted = TraceFilter(
            list=data.list,
            text=data.text,
            type=data.type,
            object_id=data.object_id,
            first=first_instant(data.first_day),
            before=after_day(data.last_day),
        )
        content = export_audit(platform, actor, wanted, data.reason)
        return workbook(content, f"日志-{platform.clock.today().isoformat()}.xlsx")
