"""Turns a rule's sample into a contract of a few lines and analyses it as any other.

A sample may begin with ［…］: a rule class (［WORKS］), or what is known beyond the text, joined by ；
(［award=98000000；budget=…］ in fen, ［reviewed=…］, ［supplier=…］).
"""

import re
from datetime import date

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Analysis, Context
from tests.unit.analysis.sample import document

TODAY = date(2026, 11, 23)
_PREFIX = re.compile(r"［([^］]*)］")


def settings_of(prefix: str) -> dict[str, str]:
    """The settings of a sample's bracket; a bare word is the rule class."""
    pairs = (item.partition("=") for item in prefix.split("；") if item)
    return {key if eq else "class": value if eq else key for key, eq, value in pairs}


def run_sample(sample: str) -> Analysis:
    """The analysis of one sample."""
    match = _PREFIX.match(sample)
    settings = settings_of(match[1]) if match else {}
    context = Context(
        today=TODAY,
        rule_class=settings.get("class", "OTHER"),
        award_amount_fen=int(settings["award"]) if "award" in settings else None,
        award_supplier=settings.get("supplier"),
        budget_fen=int(settings["budget"]) if "budget" in settings else None,
        reviewed_text=settings.get("reviewed"),
    )
    return analyse(document(sample[match.end() :] if match else sample), context)
