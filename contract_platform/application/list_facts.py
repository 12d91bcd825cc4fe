"""Every fact read from a contract's text, beside what a person said of it and what the register holds."""

from collections.abc import Iterator
from datetime import datetime

from contract_platform.analysis.fact_entries import EntryKind, FactEntry, entries
from contract_platform.analysis.model import Analysis
from contract_platform.application.load import refuse_closed, visible_contract
from contract_platform.application.names import Names
from contract_platform.application.note_opening import note_opening
from contract_platform.application.people_said import value_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.application.read_version import analysis_of
from contract_platform.application.shown import shown
from contract_platform.application.views import Source
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import FactVerdict, Version
from contract_platform.domain.errors import Refused
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import AnalysisState, Role

REGISTERED = {"title": "name", "amount": "amount_fen", "start": "term_start", "end": "term_end", "signed": "sign_date"}
"""Facts that the register holds under a name of its own."""


class FactSaid(View, frozen=True, kw_only=True):
    """A person's verdict. ``machine``: what the machine had read then; ``differs``: it reads otherwise now."""

    verdict: str
    value: str
    machine: str
    reason: str
    by: str
    role: Role
    at: datetime
    differs: bool


class FactRow(View, frozen=True, kw_only=True):
    """A fact: the machine's value and where it stands, the person's verdict, the value that holds.

    ``value``, ``used`` and ``registered`` are written as ``analysis.fact_entries.EntryKind`` says, "" for none.
    ``registered`` is null where the register keeps no such fact. ``gone``: its words are not in the text any more.
    """

    key: str
    field: str
    kind: EntryKind
    place: str
    value: str
    used: str
    registered: str | None
    source: Source | None
    said: FactSaid | None
    gone: bool = False


class FactList(View, frozen=True, kw_only=True):
    """The facts of the text that counts. ``state``: how far reading it has come, e.g. again after a correction."""

    version_id: str
    state: AnalysisState
    rows: tuple[FactRow, ...]


def list_facts(platform: Platform, actor: Actor, contract_id: str) -> FactList:
    """The facts; ``Refused`` with the reason while nothing was read: never an empty list."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        version, analysis = read_text(uow, contract)
        view = fact_list(uow, contract, version, analysis)
    note_opening(platform, actor, contract.id)
    return shown(actor, contract, view, text=analysis.document.text)


def read_text(uow: UnitOfWork, contract: Contract) -> tuple[Version, Analysis]:
    """The text that counts with what was read in it."""
    if contract.text_version_id is None:
        raise Refused("analysis_not_ready", state=AnalysisState.NOT_ANALYSED)
    version = uow.versions.get(contract.text_version_id)
    refuse_closed(version)
    analysis = analysis_of(uow, version)
    if analysis is None and version.unreadable is not None:
        raise Refused("version_unreadable", cause=version.unreadable)
    if analysis is None:
        raise Refused("analysis_not_ready", state=version.analysis_state)
    return version, analysis


def listed(analysis: Analysis) -> tuple[FactEntry, ...]:
    """The machine's own list."""
    return entries(analysis.facts, analysis.clauses, analysis.document.text)


def fact_list(uow: UnitOfWork, contract: Contract, version: Version, analysis: Analysis) -> FactList:
    """The list of one analysis, with everything people said of this contract's facts."""
    said, names = {one.fact: one for one in uow.fact_verdicts.find(contract_id=contract.id)}, Names(uow)
    read = listed(analysis)
    rows = [row(contract, entry, said.get(entry.key), names) for entry in read]
    rows += gone(said.keys() - {entry.key for entry in read}, said, names)
    return FactList(version_id=version.id, state=version.analysis_state, rows=tuple(rows))


def row(contract: Contract, entry: FactEntry, verdict: FactVerdict | None, names: Names) -> FactRow:
    """One fact of the text."""
    found = entry.evidence
    return FactRow(
        key=entry.key,
        field=entry.field,
        kind=entry.kind,
        place=entry.place,
        value=entry.value,
        used=entry.value if verdict is None else value_of(verdict) or "",
        registered=registered(contract, entry),
        source=Source(quote=found.quote, start=found.start, end=found.end, confidence=found.confidence)
        if found
        else None,
        said=None if verdict is None else said_view(verdict, entry.value, names),
    )


def gone(keys: set[str], said: dict[str, FactVerdict], names: Names) -> Iterator[FactRow]:
    """What people said of words that are no longer in the text: kept and shown, used for nothing."""
    for key in sorted(keys):
        verdict = said[key]
        yield FactRow(
            key=key,
            field=key.partition(".")[0],
            kind=EntryKind.TEXT,
            place="",
            value="",
            used="",
            registered=None,
            source=None,
            said=said_view(verdict, "", names),
            gone=True,
        )


def said_view(verdict: FactVerdict, machine: str, names: Names) -> FactSaid:
    """A verdict with the person's name."""
    return FactSaid(
        verdict=verdict.verdict,
        value=verdict.value,
        machine=verdict.machine,
        reason=verdict.reason,
        by=names.of(verdict.by),
        role=verdict.role,
        at=verdict.at,
        differs=verdict.machine != machine,
    )


def registered(contract: Contract, entry: FactEntry) -> str | None:
    """What the register holds of the same fact, once its facts are confirmed."""
    if not contract.facts_confirmed:
        return None
    if entry.field in REGISTERED:
        value = getattr(contract, REGISTERED[entry.field])
        return "" if value is None else str(value)
    if entry.field in {"party_name", "uscc"}:
        party = next((one for one in contract.parties if one.role == entry.place), None)
        return None if party is None else (party.name if entry.field == "party_name" else party.uscc or "")
    return None
