"""From a document's text to the whole result: clauses, facts, findings and coverage."""

from typing import Final

from contract_platform.analysis.classify import classify
from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.fact_entries import with_categories, with_people
from contract_platform.analysis.facts import read_facts
from contract_platform.analysis.facts.source import Source
from contract_platform.analysis.facts.title import title
from contract_platform.analysis.kinds import contract_class, kind_of
from contract_platform.analysis.model import Analysis, Context, DocumentText
from contract_platform.analysis.rules import run
from contract_platform.analysis.structure import structure

ENGINE_VERSION: Final = "2026.11.2"
NAMED = 80  # characters of the first line that may say what an untitled contract is


def analyse(document: DocumentText, context: Context) -> Analysis:
    """Pure: the same document and context give the same result."""
    found = structure(document)
    clauses = classify(found.clauses, document.text)
    held = with_categories(clauses, context.said)
    source = Source(document, found, held)
    name = title(source)
    first_line = source.compact.text.lstrip("\n")[:NAMED].split("\n")[0]
    kind = kind_of(squeeze(name.value) if name else first_line, source.compact.text)
    rule_class = context.rule_class or kind.rule_class
    facts = read_facts(source, rule_class)
    used = with_people(facts, context.said)
    findings, coverage = run(document, held, used, rule_class, context, (source.start, source.end))
    same = rule_class == kind.rule_class
    return Analysis(
        engine_version=ENGINE_VERSION,
        document=document,
        category=kind.category,
        rule_class=rule_class,
        contract_class=kind.contract_class if same else contract_class(rule_class),
        clauses=clauses,
        facts=facts,
        findings=findings,
        coverage=coverage,
    )
