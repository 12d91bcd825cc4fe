"""What can be corrected on a contract, as it stands now, and whether another value could be true."""

from collections.abc import Iterator
from datetime import date

import msgspec

from contract_platform.application.circumstances import current_signing
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.contract import Contract, Party
from contract_platform.domain.correction import DONE, OF_DAYS, OF_FILINGS, CorrectedFact
from contract_platform.domain.errors import Invalid, NotFound
from contract_platform.domain.followups import Filing
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import FilingState

F = CorrectedFact
LONGEST = 200  # characters of a name or number
CODE = 18  # characters of a unified social credit code
LARGEST = 10**17  # fen
OPEN = frozenset({FilingState.DUE, FilingState.CORRECTING})


class Correctable(Record, frozen=True, kw_only=True):
    """A fact that can be corrected, of what, and its value now."""

    fact: CorrectedFact
    subject_id: str
    subject: str
    value: str


def correctables(uow: UnitOfWork, contract: Contract) -> Iterator[Correctable]:
    """Everything that can be corrected on a signed contract, in the order people look for it."""
    values = {
        F.NAME: contract.name,
        F.SIGN_DATE: iso(contract.sign_date),
        F.AMOUNT: "" if contract.amount_fen is None else str(contract.amount_fen),
        F.TERM_START: iso(contract.term_start),
        F.TERM_END: iso(contract.term_end),
    }
    for fact, value in values.items():
        yield Correctable(fact=fact, subject_id="", subject="", value=value)
    for party in contract.parties:
        yield Correctable(fact=F.PARTY_NAME, subject_id=party.name, subject=party.name, value=party.name)
        yield Correctable(fact=F.PARTY_CODE, subject_id=party.name, subject=party.name, value=party.uscc or "")
    for filing in uow.filings.find(contract_id=contract.id):
        yield from of_filing(filing)


def of_filing(filing: Filing) -> Iterator[Correctable]:
    """What can be wrong about a filing: its day and number once it is done, that it was done, that it was asked for."""

    def one(fact: CorrectedFact, value: str) -> Correctable:
        return Correctable(fact=fact, subject_id=filing.id, subject=filing.target, value=value)

    if filing.state in DONE:
        yield one(F.FILING_DATE, iso(filing.done_on))
        if filing.kind == "REGISTERED":  # a number given here is never replaced, only made void
            yield one(F.FILING_NUMBER, filing.number or "")
        yield one(F.FILING_UNDONE, filing.number or iso(filing.done_on))
    elif filing.state in OPEN:
        yield one(F.FILING_NOT_REQUIRED, str(filing.state))


def correctable(uow: UnitOfWork, contract: Contract, fact: CorrectedFact, subject_id: str) -> Correctable:
    """The one asked about; ``Invalid`` where it cannot be corrected now."""
    found = (one for one in correctables(uow, contract) if (one.fact, one.subject_id) == (fact, subject_id))
    one = next(found, None)
    if one is None:
        raise Invalid("fact_not_correctable", fact=fact)
    return one


def current_value(uow: UnitOfWork, contract: Contract, fact: CorrectedFact, subject_id: str) -> str:
    """The value now, "?" where the thing itself is gone: it differs from whatever a request saw."""
    try:
        return correctable(uow, contract, fact, subject_id).value
    except (Invalid, NotFound):
        return "?"


def is_of_bureau(uow: UnitOfWork, fact: CorrectedFact, subject_id: str) -> bool:
    """Whether the bureau has to confirm: it accepted the filing, or it waits for it."""
    return fact in OF_FILINGS and uow.filings.get(subject_id).kind == "RECEIVED"


def corrected(
    uow: UnitOfWork, platform: Platform, contract: Contract, fact: CorrectedFact, subject_id: str, after: str
) -> str:
    """The value as it will be kept; ``Invalid`` for what cannot be true."""
    plain = " ".join(after.split())
    if fact == F.FILING_UNDONE:
        return ""
    if fact == F.FILING_NOT_REQUIRED:
        return str(FilingState.NOT_REQUIRED)
    if fact in OF_DAYS:
        return checked_day(uow, platform, contract, fact, plain)
    if fact == F.AMOUNT:
        if not plain.isdigit() or int(plain) >= LARGEST:
            raise Invalid("correction_amount_wrong", value=plain[:30])
        return str(int(plain))
    if fact == F.PARTY_CODE:
        if plain and (len(plain) != CODE or not plain.isalnum()):
            raise Invalid("correction_code_wrong", value=plain[:30])
        return plain.upper()
    if not plain or len(plain) > LONGEST:
        raise Invalid("correction_text_wrong", longest=LONGEST)
    if fact == F.PARTY_NAME and any(party.name == plain != subject_id for party in contract.parties):
        raise Invalid("correction_party_twice", name=plain)
    return plain


def checked_day(uow: UnitOfWork, platform: Platform, contract: Contract, fact: CorrectedFact, text: str) -> str:
    """A day in ISO form that can be true beside the other days of the contract."""
    if not text and fact in {F.TERM_START, F.TERM_END}:
        return ""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise Invalid("correction_day_wrong", value=text[:30]) from error
    first, last = earliest(uow, contract, fact), latest(platform, contract, fact)
    if (first is not None and day < first) or (last is not None and day > last):
        raise Invalid("correction_day_impossible", day=day, **{"from": iso(first), "to": iso(last)})
    return day.isoformat()


def earliest(uow: UnitOfWork, contract: Contract, fact: CorrectedFact) -> date | None:
    """Before which a day cannot lie: the signing date is the last signature's, other signatures stay."""
    if fact == F.SIGN_DATE:
        signing = current_signing(uow, contract)
        signed = (one.signed_on for one in signing.signatures) if signing else iter(())
        return max((day for day in signed if day != contract.sign_date), default=None)
    return {F.FILING_DATE: contract.sign_date, F.TERM_END: contract.term_start}.get(fact)


def latest(platform: Platform, contract: Contract, fact: CorrectedFact) -> date | None:
    """After which a day cannot lie: what is in the past is not later than today."""
    today = platform.clock.today()
    return {F.SIGN_DATE: today, F.FILING_DATE: today, F.TERM_START: contract.term_end}.get(fact)


def with_party(contract: Contract, name: str, changed: dict[str, str | None]) -> tuple[Party, ...]:
    """The parties with one of them changed."""
    return tuple(
        msgspec.structs.replace(party, **changed) if party.name == name else party for party in contract.parties
    )


def iso(day: date | None) -> str:
    """A day as text, "" for none."""
    return "" if day is None else day.isoformat()
