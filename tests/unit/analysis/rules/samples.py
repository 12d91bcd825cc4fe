"""Turns a rule's sample sentence into a contract of one clause.

A sample may begin with ［…］: a rule class (［WORKS］), or what is known beyond the text, joined by ；
(［award=98000000；budget=…］ in fen, ［signed=2024-05-01］, ［reviewed=…］, ［supplier=…］).
"""

import hashlib
import re
from datetime import date

from contract_platform.analysis.model import (
    Block,
    Clause,
    Context,
    Coverage,
    DateFact,
    DocumentText,
    Facts,
    Finding,
)
from contract_platform.analysis.rules import run

TODAY = date(2026, 11, 23)
_PREFIX = re.compile(r"［([^］]*)］")


def document_of(text: str) -> DocumentText:
    """A document with one paragraph per line."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n")):
        digest = hashlib.sha256(line.encode()).hexdigest()[:12]
        blocks.append(Block(id=f"p-{digest}-{number}", kind="paragraph", text=line, start=start))
        start += len(line) + 1
    return DocumentText(format="txt", text=text, blocks=tuple(blocks))


def settings_of(prefix: str) -> dict[str, str]:
    """The settings of a sample's bracket; a bare word is the rule class."""
    pairs = (item.partition("=") for item in prefix.split("；") if item)
    return {key if eq else "class": value if eq else key for key, eq, value in pairs}


def run_sample(sample: str) -> tuple[tuple[Finding, ...], dict[str, Coverage], DocumentText]:
    """Findings, coverage and the document of one sample sentence."""
    match = _PREFIX.match(sample)
    settings = settings_of(match[1]) if match else {}
    document = document_of(sample[match.end() :] if match else sample)
    text = document.text
    clause = Clause(
        id="c1", number="一", heading="", category="", level=1, start=0, end=len(text), start_text=text[:12]
    )
    signed = DateFact(value=date.fromisoformat(settings["signed"])) if "signed" in settings else None
    context = Context(
        today=TODAY,
        award_amount_fen=int(settings["award"]) if "award" in settings else None,
        award_supplier=settings.get("supplier"),
        budget_fen=int(settings["budget"]) if "budget" in settings else None,
        reviewed_text=settings.get("reviewed"),
    )
    facts = Facts(signed=signed)
    findings, coverage = run(document, (clause,), facts, settings.get("class", "OTHER"), context)
    return findings, coverage, document
