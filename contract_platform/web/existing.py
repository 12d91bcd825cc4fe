"""Contracts that exist already: entered after they were signed."""

from datetime import date
from typing import Annotated, Any

from litestar import Controller, Request, post
from litestar.concurrency import sync_to_thread
from litestar.params import FromQuery, QueryParameter

from contract_platform.application.register_existing import ExistingContract, register_existing
from contract_platform.application.views import ContractDetail
from contract_platform.domain.vocabulary import Origin, State
from contract_platform.web.declared import async_operation
from contract_platform.web.dependencies import RequiredKey, TheActor, ThePlatform, TheSettings
from contract_platform.web.uploads import Filename, plain_name, spooled

Said = Annotated[str, QueryParameter(max_length=1000, description="Why it is entered only now")]
Review = Annotated[str, QueryParameter(max_length=500, description="The review it had outside the platform, if any")]
PaperNumber = Annotated[str, QueryParameter(max_length=100, description="The number it bears, if any")]


class ExistingController(Controller):
    """补录."""

    path = "/existing-contracts"
    tags = ["contracts"]

    @post("/", request_max_body_size=None, **async_operation("contract.register_existing"))
    async def register(
        self,
        request: Request[Any, Any, Any],
        platform: ThePlatform,
        settings: TheSettings,
        actor: TheActor,
        required_key: RequiredKey,
        filename: Filename,
        secrecy_declared: FromQuery[bool],
        origin: FromQuery[Origin],
        entered_as: FromQuery[State],
        sign_date: FromQuery[date],
        reason: Said,
        earlier_review: Review = "",
        paper_no: PaperNumber = "",
        unit_id: FromQuery[str | None] = None,
    ) -> ContractDetail:
        """Enter a contract that was signed already; the body is its signed copy."""
        entry = ExistingContract(
            origin=origin,
            state=entered_as,
            sign_date=sign_date,
            reason=reason,
            secrecy_declared=secrecy_declared,
            earlier_review=earlier_review,
            paper_no=paper_no,
            unit_id=unit_id or None,
        )
        async with spooled(request, platform, settings.upload) as file:
            return await sync_to_thread(
                register_existing,
                platform,
                actor,
                entry,
                file=file,
                filename=plain_name(filename),
                idempotency_key=required_key,
            )
