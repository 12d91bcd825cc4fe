"""The one catalogue of what people read for a code: Chinese and English, each saying what to do next.

``{name}`` in a text is filled from the parameters that come with the code; identifiers in them are worded first.
"""

import re
from collections.abc import Mapping
from typing import Final

from contract_platform.analysis.reasons import REASONS
from contract_platform.domain.labels import LABELS, Words
from contract_platform.web.catalogue_forms import FORMS
from contract_platform.web.catalogue_past import PAST
from contract_platform.web.catalogue_people import PEOPLE
from contract_platform.web.catalogue_performance import PERFORMANCE
from contract_platform.web.catalogue_policy import POLICY
from contract_platform.web.catalogue_records import RECORDS
from contract_platform.web.catalogue_refusals import REFUSALS
from contract_platform.web.catalogue_requests import REQUESTS
from contract_platform.web.catalogue_rules import RULE_TEXTS
from contract_platform.web.catalogue_sign_in import SIGN_IN
from contract_platform.web.catalogue_signing import SIGNING
from contract_platform.web.catalogue_submission import SUBMISSION
from contract_platform.web.catalogue_work import WORK
from contract_platform.web.language import Language

CATALOGUE: Final[Mapping[str, Words]] = {
    **REASONS,
    **RECORDS,
    **PAST,
    **PEOPLE,
    **PERFORMANCE,
    **REFUSALS,
    **REQUESTS,
    **SIGN_IN,
    **FORMS,
    **POLICY,
    **RULE_TEXTS,
    **REFUSALS,
    **REQUESTS,
    **SIGN_IN,
    **SUBMISSION,
    **SIGNING,
    **WORK,
}

WORDED: Final = {
    "action": ("Action",),
    "kind": ("DocumentKind",),
    "roles": ("Role",),
    "held": ("Role",),
    "seals": ("SealKind",),
    "differences": ("DifferenceKind",),
    "change": ("ChangeKind",),
    "form": ("FormKind",),
    "parts": ("UnsetPart",),
    "state": ("State", "AnalysisState", "FilingState", "ObligationState", "AlertState"),
}
"""Parameters that hold identifiers, and the kinds whose labels word them."""

UNKNOWN: Final[Words] = (
    "办理未成功（{code}），请刷新页面后重试；仍不成功请联系系统管理员",
    "This did not succeed ({code}); reload the page and try again, then ask the administrator",
)


def say(code: str, language: Language, params: Mapping[str, object]) -> str:
    """The text of a code with its parameters filled in."""
    text = pick(CATALOGUE.get(code, UNKNOWN), language)
    values = {"code": code, **params}
    return re.sub(r"\{(\w+)\}", lambda match: worded(match[1], values.get(match[1]), language), text)


def worded(name: str, value: object, language: Language) -> str:
    """A parameter as people read it; lists are joined, what is missing is a dash."""
    if value is None or value == "":
        return "—"
    if isinstance(value, list | tuple | set | frozenset):
        return ("、" if language == "zh" else ", ").join(worded(name, item, language) for item in value)
    if name == "cause":
        return say(str(value), language, {})
    labels = (LABELS[kind].get(str(value)) for kind in WORDED.get(name, ()))
    found = next((label for label in labels if label), None)
    return pick(found, language) if found else str(value)


def pick(words: Words, language: Language) -> str:
    """One of the two."""
    return words[1] if language == "en" else words[0]
