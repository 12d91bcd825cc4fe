"""What acts that end or hold up a contract leave on the record."""

from datetime import date

import msgspec

from contract_platform.application.act import Act
from contract_platform.application.tasks_of_contract import retask_obligation
from contract_platform.domain.contract import Contract
from contract_platform.domain.ends import Judgment, Settlement, Suspension
from contract_platform.domain.performance_vocabulary import JudgmentOutcome, OwedBy, SettlementState
from contract_platform.domain.vocabulary import ObligationState

replace = msgspec.structs.replace
NOT_DUE = "合同解除，尚未履行的，终止履行（民法典第566条）"


def suspend(act: Act, contract: Contract) -> Contract:
    """From when, on what ground, until when as far as anybody knows."""
    given = act.command
    act.uow.suspensions.add(
        Suspension(
            id=act.platform.new_id(),
            contract_id=contract.id,
            ground=given.ground,
            reason=given.reason.strip(),
            from_on=given.from_on,
            until_on=given.until_on,
            estimate_fen=given.estimate_fen,
            evidence_version_id=given.evidence_version_id,
            recorded_by=act.actor.person_id,
        )
    )
    return contract


def resume(act: Act, contract: Contract) -> Contract:
    """The suspension ends today."""
    for one in act.uow.suspensions.find(contract_id=contract.id, resumed_on=None):
        act.uow.suspensions.save(replace(one, resumed_on=act.platform.clock.today()))
    return contract


def rescind(act: Act, contract: Contract) -> Contract:
    """What is not due yet falls away; the rest is settled before the archive."""
    given = act.command
    drop_what_is_not_due(act, contract)
    settle(act, contract, "rescind", given.ended_on)
    return contract


def record_judgment(act: Act, contract: Contract) -> Contract:
    """The decision is kept; where it ends the contract or awards a sum, a settlement follows."""
    given = act.command
    act.uow.judgments.add(
        Judgment(
            id=act.platform.new_id(),
            contract_id=contract.id,
            outcome=given.outcome,
            forum=given.forum.strip(),
            case_no=given.case_no.strip(),
            decided_on=given.decided_on,
            recorded_by=act.actor.person_id,
            recorded_at=act.platform.clock.now(),
            evidence_version_id=given.evidence_version_id,
        )
    )
    if given.outcome is not JudgmentOutcome.PERFORM:
        drop_what_is_not_due(act, contract)
    if given.outcome is not JudgmentOutcome.PERFORM or given.amount_fen:
        settle(act, contract, "record_judgment", given.decided_on)
    return contract


def drop_what_is_not_due(act: Act, contract: Contract) -> None:
    """Obligations of later days end with the contract; what was due before stays to be performed or settled."""
    for obligation in act.uow.obligations.find(contract_id=contract.id, state=ObligationState.PLANNED):
        dropped = act.uow.obligations.save(replace(obligation, state=ObligationState.WAIVED, note=NOT_DUE))
        retask_obligation(act.uow, act.platform, act.actor, contract, dropped)


def settle(act: Act, contract: Contract, cause: str, ended_on: date) -> None:
    """Open the settlement with what is known of it."""
    given = act.command
    act.uow.settlements.add(
        Settlement(
            id=act.platform.new_id(),
            contract_id=contract.id,
            cause=cause,
            ground=getattr(given, "ground", None),
            ended_on=ended_on,
            state=SettlementState.OPEN,
            opened_at=act.platform.clock.now(),
            owed_by=given.owed_by,
            amount_fen=0 if given.owed_by is OwedBy.NOBODY else given.amount_fen or 0,
        )
    )
