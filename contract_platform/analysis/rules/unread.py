"""What a rule may claim about a document some pages of which could not be read: never that nothing is there."""

from collections.abc import Sequence
from typing import Final

import msgspec

from contract_platform.analysis.model import UnreadPage, Verdict
from contract_platform.analysis.rules.rule import Outcome, unchecked

NOT_FROM_TEXT: Final = frozenset({"class_not_covered", "law_not_in_force"})
"""Reasons why a rule does not apply that do not rest on words being absent."""


def reserved(outcome: Outcome, unread: Sequence[UnreadPage]) -> Outcome:
    """What was found in the text stands; what was not found may be on the pages nobody has read."""
    if not unread or outcome.verdict is Verdict.COULD_NOT_BE_CHECKED or outcome.reason in NOT_FROM_TEXT:
        return outcome
    seen = tuple(hit for hit in outcome.hits if hit.start is not None)
    if seen:
        return msgspec.structs.replace(outcome, hits=seen)
    return unchecked("pages_not_read", pages="、".join(str(page.page) for page in unread))
