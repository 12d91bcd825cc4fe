"""Everything the machine read in a contract as a flat list, and the same facts with what people said of them.

A key names a fact for as long as the contract lives: parties by their role, payments and clauses by a digest of their
words. What people said of words that are no longer in the text therefore fits nothing, instead of something else.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.model import (
    AmountFact,
    Clause,
    DateFact,
    DisputeFact,
    Evidence,
    Facts,
    PartyFact,
    PaymentFact,
    Record,
    TextFact,
)
from contract_platform.analysis.uscc import is_valid

DIGEST = 12  # hexadecimal digits that tell payments and clauses apart
Said = Mapping[str, str | None]
"""Values people gave, by key; None where there is no such fact."""


class EntryKind(StrEnum):
    """How a value is written: fen, ISO days, percent and codes as text; the others as the contract has them."""

    TEXT = "text"
    MONEY = "money"
    DATE = "date"
    PERCENT = "percent"
    CODE = "code"
    METHOD = "method"
    DIRECTION = "direction"
    CATEGORY = "category"


class FactEntry(Record, frozen=True, kw_only=True):
    """One fact: ``field`` says what it is, ``place`` of whom or of what; ``value`` is "" where nothing was read."""

    key: str
    field: str
    kind: EntryKind
    value: str
    place: str = ""
    evidence: Evidence | None = None


def entries(facts: Facts, clauses: Iterable[Clause] = (), text: str = "") -> tuple[FactEntry, ...]:
    """The list, in the order people look: contract, parties, days, payments, disputes, then clauses."""
    return (*_single(facts), *_of_parties(facts.parties), *_of_payments(facts.payments), *_of_clauses(clauses, text))


def _single(facts: Facts) -> Iterator[FactEntry]:
    texts = {"title": facts.title, "contract_number": facts.contract_number, "term": facts.term}
    for field, named in texts.items():
        found = named.evidence if named else None
        yield FactEntry(key=field, field=field, kind=EntryKind.TEXT, value=named.value if named else "", evidence=found)
    amount = facts.amount
    value = "" if amount is None or amount.value_fen is None else str(amount.value_fen)
    evidence = amount.evidence if amount else None
    yield FactEntry(key="amount", field="amount", kind=EntryKind.MONEY, value=value, evidence=evidence)
    for field, day in {"signed": facts.signed, "start": facts.start, "end": facts.end}.items():
        written = day.value.isoformat() if day and day.value and day.precision == "day" else ""
        found = day.evidence if day else None
        yield FactEntry(key=field, field=field, kind=EntryKind.DATE, value=written, evidence=found)
    dispute, found = facts.dispute, facts.dispute.evidence if facts.dispute else None
    method, body = (dispute.method, dispute.body or "") if dispute else ("", "")
    yield FactEntry(key="dispute_method", field="dispute_method", kind=EntryKind.METHOD, value=method, evidence=found)
    yield FactEntry(key="dispute_body", field="dispute_body", kind=EntryKind.TEXT, value=body, evidence=found)
    yield FactEntry(key="direction", field="direction", kind=EntryKind.DIRECTION, value=facts.direction or "")


def _of_parties(parties: Iterable[PartyFact]) -> Iterator[FactEntry]:
    for place, party in _numbered(parties):
        for field, kind, value in (
            ("party_name", EntryKind.TEXT, party.name),
            ("uscc", EntryKind.CODE, party.uscc),
            ("address", EntryKind.TEXT, party.address),
            ("legal_representative", EntryKind.TEXT, party.legal_representative),
        ):
            yield FactEntry(
                key=f"{field}.{place}",
                field=field,
                kind=kind,
                value=value or "",
                place=place,
                evidence=party.evidence,
            )


def _numbered(parties: Iterable[PartyFact]) -> Iterator[tuple[str, PartyFact]]:
    """Parties with their roles, told apart by a number where a role is there twice."""
    seen: dict[str, int] = {}
    for party in parties:
        seen[party.role] = seen.get(party.role, 0) + 1
        yield party.role if seen[party.role] == 1 else f"{party.role} {seen[party.role]}", party


def _of_payments(payments: Iterable[PaymentFact]) -> Iterator[FactEntry]:
    for key, payment in _keyed_payments(payments):
        percent = "" if payment.percent is None else f"{payment.percent:g}"
        amount = "" if payment.amount_fen is None else str(payment.amount_fen)
        for field, kind, value in (
            ("payment_percent", EntryKind.PERCENT, percent),
            ("payment_amount", EntryKind.MONEY, amount),
            ("payment_trigger", EntryKind.TEXT, payment.trigger or ""),
            ("payment_due", EntryKind.TEXT, payment.due or ""),
            ("payment_due_date", EntryKind.DATE, payment.due_date.isoformat() if payment.due_date else ""),
        ):
            yield FactEntry(
                key=f"{field}.{key}",
                field=field,
                kind=kind,
                value=value,
                place=" ".join(payment.text.split()),
                evidence=payment.evidence,
            )


def _keyed_payments(payments: Iterable[PaymentFact]) -> Iterator[tuple[str, PaymentFact]]:
    seen: dict[str, int] = {}
    for payment in payments:
        name = _digest(payment.text)
        seen[name] = seen.get(name, 0) + 1
        yield f"{name}.{seen[name]}", payment


def _of_clauses(clauses: Iterable[Clause], text: str) -> Iterator[FactEntry]:
    for key, clause in _keyed_clauses(clauses):
        if clause.level == 1:
            whole = text[clause.start : clause.end]
            quote = whole.strip().split("\n")[0]
            start = clause.start + len(whole) - len(whole.lstrip())
            yield FactEntry(
                key=key,
                field="clause_category",
                kind=EntryKind.CATEGORY,
                value=clause.category,
                place=f"{clause.number} {clause.heading}".strip(),
                evidence=Evidence(quote=quote, start=start, end=start + len(quote)),
            )


def _keyed_clauses(clauses: Iterable[Clause]) -> Iterator[tuple[str, Clause]]:
    seen: dict[str, int] = {}
    for clause in clauses:
        name = _digest(f"{clause.part}|{clause.level}|{clause.heading or clause.start_text}")
        seen[name] = seen.get(name, 0) + 1
        yield f"clause_category.{name}.{seen[name]}", clause


def _digest(words: str) -> str:
    return hashlib.sha256(squeeze(words).encode()).hexdigest()[:DIGEST]


def with_people(facts: Facts, said: Said) -> Facts:
    """The facts that hold: what people said where they said something, else what was read. Pure."""
    if not said:
        return facts
    return msgspec.structs.replace(
        facts,
        title=_text(facts.title, "title", said),
        contract_number=_text(facts.contract_number, "contract_number", said),
        term=_text(facts.term, "term", said),
        amount=_amount(facts.amount, said),
        signed=_day(facts.signed, "signed", said),
        start=_day(facts.start, "start", said),
        end=_day(facts.end, "end", said),
        dispute=_dispute(facts.dispute, said),
        direction=said.get("direction", facts.direction),
        parties=tuple(_party(place, party, said) for place, party in _numbered(facts.parties)),
        payments=tuple(_payment(key, payment, said) for key, payment in _keyed_payments(facts.payments)),
    )


def with_categories(clauses: Iterable[Clause], said: Said) -> tuple[Clause, ...]:
    """The clauses with the categories people gave."""
    return tuple(
        msgspec.structs.replace(clause, category=given, categories=(given,)) if (given := said.get(key)) else clause
        for key, clause in _keyed_clauses(clauses)
    )


def _text(fact: TextFact | None, key: str, said: Said) -> TextFact | None:
    if key not in said:
        return fact
    value = said[key]
    return None if value is None else TextFact(value=value, evidence=fact.evidence if fact else None)


def _day(fact: DateFact | None, key: str, said: Said) -> DateFact | None:
    if key not in said:
        return fact
    value = said[key]
    return None if value is None else DateFact(value=_date(value), evidence=fact.evidence if fact else None)


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _amount(fact: AmountFact | None, said: Said) -> AmountFact | None:
    """What figures and words say stays: that they differ is a risk of the text, whoever is right."""
    if "amount" not in said:
        return fact
    value = said["amount"]
    return None if value is None else msgspec.structs.replace(fact or AmountFact(value_fen=None), value_fen=int(value))


def _dispute(fact: DisputeFact | None, said: Said) -> DisputeFact | None:
    if not said.keys() & {"dispute_method", "dispute_body"}:
        return fact
    known = fact or DisputeFact(method="none")
    method = said.get("dispute_method", known.method) or "none"
    return msgspec.structs.replace(known, method=method, body=said.get("dispute_body", known.body))


def _party(place: str, party: PartyFact, said: Said) -> PartyFact:
    name = said.get(f"party_name.{place}", party.name)
    uscc = said.get(f"uscc.{place}", party.uscc)
    return msgspec.structs.replace(
        party,
        name=name,
        uscc=uscc,
        uscc_valid=party.uscc_valid if uscc == party.uscc else (is_valid(uscc) if uscc else None),
        address=said.get(f"address.{place}", party.address),
        legal_representative=said.get(f"legal_representative.{place}", party.legal_representative),
    )


def _payment(key: str, payment: PaymentFact, said: Said) -> PaymentFact:
    percent, amount, day = (said.get(f"payment_{field}.{key}", "") for field in ("percent", "amount", "due_date"))
    return msgspec.structs.replace(
        payment,
        by_person=percent != "",
        percent=payment.percent if percent == "" else None if percent is None else float(percent),
        amount_fen=payment.amount_fen if amount == "" else None if amount is None else int(amount),
        due_date=payment.due_date if day == "" else _date(day),
        trigger=said.get(f"payment_trigger.{key}", payment.trigger),
        due=said.get(f"payment_due.{key}", payment.due),
    )
