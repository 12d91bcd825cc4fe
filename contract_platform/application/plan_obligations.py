"""One obligation again and again, such as a rent due each quarter: shown first, then entered in one commit."""

from contract_platform.application.add_obligation import SIDES
from contract_platform.application.due_days import due_fields
from contract_platform.application.followup_views import obligation_view
from contract_platform.application.load import visible_contract
from contract_platform.application.once import once
from contract_platform.application.performance_commands import NewPlan
from contract_platform.application.permit import permit, permit_as
from contract_platform.application.ports import Platform
from contract_platform.application.queries import View
from contract_platform.application.trace import record
from contract_platform.application.views import ObligationView
from contract_platform.domain.errors import Invalid
from contract_platform.domain.followups import Obligation
from contract_platform.domain.payment import MOST_IN_PLAN, plan_days
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import ObligationState


class PlanView(View, frozen=True, kw_only=True):
    """What a plan would enter, and what it entered."""

    obligations: tuple[ObligationView, ...]
    total_fen: int | None


def preview_plan(platform: Platform, actor: Actor, contract_id: str, plan: NewPlan) -> PlanView:
    """The obligations a plan would make; nothing is kept."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        permit(actor, "obligation.plan", contract)
        made = planned(platform, contract_id, plan)
        return view(tuple(obligation_view(platform, actor, contract, one) for one in made), plan)


def plan_obligations(
    platform: Platform, actor: Actor, contract_id: str, plan: NewPlan, *, idempotency_key: str | None = None
) -> PlanView:
    """Enter them all as planned."""

    def done() -> PlanView:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, "obligation.plan", contract)
        made = planned(platform, contract_id, plan)
        for obligation in made:
            uow.obligations.add(obligation)
        data = {"kind": plan.kind, "count": len(made), "first_on": plan.first_on, "last_on": plan.last_on}
        record(
            uow, platform, actor, "obligation.planned", object_id=contract.id, contract_id=contract.id, **standing,
            data=data,
        )  # fmt: skip
        return view(tuple(obligation_view(platform, actor, contract, one) for one in made), plan)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"obligation.plan/{contract_id}", idempotency_key, PlanView, done)


def planned(platform: Platform, contract_id: str, plan: NewPlan) -> tuple[Obligation, ...]:
    """The obligations of a plan, numbered; ``Invalid`` for what no plan can be."""
    check(plan)
    days = tuple(plan_days(plan.first_on, plan.last_on, plan.every_months))
    if not 1 <= len(days) <= MOST_IN_PLAN:
        raise Invalid("plan_size", count=len(days), most=MOST_IN_PLAN)
    return tuple(
        Obligation(
            id=platform.new_id(),
            contract_id=contract_id,
            kind=plan.kind,
            side=plan.side,
            content=f"{plan.content.strip()}（第{number}期，共{len(days)}期）",
            state=ObligationState.PLANNED,
            amount_fen=plan.amount_fen,
            late_rate=plan.late_rate,
            **due_fields(platform, plan.kind, day),
        )
        for number, day in enumerate(days, 1)
    )


def check(plan: NewPlan) -> None:
    """What a plan cannot do without."""
    if not plan.content.strip():
        raise Invalid("content_missing")
    if plan.side not in SIDES:
        raise Invalid("side_unknown", side=plan.side)
    if plan.amount_fen is not None and plan.amount_fen < 0:
        raise Invalid("amount_negative")
    if plan.last_on < plan.first_on:
        raise Invalid("term_reversed", start=plan.first_on.isoformat(), end=plan.last_on.isoformat())


def view(made: tuple[ObligationView, ...], plan: NewPlan) -> PlanView:
    """The obligations with their sum."""
    total = None if plan.amount_fen is None else plan.amount_fen * len(made)
    return PlanView(obligations=made, total_fen=total)
