"""The policy a contract lives under: the one in force today until it is submitted, the pinned one afterwards."""

from datetime import date

from contract_platform.application.family_of_contract import total_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Invalid
from contract_platform.domain.vocabulary import ContractRelation, Origin
from contract_platform.policy.profile import PolicyProfile, Routing, RoutingCase, pinned, profile_on, route

GOVERNMENT = "GOVERNMENT"
EXEMPTING = {Origin.EMERGENCY: "EMERGENCY"}
"""What the way a contract came in claims as its exemption; whether that exempts it is for the profile to say."""
PROCURED = frozenset({"04", "05"})  # 政府采购, 政府购买服务: procured whatever method is named

SUPPLEMENTS = frozenset({ContractRelation.SUPPLEMENT, ContractRelation.CHANGE})
"""Relations in which a contract adds to or changes the one above it."""


def profile_of(platform: Platform, contract: Contract) -> PolicyProfile:
    """The contract's profile."""
    if contract.profile:
        return pinned(platform.profiles, contract.profile)
    return profile_on(platform.profiles, platform.profile_id, platform.clock.today())


def profile_at(platform: Platform, day: date) -> PolicyProfile:
    """The version that was in force on a day, or today's where there was none yet."""
    try:
        return profile_on(platform.profiles, platform.profile_id, day)
    except Invalid:
        return profile_on(platform.profiles, platform.profile_id, platform.clock.today())


def is_procurement(contract: Contract) -> bool:
    """Whether procurement law applies to it."""
    return contract.procurement_method is not None or contract.category in PROCURED


def in_government_name(uow: UnitOfWork, contract: Contract) -> bool:
    """Whether the government itself signs."""
    return uow.units.get(contract.signing_body_id).kind == GOVERNMENT


def is_forwarded(uow: UnitOfWork, platform: Platform, contract: Contract) -> bool:
    """Whether the contract passes the government's office on its way to the bureau."""
    return profile_of(platform, contract).reviewing.forwarding.on and in_government_name(uow, contract)


def routing_of(uow: UnitOfWork, platform: Platform, contract: Contract) -> Routing:
    """Which way the contract has to go, and by which rule."""
    return route(profile_of(platform, contract), case_of(uow, contract))


def case_of(uow: UnitOfWork, contract: Contract) -> RoutingCase:
    """What routing looks at."""
    return RoutingCase(
        category=contract.category,
        direction=contract.direction,
        amount_fen=contract.amount_fen,
        gov_party=in_government_name(uow, contract),
        key_project=contract.key_project,
        procurement=is_procurement(contract),
        exempt_reason=contract.exemption or EXEMPTING.get(contract.origin),
        authorised=contract.authorised,
        public_interest=contract.public_interest,
        supplement=contract.relation in SUPPLEMENTS,
        total_fen=total_of(uow, contract),
    )
