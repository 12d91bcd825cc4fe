"""Files that bear a secrecy mark, and what two people decide about them."""

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from contract_platform.application.decide_quarantine import QuarantineCommand, decide_quarantine
from contract_platform.application.quarantine_views import QuarantineView, list_quarantines
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import Revision, TheActor, ThePlatform


class QuarantineController(Controller):
    """What was set apart."""

    path = "/quarantines"
    tags = ["quarantines"]

    @get("/", **operation("quarantine.list"))
    def page(self, platform: ThePlatform, actor: TheActor) -> tuple[QuarantineView, ...]:
        """Everything set apart that the reader decides on, newest first."""
        return list_quarantines(platform, actor)

    @post("/{quarantine_id:str}/actions", status_code=200, **operation("quarantine.act"))
    def act(
        self,
        platform: ThePlatform,
        actor: TheActor,
        quarantine_id: FromPath[str],
        revision: Revision,
        data: JSONBody[QuarantineCommand],
    ) -> QuarantineView:
        """Ask for erasure or release, agree, reject, withdraw."""
        return decide_quarantine(platform, actor, quarantine_id, data, revision=revision)
