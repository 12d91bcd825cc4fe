"""What runs beside the main line: filings, obligations, alerts, and the deadlines of a contract."""

from litestar import Controller, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from contract_platform.application.act_on_alert import act_on_alert
from contract_platform.application.act_on_filing import act_on_filing
from contract_platform.application.act_on_obligation import act_on_obligation
from contract_platform.application.add_obligation import add_obligation
from contract_platform.application.commands import (
    AlertCommand,
    FilingCommand,
    NewObligation,
    ObligationCommand,
)
from contract_platform.application.list_pages import list_alerts, list_backlog
from contract_platform.application.performance_commands import NewPlan
from contract_platform.application.plan_obligations import PlanView, plan_obligations, preview_plan
from contract_platform.application.queries import AlertPage, AlertRow, BacklogPage
from contract_platform.application.read_contract import reckonings
from contract_platform.application.views import FilingView, ObligationView, ReckoningView
from contract_platform.domain.vocabulary import AlertKind, AlertLevel, AlertState
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import Key, RequiredKey, Revision, TheActor, ThePlatform
from contract_platform.web.paging import After, Limit


class FilingController(Controller):
    """Filings."""

    path = "/filings"
    tags = ["filings"]

    @post("/{filing_id:str}/actions", status_code=200, **operation("filing.act"))
    def act(
        self,
        platform: ThePlatform,
        actor: TheActor,
        filing_id: FromPath[str],
        revision: Revision,
        key: Key,
        data: JSONBody[FilingCommand],
    ) -> FilingView:
        """File, accept, return or register."""
        return act_on_filing(platform, actor, filing_id, data, revision=revision, idempotency_key=key)


class ObligationController(Controller):
    """Obligations of either side."""

    path = "/"
    tags = ["obligations"]

    @post("/contracts/{contract_id:str}/obligations", **operation("obligation.create"))
    def create(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        required_key: RequiredKey,
        data: JSONBody[NewObligation],
    ) -> ObligationView:
        """Enter an obligation by hand."""
        return add_obligation(platform, actor, contract_id, data, idempotency_key=required_key)

    @post("/contracts/{contract_id:str}/obligation-plans/preview", status_code=200, **operation("obligation.preview"))
    def preview(
        self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str], data: JSONBody[NewPlan]
    ) -> PlanView:
        """What a repeated obligation would come to, each with its day."""
        return preview_plan(platform, actor, contract_id, data)

    @post("/contracts/{contract_id:str}/obligation-plans", **operation("obligation.plan"))
    def plan(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        required_key: RequiredKey,
        data: JSONBody[NewPlan],
    ) -> PlanView:
        """Enter a repeated obligation, all of it at once."""
        return plan_obligations(platform, actor, contract_id, data, idempotency_key=required_key)

    @post("/obligations/{obligation_id:str}/actions", status_code=200, **operation("obligation.act"))
    def act(
        self,
        platform: ThePlatform,
        actor: TheActor,
        obligation_id: FromPath[str],
        revision: Revision,
        key: Key,
        data: JSONBody[ObligationCommand],
    ) -> ObligationView:
        """Confirm, reject, report, pay in parts, cancel a payment, accept, return, waive or record a breach."""
        return act_on_obligation(platform, actor, obligation_id, data, revision=revision, idempotency_key=key)


class AlertController(Controller):
    """Deadlines that are near or gone."""

    path = "/alerts"
    tags = ["alerts"]

    @get("/", **operation("alert.list"))
    def page(
        self,
        platform: ThePlatform,
        actor: TheActor,
        levels: FromQuery[list[AlertLevel] | None] = None,
        states: FromQuery[list[AlertState] | None] = None,
        kinds: FromQuery[list[AlertKind] | None] = None,
        units: FromQuery[list[str] | None] = None,
        after: After = None,
        limit: Limit = 50,
    ) -> AlertPage:
        """A page of alerts, most urgent first."""
        return list_alerts(
            platform,
            actor,
            levels=tuple(levels or ()),
            states=tuple(states or ()),
            kinds=tuple(kinds or ()),
            units=tuple(units or ()),
            after=after,
            limit=limit,
        )

    @post("/{alert_id:str}/actions", status_code=200, **operation("alert.act"))
    def act(
        self,
        platform: ThePlatform,
        actor: TheActor,
        alert_id: FromPath[str],
        revision: Revision,
        key: Key,
        data: JSONBody[AlertCommand],
    ) -> AlertRow:
        """Acknowledge, dispose, close or return."""
        return act_on_alert(platform, actor, alert_id, data, revision=revision, idempotency_key=key)


class BacklogController(Controller):
    """What was overdue before the platform was there."""

    path = "/backlog"
    tags = ["alerts"]

    @get("/", **operation("backlog.list"))
    def page(self, platform: ThePlatform, actor: TheActor, after: After = None, limit: Limit = 50) -> BacklogPage:
        """A page of contracts entered later with what they owe since before, oldest first."""
        return list_backlog(platform, actor, after=after, limit=limit)


class DeadlineController(Controller):
    """How deadlines were reckoned."""

    path = "/deadlines"
    tags = ["deadlines"]

    @get("/{contract_id:str}", **operation("deadline.read"))
    def read(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> tuple[ReckoningView, ...]:
        """Every deadline of a contract with each day that was not counted."""
        return reckonings(platform, actor, contract_id)
