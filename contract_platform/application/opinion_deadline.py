"""Until when an opinion may be relied on, shown like a deadline and opened like one."""

from contract_platform.application.circumstances import newest_opinion
from contract_platform.application.deadline_views import deadline, opened
from contract_platform.application.papers import issued_on, valid_until
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.views import DeadlineView, ReckoningView
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import NATURAL, Reckoned, SkippedDay
from contract_platform.domain.vocabulary import State
from contract_platform.policy.values import Period

NAME = "OPINION_VALIDITY"
RELIED_ON = frozenset({State.AWAITING_DECISION, State.READY_TO_SIGN, State.SIGNING})


def opinion_deadline(uow: UnitOfWork, platform: Platform, contract: Contract) -> DeadlineView | None:
    """The last day, while the contract waits to be signed on the opinion; it does not roll: the opinion just lapses."""
    last = valid_until(platform, contract, newest_opinion(uow, contract))
    if last is None or contract.state not in RELIED_ON:
        return None
    return deadline(platform, NAME, last, NATURAL)


def opinion_reckoning(uow: UnitOfWork, platform: Platform, contract: Contract) -> ReckoningView | None:
    """From the day of issue, which is not counted."""
    shown, issued = opinion_deadline(uow, platform, contract), issued_on(newest_opinion(uow, contract))
    rule = profile_of(platform, contract).opinion_validity
    if shown is None or issued is None or rule.days is None:
        return None
    reckoned = Reckoned(
        start=issued,
        days=rule.days,
        unit=NATURAL,
        due_on=shown.due_on,
        raw_due=shown.due_on,
        provisional=False,
        skipped=(SkippedDay(day=issued, reason="start"),),
    )
    period = Period(days=rule.days, unit="natural", basis=rule.basis, provenance=rule.provenance)
    return opened(shown, reckoned, period)
