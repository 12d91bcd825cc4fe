"""The work on a contract: whose turn it is, and the statements asked of units and people."""

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from contract_platform.application.act_on_endorsement import act_on_endorsement
from contract_platform.application.read_work import read_work
from contract_platform.application.task_commands import EndorsementCommand
from contract_platform.application.work_views import WorkView
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import Key, Revision, TheActor, ThePlatform


class WorkController(Controller):
    """Whose turn it is, and what was asked of whom."""

    path = "/"
    tags = ["work"]

    @get("/contracts/{contract_id:str}/work", **operation("work.read"))
    def read(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> WorkView:
        """Open tasks and statements of a contract, and what the reader may do about them."""
        return read_work(platform, actor, contract_id)

    @post("/endorsements/{endorsement_id:str}/actions", status_code=200, **operation("endorsement.act"))
    def answer(
        self,
        platform: ThePlatform,
        actor: TheActor,
        endorsement_id: FromPath[str],
        revision: Revision,
        key: Key,
        data: JSONBody[EndorsementCommand],
    ) -> WorkView:
        """Agree, agree with remarks, object, or take out who does not answer."""
        return act_on_endorsement(platform, actor, endorsement_id, data, revision=revision, idempotency_key=key)
