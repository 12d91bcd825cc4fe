"""Marks that stay with a contract for good: sent as urgent, signed against advice, signed late."""

from contract_platform.application.circumstances import newest_opinion
from contract_platform.application.commands import Sign
from contract_platform.application.papers import award_due
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.submission_of_contract import submission_of
from contract_platform.application.trace import record
from contract_platform.domain.contract import Contract
from contract_platform.domain.people import Actor
from contract_platform.domain.signing import Mark
from contract_platform.domain.signing_guards import ignored_items, last_signature
from contract_platform.domain.signing_vocabulary import MarkKind


def mark_signing(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, signed: Sign) -> None:
    """What the signing itself leaves: amendments that were let go, and a limit that had passed."""
    ignored = ignored_items(newest_opinion(uow, contract))
    if ignored:
        made = uow.decisions.find(contract_id=contract.id, round=contract.round, action="override")
        ruling = made[-1].reason if made else ""
        items = "、".join(str(no) for no in ignored)
        set_mark(uow, platform, actor, contract, MarkKind.AGAINST_ADVICE, f"第{items}条未采纳：{ruling}")
    due, signed_on = award_due(uow, contract), last_signature(signed.signatures)
    if due is not None and signed_on is not None and signed_on > due:
        set_mark(uow, platform, actor, contract, MarkKind.SIGNED_LATE, signed.reason.strip())


def mark_urgency(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """A contract whose review was left less time than the profile asks for is counted as such."""
    kept = submission_of(uow, platform, contract)
    if contract.urgent and kept.urgency is not None:
        set_mark(uow, platform, actor, contract, MarkKind.URGENT, kept.urgency.reason)


def set_mark(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, kind: MarkKind, reason: str
) -> None:
    """Set a mark once; a second time changes nothing."""
    if uow.marks.find(contract_id=contract.id, mark=kind):
        return
    mark = Mark(
        id=platform.new_id(),
        contract_id=contract.id,
        mark=kind,
        reason=reason,
        by=actor.person_id,
        at=platform.clock.now(),
    )
    uow.marks.add(mark)
    data = {"mark": kind, "reason": reason}
    record(uow, platform, actor, "contract.marked", object_id=contract.id, contract_id=contract.id, data=data)
