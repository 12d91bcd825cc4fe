"""Facts of two texts side by side: what a person who compares them should look at. Hints, never verdicts."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.model import DateFact, Facts, PartyFact, Record


class FactKind(StrEnum):
    """What a hint concerns."""

    AMOUNT = "AMOUNT"
    PARTY = "PARTY"
    TERM = "TERM"
    DATE = "DATE"


class FactHint(Record, frozen=True, kw_only=True):
    """A fact that reads differently in the two texts; "" where one of them does not say."""

    kind: FactKind
    place: str
    reviewed: str
    signed: str


def compare_facts(reviewed: Facts, signed: Facts) -> tuple[FactHint, ...]:
    """What was read in both and differs. A date that was blank before and is filled in now is as it should be."""
    return (*amounts(reviewed, signed), *parties(reviewed, signed), *days(reviewed, signed))


def amounts(reviewed: Facts, signed: Facts) -> Iterator[FactHint]:
    """The contract's amount in fen."""
    before = reviewed.amount.value_fen if reviewed.amount else None
    after = signed.amount.value_fen if signed.amount else None
    if before is not None and after is not None and before != after:
        yield FactHint(kind=FactKind.AMOUNT, place="", reviewed=yuan(before), signed=yuan(after))


def parties(reviewed: Facts, signed: Facts) -> Iterator[FactHint]:
    """Names and codes by the party's role; a role that only one text names is told too."""
    before, after = by_role(reviewed), by_role(signed)
    for role in dict.fromkeys((*before, *after)):
        was, now = before.get(role), after.get(role)
        names = tuple(one.name or "" if one else "" for one in (was, now))
        if plain(names[0]) != plain(names[1]):
            yield FactHint(kind=FactKind.PARTY, place=role, reviewed=names[0], signed=names[1])
        elif was and now and was.uscc and now.uscc and was.uscc != now.uscc:
            yield FactHint(kind=FactKind.PARTY, place=role, reviewed=was.uscc, signed=now.uscc)


def by_role(facts: Facts) -> dict[str, PartyFact]:
    """Parties whose name was read."""
    return {party.role: party for party in facts.parties if party.name}


def days(reviewed: Facts, signed: Facts) -> Iterator[FactHint]:
    """The term's ends and the day of signing, where the reviewed text already named one."""
    pairs = (
        (FactKind.TERM, "start", reviewed.start, signed.start),
        (FactKind.TERM, "end", reviewed.end, signed.end),
        (FactKind.DATE, "signed", reviewed.signed, signed.signed),
    )
    for kind, place, was, now in pairs:
        before, after = day(was), day(now)
        if before and after and before != after:
            yield FactHint(kind=kind, place=place, reviewed=before.isoformat(), signed=after.isoformat())


def day(fact: DateFact | None) -> date | None:
    """A day that was read as such."""
    return fact.value if fact and fact.precision == "day" else None


def plain(name: str) -> str:
    """A name without what print and scan change: spaces and the width of signs."""
    return squeeze(name).casefold()


def yuan(fen: int) -> str:
    """An amount as contracts print it."""
    return f"{fen // 100:,}.{fen % 100:02}"
