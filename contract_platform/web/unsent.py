"""One's own forms that were begun and not sent."""

from typing import Annotated

import msgspec
from litestar import Controller, delete, get, put
from litestar.params import JSONBody, PathParameter

from contract_platform.application.keep_unsent import UnsentView, drop_unsent, keep_unsent, list_unsent
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform

Name = Annotated[str, PathParameter(max_length=100)]


class UnsentText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The content of a form as JSON text."""

    text: Annotated[str, msgspec.Meta(max_length=200_000)]


class UnsentController(Controller):
    """Kept for the person alone; the last save wins."""

    path = "/unsent"
    tags = ["unsent"]

    @get("/", **operation("unsent.list"))
    def page(self, platform: ThePlatform, actor: TheActor) -> tuple[UnsentView, ...]:
        """Everything one has begun."""
        return list_unsent(platform, actor)

    @put("/{object_id:str}/{form:str}", **operation("unsent.keep"))
    def keep(
        self, platform: ThePlatform, actor: TheActor, object_id: Name, form: Name, data: JSONBody[UnsentText]
    ) -> UnsentView:
        """Keep the newest content of a form."""
        return keep_unsent(platform, actor, object_id, form, data.text)

    @delete("/{object_id:str}/{form:str}", **operation("unsent.drop"))
    def drop(self, platform: ThePlatform, actor: TheActor, object_id: Name, form: Name) -> None:
        """Forget a form that was sent or given up."""
        drop_unsent(platform, actor, object_id, form)
