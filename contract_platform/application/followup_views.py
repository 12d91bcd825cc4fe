"""Filings, obligations and alerts with their deadlines and the acts open to the reader."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import msgspec

from contract_platform.application.circumstances import roles_taken
from contract_platform.application.deadline_views import filing_deadline, obligation_deadline, step_deadline
from contract_platform.application.enter_payment import account_of
from contract_platform.application.filing_facts import filing_circumstances
from contract_platform.application.offers import offers
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.shown import shown
from contract_platform.application.views import FilingView, ObligationView
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.alert import ALERT, AlertCircumstances
from contract_platform.domain.contract import Contract
from contract_platform.domain.filing import FILING
from contract_platform.domain.followups import Alert, Filing, Obligation
from contract_platform.domain.obligation import OBLIGATION, ObligationCircumstances
from contract_platform.domain.payment import Payment
from contract_platform.domain.people import Actor
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Role

Taken = Callable[[str, str | None], frozenset[Role]]
"""The roles in which a person, or the colleague acted for, has acted on the contract at hand."""


def taken_by(uow: UnitOfWork, contract: Contract) -> Taken:
    """Looks the roles up once for each pair."""
    return cache(lambda actor_id, away: roles_taken(uow, contract.id, actor_id, away))


def as_role(actor: Actor, contract: Contract, operation: str, facts: Record) -> Callable[[Role], Any]:
    """The facts as seen by somebody acting in a role, for themselves or for whoever is away."""
    return lambda role: msgspec.structs.replace(facts, role=role, acted_for=acted_for(actor, contract, operation, role))


def filing_view(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, filing: Filing, taken: Taken
) -> FilingView:
    """A filing; ``taken`` tells in which roles the reader has acted on the contract."""
    facts = filing_circumstances(uow, platform, actor, contract, filing)
    seen = as_role(actor, contract, "filing.act", facts)

    def facts_as(role: Role) -> object:
        mine = seen(role)
        return msgspec.structs.replace(mine, earlier_roles=taken(actor.person_id, mine.acted_for))

    view = FilingView(
        filing=filing,
        deadline=filing_deadline(platform, contract, filing),
        step=step_deadline(platform, contract, filing),
        actions=offers(FILING, filing.state, acting_roles(actor, contract, "filing.act"), facts_as),
    )
    return shown(actor, contract, view)


def obligation_view(
    platform: Platform, actor: Actor, contract: Contract, obligation: Obligation, payments: Iterable[Payment] = ()
) -> ObligationView:
    """An obligation with its payments."""
    payments = tuple(payments)
    stands = account_of(platform, obligation, payments)
    facts = ObligationCircumstances(
        obligation=obligation,
        contract=contract,
        actor_id=actor.person_id,
        today=platform.clock.today(),
        left_fen=stands.left_fen,
    )
    seen = as_role(actor, contract, "obligation.act", facts)
    view = ObligationView(
        obligation=obligation,
        deadline=obligation_deadline(platform, obligation),
        payments=payments,
        account=stands,
        actions=offers(OBLIGATION, obligation.state, acting_roles(actor, contract, "obligation.act"), seen),
    )
    return shown(actor, contract, view)


def alert_acts(actor: Actor, contract: Contract, alert: Alert) -> tuple[str, ...]:
    """The acts on an alert that are open to the reader now."""
    facts = AlertCircumstances(alert=alert, contract=contract, actor_id=actor.person_id)
    seen = as_role(actor, contract, "alert.act", facts)
    offered = offers(ALERT, alert.state, acting_roles(actor, contract, "alert.act"), seen)
    return tuple(view.action for view in offered if view.enabled)
