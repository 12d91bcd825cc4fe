"""Verdicts of people on what the machine found."""

from typing import Annotated

import msgspec
from litestar import Controller, put
from litestar.params import FromPath, JSONBody

from contract_platform.application.judge_finding import judge_finding
from contract_platform.domain.document import FindingVerdict
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform


class Judgement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``verdict``: adopted | rejected; a rejection needs its reason."""

    verdict: str
    reason: Annotated[str, msgspec.Meta(max_length=4000)] = ""


class FindingController(Controller):
    """Findings of a contract's draft."""

    path = "/contracts/{contract_id:str}/findings"
    tags = ["findings"]

    @put("/{finding_id:str}/verdict", **operation("finding.judge"))
    def judge(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        finding_id: FromPath[str],
        data: JSONBody[Judgement],
    ) -> FindingVerdict:
        """Set or change the verdict."""
        return judge_finding(platform, actor, contract_id, finding_id, verdict=data.verdict, reason=data.reason)
