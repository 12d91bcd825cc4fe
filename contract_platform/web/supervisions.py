"""Supervision notices: issued, answered, verified."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, JSONBody, SkipValidation

from contract_platform.application.inbox_queries import SupervisionFilter, SupervisionPage, SupervisionRow
from contract_platform.application.list_supervisions import export_supervisions, list_supervisions
from contract_platform.application.supervise import act_on_supervision, issue_supervision
from contract_platform.application.task_commands import NewSupervision, SupervisionCommand
from contract_platform.domain.work_vocabulary import SupervisionState
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import Key, RequiredKey, Revision, TheActor, ThePlatform
from contract_platform.web.paging import After, Limit
from contract_platform.web.workbooks import workbook


async def supervision_filter(
    text: FromQuery[str] = "",
    units: FromQuery[list[str] | None] = None,
    states: FromQuery[list[SupervisionState] | None] = None,
    due: FromQuery[str] = "",
    contract: FromQuery[str] = "",
) -> SupervisionFilter:
    """The filters of the notices as the address spells them."""
    return SupervisionFilter(
        text=text, units=tuple(units or ()), states=tuple(states or ()), due=due, contract_id=contract
    )


Wanted = NamedDependency[SkipValidation[SupervisionFilter]]


class SupervisionController(Controller):
    """Notices of supervision."""

    path = "/"
    tags = ["supervisions"]

    @get("/supervisions", dependencies={"wanted": Provide(supervision_filter)}, **operation("supervision.list"))
    def page(
        self, platform: ThePlatform, actor: TheActor, wanted: Wanted, after: After = None, limit: Limit = 50
    ) -> SupervisionPage:
        """A page of notices, newest first."""
        return list_supervisions(platform, actor, wanted, after=after, limit=limit)

    @get(
        "/supervisions/export", dependencies={"wanted": Provide(supervision_filter)}, **operation("supervision.export")
    )
    def export(self, platform: ThePlatform, actor: TheActor, wanted: Wanted) -> Response[bytes]:
        """The filtered notices as a workbook."""
        name = f"督办-{platform.clock.today().isoformat()}.xlsx"
        return workbook(export_supervisions(platform, actor, wanted), name)

    @post("/contracts/{contract_id:str}/supervisions", **operation("supervision.create"))
    def issue(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        required_key: RequiredKey,
        data: JSONBody[NewSupervision],
    ) -> SupervisionRow:
        """Issue a numbered notice to the unit that handles the contract."""
        return issue_supervision(platform, actor, contract_id, data, idempotency_key=required_key)

    @post("/supervisions/{supervision_id:str}/actions", status_code=200, **operation("supervision.act"))
    def act(
        self,
        platform: ThePlatform,
        actor: TheActor,
        supervision_id: FromPath[str],
        revision: Revision,
        key: Key,
        data: JSONBody[SupervisionCommand],
    ) -> SupervisionRow:
        """Answer, close, return or revoke."""
        return act_on_supervision(platform, actor, supervision_id, data, revision=revision, idempotency_key=key)
