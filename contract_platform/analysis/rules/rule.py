"""What a rule is made of, and what it may answer."""

import re
from collections.abc import Callable

from contract_platform.analysis.model import LegalBasis, Record, Severity, Verdict
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.passage import Passage


class Hit(Record, frozen=True, kw_only=True):
    """One place where a rule fires: document offsets, values for the message, and what differs from the rule's default.

    ``start`` is None for something that is missing and therefore stands nowhere.
    """

    start: int | None = None
    end: int | None = None
    params: dict[str, str] = {}
    severity: Severity | None = None
    message: str | None = None


class Outcome(Record, frozen=True, kw_only=True):
    """A rule's answer: hits, or the verdict without hits and the reason code for it."""

    hits: tuple[Hit, ...] = ()
    verdict: Verdict = Verdict.CLEAR
    reason: str = ""
    params: dict[str, str] = {}


CLEAR = Outcome()


def found(*hits: Hit) -> Outcome:
    """The rule fired, or it is clear where ``hits`` is empty."""
    return Outcome(hits=hits, verdict=Verdict.FOUND) if hits else CLEAR


def not_applicable(reason: str, **params: str) -> Outcome:
    """The contract has no place for this rule; ``reason`` is a code the screens translate."""
    return Outcome(verdict=Verdict.NOT_APPLICABLE, reason=reason, params=params)


def unchecked(reason: str, **params: str) -> Outcome:
    """The rule would apply, but what it needs is not known; ``reason`` is a code the screens translate."""
    return Outcome(verdict=Verdict.COULD_NOT_BE_CHECKED, reason=reason, params=params)


def hit(
    case: Case,
    passage: Passage,
    match: re.Match[str] | None = None,
    /,
    *,
    severity: Severity | None = None,
    message: str | None = None,
    **params: str,
) -> Hit:
    """The place of a passage, or of a match in it; its words are the parameter ``text`` of the message."""
    begin, stop = match.span() if match else (0, len(passage.text))
    first, last = passage.place(begin), passage.place(stop)
    start, end = case.span(first, last)
    shown = case.text[first:last]
    return Hit(start=start, end=end, severity=severity, message=message, params={"text": shown, **params})


def fires_on(pattern: re.Pattern[str], unless: re.Pattern[str] | None = None) -> Callable[[Case], Outcome]:
    """A check that fires wherever a statement matches ``pattern`` and not ``unless``."""

    def check(case: Case) -> Outcome:
        return found(*(hit(case, statement, match) for statement, match in case.search(pattern, unless)))

    return check


class Rule(Record, frozen=True, kw_only=True):
    """One risk rule: a check and everything a lawyer, a reviewer or an auditor wants to know about it.

    ``categories`` are the rule classes it applies to (empty = every contract); with ``needs_class`` the rule makes no
    sense as long as the class is not known, otherwise it is also asked about contracts of no known class.
    ``parameters`` are defaults a policy profile may override under ``<id>.<name>``. ``message`` is filled from the
    hit's parameters. A sample may begin with ［…］: a rule class (［WORKS］) or facts beyond the text
    (［award=98000000］, fen).
    """

    id: str
    title: str
    severity: Severity
    check: Callable[[Case], Outcome]
    basis: tuple[LegalBasis, ...]
    message: str
    suggestion: str
    positive_sentences: tuple[str, ...]
    negative_sentences: tuple[str, ...]
    categories: tuple[str, ...] = ()
    needs_class: bool = False
    parameters: dict[str, float] = {}
