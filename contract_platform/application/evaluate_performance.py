"""How well the other side performed: said by who handled the contract, and by the supervision."""

from contract_platform.application.end_views import EndsView, ends_view
from contract_platform.application.load import visible_contract
from contract_platform.application.once import once
from contract_platform.application.performance_commands import NewEvaluation
from contract_platform.application.permit import permit_as
from contract_platform.application.ports import Platform
from contract_platform.application.trace import record
from contract_platform.domain.ends import EVALUABLE, Evaluation
from contract_platform.domain.errors import Invalid, Refused
from contract_platform.domain.people import Actor


def evaluate_performance(
    platform: Platform, actor: Actor, contract_id: str, new: NewEvaluation, *, idempotency_key: str | None = None
) -> EndsView:
    """Add an evaluation; earlier ones stay. ``Refused`` before the contract is signed."""
    if not new.text.strip():
        raise Invalid("evaluation_text_missing")

    def done() -> EndsView:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, "evaluation.create", contract)
        if contract.state not in EVALUABLE:
            raise Refused("contract_not_signed")
        made = Evaluation(
            id=platform.new_id(),
            contract_id=contract.id,
            quality=new.quality,
            timeliness=new.timeliness,
            service=new.service,
            grade=new.grade,
            text=new.text.strip(),
            by=actor.person_id,
            at=platform.clock.now(),
            role=standing["role"],
        )
        uow.evaluations.add(made)
        record(
            uow,
            platform,
            actor,
            "evaluation.created",
            object_id=made.id,
            contract_id=contract.id,
            **standing,
            data={"grade": made.grade},
        )
        return ends_view(uow, platform, actor, contract)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"evaluation.create/{contract_id}", idempotency_key, EndsView, done)
