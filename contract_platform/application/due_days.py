"""On which day an obligation is due: what was agreed, what the law allows, and where a rest day moves it."""

from datetime import date, timedelta
from typing import Any

from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import roll_forward
from contract_platform.domain.errors import Refused
from contract_platform.domain.vocabulary import ObligationKind
from contract_platform.policy.calendar import Calendar

SME, SME_MAX = "SME_PAYMENT", "SME_PAYMENT_MAX"


def due_fields(platform: Platform, kind: ObligationKind, agreed_on: date | None) -> dict[str, Any]:
    """The fields of an obligation that follow from the day agreed."""
    return {"agreed_on": agreed_on, **reckoned_day(platform.calendar, kind, agreed_on)}


def reckoned_day(calendar: Calendar, kind: ObligationKind, agreed_on: date | None) -> dict[str, Any]:
    """A rest day moves to the next working day (民法典 art. 203); the end of a term stays what was agreed."""
    if agreed_on is None:
        return {"due_on": None, "provisional": False}
    due_on = agreed_on if kind == ObligationKind.TERM_END else roll_forward(calendar, agreed_on)
    return {"due_on": due_on, "provisional": not calendar.is_official(due_on)}


def sme_day(platform: Platform, contract: Contract, delivered_on: date, agreed_days: int | None) -> date:
    """When a small or medium firm is to be paid: so many days after delivery or acceptance, never more than the law's.

    保障中小企业款项支付条例 (2025) art. 9, 10: 30 days, by agreement at most 60.
    """
    profile = profile_of(platform, contract)
    most = profile.clock(SME_MAX).days
    days = agreed_days or profile.clock(SME).days
    if days > most:
        raise Refused("sme_payment_too_late", days=days, most=most)
    return delivered_on + timedelta(days=days)
