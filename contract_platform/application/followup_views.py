"""Filings, obligations and alerts with their deadlines and the acts open to the reader."""

from collections.abc import Callable

import msgspec

from contract_platform.application.deadline_views import filing_deadline, obligation_deadline
from contract_platform.application.offers import offers
from contract_platform.application.ports import Platform
from contract_platform.application.views import FilingView, ObligationView
from contract_platform.domain.access import acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.filing import FILING, FilingCircumstances
from contract_platform.domain.followups import Filing, Obligation
from contract_platform.domain.obligation import OBLIGATION, ObligationCircumstances
from contract_platform.domain.people import Actor
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Role


def as_role(facts: Record) -> Callable[[Role], object]:
    """The facts as seen by somebody acting in a role."""
    return lambda role: msgspec.structs.replace(facts, role=role)


def filing_view(
    platform: Platform, actor: Actor, contract: Contract, filing: Filing, taken: frozenset[Role]
) -> FilingView:
    """A filing; ``taken`` are the roles in which the reader has acted on the contract."""
    facts = FilingCircumstances(
        filing=filing, contract=contract, actor_id=actor.person_id, today=platform.clock.today(), earlier_roles=taken
    )
    return FilingView(
        filing=filing,
        deadline=filing_deadline(platform, contract, filing),
        actions=offers(FILING, filing.state, acting_roles(actor, contract, "filing.act"), as_role(facts)),
    )


def obligation_view(platform: Platform, actor: Actor, contract: Contract, obligation: Obligation) -> ObligationView:
    """An obligation."""
    facts = ObligationCircumstances(
        obligation=obligation, contract=contract, actor_id=actor.person_id, today=platform.clock.today()
    )
    return ObligationView(
        obligation=obligation,
        deadline=obligation_deadline(platform, obligation),
        actions=offers(OBLIGATION, obligation.state, acting_roles(actor, contract, "obligation.act"), as_role(facts)),
    )
