"""Disputes for the page of their contract: each step with its deadline, and what the reader may do."""

from collections.abc import Iterable

import msgspec

from contract_platform.application.deadline_views import deadline
from contract_platform.application.load import visible_contract
from contract_platform.application.offers import offers
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.application.shown import shown
from contract_platform.application.views import ActionView, DeadlineView
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import NATURAL
from contract_platform.domain.dispute import DISPUTE, IN_COURT, Dispute, DisputeCircumstances, DisputeStage
from contract_platform.domain.people import Actor
from contract_platform.domain.performance_vocabulary import DisputePosition
from contract_platform.domain.vocabulary import Role

LIMITATION = "LIMITATION"


class StageView(View, frozen=True, kw_only=True):
    """A step; its deadline counts natural days and ends when what was to be done is done."""

    stage: DisputeStage
    deadline: DeadlineView | None


class DisputeView(View, frozen=True, kw_only=True):
    """A dispute with its steps in order; ``limitation`` only where the claim is ours and nobody has been asked yet."""

    dispute: Dispute
    stages: tuple[StageView, ...]
    limitation: DeadlineView | None
    actions: tuple[ActionView, ...]


class ContractDisputes(View, frozen=True, kw_only=True):
    """All disputes over a contract."""

    disputes: tuple[DisputeView, ...]
    may_open: bool


def contract_disputes(platform: Platform, actor: Actor, contract_id: str) -> ContractDisputes:
    """The disputes over a contract, newest first."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        found = uow.disputes.find(contract_id=contract.id)
        views = tuple(dispute_view(uow, platform, actor, contract, one) for one in reversed(found))
    fits = not DISPUTE.guards["contract_signed"].check(blank(contract, actor, platform))
    may_open = bool(acting_roles(actor, contract, "dispute.open")) and fits
    return ContractDisputes(disputes=views, may_open=may_open)


def dispute_view(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, dispute: Dispute
) -> DisputeView:
    """One dispute."""
    stages = uow.dispute_stages.find(dispute_id=dispute.id)
    known = msgspec.structs.replace(
        blank(contract, actor, platform), dispute=dispute, open_stages=sum(one.ended_on is None for one in stages)
    )

    def facts_as(role: Role) -> object:
        away = acted_for(actor, contract, "dispute.act", role)
        return msgspec.structs.replace(known, role=role, acted_for=away)

    view = DisputeView(
        dispute=dispute,
        stages=tuple(StageView(stage=one, deadline=stage_deadline(platform, one)) for one in stages),
        limitation=limitation(platform, dispute, stages),
        actions=offers(DISPUTE, dispute.state, acting_roles(actor, contract, "dispute.act"), facts_as),
    )
    return shown(actor, contract, view)


def blank(contract: Contract, actor: Actor, platform: Platform) -> DisputeCircumstances:
    """What is known before anything is entered."""
    return DisputeCircumstances(contract=contract, actor_id=actor.person_id, today=platform.clock.today())


def stage_deadline(platform: Platform, stage: DisputeStage) -> DeadlineView | None:
    """By when a step asks for something."""
    if stage.deadline is None:
        return None
    official = platform.calendar.is_official(stage.deadline)
    name = stage.period or stage.kind
    return deadline(
        platform, name, stage.deadline, NATURAL, provisional=not official, ended_on=stage.met_on or stage.ended_on
    )


def limitation(platform: Platform, dispute: Dispute, stages: Iterable[DisputeStage]) -> DeadlineView | None:
    """Until when the claim can be brought; once it was brought before somebody who decides, it runs no more."""
    if dispute.limitation_due is None or not runs(dispute, stages):
        return None
    official = platform.calendar.is_official(dispute.limitation_due)
    return deadline(platform, LIMITATION, dispute.limitation_due, NATURAL, provisional=not official)


def runs(dispute: Dispute, stages: Iterable[DisputeStage]) -> bool:
    """Whether limitation runs against us."""
    brought = any(one.kind in IN_COURT for one in stages)
    return dispute.resolved_on is None and dispute.position is DisputePosition.CLAIMANT and not brought
