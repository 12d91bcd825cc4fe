"""What became of a lease at the end of its term: recorded with its proof, which answers every open alert of it."""

from contract_platform.application.act_on_alert import act as answer
from contract_platform.application.commands import AlertCommand
from contract_platform.application.end_facts import term_end_of
from contract_platform.application.end_views import EndsView, ends_view
from contract_platform.application.load import visible_contract
from contract_platform.application.once import once
from contract_platform.application.own_file import check_proof
from contract_platform.application.performance_commands import NewTermEnd
from contract_platform.application.permit import permit_as
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.trace import record
from contract_platform.domain.contract import Contract
from contract_platform.domain.dispute import IN_COURT
from contract_platform.domain.ends import TermEnd, is_lease
from contract_platform.domain.errors import Invalid, Refused
from contract_platform.domain.labels import LABELS
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor
from contract_platform.domain.performance_vocabulary import TermEndWay
from contract_platform.domain.vocabulary import AlertKind, AlertState, ContractRelation, State

OPEN_STATES = frozenset({State.PERFORMING, State.SUSPENDED})
STEPS = {
    AlertState.RAISED: ("acknowledge", "dispose"),
    AlertState.RETURNED: ("acknowledge", "dispose"),
    AlertState.ACKNOWLEDGED: ("dispose",),
}
"""What brings an open alert to where the supervision verifies it."""


def record_term_end(
    platform: Platform, actor: Actor, contract_id: str, new: NewTermEnd, *, idempotency_key: str | None = None
) -> EndsView:
    """Record it; ``Refused`` for what is no lease, or without the proof that its way demands."""
    if not new.note.strip():
        raise Invalid("content_missing")

    def done() -> EndsView:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, "term_end.record", contract)
        until = term_end_of(uow, contract)
        if until is None or not is_lease(contract) or contract.state not in OPEN_STATES:
            raise Refused("no_term_to_end")
        refuse_unproven(uow, actor, contract, new)
        made = TermEnd(
            id=platform.new_id(),
            contract_id=contract.id,
            term_end=until,
            way=new.way,
            note=new.note.strip(),
            recorded_by=actor.person_id,
            recorded_for=standing["acted_for"],
            recorded_at=platform.clock.now(),
            evidence_version_id=new.evidence_version_id,
            renewal_id=new.renewal_id if new.way is TermEndWay.RENEWED else None,
            dispute_id=new.dispute_id if new.way is TermEndWay.SUED else None,
        )
        uow.term_ends.add(made)
        record(
            uow,
            platform,
            actor,
            "term_end.recorded",
            object_id=made.id,
            contract_id=contract.id,
            **standing,
            data={"way": made.way, "term_end": made.term_end},
        )
        answer_alerts(uow, platform, actor, contract, made)
        return ends_view(uow, platform, actor, contract)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"term_end.record/{contract_id}", idempotency_key, EndsView, done)


def refuse_unproven(uow: UnitOfWork, actor: Actor, contract: Contract, new: NewTermEnd) -> None:
    """Each way has its proof: the signed renewal, the handover slip, the new letting, the suit."""
    given = check_proof(uow, actor, contract, new.evidence_version_id)
    proven = {
        TermEndWay.RENEWED: is_signed_renewal(uow, contract, new.renewal_id),
        TermEndWay.RECOVERED: given,
        TermEndWay.RELET: given,
        TermEndWay.SUED: is_suit(uow, contract, new.dispute_id),
    }
    if not proven[new.way]:
        reason = Reason(code="term_end_unproven", params={"way": LABELS["TermEndWay"][new.way][0]})
        raise Refused("action_refused", action="record_term_end", reasons=(reason, Reason(code=LACKING[new.way])))


LACKING = {
    TermEndWay.RENEWED: "renewal_not_signed",
    TermEndWay.RECOVERED: "handover_slip_missing",
    TermEndWay.RELET: "reletting_unproven",
    TermEndWay.SUED: "suit_missing",
}


def is_signed_renewal(uow: UnitOfWork, contract: Contract, renewal_id: str | None) -> bool:
    """Whether that is a renewal of this lease, signed by both sides."""
    renewals = uow.amendments.find(parent_id=contract.id, relation=ContractRelation.RENEWAL)
    fits = any(one.contract_id == renewal_id for one in renewals)
    return renewal_id is not None and fits and uow.contracts.get(renewal_id).sign_date is not None


def is_suit(uow: UnitOfWork, contract: Contract, dispute_id: str | None) -> bool:
    """Whether that dispute over this lease has been brought before somebody who decides."""
    if dispute_id is None:
        return False
    stages = uow.dispute_stages.find(dispute_id=dispute_id, contract_id=contract.id)
    return any(stage.kind in IN_COURT for stage in stages)


def answer_alerts(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, made: TermEnd) -> None:
    """What was recorded is the answer to every open alert of the term's end; the supervision verifies it."""
    note = f"{LABELS['TermEndWay'][made.way][0]}：{made.note}"
    for alert in uow.alerts.find(contract_id=contract.id, kind=AlertKind.TERM_END):
        now = alert
        for action in STEPS.get(alert.state, ()):
            now = answer(uow, platform, actor, contract, now, AlertCommand(action=action, note=note))
