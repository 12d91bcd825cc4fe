"""The score of one document: hits, wrong and missed answers per fact and per rule, and what went wrong."""

from collections.abc import Iterable
from typing import Any

import msgspec

from tests.generated import bank
from tests.generated.matching import aligned, court, plain, same_payment, shares
from tests.generated.planting import plantable
from tests.generated.truth import Clause, Payment, Truth

Read = dict[str, Any]  # what the platform says, in its JSON form


class Count(msgspec.Struct, kw_only=True):
    """Hits, answers that are wrong, and truths that were not found."""

    hit: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, other: "Count") -> None:
        self.hit += other.hit
        self.wrong += other.wrong
        self.missed += other.missed

    @property
    def f1(self) -> float:
        asked = 2 * self.hit + self.wrong + self.missed
        return 2 * self.hit / asked if asked else 1.0

    @property
    def recall(self) -> float:
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + self.wrong) if self.hit + self.wrong else 1.0


class Failure(msgspec.Struct, kw_only=True):
    """One wrong or missed answer, for a person to read."""

    doc: str
    style: str
    fact: str
    known: str
    read: str


class Score(msgspec.Struct, kw_only=True):
    """One document."""

    doc: str
    format: str
    facts: dict[str, Count]
    rules: dict[str, Count]
    near: dict[str, tuple[int, int]]  # rule -> near misses told, near misses that fired
    others: list[tuple[str, str]]  # findings of rules that are never planted: rule, quote
    failures: list[Failure]


def score(truth: Truth, read: Read) -> Score:
    """Compare what was read with what is known."""
    return _Scoring(truth, read).result


class _Scoring:
    def __init__(self, truth: Truth, read: Read) -> None:
        self.truth = truth
        self.read = read
        self.result = Score(doc=truth.doc, format=truth.format, facts={}, rules={}, near={}, others=[], failures=[])
        self._single_facts()
        self._parties()
        self._clauses()
        self._payments()
        self._risks()

    def count(self, fact: str, known: object, read: object, *, right: bool | None = None) -> None:
        """One answer to a question with one answer; None is no answer."""
        right = known == read if right is None else right
        answer = Count()
        if right and known is not None:
            answer.hit = 1
        elif not right:
            answer.wrong, answer.missed = int(read is not None), int(known is not None)
            self.fail(fact, known, read)
        self.result.facts.setdefault(fact, Count()).add(answer)

    def fail(self, fact: str, known: object, read: object) -> None:
        failure = Failure(doc=self.truth.doc, style=self.truth.style, fact=fact, known=str(known), read=str(read))
        self.result.failures.append(failure)

    def _single_facts(self) -> None:
        truth, read = self.truth, self.read
        self.count("title", plain(truth.title) or None, plain(read["title"]) or None)
        self.count("contract number", plain(truth.contract_number) or None, plain(read["contract_number"]) or None)
        for name in ("signed", "start", "end") if truth.dates.end_judged else ("signed",):
            self.count(f"date {name}", getattr(truth.dates, name), read["dates"][name])
        if truth.amount.judged:
            value = read["amount"]["value_yuan"] if read["amount"] else None
            accepted = truth.amount.yuan
            same = any(value is not None and abs(value - one) < 0.005 for one in accepted) or (
                not accepted and value is None
            )
            self.count("amount", accepted or None, value, right=same)
        term = plain(read["term_text"])
        held = any(plain(core) in term for core in truth.term) if truth.term else not term
        self.count("term", truth.term or None, read["term_text"], right=held)
        self.count("dispute method", truth.dispute.method, read["dispute"]["method"])
        if truth.dispute.judged:
            self.count("dispute body", court(truth.dispute.body) or None, court(read["dispute"]["body"]) or None)
        low, high = truth.blanks
        self.count("blanks", truth.blanks, read["blanks_count"], right=low <= read["blanks_count"] <= high)

    def _set(self, fact: str, known: Iterable[object], read: Iterable[object]) -> None:
        wanted, given = set(known), set(read)
        answer = Count(hit=len(wanted & given), wrong=len(given - wanted), missed=len(wanted - given))
        if wanted != given:
            self.fail(fact, sorted(map(str, wanted - given)), sorted(map(str, given - wanted)))
        self.result.facts.setdefault(fact, Count()).add(answer)

    def _parties(self) -> None:
        known = {plain(party.name): party for party in self.truth.parties}
        read = {plain(party["name"]): party for party in self.read["parties"] if party["name"]}
        self._set("party names", known, read)
        right = {
            name
            for name, party in read.items()
            if name in known and any(role in party["role"] for role in known[name].roles)
        }
        self._set("party roles", known, {name if name in right else f"{name} {read[name]['role']}" for name in read})
        self._set(
            "uscc",
            {(name, party.uscc) for name, party in known.items() if party.uscc},
            {(name, party["uscc"]) for name, party in read.items() if party["uscc"]},
        )

    def _clauses(self) -> None:
        known = self.truth.clauses
        read = [one for one in self.read["clauses"] if not one["part"].startswith("annex")]
        pairs = aligned(known, read)
        needed = {at for at, clause in enumerate(known) if clause.level}
        found = {at for at, _ in pairs}
        optional = len(found - needed)
        answer = Count(hit=len(found & needed), wrong=len(read) - len(pairs), missed=len(needed - found))
        assert optional + answer.hit == len(pairs)
        self.result.facts["clauses"] = answer
        for at in sorted(needed - found):
            self.fail("clauses", f"{known[at].number} {known[at].start}", None)
        for at in sorted(set(range(len(read))) - {at for _, at in pairs}):
            self.fail("clauses", None, f"{read[at]['number']} {read[at]['start_text']}")
        for row, column in pairs:
            clause, one = known[row], read[column]
            if clause.level:
                self._heading(clause, one)
                fits = one["category"] in (clause.category, *clause.alternatives)
                told = f"{clause.category}: {clause.start}"
                self.count("category", told, one["category"], right=fits)

    def _heading(self, clause: Clause, one: Read) -> None:
        """Where an article has no heading, words before a colon may be taken for one."""
        if clause.heading or "：" not in clause.start:
            self.count("headings", plain(clause.heading) or None, plain(one["heading"]) or None)

    def _payments(self) -> None:
        known = [payment for payment in self.truth.payments if not payment.optional]
        left = list(self.read["payments"])
        answer = Count()
        for payment in known:
            fitting = [one for one in left if same_payment(payment, one)]
            one = max(fitting, key=lambda one: shares(payment.text, one["text"]), default=None)
            if one is None:
                answer.missed += 1
                self.fail("payments", f"{payment.percent} {payment.amount} {payment.text}", None)
                continue
            left.remove(one)
            answer.hit += 1
            self._details(payment, one)
        for one in left:
            if not self._free(one):
                answer.wrong += 1
                self.fail("payments", None, f"{one['percent']} {one['amount']} {one['text']}")
        self.result.facts["payments"] = answer

    def _details(self, payment: Payment, one: Read) -> None:
        for fact, known in (("payment due", payment.due), ("payment trigger", [payment.trigger or ""])):
            read = one[fact.removeprefix("payment ")]
            right = any(plain(words) in plain(read) for words in known) if any(known) else not read
            self.count(fact, f"{known} <- {payment.text}" if any(known) else None, read, right=right)

    def _free(self, one: Read) -> bool:
        """Whether it is a matter of taste that a sentence is a payment: bonds, penalties, planted sentences."""
        if any(word in one["text"] for word in ("保证金", "保函", "押金", "违约金", "定金", "利息", "人工费")):
            return True
        return any(payment.optional and shares(payment.text, one["text"]) for payment in self.truth.payments)

    def _risks(self) -> None:
        found: dict[str, list[str]] = {}
        for finding in self.read["findings"]:
            found.setdefault(finding["rule"], []).append(finding["quote"] or "")
        planted = {risk.rule: risk.evidence for risk in self.truth.risks}
        for rule, evidence in planted.items():
            strict = rule in bank.risks()
            quotes = found.get(rule, [])
            hit = any(not strict or not evidence or shares(evidence, quote) for quote in quotes)
            self.result.rules[rule] = Count(hit=int(hit), wrong=int(bool(quotes) and not hit), missed=int(not hit))
            if not hit:
                self.fail(f"rule {rule}", evidence or "(absent)", quotes or None)
        for rule, quotes in found.items():
            if rule not in plantable():
                self.result.others += [(rule, quote) for quote in quotes]
            elif rule not in planted and rule not in self.truth.tolerated:
                self.result.rules[rule] = Count(wrong=1)
                self.fail(f"rule {rule}", None, quotes[0])
        self._near(found)

    def _near(self, found: dict[str, list[str]]) -> None:
        for near in self.truth.near_misses:
            fired = any(shares(near.evidence, quote) for quote in found.get(near.rule, []))
            told, before = self.result.near.get(near.rule, (0, 0))
            self.result.near[near.rule] = (told + 1, before + fired)
            if fired:
                self.fail(f"near {near.rule}", None, near.evidence)
