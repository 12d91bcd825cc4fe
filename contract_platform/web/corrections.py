"""Corrections of what was recorded wrongly, by two people."""

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from contract_platform.application.correct_fact import (
    CorrectionAsked,
    CorrectionCommand,
    act_on_correction,
    ask_correction,
)
from contract_platform.application.read_corrections import CorrectionsView, CorrectionView, read_corrections
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import Key, RequiredKey, Revision, TheActor, ThePlatform


class CorrectionController(Controller):
    """更正."""

    path = "/"
    tags = ["contracts"]

    @get("/contracts/{contract_id:str}/corrections", **operation("correction.list"))
    def page(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> CorrectionsView:
        """Every correction of a contract, and what may be corrected."""
        return read_corrections(platform, actor, contract_id)

    @post("/contracts/{contract_id:str}/corrections", **operation("correction.ask"))
    def ask(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        required_key: RequiredKey,
        data: JSONBody[CorrectionAsked],
    ) -> CorrectionView:
        """Ask for a correction, with reason and proof."""
        return ask_correction(platform, actor, contract_id, data, idempotency_key=required_key)

    @post("/corrections/{correction_id:str}/actions", status_code=200, **operation("correction.act"))
    def act(
        self,
        platform: ThePlatform,
        actor: TheActor,
        correction_id: FromPath[str],
        revision: Revision,
        key: Key,
        data: JSONBody[CorrectionCommand],
    ) -> CorrectionView:
        """Confirm, reject or withdraw."""
        return act_on_correction(platform, actor, correction_id, data, revision=revision, idempotency_key=key)
