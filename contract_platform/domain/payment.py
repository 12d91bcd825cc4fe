"""Money that changes hands under an obligation: entered in parts, counted against what is owed, late by the day.

Interest on what is late is simple interest on each part for the days it was late (民法典 art. 585, 676: as agreed;
保障中小企业款项支付条例 art. 17: 0.05 % a day where nothing was agreed). Rates are millionths a day: 500 = 0.05 %.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

from contract_platform.domain.deadlines import months_after
from contract_platform.domain.records import Record, Root

MILLION: Final = 1_000_000
MOST_IN_PLAN: Final = 360  # thirty years of months


class Payment(Root, frozen=True, kw_only=True):
    """A part of what an obligation owes, in fen, as it was paid or received.

    ``source`` is HAND, or IMPORT for a line of a payment journal. A wrong entry is cancelled with a reason, not erased.
    """

    obligation_id: str
    contract_id: str
    amount_fen: int
    paid_on: date
    evidence_version_id: str | None
    voucher_no: str
    note: str
    entered_by: str
    entered_for: str | None
    entered_at: datetime
    source: str = "HAND"
    cancelled_at: datetime | None = None
    cancelled_by: str | None = None
    cancel_reason: str = ""


class Account(Record, frozen=True, kw_only=True):
    """How an obligation stands: what was paid, what is left, how late, and what interest has run up, in fen."""

    paid_fen: int = 0
    left_fen: int | None = None
    late_days: int = 0
    interest_fen: int = 0


def valid(payments: Iterable[Payment]) -> list[Payment]:
    """Those that were not cancelled, in the order they were paid."""
    return sorted((one for one in payments if one.cancelled_at is None), key=lambda one: (one.paid_on, one.id))


def paid_fen(payments: Iterable[Payment]) -> int:
    """The sum of what counts."""
    return sum(one.amount_fen for one in valid(payments))


def account(
    payments: Iterable[Payment], amount_fen: int | None, due_on: date | None, rate: int | None, until: date
) -> Account:
    """The account of an obligation on a day: ``until`` is today, or the day it was performed."""
    parts = valid(payments)
    paid = sum(one.amount_fen for one in parts)
    left = None if amount_fen is None else max(0, amount_fen - paid)
    if due_on is None:
        return Account(paid_fen=paid, left_fen=left)
    owed = [(one.amount_fen, one.paid_on) for one in parts] + ([(left, until)] if left else [])
    days = max((late_days(due_on, day) for _, day in owed), default=0)
    return Account(paid_fen=paid, left_fen=left, late_days=days, interest_fen=interest_fen(owed, due_on, rate or 0))


def interest_fen(owed: Iterable[tuple[int, date]], due_on: date, rate: int) -> int:
    """Simple interest on each sum for its days after ``due_on``, half a fen rounded up."""
    total = sum(fen * late_days(due_on, day) * rate for fen, day in owed)
    return (total + MILLION // 2) // MILLION


def late_days(due_on: date, day: date) -> int:
    """Natural days after the due day, which itself is in time."""
    return max(0, (day - due_on).days)


def plan_days(first_on: date, last_on: date, every_months: int) -> Iterator[date]:
    """The days of a repeated obligation, both ends included; the 31st falls on the last day of a shorter month."""
    step = 0
    while (day := months_after(first_on, step)) <= last_on:
        yield day
        step += every_months
