"""The risk rules: the catalogue, one rule, the contracts it fired in, and what it would find with another parameter."""

from typing import Annotated

from litestar import Controller, get
from litestar.params import FromPath, FromQuery, QueryParameter

from contract_platform.application.read_rules import read_hits, read_rule, read_rules
from contract_platform.application.rule_views import HitPage, RuleCatalogue, RuleDetail, TrialPage
from contract_platform.application.try_rule import run_trial
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform
from contract_platform.web.paging import After, Limit

Value = Annotated[float, QueryParameter(description="The value to try, in the parameter's unit")]


class RuleController(Controller):
    """Rules are part of the platform; suspending one is asked for as a change (``POST /changes``)."""

    path = "/rules"
    tags = ["rules"]

    @get("/", **operation("rule.list"))
    def rows(self, platform: ThePlatform, actor: TheActor) -> RuleCatalogue:
        """All rules with how often they fired in stored drafts and what people made of it."""
        return read_rules(platform, actor)

    @get("/{rule_id:str}", **operation("rule.read"))
    def read(self, platform: ThePlatform, actor: TheActor, rule_id: FromPath[str]) -> RuleDetail:
        """One rule with its law, its sentences and its parameters."""
        return read_rule(platform, actor, rule_id)

    @get("/{rule_id:str}/contracts", **operation("rule.contracts"))
    def hits(
        self,
        platform: ThePlatform,
        actor: TheActor,
        rule_id: FromPath[str],
        after: After = None,
        limit: Limit = 50,
    ) -> HitPage:
        """The contracts whose current draft it fired in, as far as one may see them, newest first."""
        return read_hits(platform, actor, rule_id, after=after, limit=limit)

    @get("/{rule_id:str}/trial", **operation("rule.try"))
    def trial(
        self,
        platform: ThePlatform,
        actor: TheActor,
        rule_id: FromPath[str],
        parameter: FromQuery[str],
        value: Value,
        after: After = None,
    ) -> TrialPage:
        """One stretch of a trial run over stored drafts; writes nothing. Go on with ``after`` = ``next``."""
        return run_trial(platform, actor, rule_id, parameter=parameter, value=value, after=after)
