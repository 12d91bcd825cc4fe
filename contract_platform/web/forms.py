"""Templates of official documents: seen and tried by administrators, replaced with two people's consent."""

from typing import Any

from litestar import Controller, Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath, FromQuery
from litestar.response import Stream

from contract_platform.application.form_templates import (
    FormView,
    list_forms,
    open_template,
    preview_change,
    preview_form,
    request_template,
)
from contract_platform.application.people_views import ChangeRequestView
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.web.declared import async_operation, operation
from contract_platform.web.dependencies import RequiredKey, TheActor, ThePlatform, TheSettings
from contract_platform.web.papers import Kind, streamed
from contract_platform.web.uploads import Filename, plain_name, spooled


class FormController(Controller):
    """Forms and their templates."""

    path = "/"
    tags = ["administration"]

    @get("/forms", **operation("form.list"))
    def page(self, platform: ThePlatform, actor: TheActor) -> tuple[FormView, ...]:
        """All forms with their placeholders."""
        return list_forms(platform, actor)

    @get("/forms/{form:str}/template", **operation("form.template"))
    def template(self, platform: ThePlatform, actor: TheActor, form: FromPath[FormKind]) -> Stream:
        """The template in force."""
        return streamed(open_template(platform, actor, form))

    @get("/forms/{form:str}/preview", **operation("form.preview"))
    def preview(
        self, platform: ThePlatform, actor: TheActor, form: FromPath[FormKind], kind: FromQuery[Kind] = "pdf"
    ) -> Stream:
        """The template in force with made-up content."""
        return streamed(preview_form(platform, actor, form, kind))

    @post("/forms/{form:str}/templates", request_max_body_size=None, **async_operation("change.form"))
    async def request(
        self,
        request: Request[Any, Any, Any],
        platform: ThePlatform,
        settings: TheSettings,
        actor: TheActor,
        form: FromPath[FormKind],
        required_key: RequiredKey,
        filename: Filename,
        reason: FromQuery[str],
    ) -> ChangeRequestView:
        """Ask for another template; the body is the Word file. One fault and nothing is kept."""
        async with spooled(request, platform, settings.upload) as file:
            return await sync_to_thread(
                request_template,
                platform,
                actor,
                form,
                file=file,
                filename=plain_name(filename),
                reason=reason,
                idempotency_key=required_key,
            )

    @get("/changes/{change_id:str}/preview", **operation("change.preview"))
    def preview_change(
        self, platform: ThePlatform, actor: TheActor, change_id: FromPath[str], kind: FromQuery[Kind] = "pdf"
    ) -> Stream:
        """The template that is asked for with made-up content."""
        return streamed(preview_change(platform, actor, change_id, kind))
