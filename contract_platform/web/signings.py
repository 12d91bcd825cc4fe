"""The signed copy beside the reviewed text: hints, and what is known to differ."""

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from contract_platform.application.act_on_deviation import DeviationCommand, act_on_deviation
from contract_platform.application.compare_signing import SigningComparison, compare_signing
from contract_platform.application.state_deviation import NewDeviation, state_deviation
from contract_platform.application.views import ContractDetail
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import RequiredKey, Revision, TheActor, ThePlatform


class SigningController(Controller):
    """The comparison of two texts before a contract is signed and filed."""

    path = "/"
    tags = ["signing"]

    @get("/contracts/{contract_id:str}/signing/comparison", **operation("signing.compare"))
    def compare(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> SigningComparison:
        """What reads differently in the signed copy, as far as a machine could read it: hints, never verdicts."""
        return compare_signing(platform, actor, contract_id)

    @post("/contracts/{contract_id:str}/signing/deviations", **operation("deviation.create"))
    def state(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        revision: Revision,
        required_key: RequiredKey,
        data: JSONBody[NewDeviation],
    ) -> ContractDetail:
        """State what differs: the copy is then neither signed nor filed."""
        return state_deviation(platform, actor, contract_id, data, revision=revision, idempotency_key=required_key)

    @post("/deviations/{deviation_id:str}/actions", status_code=200, **operation("deviation.act"))
    def act(
        self,
        platform: ThePlatform,
        actor: TheActor,
        deviation_id: FromPath[str],
        revision: Revision,
        data: JSONBody[DeviationCommand],
    ) -> ContractDetail:
        """Take a statement back, or, as whoever reviewed, let stand what was signed."""
        return act_on_deviation(platform, actor, deviation_id, data, revision=revision)
