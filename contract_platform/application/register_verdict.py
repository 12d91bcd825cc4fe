"""The register's fields of a contract after a person's word on the fact they hold."""

from datetime import date

import msgspec

from contract_platform.analysis.fact_entries import FactEntry
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Invalid

replace = msgspec.structs.replace
DAYS = {"start": "term_start", "end": "term_end"}
PARTY = {"party_name": "name", "uscc": "uscc"}


def register_verdict(contract: Contract, entry: FactEntry, value: str | None) -> Contract:
    """The contract with the value; what the register does not hold, or may not be without, stays. Pure."""
    if entry.field == "amount" and value is not None:
        return replace(contract, amount_fen=int(value))
    if entry.field == "title" and value is not None:
        return replace(contract, name=value)
    if entry.field in DAYS:
        return in_order(replace(contract, **{DAYS[entry.field]: date.fromisoformat(value) if value else None}))
    if entry.field in PARTY and (value is not None or entry.field == "uscc"):
        parties = (
            replace(party, **{PARTY[entry.field]: value}) if party.role == entry.place else party
            for party in contract.parties
        )
        return replace(contract, parties=tuple(parties))
    return contract


def in_order(contract: Contract) -> Contract:
    """``Invalid`` where the term would end before it begins."""
    start, end = contract.term_start, contract.term_end
    if start and end and end < start:
        raise Invalid("term_reversed", start=start.isoformat(), end=end.isoformat())
    return contract
