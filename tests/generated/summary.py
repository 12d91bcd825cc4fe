"""All scores of a run together: F1 per fact and format, recall and precision of rules, bootstrap intervals, tables."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from tests.generated.score import Count, Failure, Score

FORMATS = ("docx", "pdf")
TARGETS = {"docx": 0.98, "pdf": 0.96}
RECALL, PRECISION = 0.95, 0.90
DRAWS = 1000
EXAMPLES = 3


class Figure(msgspec.Struct, kw_only=True):
    """A figure with the interval that 95 of 100 resampled sets fall into."""

    value: float
    low: float
    high: float
    count: Count


class Summary(msgspec.Struct, kw_only=True):
    """What a run is judged by."""

    documents: dict[str, int]
    facts: dict[str, dict[str, Figure]]  # format -> fact
    recall: Figure
    precision: Figure
    rules: dict[str, Count]
    near: dict[str, tuple[int, int]]
    others: dict[str, list[str]]
    failures: list[Failure]


def summary(scores: Sequence[Score], *, draws: int = DRAWS) -> Summary:
    """Add up; with ``draws`` 0 the intervals are empty."""
    return Summary(
        documents=dict(Counter(score.format for score in scores)),
        facts={form: _facts([score for score in scores if score.format == form], draws) for form in FORMATS},
        recall=_figure([_total(score.rules.values()) for score in scores], "recall", draws),
        precision=_figure([_total(score.rules.values()) for score in scores], "precision", draws),
        rules=_added(score.rules for score in scores),
        near=_near(scores),
        others=_others(scores),
        failures=[failure for score in scores for failure in score.failures],
    )


def _facts(scores: Sequence[Score], draws: int) -> dict[str, Figure]:
    names = sorted({name for score in scores for name in score.facts})
    return {name: _figure([score.facts.get(name, Count()) for score in scores], "f1", draws) for name in names}


def _total(counts: Iterable[Count]) -> Count:
    total = Count()
    for count in counts:
        total.add(count)
    return total


def _added(tables: Iterable[dict[str, Count]]) -> dict[str, Count]:
    result: dict[str, Count] = defaultdict(Count)
    for table in tables:
        for name, count in table.items():
            result[name].add(count)
    return dict(sorted(result.items()))


def _figure(counts: list[Count], measure: str, draws: int) -> Figure:
    whole = _total(counts)
    chance = random.Random(0)
    drawn = sorted(
        getattr(_total(chance.choices(counts, k=len(counts))), measure) for _ in range(draws if counts else 0)
    )
    low, high = (drawn[int(len(drawn) * 0.025)], drawn[int(len(drawn) * 0.975)]) if drawn else (0.0, 1.0)
    return Figure(value=getattr(whole, measure), low=low, high=high, count=whole)


def _near(scores: Sequence[Score]) -> dict[str, tuple[int, int]]:
    told: dict[str, tuple[int, int]] = {}
    for score in scores:
        for rule, (more, fired) in score.near.items():
            before = told.get(rule, (0, 0))
            told[rule] = (before[0] + more, before[1] + fired)
    return dict(sorted(told.items()))


def _others(scores: Sequence[Score]) -> dict[str, list[str]]:
    result: dict[str, list[str]] = defaultdict(list)
    for score in scores:
        for rule, quote in score.others:
            result[rule].append(f"{score.doc}: {quote}")
    return dict(sorted(result.items()))


def table(result: Summary) -> str:
    """The report for a terminal."""
    lines = [f"documents: {', '.join(f'{count} {form}' for form, count in sorted(result.documents.items()))}", ""]
    for form in FORMATS:
        lines.append(f"{form:17} F1     95 % interval   hit wrong missed   target {TARGETS[form]}")
        lines += [_line(name, figure, TARGETS[form]) for name, figure in result.facts[form].items()]
        lines.append("")
    for name, figure, target in (("recall", result.recall, RECALL), ("precision", result.precision, PRECISION)):
        lines.append(_line(f"risk {name}", figure, target))
    lines += ["", f"{'rule':34} planted found false   near misses told fired"]
    for rule in sorted({*result.rules, *result.near}):
        count, (told, fired) = result.rules.get(rule, Count()), result.near.get(rule, (0, 0))
        lines.append(f"{rule:34} {count.hit + count.missed:7} {count.hit:5} {count.wrong:5} {told:18} {fired:5}")
    lines += ["", "findings of rules that are never planted, for a lawyer to read:"]
    for rule, quotes in result.others.items():
        lines += [f"{rule} ({len(quotes)})", *(f"    {quote}" for quote in quotes[:EXAMPLES])]
    return "\n".join(lines)


def _line(name: str, figure: Figure, target: float) -> str:
    mark = " " if figure.value >= target else "<"
    count = figure.count
    counted = f"{count.hit:5} {count.wrong:5} {count.missed:6}"
    return f"{name:16} {mark}{figure.value:.3f}  {figure.low:.3f} - {figure.high:.3f}  {counted}"


def failures(result: Summary, limit: int) -> str:
    """Up to ``limit`` failures of each fact and rule."""
    by_fact: dict[str, list[Failure]] = defaultdict(list)
    for failure in result.failures:
        by_fact[failure.fact].append(failure)
    lines = []
    for fact, found in sorted(by_fact.items(), key=lambda pair: -len(pair[1])):
        lines.append(f"{fact} ({len(found)})")
        lines += [
            f"    {one.doc} [{one.style}]\n        known {one.known}\n        read  {one.read}" for one in found[:limit]
        ]
    return "\n".join(lines)
