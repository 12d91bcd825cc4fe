"""Filing a signed contract: submitted and accepted here, or done elsewhere and entered."""

import msgspec

from contract_platform.application.act import Act
from contract_platform.application.circumstances import roles_taken
from contract_platform.application.commands import FilingCommand
from contract_platform.application.effects import next_number
from contract_platform.application.filing_facts import (
    CHECK,
    CORRECTION,
    due_after,
    filing_circumstances,
    received_today,
)
from contract_platform.application.followup_views import filing_view, taken_by
from contract_platform.application.forms.catalogue import BY_ACT
from contract_platform.application.forms.issue import issue
from contract_platform.application.forms.matter import Said
from contract_platform.application.holding import refuse_unless_free
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.once import once
from contract_platform.application.own_file import check_proof
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.tasks_of_contract import FILING_TASK, retask_filing
from contract_platform.application.trace import record
from contract_platform.application.views import FilingView
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.contract import Contract, Decision
from contract_platform.domain.filing import FILING
from contract_platform.domain.followups import Filing
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import FilingState, Role

BID_BOND = "BID_BOND"
"""Not a filing but something to do after a signature that is entered like one; it has no form."""


def act_on_filing(
    platform: Platform,
    actor: Actor,
    filing_id: str,
    command: FilingCommand,
    *,
    revision: int,
    idempotency_key: str | None = None,
) -> FilingView:
    """Follow the filing's table; ``Refused`` with every reason, ``Forbidden`` for another's act."""

    def done() -> FilingView:
        filing = uow.filings.get(filing_id)
        contract = visible_contract(uow, actor, filing.contract_id)
        permit(actor, "filing.act", contract)
        expect_revision(filing, revision)
        filing = act(uow, platform, actor, contract, filing, command)
        return filing_view(uow, platform, actor, contract, filing, taken_by(uow, contract))

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"filing.act/{filing_id}", idempotency_key, FilingView, done)


def act(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, filing: Filing, command: FilingCommand
) -> Filing:
    """One act: the row of the table, what it leaves, the decision, the trace, the next task."""
    proven = check_proof(uow, actor, contract, command.evidence_version_id)
    entered = {"note": command.note, "number": command.number, "done_on": command.done_on, "proven": proven}
    facts = filing_circumstances(uow, platform, actor, contract, filing, **entered)
    possible = FILING.branch(filing.state, command.action, facts)
    held = acting_roles(actor, contract, "filing.act")
    role = next((role for role in possible.roles if role in held), None) if possible else None
    away = acted_for(actor, contract, "filing.act", role)
    taken = roles_taken(uow, contract.id, actor.person_id, away)
    facts = msgspec.structs.replace(facts, role=role, acted_for=away, earlier_roles=taken)
    row = FILING.advance(filing.state, command.action, role, facts)
    assert role is not None, "the table has checked it"
    refuse_unless_free(uow, actor, contract, FILING_TASK, filing.id, command.action, role)
    change = effect(uow, platform, actor, contract, filing, command)
    filing = uow.filings.save(msgspec.structs.replace(filing, state=FilingState(row.target), **change))
    decide(uow, platform, actor, contract, row.action, role, command.note, acted_for=away)
    record(
        uow,
        platform,
        actor,
        f"filing.{row.action}",
        object_id=filing.id,
        contract_id=contract.id,
        role=role,
        acted_for=away,
        data={"target": filing.target, "to": row.target, "number": filing.number or "", "note": command.note},
    )
    retask_filing(uow, platform, actor, contract, filing)
    told = Said(action=row.action, by=actor.person_id, at=platform.clock.now(), reason=command.note)
    papers = () if filing.target == BID_BOND else BY_ACT.get(row.action, ())
    issue(uow, platform, actor, contract, papers, told, filing)
    return filing


def effect(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, filing: Filing, command: FilingCommand
) -> dict[str, object]:
    """The fields an act sets."""
    today = platform.clock.today()
    match command.action:
        case "file":
            return {**submitted(platform, contract, filing), "note": command.note}
        case "accept_filing":
            giving = Act(uow, platform, actor, command)
            numbers = {
                "number": next_number(giving, contract, "filing"),
                "receipt_no": next_number(giving, contract, "receipt"),
            }
            return {**numbers, "step_due_on": None, "note": command.note}
        case "return_filing":
            due = due_after(platform, contract, CORRECTION, today)
            return {"returned_on": today, "step_due_on": due, "note": command.note}
        case "register":
            assert command.done_on is not None, "the table has checked it"
            return {
                "number": command.number,
                "done_on": command.done_on,
                "note": command.note,
                "evidence_version_id": command.evidence_version_id,
                "overdue": filing.overdue or command.done_on > filing.due_on,
            }
        case _:
            return {"note": command.note}


def submitted(platform: Platform, contract: Contract, filing: Filing) -> dict[str, object]:
    """A filing counts from its first submission; one that is corrected too late, from its correction."""
    today, first = platform.clock.today(), filing.done_on
    limit = filing.due_on if filing.step_due_on is None else filing.step_due_on
    corrected = first is not None and today <= limit
    received = received_today(platform, contract)
    return {
        "submitted_at": platform.clock.now(),
        "done_on": first if corrected else today,
        "overdue": filing.overdue or today > limit,
        "received_on": received,
        "step_due_on": due_after(platform, contract, CHECK, received),
    }


def decide(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    action: str,
    role: Role,
    reason: str,
    *,
    acted_for: str | None = None,
) -> None:
    """An act beside the main line counts like one on it: nobody decides twice."""
    decided = Decision(
        id=platform.new_id(),
        contract_id=contract.id,
        round=contract.round,
        action=action,
        source=contract.state,
        target=contract.state,
        person_id=actor.person_id,
        role=role,
        at=platform.clock.now(),
        reason=reason,
        acted_for=acted_for,
    )
    uow.decisions.add(decided)
