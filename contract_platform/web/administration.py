"""Units, accounts and the changes one administrator asks for and another decides on."""

from typing import Any, Final

from litestar import Controller, Request, Response, get, post
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath, FromQuery, JSONBody

from contract_platform.application.decide_change import decide_change
from contract_platform.application.import_people import request_import, template
from contract_platform.application.people_commands import ChangeAsked, ChangeCommand
from contract_platform.application.people_queries import AccountFilter, ChangeFilter
from contract_platform.application.people_views import (
    AccountPage,
    CalendarView,
    ChangeRequestPage,
    ChangeRequestView,
    UnitView,
)
from contract_platform.application.read_accounts import list_accounts, list_units
from contract_platform.application.read_calendar import read_calendar
from contract_platform.application.read_changes import list_changes
from contract_platform.application.request_change import request_change
from contract_platform.domain.vocabulary import ChangeKind, ChangeState, Role
from contract_platform.web.declared import async_operation, operation
from contract_platform.web.dependencies import RequiredKey, Revision, TheActor, ThePlatform, TheSettings
from contract_platform.web.paging import After, Limit
from contract_platform.web.uploads import Filename, plain_name, spooled
from contract_platform.web.workbooks import workbook

TEMPLATE: Final = "机构人员导入模板.xlsx"


class UnitController(Controller):
    """Organisations."""

    path = "/units"
    tags = ["administration"]

    @get("/", **operation("unit.list"))
    def page(self, platform: ThePlatform, actor: TheActor) -> tuple[UnitView, ...]:
        """All units, closed ones too."""
        return list_units(platform, actor)


class AccountsController(Controller):
    """Accounts of people."""

    path = "/accounts"
    tags = ["administration"]

    @get("/", **operation("person.accounts"))
    def page(
        self,
        platform: ThePlatform,
        actor: TheActor,
        text: FromQuery[str] = "",
        unit_id: FromQuery[str] = "",
        role: FromQuery[Role | None] = None,
        account_state: FromQuery[str] = "",
        after: After = None,
        limit: Limit = 50,
    ) -> AccountPage:
        """A page of accounts with their posts."""
        wanted = AccountFilter(text=text, unit_id=unit_id, role=role, state=account_state)
        return list_accounts(platform, actor, wanted, after=after, limit=limit)


class CalendarController(Controller):
    """The working-day calendar."""

    path = "/calendar"
    tags = ["administration"]

    @get("/", **operation("calendar.read"))
    def read(self, platform: ThePlatform, actor: TheActor) -> CalendarView:
        """What working days are counted by."""
        return read_calendar(platform, actor)


class ChangeController(Controller):
    """Changes that wait for another administrator."""

    path = "/changes"
    tags = ["administration"]

    @get("/", **operation("change.list"))
    def page(
        self,
        platform: ThePlatform,
        actor: TheActor,
        states: FromQuery[list[ChangeState] | None] = None,
        kinds: FromQuery[list[ChangeKind] | None] = None,
        mine: FromQuery[bool] = False,  # noqa: FBT002 - a filter of the address
        after: After = None,
        limit: Limit = 50,
    ) -> ChangeRequestPage:
        """A page of changes, newest first."""
        wanted = ChangeFilter(
            states=tuple(states or ()), kinds=tuple(kinds or ()), requested_by=actor.person_id if mine else ""
        )
        return list_changes(platform, actor, wanted, after=after, limit=limit)

    @post("/", **operation("change.request"))
    def request(
        self, platform: ThePlatform, actor: TheActor, required_key: RequiredKey, data: JSONBody[ChangeAsked]
    ) -> ChangeRequestView:
        """Ask for a change."""
        return request_change(platform, actor, data, idempotency_key=required_key)

    @post("/imports", request_max_body_size=None, **async_operation("change.import"))
    async def request_import(
        self,
        request: Request[Any, Any, Any],
        platform: ThePlatform,
        settings: TheSettings,
        actor: TheActor,
        required_key: RequiredKey,
        filename: Filename,
        reason: FromQuery[str],
    ) -> ChangeRequestView:
        """Ask for an import; the body is the workbook. One fault and nothing is kept."""
        async with spooled(request, platform, settings.upload) as file:
            return await sync_to_thread(
                request_import,
                platform,
                actor,
                file=file,
                filename=plain_name(filename),
                reason=reason,
                idempotency_key=required_key,
            )

    @get("/imports/template", **operation("change.template"))
    def template(self, platform: ThePlatform, actor: TheActor) -> Response[bytes]:  # noqa: ARG002 - the guard asked who
        """The workbook to fill in."""
        return workbook(template(platform), TEMPLATE)

    @post("/{change_id:str}/actions", status_code=200, **operation("change.decide"))
    def decide(
        self,
        platform: ThePlatform,
        actor: TheActor,
        change_id: FromPath[str],
        revision: Revision,
        data: JSONBody[ChangeCommand],
    ) -> ChangeRequestView:
        """Approve, reject or withdraw; passwords to hand over are in this answer only."""
        return decide_change(platform, actor, change_id, data, revision=revision)
