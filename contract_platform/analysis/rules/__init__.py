"""The rules in the order an auditor reads them, and the run over one contract."""

import hashlib
from collections.abc import Iterable
from datetime import date

from contract_platform.analysis.model import (
    Clause,
    Context,
    Coverage,
    DocumentText,
    Facts,
    Finding,
    LegalBasis,
    Verdict,
)
from contract_platform.analysis.rules import (
    arbitration,
    blanks,
    bonds,
    competition,
    completeness,
    dated,
    deposits,
    drafting,
    expropriation,
    identity,
    information,
    jurisdiction,
    liability,
    payment,
    payment_terms,
    performance,
    price,
    procurement,
    public_debt,
    public_power,
    references,
    shares,
    signed_copy,
    tax,
    template,
    terms,
    works,
)
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, not_applicable, unchecked
from contract_platform.analysis.rules.unread import reserved

MOST_FINDINGS = 40  # of one rule: nobody reads more, and a broken file must not fill the store
RULES: tuple[Rule, ...] = (
    *arbitration.RULES,
    *jurisdiction.RULES,
    *price.RULES,
    *tax.RULES,
    *shares.RULES,
    *payment.RULES,
    *payment_terms.RULES,
    *works.RULES,
    *bonds.RULES,
    *deposits.RULES,
    *liability.RULES,
    *public_debt.RULES,
    *competition.RULES,
    *public_power.RULES,
    *procurement.RULES,
    *terms.RULES,
    *dated.RULES,
    *expropriation.RULES,
    *completeness.RULES,
    *performance.RULES,
    *information.RULES,
    *identity.RULES,
    *blanks.RULES,
    *references.RULES,
    *drafting.RULES,
    *template.RULES,
    *signed_copy.RULES,
)


def run(
    document: DocumentText,
    clauses: tuple[Clause, ...],
    facts: Facts,
    rule_class: str,
    context: Context,
    region: tuple[int, int] | None = None,
) -> tuple[tuple[Finding, ...], dict[str, Coverage]]:
    """Ask every rule about one contract: findings in rule order, and for every rule a coverage entry.

    ``region`` are the offsets of the contract inside the document, None for the whole of it. A rule shows at most
    ``MOST_FINDINGS`` findings; how many more there are stands in its coverage as ``left_out``. Where pages could not be
    read, no rule is clear.
    """
    case = case_of(document, clauses, facts, rule_class, context, region)
    findings: dict[str, Finding] = {}
    coverage: dict[str, Coverage] = {}
    for rule in RULES:
        if rule.id in context.suspended:
            coverage[rule.id] = resting(context.suspended[rule.id])
            continue
        coverage[rule.id], shown = answered(rule, case)
        findings |= {finding.id: finding for finding in shown}
    return tuple(findings.values()), coverage


def case_of(
    document: DocumentText,
    clauses: tuple[Clause, ...],
    facts: Facts,
    rule_class: str,
    context: Context,
    region: tuple[int, int] | None = None,
) -> Case:
    """The contract as the rules see it, with every default parameter filled in."""
    parameters = {f"{rule.id}.{name}": value for rule in RULES for name, value in rule.parameters.items()}
    return Case(document, clauses, facts, rule_class, context, parameters | context.parameters, region)


def answered(rule: Rule, case: Case) -> tuple[Coverage, tuple[Finding, ...]]:
    """One rule's coverage and the findings that are shown."""
    unread = case.document.unread
    outcome = reserved(answer(rule, case), unread) if case.is_chinese else unchecked("text_not_chinese")
    left_out = len(outcome.hits) - MOST_FINDINGS
    params = {"left_out": str(left_out)} if left_out > 0 else outcome.params
    coverage = Coverage(verdict=outcome.verdict, reason=outcome.reason, params=params)
    return coverage, tuple(_finding(case, rule, hit) for hit in outcome.hits[:MOST_FINDINGS])


def resting(why: dict[str, str]) -> Coverage:
    """The coverage of a rule that people have suspended; ``why`` are the parameters of the reason."""
    return Coverage(verdict=Verdict.COULD_NOT_BE_CHECKED, reason="rule_suspended", params=why)


def answer(rule: Rule, case: Case) -> Outcome:
    """One rule's outcome: its class first, then its law in force, then its check. A crash hides no other rule."""
    if rule.categories and not case.is_class(*rule.categories):
        if not case.is_class("OTHER"):
            return not_applicable("class_not_covered", rule_class=case.rule_class)
        if rule.needs_class:
            return unchecked("class_unknown")
    if not in_force(rule.basis, case.law_date):
        return not_applicable("law_not_in_force", date=case.law_date.isoformat())
    try:
        return rule.check(case)
    except Exception as error:  # noqa: BLE001 - the door: one broken rule must not hide the others
        return unchecked("rule_failed", error=type(error).__name__)


def in_force(basis: Iterable[LegalBasis], on: date) -> tuple[LegalBasis, ...]:
    """The rows of law in force on a date; a row without dates always is."""
    return tuple(
        item
        for item in basis
        if (item.effective_from is None or item.effective_from <= on)
        and (item.effective_to is None or on < item.effective_to)
    )


def _finding(case: Case, rule: Rule, hit: Hit) -> Finding:
    quote = "" if hit.start is None else case.document.text[hit.start : hit.end]
    block = None if hit.start is None else case.block_at(hit.start)
    clause = None if hit.start is None else case.clause_at(hit.start)
    block_id = block.id if block else None
    return Finding(
        id=hashlib.sha256(f"{rule.id}\n{block_id or ''}\n{quote}".encode()).hexdigest()[:24],
        rule=rule.id,
        severity=hit.severity or rule.severity,
        title=rule.title,
        message=(hit.message or rule.message).format_map(hit.params),
        suggestion=rule.suggestion,
        basis=in_force(rule.basis, case.law_date),
        clause_id=clause.id if clause else None,
        clause=clause.number if clause else None,
        block_id=block_id,
        start=hit.start,
        end=hit.end,
        quote=quote,
        params=hit.params,
    )


__all__ = ["RULES", "Outcome", "Rule", "Verdict", "answer", "answered", "case_of", "in_force", "resting", "run"]
