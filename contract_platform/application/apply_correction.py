"""What a confirmed correction does to the record, and which deadlines move with it."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import msgspec

from contract_platform.application.circumstances import current_signing
from contract_platform.application.corrected_values import with_party
from contract_platform.application.due_days import due_fields
from contract_platform.application.go_live import is_of_old_stock
from contract_platform.application.late_alerts import alert_at_once, alert_for_want_of_review
from contract_platform.application.open_filings import filings_due
from contract_platform.application.policy_of_contract import routing_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.raise_alerts import cancel_alert
from contract_platform.application.tasks_of_contract import retask_filing, retask_obligation
from contract_platform.application.watch import OPEN_OBLIGATIONS
from contract_platform.domain import alert as alerts_table
from contract_platform.domain.contract import Contract
from contract_platform.domain.correction import CorrectedFact, Correction, MovedDeadline
from contract_platform.domain.followups import Alert, Filing
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import (
    AlertKind,
    AlertLevel,
    FilingState,
    ObligationKind,
    ObligationState,
    Tier,
)

F = CorrectedFact
replace = msgspec.structs.replace
NOT_FILED: dict[str, Any] = {"done_on": None, "number": None, "submitted_at": None, "evidence_version_id": None}


def apply_correction(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, correction: Correction
) -> tuple[MovedDeadline, ...]:
    """Write the true value; returns every deadline that moved."""
    was_old = is_of_old_stock(platform, contract)
    fields = of_contract(contract, correction)
    contract = uow.contracts.save(replace(contract, updated_at=platform.clock.now(), **fields))
    if correction.fact == F.SIGN_DATE:
        move_signature(uow, contract, date.fromisoformat(correction.before), date.fromisoformat(correction.after))
    if correction.fact in FILING_FIELDS:
        correct_filing(uow, platform, actor, contract, correction)
    if correction.fact == F.AMOUNT:
        contract = rerouted(uow, platform, contract)
    turned = was_old != is_of_old_stock(platform, contract)
    moved = (
        *move_filings(uow, platform, actor, contract, turned=turned),
        *move_term_end(uow, platform, actor, contract, correction),
    )
    drop_stale_alerts(uow, platform, contract)
    alert_at_once(uow, platform, contract)
    return moved


def of_contract(contract: Contract, correction: Correction) -> dict[str, Any]:
    """The contract's own fields that change."""
    subject, text = correction.subject_id, correction.after
    if correction.fact == F.PARTY_NAME:
        return {"parties": with_party(contract, subject, {"name": text})}
    if correction.fact == F.PARTY_CODE:
        return {"parties": with_party(contract, subject, {"uscc": text or None})}
    return CONTRACT_FIELDS[correction.fact](text) if correction.fact in CONTRACT_FIELDS else {}


CONTRACT_FIELDS: dict[CorrectedFact, Callable[[str], dict[str, Any]]] = {
    F.NAME: lambda text: {"name": text},
    F.SIGN_DATE: lambda text: {"sign_date": date.fromisoformat(text)},
    F.AMOUNT: lambda text: {"amount_fen": int(text), "amount_reason": None},
    F.TERM_START: lambda text: {"term_start": day_of(text)},
    F.TERM_END: lambda text: {"term_end": day_of(text)},
}

FILING_FIELDS: dict[CorrectedFact, Callable[[str], dict[str, Any]]] = {
    F.FILING_DATE: lambda text: {"done_on": date.fromisoformat(text)},
    F.FILING_NUMBER: lambda text: {"number": text},
    F.FILING_UNDONE: lambda _: {"state": FilingState.DUE, **NOT_FILED},
    F.FILING_NOT_REQUIRED: lambda _: {"state": FilingState.NOT_REQUIRED, "overdue": False},
}


def correct_filing(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, correction: Correction
) -> None:
    """A filing as it truly is; a number it had here stays void, because numbers are never given twice."""
    filing = uow.filings.get(correction.subject_id)
    filing = replace(filing, **FILING_FIELDS[correction.fact](correction.after))
    filing = uow.filings.save(with_overdue(platform, filing))
    if correction.fact == F.FILING_UNDONE:
        for alert in uow.alerts.find(contract_id=contract.id, subject_id=filing.id):
            if alert.state in alerts_table.ENDED:
                set_free(uow, alert)
    retask_filing(uow, platform, actor, contract, filing)


def day_of(text: str) -> date | None:
    """A day, None for ""."""
    return date.fromisoformat(text) if text else None


def with_overdue(platform: Platform, filing: Filing) -> Filing:
    """Whether it was late is a fact of its days, which have just been corrected."""
    if filing.state == FilingState.NOT_REQUIRED:
        return replace(filing, overdue=False)
    ended = filing.done_on or platform.clock.today()
    return replace(filing, overdue=ended > filing.due_on)


def move_signature(uow: UnitOfWork, contract: Contract, before: date, after: date) -> None:
    """The signature that was the last one bears the corrected day too."""
    signing = current_signing(uow, contract)
    if signing is not None:
        signed = tuple(replace(one, signed_on=after) if one.signed_on == before else one for one in signing.signatures)
        uow.signings.save(replace(signing, signatures=signed))


def rerouted(uow: UnitOfWork, platform: Platform, contract: Contract) -> Contract:
    """Another sum may have asked for another review; the supervision hears of one that was never given."""
    routing = routing_of(uow, platform, contract)
    rule = f"{routing.rule}（{routing.basis}）"
    before = contract.tier
    contract = uow.contracts.save(replace(contract, tier=routing.tier, tier_rule=rule))
    if routing.tier == Tier.MAJOR != before and contract.review_no is None:
        alert_for_want_of_review(uow, platform, contract)
    return contract


def move_filings(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, *, turned: bool
) -> Iterator[MovedDeadline]:
    """Filings as the contract now asks for them: due from the right day, and those that were not asked for before.

    ``turned``: the contract became older than the platform by the correction, or is not any more.
    """
    known = {filing.target: filing for filing in uow.filings.find(contract_id=contract.id)}
    for wanted in filings_due(platform, contract):
        there = known.get(wanted.target)
        if there is None:
            uow.filings.add(wanted)
            retask_filing(uow, platform, actor, contract, wanted)
            yield moved("FilingTarget", wanted.target, None, wanted.due_on)
            continue
        fields: dict[str, Any] = {"due_on": wanted.due_on, "provisional": wanted.provisional}
        if turned and there.state in {FilingState.DUE, FilingState.NOT_REQUIRED}:
            fields["state"] = wanted.state
        after = replace(there, **fields)
        if after != there:
            after = uow.filings.save(with_overdue(platform, after))
            retask_filing(uow, platform, actor, contract, after)
            yield moved("FilingTarget", there.target, there.due_on, after.due_on)


def move_term_end(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, correction: Correction
) -> Iterator[MovedDeadline]:
    """The end of the term as an obligation goes with the contract's."""
    if correction.fact != F.TERM_END:
        return
    yield moved("AlertKind", AlertKind.TERM_END, day_of(correction.before), contract.term_end)
    for one in uow.obligations.find(contract_id=contract.id, kind=ObligationKind.TERM_END):
        if one.state not in OPEN_OBLIGATIONS or one.due_on != day_of(correction.before):
            continue
        late = contract.term_end is not None and contract.term_end < platform.clock.today()
        state = ObligationState.DUE if late else ObligationState.PLANNED
        due = due_fields(platform, one.kind, contract.term_end)
        after = uow.obligations.save(replace(one, state=state, overdue=late, **due))
        retask_obligation(uow, platform, actor, contract, after)


def moved(kind: str, member: str, before: date | None, after: date | None) -> MovedDeadline:
    """A deadline by the words people know it by."""
    return MovedDeadline(kind=kind, member=member, before=before, after=after)


def drop_stale_alerts(uow: UnitOfWork, platform: Platform, contract: Contract) -> None:
    """Alerts of a day that was never due and of filings not asked for end; red ones too, because they were wrong."""
    filings = {one.id: one for one in uow.filings.find(contract_id=contract.id)}
    for alert in uow.alerts.find(contract_id=contract.id):
        if alert.state in alerts_table.ENDED:
            continue
        filing = filings.get(alert.subject_id)
        if alert.kind == AlertKind.FILING and filing is not None:
            untrue = alert.level == AlertLevel.RED and not filing.overdue
            stale = alert.due_on != filing.due_on or filing.state == FilingState.NOT_REQUIRED or untrue
        elif alert.kind == AlertKind.TERM_END:
            stale = alert.due_on != contract.term_end
        elif alert.kind == AlertKind.UNREVIEWED and alert.due_on != contract.sign_date and contract.sign_date:
            cause = f"{alert.kind}/{contract.id}/{contract.sign_date.isoformat()}"
            uow.alerts.save(replace(alert, due_on=contract.sign_date, cause=cause))
            continue
        else:
            continue
        if stale:
            cancel_alert(platform, set_free(uow, alert), uow)


def set_free(uow: UnitOfWork, alert: Alert) -> Alert:
    """The alert under another cause, so that the same day can be warned of anew should it become true again."""
    return uow.alerts.save(replace(alert, cause=f"{alert.cause}/{alert.id}"))
