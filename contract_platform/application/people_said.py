"""The facts that hold for a contract: what people said of them where they did, else what the machine reads."""

import msgspec

from contract_platform.analysis.fact_entries import with_categories, with_people
from contract_platform.analysis.model import Analysis
from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.document import FactVerdict

APPROVED, REJECTED, CORRECTED = "approved", "rejected", "corrected"


def people_said(uow: UnitOfWork, contract_id: str) -> dict[str, str | None]:
    """The value each person's verdict gives, by fact; None where it says that there is none."""
    return {verdict.fact: value_of(verdict) for verdict in uow.fact_verdicts.find(contract_id=contract_id)}


def value_of(verdict: FactVerdict) -> str | None:
    """An approved value holds too, even where the machine reads differently later; "" approves that there is none."""
    if verdict.verdict == REJECTED:
        return None
    return (verdict.value if verdict.verdict == CORRECTED else verdict.machine) or None


def held(uow: UnitOfWork, contract_id: str, analysis: Analysis) -> Analysis:
    """The analysis with the facts and categories that hold, for whoever works on with them."""
    said = people_said(uow, contract_id)
    if not said:
        return analysis
    facts, clauses = with_people(analysis.facts, said), with_categories(analysis.clauses, said)
    return msgspec.structs.replace(analysis, facts=facts, clauses=clauses)
