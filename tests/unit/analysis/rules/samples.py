"""Turns a rule's sample into a contract of a few lines and analyses it as any other.

A sample may begin with ［…］: a rule class (［WORKS］), or what is known beyond the text, joined by ；:
［award=98000000；budget=…］ in fen, ［reviewed=…］, ［supplier=…］, ［comments=2］, and tracked changes: ［inserted=…］
marks that text of the sample, ［deleted=…］ stands at its beginning.
"""

import re
from datetime import date

import msgspec

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Analysis, Context, DocumentText, Revision
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
    return analyse(changed(document(sample[match.end() :] if match else sample), settings), context)


def changed(plain: DocumentText, settings: dict[str, str]) -> DocumentText:
    """The document with the tracked changes and comments of the settings."""
    revisions = []
    for kind in ("inserted", "deleted"):
        if kind in settings:
            start = plain.text.index(settings[kind]) if kind == "inserted" else 0
            end = start + len(settings[kind]) if kind == "inserted" else 0
            revisions.append(Revision(kind=kind, start=start, end=end, text=settings[kind]))
    comments = int(settings.get("comments", "0"))
    return msgspec.structs.replace(plain, revisions=tuple(revisions), comment_count=comments)
