"""Facts read from the newest draft, each with its source, for a person to confirm."""

import re
from typing import Any

import msgspec

from contract_platform.analysis.model import Analysis, Evidence, Facts, PartyFact
from contract_platform.application.load import visible_contract
from contract_platform.application.people_said import held
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform
from contract_platform.application.read_version import analysis_of
from contract_platform.application.shown import shown
from contract_platform.application.views import ContractFacts, FactSuggestion, Source
from contract_platform.domain.contract import Contract, Party
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import Direction

GOVERNMENT_NAME = re.compile(
    r"(人民政府|局|委员会|办公室|办事处|厅|署|院|大队|支队|中心|管委会|公安|法院|检察|机关|学校|小学|中学|医院)$"
)
COMPANY_NAME = re.compile(r"(公司|厂|店|行|社|事务所|集团|企业|合伙)")
DIRECTIONS = {"payable": Direction.PAYABLE, "receivable": Direction.RECEIVABLE, "none": Direction.NONE}


def side_of(name: str) -> str:
    """``gov`` or ``counter`` by the kind of organisation, never by 甲/乙: the government may be either."""
    plain = re.sub(r"[（(][^（）()]*[）)]\s*$", "", name).strip()
    return "gov" if GOVERNMENT_NAME.search(plain) and not COMPANY_NAME.search(plain) else "counter"


def suggest_facts(platform: Platform, actor: Actor, contract_id: str) -> FactSuggestion:
    """What the draft says, in the shape that is confirmed; the contract's own values where the draft is silent."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        permit(actor, "contract.suggestion", contract)
        version = uow.versions.get(contract.text_version_id) if contract.text_version_id else None
        analysis = analysis_of(uow, version) if version else None
        analysis = held(uow, contract.id, analysis) if analysis else None
    if analysis is None:
        found = FactSuggestion(facts=current_facts(contract), contract_number=None, sources={}, doubts=())
        return shown(actor, contract, found)
    return shown(actor, contract, suggestion(contract, analysis), text=analysis.document.text)


def current_facts(contract: Contract) -> ContractFacts:
    """The confirmable facts as the record holds them."""
    return ContractFacts(**{name: getattr(contract, name) for name in ContractFacts.__struct_fields__})


def suggestion(contract: Contract, analysis: Analysis) -> FactSuggestion:
    """The suggestion for one analysis; pure."""
    facts = analysis.facts
    parties = tuple(_party(party) for party in facts.parties if party.name)
    amount = facts.amount
    suggested = msgspec.structs.replace(
        current_facts(contract),
        name=facts.title.value if facts.title else contract.name,
        **class_facts(contract, analysis),
        amount_fen=amount.value_fen if amount else None,
        amount_kind=amount.kind if amount else contract.amount_kind,
        currency=amount.currency if amount else contract.currency,
        parties=parties or contract.parties,
        term_start=facts.start.value if facts.start else None,
        term_end=facts.end.value if facts.end else None,
    )
    return FactSuggestion(
        facts=suggested,
        contract_number=facts.contract_number.value if facts.contract_number else None,
        sources=_sources(facts),
        doubts=tuple(_doubts(facts)),
    )


def class_facts(contract: Contract, analysis: Analysis) -> dict[str, Any]:
    """Category and direction as the text says; a supplement says little of them and is of its original's kind."""
    if contract.parent_id is not None:
        return {}
    return {
        "category": analysis.contract_class,
        "rule_class": analysis.rule_class,
        "direction": DIRECTIONS.get(analysis.facts.direction or "", contract.direction),
    }


def _party(party: PartyFact) -> Party:
    name = party.name or ""
    return Party(role=party.role, name=name, uscc=party.uscc, side=side_of(name))


def _sources(facts: Facts) -> dict[str, Source]:
    named: dict[str, Evidence | None] = {
        "name": facts.title.evidence if facts.title else None,
        "amount_fen": facts.amount.evidence if facts.amount else None,
        "term_start": facts.start.evidence if facts.start else None,
        "term_end": facts.end.evidence if facts.end else None,
        "contract_number": facts.contract_number.evidence if facts.contract_number else None,
    }
    named.update({f"parties.{n}": party.evidence for n, party in enumerate(p for p in facts.parties if p.name)})
    return {
        field: Source(quote=evidence.quote, start=evidence.start, end=evidence.end, confidence=evidence.confidence)
        for field, evidence in named.items()
        if evidence
    }


def _doubts(facts: Facts) -> list[Reason]:
    doubts = []
    amount = facts.amount
    if amount and None not in (amount.words_fen, amount.figures_fen) and amount.words_fen != amount.figures_fen:
        doubts.append(
            Reason(
                code="amount_words_figures_differ",
                params={"words": amount.words or "", "figures": amount.figures or ""},
            )
        )
    doubts.extend(
        Reason(code="uscc_doubtful", params={"party": party.name or party.role, "uscc": party.uscc or ""})
        for party in facts.parties
        if party.uscc_valid is False
    )
    doubts.extend(
        Reason(code="party_name_missing", params={"role": party.role}) for party in facts.parties if not party.name
    )
    if facts.blanks:
        doubts.append(Reason(code="blanks_left", params={"count": len(facts.blanks)}))
    return doubts
