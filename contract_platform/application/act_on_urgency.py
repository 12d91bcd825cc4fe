"""加急 asked for, agreed to, refused or withdrawn; the mark on the contract is what statistics count."""

import msgspec

from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.once import once
from contract_platform.application.permit import permit_as
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_submission import submission_view
from contract_platform.application.submission_commands import UrgencyDecision, UrgencyRequest
from contract_platform.application.submission_of_contract import keep_submission, submission_of
from contract_platform.application.submission_views import SubmissionView
from contract_platform.application.tasks_of_contract import retask_urgency
from contract_platform.application.trace import record
from contract_platform.application.urgency_views import urgency_facts
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Refused
from contract_platform.domain.people import Actor
from contract_platform.domain.submission import Submission, Urgency
from contract_platform.domain.submission_vocabulary import UrgencyState
from contract_platform.domain.urgency import URGENCY, URGENCY_OPEN

replace = msgspec.structs.replace


def ask_urgency(
    platform: Platform,
    actor: Actor,
    contract_id: str,
    request: UrgencyRequest,
    *,
    revision: int,
    idempotency_key: str | None = None,
) -> SubmissionView:
    """The officer asks the unit's head to agree to less than the lead time, or withdraws that."""
    return act(platform, actor, contract_id, "urgency.ask", request, revision, idempotency_key)


def decide_urgency(
    platform: Platform,
    actor: Actor,
    contract_id: str,
    decision: UrgencyDecision,
    *,
    revision: int,
    idempotency_key: str | None = None,
) -> SubmissionView:
    """The unit's head agrees or refuses; nobody agrees to an own request."""
    return act(platform, actor, contract_id, "urgency.decide", decision, revision, idempotency_key)


def act(
    platform: Platform,
    actor: Actor,
    contract_id: str,
    operation: str,
    command: UrgencyRequest | UrgencyDecision,
    revision: int,
    key: str | None,
) -> SubmissionView:
    """One act: the row of the table, the record, the mark, the trace, the task of the unit's head."""

    def done() -> SubmissionView:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, operation, contract)
        expect_revision(contract, revision)
        if contract.state not in URGENCY_OPEN:
            raise Refused("urgency_too_late", state=contract.state)
        kept = submission_of(uow, platform, contract)
        facts = urgency_facts(actor, contract, kept, command.reason)
        source = kept.urgency.state if kept.urgency else None
        row = URGENCY.advance(source, command.action, standing["role"], facts)
        kept = followed(platform, actor, contract, kept, UrgencyState(row.target), command.reason.strip())
        contract = marked(uow, platform, contract, kept)
        data = {"reason": command.reason.strip(), "planned": contract.planned_sign_date, "to": row.target}
        type_ = f"urgency.{row.action}"
        record(uow, platform, actor, type_, object_id=contract.id, contract_id=contract.id, **standing, data=data)
        retask_urgency(uow, platform, actor, contract)
        return submission_view(uow, platform, actor, contract)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"{operation}/{contract_id}", key, SubmissionView, done)


def followed(
    platform: Platform, actor: Actor, contract: Contract, kept: Submission, target: UrgencyState, words: str
) -> Submission:
    """The record after an act: a new request, or the last one decided."""
    now, last = platform.clock.now(), kept.urgency
    if target is UrgencyState.PENDING and contract.planned_sign_date is not None:
        asked = Urgency(
            planned_sign_date=contract.planned_sign_date, reason=words, asked_by=actor.person_id, asked_at=now
        )
        return replace(kept, urgencies=(*kept.urgencies, asked))
    assert last is not None, "only a request is decided"
    decided = {} if target is UrgencyState.WITHDRAWN else {"decided_by": actor.person_id, "decided_at": now}
    changed = replace(last, state=target, note=words, **decided)
    return replace(kept, urgencies=(*kept.urgencies[:-1], changed))


def marked(uow: UnitOfWork, platform: Platform, contract: Contract, kept: Submission) -> Contract:
    """The contract with its mark: urgent once the head agreed, no longer when that is withdrawn or asked for anew."""
    agreed = kept.urgency is not None and kept.urgency.state is UrgencyState.CONFIRMED
    return keep_submission(uow, platform, replace(contract, urgent=agreed), kept)
