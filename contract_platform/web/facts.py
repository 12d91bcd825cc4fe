"""Facts read from a contract's text, and what people say of them."""

from litestar import Controller, get, put
from litestar.params import FromPath, JSONBody

from contract_platform.application.judge_fact import FactJudgement, judge_fact
from contract_platform.application.list_facts import FactList, list_facts
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform


class FactController(Controller):
    """Facts of the text that counts."""

    path = "/contracts/{contract_id:str}/facts"
    tags = ["facts"]

    @get("/", **operation("fact.list"))
    def list_all(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> FactList:
        """Every fact with its quote, the person's verdict and the value that holds."""
        return list_facts(platform, actor, contract_id)

    @put("/", **operation("fact.judge"))
    def judge(
        self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str], data: JSONBody[FactJudgement]
    ) -> FactList:
        """Approve, reject or correct one fact."""
        return judge_fact(platform, actor, contract_id, data)
