"""What goes with a contract for review: materials, due diligence, consulted units' opinions, urgency."""

from litestar import Controller, get, post, put
from litestar.params import FromPath, JSONBody

from contract_platform.application.act_on_urgency import ask_urgency, decide_urgency
from contract_platform.application.read_submission import read_submission
from contract_platform.application.state_materials import set_material, state_consultations, state_inquiries
from contract_platform.application.submission_commands import (
    ConsultationList,
    InquiryList,
    MaterialChange,
    UrgencyDecision,
    UrgencyRequest,
)
from contract_platform.application.submission_views import SubmissionView
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import Key, Revision, TheActor, ThePlatform


class SubmissionController(Controller):
    """The submission of one contract; every change is based on the contract's revision."""

    path = "/contracts/{contract_id:str}"
    tags = ["submissions"]

    @get("/submission", **operation("submission.read"))
    def read(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> SubmissionView:
        """Materials, due diligence, consulted units, urgency, lead time, route, and what may be claimed."""
        return read_submission(platform, actor, contract_id)

    @put("/materials/{code:str}", **operation("material.set"))
    def set(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        code: FromPath[str],
        revision: Revision,
        data: JSONBody[MaterialChange],
    ) -> SubmissionView:
        """Give files for an item of the list, or say why it does not apply."""
        return set_material(platform, actor, contract_id, code, data, revision=revision)

    @put("/inquiries", **operation("inquiry.state"))
    def inquiries(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        revision: Revision,
        data: JSONBody[InquiryList],
    ) -> SubmissionView:
        """State the due diligence on the parties; what is left out is taken back."""
        return state_inquiries(platform, actor, contract_id, data, revision=revision)

    @put("/consultations", **operation("consultation.state"))
    def consultations(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        revision: Revision,
        data: JSONBody[ConsultationList],
    ) -> SubmissionView:
        """State the consulted units and their opinions; what is left out is taken back."""
        return state_consultations(platform, actor, contract_id, data, revision=revision)

    @post("/urgency", status_code=200, **operation("urgency.ask"))
    def ask(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        revision: Revision,
        key: Key,
        data: JSONBody[UrgencyRequest],
    ) -> SubmissionView:
        """Ask the unit's head to agree to less than the lead time, or withdraw that."""
        return ask_urgency(platform, actor, contract_id, data, revision=revision, idempotency_key=key)

    @post("/urgency/decision", status_code=200, **operation("urgency.decide"))
    def decide(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        revision: Revision,
        key: Key,
        data: JSONBody[UrgencyDecision],
    ) -> SubmissionView:
        """Agree to urgency, or refuse it with a reason."""
        return decide_urgency(platform, actor, contract_id, data, revision=revision, idempotency_key=key)
