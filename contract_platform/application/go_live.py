"""The day the platform went into service: what was signed or overdue before it is old stock, not a failing."""

from datetime import date

from contract_platform.application.ports import Platform
from contract_platform.domain.contract import Contract
from contract_platform.domain.vocabulary import Origin


def go_live(platform: Platform) -> date:
    """The day that is set; otherwise that of the first entry of the trace."""
    return platform.went_live or platform.queries.first_day() or platform.clock.today()


def is_of_old_stock(platform: Platform, contract: Contract) -> bool:
    """Whether it is a historic contract signed before the platform was there (平台启用前): nobody files it here."""
    if contract.origin != Origin.HISTORIC or contract.sign_date is None:
        return False
    return contract.sign_date < go_live(platform)


def is_backlog(contract: Contract, due_on: date, since: date) -> bool:
    """Whether a deadline of something entered later had passed before the platform was there (存量待清理)."""
    return contract.origin != Origin.PLATFORM and due_on < since
