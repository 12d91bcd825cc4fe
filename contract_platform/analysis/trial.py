"""One rule asked twice about a text that was read before: with its parameters, and with one of them otherwise.

Both answers are given by the rule as it is now, so that what differs comes from the parameter alone.
"""

from collections.abc import Mapping

from contract_platform.analysis.facts.source import Source
from contract_platform.analysis.model import Analysis, Context, Coverage, Finding, Record, Verdict
from contract_platform.analysis.rules import answered, case_of
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.rule import Rule
from contract_platform.analysis.structure import structure


class Trial(Record, frozen=True, kw_only=True):
    """What a rule would find otherwise in one contract. ``changed`` are pairs of one finding, before and after.

    ``before`` and ``after`` are the rule's coverage.
    """

    before: Coverage
    after: Coverage
    appeared: tuple[Finding, ...] = ()
    vanished: tuple[Finding, ...] = ()
    changed: tuple[tuple[Finding, Finding], ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing would be otherwise."""
        return not (self.appeared or self.vanished or self.changed) and self.before == self.after

    @property
    def unchecked(self) -> bool:
        """Whether the rule can say nothing about this contract with either value."""
        return {self.before.verdict, self.after.verdict} == {Verdict.COULD_NOT_BE_CHECKED}


def try_rule(analysis: Analysis, rule: Rule, context: Context, changed: Mapping[str, float]) -> Trial:
    """Ask it both ways; ``changed`` are parameters by ``rule.parameter``. Nothing is kept."""
    region = region_of(analysis)
    before, found_before = asked(analysis, rule, context, region)
    otherwise = context.parameters | dict(changed)
    after, found_after = asked(analysis, rule, _with(context, otherwise), region)
    both = found_before.keys() & found_after.keys()
    return Trial(
        before=before,
        after=after,
        appeared=tuple(one for key, one in found_after.items() if key not in both),
        vanished=tuple(one for key, one in found_before.items() if key not in both),
        changed=tuple(
            (found_before[key], found_after[key])
            for key in found_before
            if key in both and found_before[key] != found_after[key]
        ),
    )


def region_of(analysis: Analysis) -> tuple[int, int]:
    """Where the contract stands in its file, as the first reading saw it."""
    source = Source(analysis.document, structure(analysis.document), analysis.clauses)
    return source.start, source.end


def asked(
    analysis: Analysis, rule: Rule, context: Context, region: tuple[int, int]
) -> tuple[Coverage, dict[str, Finding]]:
    """The rule's coverage and findings by id."""
    case: Case = case_of(analysis.document, analysis.clauses, analysis.facts, analysis.rule_class, context, region)
    coverage, findings = answered(rule, case)
    return coverage, {finding.id: finding for finding in findings}


def _with(context: Context, parameters: dict[str, float]) -> Context:
    return Context(
        today=context.today,
        rule_class=context.rule_class,
        parameters=parameters,
        reviewed_text=context.reviewed_text,
        secrecy_cleared=context.secrecy_cleared,
    )
