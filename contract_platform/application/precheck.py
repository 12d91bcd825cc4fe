"""What stands between a draft and its submission, before anybody else is troubled with it."""

from contract_platform.analysis.model import Coverage, Finding, Severity, Verdict
from contract_platform.application.circumstances import circumstances
from contract_platform.application.find_duplicates import find_duplicates, similar_rows
from contract_platform.application.find_splitting import find_splitting
from contract_platform.application.load import visible_contract
from contract_platform.application.names import Names
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_submission import files_of, material_views, route_view
from contract_platform.application.read_version import analysis_of
from contract_platform.application.shown import shown
from contract_platform.application.submission_of_contract import checked_materials, submission_of
from contract_platform.application.submission_views import Precheck
from contract_platform.application.suspended_rules import with_suspensions
from contract_platform.application.urgency_views import lead_time_view, urgency_view
from contract_platform.domain.access import acted_for
from contract_platform.domain.contract import Contract
from contract_platform.domain.lifecycle import LIFECYCLE
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor
from contract_platform.domain.submission import Submission
from contract_platform.domain.submission_vocabulary import InquiryConclusion
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion, Role, State

SUBMIT = "submit"


def precheck(platform: Platform, actor: Actor, contract_id: str) -> Precheck:
    """Everything to look at before a draft is sent: what blocks it, what is missing, risky, unchecked or doubled."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        permit(actor, "contract.precheck", contract)
        risks, unchecked = read_risks(uow, platform, contract)
        kept, names = submission_of(uow, platform, contract), Names(uow)
        items = checked_materials(uow, platform, contract, kept)
        missing = tuple(one for one in items if one.missing)
        blocking, route = blocking_reasons(uow, platform, actor, contract), route_view(uow, platform, contract)
        lead, rows = lead_time_view(uow, platform, contract), similar_rows(uow, platform, actor, contract)
        found = Precheck(
            ready=not blocking,
            blocking=blocking,
            materials=material_views(missing, kept, files_of(uow, contract), names),
            risks=risks,
            not_checked=unchecked,
            doubts=(*doubts(kept), *find_splitting(uow, platform, contract, rows)),
            duplicates=find_duplicates(uow, platform, contract, rows),
            lead_time=lead,
            urgency=urgency_view(actor, contract, kept, names),
            tier=route.tier,
            tier_rule=route.rule,
            tier_basis=route.basis,
            provenance=route.provenance,
            forwarded=route.forwarded,
            earliest_sign_date=lead.earliest if lead else None,
        )
    return shown(actor, contract, found)


def doubts(kept: Submission) -> tuple[Reason, ...]:
    """What due diligence and consulted units say against signing."""
    found = []
    for inquiry in kept.standing_inquiries:
        if inquiry.conclusion is InquiryConclusion.UNFIT:
            found.append(Reason(code="inquiry_unfit", params={"party": inquiry.party}))
        elif inquiry.abnormal:
            found.append(Reason(code="inquiry_abnormal", params={"party": inquiry.party}))
    found += [
        Reason(code="consultation_ignored", params={"unit": asked.unit})
        for asked in kept.standing_consultations
        if asked.conclusion is Conclusion.DISAPPROVE and asked.adopted is not AdoptionChoice.ADOPTED
    ]
    return tuple(found)


def blocking_reasons(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> tuple[Reason, ...]:
    """What the table would answer to a submission now."""
    away = acted_for(actor, contract, "contract.act", Role.HANDLER)
    facts = circumstances(uow, platform, contract, actor.person_id, away)
    row = LIFECYCLE.branch(contract.state, SUBMIT, facts)
    if row is None:
        return (Reason(code="action_not_possible_now", params={"action": SUBMIT, "state": State(contract.state)}),)
    return LIFECYCLE.obstacles(row, facts)


def read_risks(
    uow: UnitOfWork, platform: Platform, contract: Contract
) -> tuple[tuple[Finding, ...], dict[str, Coverage]]:
    """The high risks of the draft, and the rules that could not be checked with the reason."""
    version = uow.versions.get(contract.draft_version_id) if contract.draft_version_id else None
    analysis = analysis_of(uow, version) if version else None
    if analysis is None:
        return (), {}
    high = tuple(finding for finding in analysis.findings if finding.severity == Severity.HIGH)
    unchecked = {
        rule: entry
        for rule, entry in with_suspensions(platform, analysis.coverage).items()
        if entry.verdict == Verdict.COULD_NOT_BE_CHECKED
    }
    return high, unchecked
