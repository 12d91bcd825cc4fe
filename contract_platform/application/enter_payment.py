"""Parts of what an obligation owes, and the account they make."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from contract_platform.application.commands import ObligationCommand
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.followups import Obligation
from contract_platform.domain.obligation import ENDED, MONEY
from contract_platform.domain.payment import Account, Payment, account, paid_fen
from contract_platform.domain.people import Actor


def account_of(platform: Platform, obligation: Obligation, payments: Iterable[Payment]) -> Account:
    """How an obligation stands today, or stood on the day it was performed."""
    until = obligation.done_on or platform.clock.today()
    if obligation.state in ENDED and obligation.done_on is None:
        until = obligation.due_on or until  # what was waived runs up nothing
    return account(payments, obligation.amount_fen, obligation.due_on, obligation.late_rate, until)


def left_fen(uow: UnitOfWork, obligation: Obligation) -> int | None:
    """What is still to be paid; None where no amount is known."""
    if obligation.amount_fen is None:
        return None
    return max(0, obligation.amount_fen - paid_fen(uow.payments.find(obligation_id=obligation.id)))


def pay(
    uow: UnitOfWork, platform: Platform, actor: Actor, obligation: Obligation, fen: int, command: ObligationCommand,
    away: str | None,
) -> Payment:  # fmt: skip
    """Enter one part."""
    assert command.done_on is not None, "the table has checked it"
    payment = Payment(
        id=platform.new_id(),
        obligation_id=obligation.id,
        contract_id=obligation.contract_id,
        amount_fen=fen,
        paid_on=command.done_on,
        evidence_version_id=command.evidence_version_id,
        voucher_no=command.voucher_no.strip(),
        note=command.note.strip(),
        entered_by=actor.person_id,
        entered_for=away,
        entered_at=platform.clock.now(),
    )
    uow.payments.add(payment)
    return payment


def pay_the_rest(
    uow: UnitOfWork, platform: Platform, actor: Actor, obligation: Obligation, command: ObligationCommand,
    away: str | None,
) -> dict[str, Any]:  # fmt: skip
    """Performance reported at once is the last payment; an amount nobody knew before is now known."""
    if obligation.kind not in MONEY:
        return {}
    stated: dict[str, Any] = {}
    rest = left_fen(uow, obligation)
    if rest is None and command.amount_fen:
        rest, stated = command.amount_fen, {"amount_fen": command.amount_fen}
    if rest:
        pay(uow, platform, actor, obligation, rest, command, away)
    return stated


def last_day(uow: UnitOfWork, obligation: Obligation, day: date | None) -> date | None:
    """The day an obligation was performed: that of its last payment."""
    days = [one.paid_on for one in uow.payments.find(obligation_id=obligation.id) if one.cancelled_at is None]
    return max([*days, *([day] if day else [])], default=None)


def cancel(uow: UnitOfWork, platform: Platform, actor: Actor, payment: Payment, reason: str) -> None:
    """Take a wrong entry out of the account; it stays to be seen."""
    cancelled = {
        "cancelled_at": platform.clock.now(),
        "cancelled_by": actor.person_id,
        "cancel_reason": reason.strip(),
    }
    uow.payments.save(msgspec.structs.replace(payment, **cancelled))
