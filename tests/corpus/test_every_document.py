"""Every document of the corpus is read and analysed, or refused with the reason that fits."""

from datetime import date
from pathlib import Path

import pytest

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Analysis, Context
from contract_platform.analysis.reasons import REASONS
from contract_platform.analysis.rules import RULES
from contract_platform.documents.registry import read
from contract_platform.documents.scan.records import PagesWanted
from tests.corpus.predict import CORPUS

pytestmark = pytest.mark.corpus

FILES = sorted(CORPUS.glob("dev/*/*.*")) if CORPUS.is_dir() else []
DOCUMENTS = [path for path in FILES if path.suffix in {".docx", ".doc", ".pdf", ".txt"}]
PICTURES = {"bid19", "tender_zc", "lease_cshys_scan", "sw_algolc2_scan", "sw_dexdeer_scan"}
"""No text layer, or none of use: recognised, which is measured in test_scans.py."""


def test_the_corpus_is_whole(corpus):
    assert len(list(corpus.glob("dev/*/*.*"))) >= 47


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_document(path: Path):
    if path.stem in PICTURES:
        with pytest.raises(PagesWanted) as wanted:
            read(path)
        assert wanted.value.pages == tuple(range(1, wanted.value.total + 1))
    else:
        check(analyse(read(path), Context(today=date(2026, 11, 24))))


def check(result: Analysis) -> None:
    """What holds for any analysis: text made of blocks, exact quotes, nested and ordered clauses."""
    document = result.document
    text = document.text
    assert text.strip()
    assert text == "\n".join(block.text for block in document.blocks)
    assert all(text[block.start : block.end] == block.text for block in document.blocks)
    assert len({block.id for block in document.blocks}) == len(document.blocks)
    by_id = {clause.id: clause for clause in result.clauses}
    assert [clause.start for clause in result.clauses] == sorted(clause.start for clause in result.clauses)
    for clause in result.clauses:
        assert 0 <= clause.start < clause.end <= len(text)
        assert clause.category
        if clause.parent:
            parent = by_id[clause.parent]
            assert parent.start <= clause.start < clause.end <= parent.end
    facts = result.facts
    evidence = [facts.title, facts.contract_number, facts.amount, facts.signed, facts.start, facts.end, facts.dispute]
    quotes = [fact.evidence for fact in (*evidence, *facts.parties, *facts.payments) if fact and fact.evidence]
    for quote in (*quotes, *facts.blanks):
        assert text[quote.start : quote.end] == quote.quote
    for finding in result.findings:
        if finding.start is not None:
            assert text[finding.start : finding.end] == finding.quote
    assert list(result.coverage) == [rule.id for rule in RULES]
    assert {entry.reason for entry in result.coverage.values()} <= {"", *REASONS} - {"rule_failed"}
