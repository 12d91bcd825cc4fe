"""A trial run: what a rule would find with another parameter in drafts that were read before. Nothing is written.

It goes in stretches, newest contracts first: each ends after ``MOST`` contracts or ``SECONDS`` seconds, whichever comes
first, and tells where the next begins. Contracts the reader may not see are told by number and unit alone.
"""

import math
from time import monotonic

from contract_platform.analysis.model import Analysis, Context, Finding
from contract_platform.analysis.rules import Rule
from contract_platform.analysis.trial import Trial, try_rule
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_rules import parameter_of, rule_of
from contract_platform.application.read_version import analysis_of
from contract_platform.application.rule_views import NotTried, TrialPage, TriedContract, TriedFinding
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import CLOSED
from contract_platform.domain.errors import Invalid
from contract_platform.domain.people import Actor
from contract_platform.domain.relations import Scope, scope_of
from contract_platform.policy.profile import profile_on

MOST = 100  # contracts of one stretch
SECONDS = 4.0  # of one stretch, so that nobody waits for an answer and no other request starves
LARGEST = 100_000


def run_trial(
    platform: Platform, actor: Actor, rule_id: str, *, parameter: str, value: float, after: str | None = None
) -> TrialPage:
    """One stretch; ``Invalid`` for a parameter the rule has not, or a value that is none."""
    rule = rule_of(rule_id)
    if parameter not in rule.parameters:
        raise Invalid("rule_parameter_unknown", rule=rule_id, parameter=parameter)
    if not math.isfinite(value) or not 0 <= value <= LARGEST:
        raise Invalid("rule_value_unfit", most=LARGEST)
    profile = profile_on(platform.profiles, platform.profile_id, platform.clock.today())
    rows: list[TriedContract] = []
    not_tried: list[NotTried] = []
    until, tried, last = monotonic() + SECONDS, 0, after
    ids = platform.queries.drafted(after, MOST + 1)
    with platform.reading() as uow:
        for key in ids[:MOST]:
            contract = uow.contracts.get(key)
            answer = trial_of(uow, platform, contract, rule, {f"{rule.id}.{parameter}": value})
            tried, last = tried + 1, key
            if isinstance(answer, NotTried):
                not_tried.append(answer)
            elif not answer.same:
                rows.append(row_of(uow, scope_of(actor), contract, answer))
            if monotonic() > until:
                break
    return TrialPage(
        parameter=parameter,
        before=parameter_of(profile, rule, parameter).value,
        after=value,
        tried=tried,
        rows=tuple(rows),
        not_tried=tuple(not_tried),
        next=last if tried < len(ids) else None,
    )


def trial_of(
    uow: UnitOfWork, platform: Platform, contract: Contract, rule: Rule, changed: dict[str, float]
) -> Trial | NotTried:
    """The rule asked both ways about the draft of a contract, or why it could not be."""
    analysis = stored(uow, contract)
    if isinstance(analysis, str):
        return left_out(uow, contract, analysis)
    context = Context(
        today=platform.clock.today(),
        rule_class=analysis.rule_class,
        parameters=profile_of(platform, contract).rule_parameters,
    )
    answer = try_rule(analysis, rule, context, changed)
    if answer.unchecked:
        return left_out(uow, contract, answer.before.reason, answer.before.params)
    return answer


def stored(uow: UnitOfWork, contract: Contract) -> Analysis | str:
    """The reading of the draft, or the code why there is none to ask."""
    version = uow.versions.get(contract.draft_version_id or "")
    if version.analysis_state in CLOSED:
        return "trial_closed"
    return analysis_of(uow, version) or "trial_unread"


def left_out(uow: UnitOfWork, contract: Contract, code: str, params: dict[str, str] | None = None) -> NotTried:
    """A contract that could not be asked."""
    return NotTried(
        key=contract.id, number=number_of(contract), unit=unit_of(uow, contract), code=code, params=params or {}
    )


def row_of(uow: UnitOfWork, scope: Scope, contract: Contract, answer: Trial) -> TriedContract:
    """A contract in which something would be otherwise."""
    seen = scope.sees(contract)
    return TriedContract(
        key=contract.id,
        id=contract.id if seen else None,
        name=contract.name if seen else None,
        number=number_of(contract),
        unit=unit_of(uow, contract),
        appeared=tuple(shown(one, seen=seen) for one in answer.appeared),
        vanished=tuple(shown(one, seen=seen) for one in answer.vanished),
        changed=tuple(shown(after, before, seen=seen) for before, after in answer.changed),
        before=answer.before,
        after=answer.after,
    )


def shown(finding: Finding, before: Finding | None = None, *, seen: bool) -> TriedFinding:
    """A finding with its words, or without them."""
    return TriedFinding(
        clause=finding.clause if seen else None,
        severity=finding.severity,
        severity_before=before.severity if before else None,
        quote=finding.quote if seen else "",
        message=finding.message if seen else "",
        message_before=before.message if before and seen else "",
    )


def number_of(contract: Contract) -> str | None:
    """The number it is known by outside its unit."""
    return contract.contract_no or contract.review_no


def unit_of(uow: UnitOfWork, contract: Contract) -> str:
    """The short name of its unit."""
    return uow.units.get(contract.handling_unit_id).short_name
