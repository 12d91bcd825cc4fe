"""Work that moves between people: handovers and deputies."""

from litestar import Controller, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from contract_platform.application.hand_over import act_on_handover, assign_pool, offer_contracts
from contract_platform.application.lend_posts import choices, end_delegation, lend_posts, list_delegations
from contract_platform.application.people_commands import HandoverCommand, HandoverOffer, NewDelegation, PoolAssignment
from contract_platform.application.people_views import (
    DelegationChoices,
    DelegationView,
    HandoverPage,
    HandoverView,
)
from contract_platform.application.read_handovers import list_handovers
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import RequiredKey, Revision, TheActor, ThePlatform
from contract_platform.web.paging import After, Limit


class HandoverController(Controller):
    """Contracts on their way to another officer."""

    path = "/handovers"
    tags = ["handovers"]

    @get("/", **operation("handover.list"))
    def page(
        self,
        platform: ThePlatform,
        actor: TheActor,
        tab: FromQuery[str] = "mine",
        after: After = None,
        limit: Limit = 50,
    ) -> HandoverPage:
        """A page: ``tab`` pool, mine, given or ended."""
        return list_handovers(platform, actor, tab, after=after, limit=limit)

    @post("/", **operation("handover.offer"))
    def offer(
        self, platform: ThePlatform, actor: TheActor, required_key: RequiredKey, data: JSONBody[HandoverOffer]
    ) -> tuple[HandoverView, ...]:
        """Offer contracts to another officer."""
        return offer_contracts(platform, actor, data, idempotency_key=required_key)

    @post("/assignments", **operation("handover.assign"))
    def assign(
        self, platform: ThePlatform, actor: TheActor, required_key: RequiredKey, data: JSONBody[PoolAssignment]
    ) -> tuple[HandoverView, ...]:
        """Assign everything one person left."""
        return assign_pool(platform, actor, data, idempotency_key=required_key)

    @post("/{handover_id:str}/actions", status_code=200, **operation("handover.act"))
    def act(
        self,
        platform: ThePlatform,
        actor: TheActor,
        handover_id: FromPath[str],
        revision: Revision,
        data: JSONBody[HandoverCommand],
    ) -> HandoverView:
        """Assign, take over, decline or withdraw."""
        return act_on_handover(platform, actor, handover_id, data, revision=revision)


class DelegationController(Controller):
    """Deputies for a while."""

    path = "/delegations"
    tags = ["delegations"]

    @get("/", **operation("delegation.list"))
    def page(self, platform: ThePlatform, actor: TheActor) -> tuple[DelegationView, ...]:
        """Those that concern the reader."""
        return list_delegations(platform, actor)

    @get("/choices", **operation("delegation.choices"))
    def choices(self, platform: ThePlatform, actor: TheActor) -> DelegationChoices:
        """Whose posts the reader may lend, and to whom."""
        return choices(platform, actor)

    @post("/", **operation("delegation.create"))
    def create(
        self, platform: ThePlatform, actor: TheActor, required_key: RequiredKey, data: JSONBody[NewDelegation]
    ) -> DelegationView:
        """Lend posts to a deputy."""
        return lend_posts(platform, actor, data, idempotency_key=required_key)

    @post("/{delegation_id:str}/end", status_code=200, **operation("delegation.end"))
    def end(
        self, platform: ThePlatform, actor: TheActor, delegation_id: FromPath[str], revision: Revision
    ) -> DelegationView:
        """End it today."""
        return end_delegation(platform, actor, delegation_id, revision=revision)
