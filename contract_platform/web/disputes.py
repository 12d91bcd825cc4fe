"""Disputes over contracts: recorded, taken from step to step, listed for the bureau."""

from typing import Annotated

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter, SkipValidation

from contract_platform.application.act_on_dispute import act_on_dispute
from contract_platform.application.dispute_queries import DisputeFilter, DisputePage
from contract_platform.application.dispute_views import ContractDisputes, DisputeView, contract_disputes
from contract_platform.application.list_disputes import export_disputes, list_disputes
from contract_platform.application.open_dispute import open_dispute
from contract_platform.application.performance_commands import DisputeCommand, NewDispute
from contract_platform.domain.performance_vocabulary import DisputeStageKind, DisputeState
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import Key, RequiredKey, Revision, TheActor, ThePlatform
from contract_platform.web.paging import After, Limit
from contract_platform.web.workbooks import workbook


async def dispute_filter(
    states: FromQuery[list[DisputeState] | None] = None,
    stages: FromQuery[list[DisputeStageKind] | None] = None,
    units: FromQuery[list[str] | None] = None,
    text: Annotated[str, QueryParameter(max_length=200, description="Contract or case number")] = "",
) -> DisputeFilter:
    """The filters of the list as the address spells them."""
    return DisputeFilter(states=tuple(states or ()), stages=tuple(stages or ()), units=tuple(units or ()), text=text)


Wanted = NamedDependency[SkipValidation[DisputeFilter]]
FILTERED = {"wanted": Provide(dispute_filter)}


class DisputeController(Controller):
    """Disputes."""

    path = "/"
    tags = ["disputes"]

    @get("/disputes", dependencies=FILTERED, **operation("dispute.list"))
    def page(
        self, platform: ThePlatform, actor: TheActor, wanted: Wanted, after: After = None, limit: Limit = 50
    ) -> DisputePage:
        """A page of disputes, newest first."""
        return list_disputes(platform, actor, wanted, after=after, limit=limit)

    @get("/disputes/export", dependencies=FILTERED, **operation("dispute.export"))
    def export(self, platform: ThePlatform, actor: TheActor, wanted: Wanted) -> Response[bytes]:
        """The filtered list as a workbook."""
        name = f"争议台账-{platform.clock.today().isoformat()}.xlsx"
        return workbook(export_disputes(platform, actor, wanted), name)

    @get("/contracts/{contract_id:str}/disputes", **operation("dispute.read"))
    def read(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> ContractDisputes:
        """The disputes over a contract with their steps and deadlines."""
        return contract_disputes(platform, actor, contract_id)

    @post("/contracts/{contract_id:str}/disputes", **operation("dispute.open"))
    def open(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        required_key: RequiredKey,
        data: JSONBody[NewDispute],
    ) -> DisputeView:
        """Record a dispute."""
        return open_dispute(platform, actor, contract_id, data, idempotency_key=required_key)

    @post("/disputes/{dispute_id:str}/actions", status_code=200, **operation("dispute.act"))
    def act(
        self,
        platform: ThePlatform,
        actor: TheActor,
        dispute_id: FromPath[str],
        revision: Revision,
        key: Key,
        data: JSONBody[DisputeCommand],
    ) -> DisputeView:
        """Add a step, note that its deadline was met or what came of it, interrupt limitation, resolve, reopen."""
        return act_on_dispute(platform, actor, dispute_id, data, revision=revision, idempotency_key=key)
