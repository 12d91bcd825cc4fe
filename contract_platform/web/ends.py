"""How contracts end: terms of leases, settlements, evaluations."""

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from contract_platform.application.act_on_settlement import act_on_settlement
from contract_platform.application.end_views import EndsView, SettlementView, read_ends
from contract_platform.application.evaluate_performance import evaluate_performance
from contract_platform.application.performance_commands import NewEvaluation, NewTermEnd, SettlementCommand
from contract_platform.application.record_term_end import record_term_end
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import Key, RequiredKey, Revision, TheActor, ThePlatform


class EndController(Controller):
    """Ends of contracts."""

    path = "/"
    tags = ["ends"]

    @get("/contracts/{contract_id:str}/ends", **operation("ends.read"))
    def read(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> EndsView:
        """The end of the term, suspensions, judgments, settlements and evaluations."""
        return read_ends(platform, actor, contract_id)

    @post("/contracts/{contract_id:str}/term-ends", **operation("term_end.record"))
    def record(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        required_key: RequiredKey,
        data: JSONBody[NewTermEnd],
    ) -> EndsView:
        """Record what became of a lease at the end of its term."""
        return record_term_end(platform, actor, contract_id, data, idempotency_key=required_key)

    @post("/contracts/{contract_id:str}/evaluations", **operation("evaluation.create"))
    def evaluate(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        required_key: RequiredKey,
        data: JSONBody[NewEvaluation],
    ) -> EndsView:
        """Say how well the other side performed."""
        return evaluate_performance(platform, actor, contract_id, data, idempotency_key=required_key)

    @post("/settlements/{settlement_id:str}/actions", status_code=200, **operation("settlement.act"))
    def settle(
        self,
        platform: ThePlatform,
        actor: TheActor,
        settlement_id: FromPath[str],
        revision: Revision,
        key: Key,
        data: JSONBody[SettlementCommand],
    ) -> SettlementView:
        """Agree what is owed, close it with its proof, or return it."""
        return act_on_settlement(platform, actor, settlement_id, data, revision=revision, idempotency_key=key)
