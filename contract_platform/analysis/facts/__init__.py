"""The facts the contract record needs, each read by a module of its own."""

from contract_platform.analysis.facts.amount import amount
from contract_platform.analysis.facts.blanks import blanks
from contract_platform.analysis.facts.direction import direction
from contract_platform.analysis.facts.dispute import dispute
from contract_platform.analysis.facts.number import contract_number
from contract_platform.analysis.facts.parties import parties
from contract_platform.analysis.facts.payments import payments
from contract_platform.analysis.facts.periods import signed, term
from contract_platform.analysis.facts.source import Source
from contract_platform.analysis.facts.title import title
from contract_platform.analysis.model import Facts


def read_facts(source: Source, rule_class: str) -> Facts:
    """All facts of one contract."""
    price = amount(source)
    named = parties(source)
    start, end, sentence = term(source)
    return Facts(
        title=title(source),
        contract_number=contract_number(source),
        parties=named,
        amount=price,
        signed=signed(source),
        start=start,
        end=end,
        term=sentence,
        payments=payments(source, price),
        dispute=dispute(source),
        blanks=blanks(source),
        direction=direction(named, rule_class),
    )
