"""Contracts: the ledger, one contract, and what is done with it."""

from typing import Annotated, Any

import msgspec
from litestar import Controller, Request, Response, get, patch, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter, SkipValidation

from contract_platform.application.act_on_contract import act_on_contract
from contract_platform.application.commands import ContractCommand
from contract_platform.application.confirm_facts import confirm_facts
from contract_platform.application.confirm_signing import confirm_signing
from contract_platform.application.export_contracts import export_contracts
from contract_platform.application.list_pages import list_contracts
from contract_platform.application.ports import Platform
from contract_platform.application.precheck import precheck
from contract_platform.application.queries import EventRow, LedgerFilter, LedgerPage
from contract_platform.application.read_contract import read_contract, timeline
from contract_platform.application.register_contract import register_contract
from contract_platform.application.submission_views import Precheck
from contract_platform.application.suggest_facts import suggest_facts
from contract_platform.application.views import ContractDetail, ContractFacts, FactSuggestion
from contract_platform.domain.signing_vocabulary import MarkKind
from contract_platform.domain.vocabulary import Direction, Origin, State, Tier
from contract_platform.web.declared import async_operation, operation
from contract_platform.web.dependencies import Key, RequiredKey, Revision, TheActor, ThePlatform, TheSettings
from contract_platform.web.paging import After, Limit
from contract_platform.web.uploads import Filename, plain_name, spooled
from contract_platform.web.workbooks import workbook

Fen = Annotated[int | None, QueryParameter(ge=0, description="Integer fen")]
Month = Annotated[int | None, QueryParameter(ge=1, le=12)]
Year = Annotated[int | None, QueryParameter(ge=1900, le=2200)]


async def ledger_filter(
    text: FromQuery[str] = "",
    states: FromQuery[list[State] | None] = None,
    units: FromQuery[list[str] | None] = None,
    category: FromQuery[str] = "",
    tier: FromQuery[Tier | None] = None,
    direction: FromQuery[Direction | None] = None,
    amount_from_fen: Fen = None,
    amount_to_fen: Fen = None,
    year: Year = None,
    month: Month = None,
    filing: FromQuery[str] = "",
    alert: FromQuery[str] = "",
    risk: FromQuery[str] = "",
    origin: FromQuery[Origin | None] = None,
    mark: FromQuery[MarkKind | None] = None,
    metric: FromQuery[str] = "",
    handler_id: FromQuery[str] = "",
    sort: FromQuery[str] = "-updated",
) -> LedgerFilter:
    """The filters of the ledger as the address spells them."""
    return LedgerFilter(
        text=text,
        states=tuple(states or ()),
        units=tuple(units or ()),
        category=category,
        tier=tier,
        direction=direction,
        amount_from_fen=amount_from_fen,
        amount_to_fen=amount_to_fen,
        year=year,
        month=month,
        filing=filing,
        alert=alert,
        risk=risk,
        origin=origin,
        mark=mark,
        metric=metric,
        handler_id=handler_id,
        sort=sort,
    )


class ClearExport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What personal numbers are needed for."""

    reason: Annotated[str, msgspec.Meta(max_length=1000)]


def ledger_name(platform: Platform) -> str:
    """The name an export is saved under."""
    return f"合同台账-{platform.clock.today().isoformat()}.xlsx"


class ContractController(Controller):
    """The main line."""

    path = "/contracts"
    tags = ["contracts"]

    @get("/", dependencies={"wanted": Provide(ledger_filter)}, **operation("contract.list"))
    def page(
        self,
        platform: ThePlatform,
        actor: TheActor,
        wanted: NamedDependency[SkipValidation[LedgerFilter]],
        after: After = None,
        limit: Limit = 50,
    ) -> LedgerPage:
        """A page of the ledger."""
        return list_contracts(platform, actor, wanted, after=after, limit=limit)

    @post("/", request_max_body_size=None, **async_operation("contract.create"))
    async def create(
        self,
        request: Request[Any, Any, Any],
        platform: ThePlatform,
        settings: TheSettings,
        actor: TheActor,
        required_key: RequiredKey,
        filename: Filename,
        secrecy_declared: FromQuery[bool],
        unit_id: FromQuery[str | None] = None,
    ) -> ContractDetail:
        """Upload a draft, which opens a contract; the body is the file."""
        async with spooled(request, platform, settings.upload) as file:
            return await sync_to_thread(
                register_contract,
                platform,
                actor,
                file=file,
                filename=plain_name(filename),
                secrecy_declared=secrecy_declared,
                unit_id=unit_id or None,
                idempotency_key=required_key,
            )

    @get("/export", dependencies={"wanted": Provide(ledger_filter)}, **operation("contract.export"))
    def export(
        self, platform: ThePlatform, actor: TheActor, wanted: NamedDependency[SkipValidation[LedgerFilter]]
    ) -> Response[bytes]:
        """The filtered ledger as a workbook, personal numbers masked."""
        return workbook(export_contracts(platform, actor, wanted), ledger_name(platform))

    @post(
        "/export/clear",
        status_code=200,
        dependencies={"wanted": Provide(ledger_filter)},
        **operation("contract.export_clear"),
    )
    def export_clear(
        self,
        platform: ThePlatform,
        actor: TheActor,
        wanted: NamedDependency[SkipValidation[LedgerFilter]],
        data: JSONBody[ClearExport],
    ) -> Response[bytes]:
        """The same with the personal numbers of the contracts one works with; the reason is traced."""
        return workbook(export_contracts(platform, actor, wanted, reason=data.reason), ledger_name(platform))

    @get("/{contract_id:str}", **operation("contract.read"))
    def read(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> ContractDetail:
        """Everything about one contract, and what its reader may do."""
        return read_contract(platform, actor, contract_id)

    @patch("/{contract_id:str}", **operation("contract.update"))
    def update(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        revision: Revision,
        data: JSONBody[ContractFacts],
    ) -> ContractDetail:
        """Confirm the facts."""
        return confirm_facts(platform, actor, contract_id, data, revision=revision)

    @get("/{contract_id:str}/suggestion", **operation("contract.suggestion"))
    def suggest(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> FactSuggestion:
        """The facts as the newest draft states them."""
        return suggest_facts(platform, actor, contract_id)

    @get("/{contract_id:str}/precheck", **operation("contract.precheck"))
    def precheck(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> Precheck:
        """What stands between the draft and its submission."""
        return precheck(platform, actor, contract_id)

    @get("/{contract_id:str}/timeline", **operation("contract.timeline"))
    def timeline(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> tuple[EventRow, ...]:
        """Everything that happened, oldest first."""
        return timeline(platform, actor, contract_id)

    @post("/{contract_id:str}/actions", status_code=200, **operation("contract.act"))
    def act(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        revision: Revision,
        key: Key,
        data: JSONBody[ContractCommand],
    ) -> ContractDetail:
        """An act of the lifecycle."""
        return act_on_contract(platform, actor, contract_id, data, revision=revision, idempotency_key=key)

    @post("/{contract_id:str}/signing/confirmations", status_code=200, **operation("signing.confirm"))
    def confirm_signing(
        self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str], revision: Revision, key: Key
    ) -> ContractDetail:
        """State that the signed copy equals the approved text."""
        return confirm_signing(platform, actor, contract_id, revision=revision, idempotency_key=key)
