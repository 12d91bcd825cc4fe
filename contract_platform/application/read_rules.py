"""The catalogue of risk rules, with what they found here and what people made of it."""

from collections.abc import Mapping

from contract_platform.analysis.analyse import ENGINE_VERSION
from contract_platform.analysis.rules import RULES, Rule, in_force
from contract_platform.analysis.rules.stances import stance_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import Reading
from contract_platform.application.rule_tally import MOST, RuleCount, Seen, counts
from contract_platform.application.rule_views import (
    BasisRow,
    HitContract,
    HitPage,
    RuleCatalogue,
    RuleCounts,
    RuleDetail,
    RuleParameter,
    RuleRow,
    SuspensionView,
)
from contract_platform.application.weigh_suspension import subject_of_rule
from contract_platform.domain.errors import NotFound
from contract_platform.domain.people import Actor
from contract_platform.domain.relations import scope_of
from contract_platform.domain.vocabulary import ChangeKind, ChangeState
from contract_platform.policy.profile import LIMITED, PolicyProfile, profile_on

BY_ID = {rule.id: rule for rule in RULES}
KINDS = (ChangeKind.RULE_SUSPEND, ChangeKind.RULE_RESUME)
Readings = list[tuple[Reading, tuple[Seen, ...]]]


def rule_of(rule_id: str) -> Rule:
    """The rule, or ``NotFound``."""
    if rule_id not in BY_ID:
        raise NotFound("rule_not_found", id=rule_id)
    return BY_ID[rule_id]


def read_rules(platform: Platform, actor: Actor) -> RuleCatalogue:  # noqa: ARG001 - everybody signed in reads the same
    """All rules in the order an auditor reads them."""
    readings = platform.tally.readings(platform.queries)
    with platform.reading() as uow:
        counted = counts(readings, uow.verdicts.find())
        pending = pending_of(uow)
    rows = tuple(row_of(platform, rule, counted, pending) for rule in RULES)
    return RuleCatalogue(rules=rows, counted=len(readings), most=MOST)


def read_rule(platform: Platform, actor: Actor, rule_id: str) -> RuleDetail:  # noqa: ARG001 - everybody signed in reads the same
    """One rule; ``NotFound``."""
    rule = rule_of(rule_id)
    readings = platform.tally.readings(platform.queries)
    with platform.reading() as uow:
        row = row_of(platform, rule, counts(readings, uow.verdicts.find()), pending_of(uow))
    today = platform.clock.today()
    profile = profile_on(platform.profiles, platform.profile_id, today)
    holding = in_force(rule.basis, today)
    return RuleDetail(
        rule=row,
        basis=tuple(BasisRow(row=one, in_force=one in holding) for one in rule.basis),
        message=rule.message,
        suggestion=rule.suggestion,
        positive_sentences=rule.positive_sentences,
        negative_sentences=rule.negative_sentences,
        parameters=tuple(parameter_of(profile, rule, name) for name in rule.parameters),
        profile=profile.key,
        engine=ENGINE_VERSION,
    )


def row_of(platform: Platform, rule: Rule, counted: Mapping[str, RuleCount], pending: Mapping[str, int]) -> RuleRow:
    """A rule as the catalogue shows it."""
    holding = in_force(rule.basis, platform.clock.today())
    count = counted.get(rule.id, RuleCount())
    resting = platform.rules().suspended.get(rule.id)
    return RuleRow(
        id=rule.id,
        title=rule.title,
        severity=rule.severity,
        categories=rule.categories,
        stance=stance_of(rule.id),
        laws=tuple(dict.fromkeys(f"{one.law}{one.article}" for one in holding or rule.basis)),
        in_force=bool(holding),
        has_parameters=bool(rule.parameters),
        counts=RuleCounts(
            findings=count.findings,
            contracts=count.contracts,
            adopted=count.adopted,
            rejected=count.rejected,
            unjudged=count.unjudged,
            overturned=count.overturned,
        ),
        suspended=None
        if resting is None
        else SuspensionView(since=resting.since, reason=resting.reason, number=resting.number),
        pending=pending.get(subject_of_rule(rule.id)),
    )


def pending_of(uow: UnitOfWork) -> dict[str, int]:
    """Requests about rules that wait, by what they are about."""
    return {one.subject_id: one.number for one in uow.changes.find(kind=KINDS, state=ChangeState.PENDING)}


def parameter_of(profile: PolicyProfile, rule: Rule, name: str) -> RuleParameter:
    """A threshold as the profile in force sets it, a legal limit does, or the rule ships it."""
    full, shipped = f"{rule.id}.{name}", rule.parameters[name]
    stated = profile.parameters.get(full)
    if stated is not None:
        return RuleParameter(
            name=name,
            value=stated.value,
            shipped=shipped,
            source="profile",
            basis=stated.basis,
            provenance=stated.provenance,
        )
    limit = next((one for one, parameter in LIMITED.items() if parameter == full), None)
    if limit is None:
        return RuleParameter(name=name, value=shipped, shipped=shipped, source="shipped")
    by_law = profile.limits[limit]
    return RuleParameter(
        name=name,
        value=by_law.percent,
        shipped=shipped,
        source="limit",
        basis=by_law.basis,
        provenance=by_law.provenance,
    )


def read_hits(platform: Platform, actor: Actor, rule_id: str, *, after: str | None = None, limit: int = 50) -> HitPage:
    """The contracts a rule fired in, as far as the reader sees them."""
    rule = rule_of(rule_id)
    hits = hits_of(platform.tally.readings(platform.queries), rule.id)
    scope = scope_of(actor)
    with platform.reading() as uow:
        ids = tuple(sorted(hits, reverse=True))
        seen = [one for one in uow.contracts.find(id=ids) if scope.sees(one)] if ids else []
        seen.sort(key=lambda one: one.id, reverse=True)
        behind = [one for one in seen if after is None or one.id < after]
        rows = tuple(
            HitContract(
                id=one.id,
                name=one.name,
                number=one.contract_no or one.review_no,
                unit=uow.units.get(one.handling_unit_id).short_name,
                state=one.state,
                version_id=one.draft_version_id or "",
                created_at=one.created_at,
                findings=hits[one.id],
            )
            for one in behind[:limit]
        )
    further = rows[-1].id if len(behind) > limit else None
    return HitPage(rows=rows, next=further, total=len(seen), everywhere=len(hits))


def hits_of(readings: Readings, rule_id: str) -> dict[str, int]:
    """In which contracts' current drafts a rule fired, and how often."""
    found = ((row.contract_id, sum(one.rule == rule_id for one in seen)) for row, seen in readings if row.current)
    return {contract_id: count for contract_id, count in found if count}
