"""What stands between a draft and its submission, before anybody else is troubled with it."""

from contract_platform.analysis.model import Coverage, Finding, Severity, Verdict
from contract_platform.application.circumstances import circumstances
from contract_platform.application.load import visible_contract
from contract_platform.application.permit import permit
from contract_platform.application.policy_of_contract import profile_of, routing_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_version import analysis_of
from contract_platform.application.shown import shown
from contract_platform.application.views import Precheck
from contract_platform.domain.access import acted_for
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import earliest_after, received_on
from contract_platform.domain.lifecycle import LIFECYCLE
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import Role, State, Tier

SUBMIT = "submit"


def precheck(platform: Platform, actor: Actor, contract_id: str) -> Precheck:
    """Blocking reasons, high risks, rules that could not be checked, the route and the earliest day of signing."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        permit(actor, "contract.precheck", contract)
        risks, unchecked = read_risks(uow, contract)
        routing = routing_of(uow, platform, contract)
        blocking = blocking_reasons(uow, platform, actor, contract)
    profile = profile_of(platform, contract)
    received = received_on(platform.calendar, platform.clock.now(), profile.cut_off)
    lead = profile.clock("LEAD_TIME").days
    found = Precheck(
        ready=not blocking,
        blocking=blocking,
        risks=risks,
        not_checked=unchecked,
        tier=routing.tier,
        tier_rule=routing.rule,
        tier_basis=routing.basis,
        earliest_sign_date=earliest_after(platform.calendar, received, lead) if routing.tier == Tier.MAJOR else None,
    )
    return shown(actor, contract, found)


def blocking_reasons(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> tuple[Reason, ...]:
    """What the table would answer to a submission now."""
    away = acted_for(actor, contract, "contract.act", Role.HANDLER)
    facts = circumstances(uow, platform, contract, actor.person_id, away)
    row = LIFECYCLE.branch(contract.state, SUBMIT, facts)
    if row is None:
        return (Reason(code="action_not_possible_now", params={"action": SUBMIT, "state": State(contract.state)}),)
    return LIFECYCLE.obstacles(row, facts)


def read_risks(uow: UnitOfWork, contract: Contract) -> tuple[tuple[Finding, ...], dict[str, Coverage]]:
    """The high risks of the draft, and the rules that could not be checked with the reason."""
    version = uow.versions.get(contract.draft_version_id) if contract.draft_version_id else None
    analysis = analysis_of(uow, version) if version else None
    if analysis is None:
        return (), {}
    high = tuple(finding for finding in analysis.findings if finding.severity == Severity.HIGH)
    unchecked = {
        rule: entry for rule, entry in analysis.coverage.items() if entry.verdict == Verdict.COULD_NOT_BE_CHECKED
    }
    return high, unchecked
