"""How often each rule fired in stored drafts, and what reviewers made of it.

An analysis never changes, so what it found is remembered by its id; only new ones are read. The newest
``MOST`` readings are counted, and how many that were is told with the counts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from threading import Lock

import msgspec

from contract_platform.application.queries import Queries, Reading
from contract_platform.domain.document import FindingVerdict

MOST = 5000  # readings; a process counts them once, later only new ones
CHUNK = 50


class Seen(msgspec.Struct, frozen=True):
    """One finding of a stored analysis; everything else in it is skipped."""

    id: str
    rule: str


class Bare(msgspec.Struct, frozen=True):
    """An analysis of which only the findings are decoded."""

    findings: tuple[Seen, ...]


class RuleCount(msgspec.Struct, frozen=True, kw_only=True):
    """Of one rule: findings in current drafts and in how many contracts; verdicts on findings of any draft."""

    findings: int = 0
    contracts: int = 0
    adopted: int = 0
    rejected: int = 0
    unjudged: int = 0

    @property
    def overturned(self) -> float | None:
        """Rejected of judged, 0..1; None where nobody has judged."""
        judged = self.adopted + self.rejected
        return self.rejected / judged if judged else None


class RuleTally:
    """Remembers what each analysis found; safe to call from any thread."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[Seen, ...]] = {}
        self._lock = Lock()

    def readings(self, queries: Queries) -> list[tuple[Reading, tuple[Seen, ...]]]:
        """The newest readings with what they found, newest first."""
        rows = queries.readings(MOST)
        with self._lock:
            known = {row.analysis_id: self._found[row.analysis_id] for row in rows if row.analysis_id in self._found}
            missing = [row.analysis_id for row in rows if row.analysis_id not in known]
            for start in range(0, len(missing), CHUNK):
                for one in queries.finding_bodies(tuple(missing[start : start + CHUNK])):
                    known[one.id] = msgspec.json.decode(one.body, type=Bare).findings
            self._found = known
        return [(row, known.get(row.analysis_id, ())) for row in rows]


def counts(
    readings: Iterable[tuple[Reading, tuple[Seen, ...]]], verdicts: Iterable[FindingVerdict]
) -> Mapping[str, RuleCount]:
    """The counts by rule. A finding that stands in several drafts of a contract is judged once."""
    findings: Counter[str] = Counter()
    places: defaultdict[str, set[str]] = defaultdict(set)
    rule_of: dict[tuple[str, str], str] = {}
    standing: set[tuple[str, str]] = set()
    for reading, found in readings:
        for one in found:
            rule_of[reading.contract_id, one.id] = one.rule
            if reading.current:
                findings[one.rule] += 1
                places[one.rule].add(reading.contract_id)
                standing.add((reading.contract_id, one.id))
    judged: Counter[tuple[str, str]] = Counter()
    for verdict in verdicts:
        key = (verdict.contract_id, verdict.finding_id)
        if key in rule_of:
            judged[rule_of[key], verdict.verdict] += 1
            standing.discard(key)
    waiting = Counter(rule_of[key] for key in standing)
    return {
        rule: RuleCount(
            findings=findings[rule],
            contracts=len(places[rule]),
            adopted=judged[rule, "adopted"],
            rejected=judged[rule, "rejected"],
            unjudged=waiting[rule],
        )
        for rule in set(rule_of.values())
    }
