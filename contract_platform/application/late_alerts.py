"""Alerts of what was entered late: raised in the commit of the entry, so that the supervision need not wait."""

from contract_platform.application.go_live import go_live, is_backlog
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.raise_alerts import cancel_alert, raise_alert
from contract_platform.application.watch import Contracts, Watch, filing_watches
from contract_platform.domain import alert as alerts_table
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import NATURAL
from contract_platform.domain.labels import LABELS
from contract_platform.domain.vocabulary import AlertKind, AlertLevel, Origin, Tier
from contract_platform.policy.windows import level_on


def alert_unreviewed(uow: UnitOfWork, platform: Platform, contract: Contract) -> None:
    """One red alert where a contract was signed without the review it needed; none where it had one elsewhere."""
    if contract.origin == Origin.UNREVIEWED and not contract.earlier_review:
        alert_for_want_of_review(uow, platform, contract)


def alert_for_want_of_review(uow: UnitOfWork, platform: Platform, contract: Contract) -> None:
    """The alert itself, once for a signing."""
    assert contract.sign_date is not None
    watch = Watch(
        contract=contract,
        kind=AlertKind.UNREVIEWED,
        subject_id=contract.id,
        due_on=contract.sign_date,
        unit=NATURAL,
        title=LABELS["AlertKind"][AlertKind.UNREVIEWED][0],
    )
    if not uow.alerts.find(cause=watch.cause):
        raise_alert(platform, watch, AlertLevel.RED, uow)


def settle_unreviewed(uow: UnitOfWork, platform: Platform, contract: Contract) -> None:
    """Nothing is missing where it turns out that no review was asked for."""
    if contract.tier != Tier.EXEMPT:
        return
    for alert in uow.alerts.find(contract_id=contract.id, kind=AlertKind.UNREVIEWED):
        if alert.state not in alerts_table.ENDED:
            cancel_alert(platform, alert, uow)


def alert_at_once(uow: UnitOfWork, platform: Platform, contract: Contract) -> None:
    """What the next sweep would say of the contract's filings."""
    known = {alert.cause: alert for alert in uow.alerts.find(contract_id=contract.id)}
    since = go_live(platform)
    windows = profile_of(platform, contract).warnings(AlertKind.FILING)
    for watch in filing_watches(uow, platform, Contracts(uow), contract_id=contract.id):
        level = level_on(platform.calendar, windows, platform.clock.today(), watch.due_on)
        if level is None or watch.cause in known or is_backlog(contract, watch.due_on, since):
            continue
        raise_alert(platform, watch, level, uow)
