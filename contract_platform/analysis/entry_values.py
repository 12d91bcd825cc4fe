"""Values that people give for facts, checked by kind and written as the machine writes them."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from contract_platform.analysis.categories import HEADINGS
from contract_platform.analysis.fact_entries import EntryKind

LONGEST: Final = 400  # characters of a text value
LARGEST: Final = 10**17  # fen
WHOLE: Final = 100  # percent
CHOICES: Final = {
    EntryKind.METHOD: frozenset({"arbitration", "court", "both", "none"}),
    EntryKind.DIRECTION: frozenset({"payable", "receivable", "none"}),
    EntryKind.CATEGORY: frozenset(category for category, _ in HEADINGS) | {"parties", "recitals", "signature_block"},
}


def checked(kind: EntryKind, given: str) -> str:
    """The value in its written form; ``ValueError`` for what this kind of fact can never be."""
    value = " ".join(given.split())
    if not value or len(value) > LONGEST:
        raise ValueError(value)
    if kind in CHOICES and value not in CHOICES[kind]:
        raise ValueError(value)
    written = {EntryKind.MONEY: _fen, EntryKind.DATE: _day, EntryKind.PERCENT: _percent, EntryKind.CODE: _code}
    return written[kind](value) if kind in written else value


def _fen(value: str) -> str:
    if not re.fullmatch(r"[0-9]{1,18}", value) or int(value) > LARGEST:
        raise ValueError(value)
    return str(int(value))


def _day(value: str) -> str:
    return date.fromisoformat(value).isoformat()


def _percent(value: str) -> str:
    try:
        share = Decimal(value)
    except InvalidOperation as problem:
        raise ValueError(value) from problem
    if not share.is_finite() or not 0 < share <= WHOLE:
        raise ValueError(value)
    return f"{float(share):g}"


def _code(value: str) -> str:
    """The form only: some codes given early on do not satisfy the check digit of GB 32100."""
    code = value.upper().replace(" ", "")
    if not re.fullmatch(r"[0-9A-HJ-NP-RTUW-Y]{18}", code):
        raise ValueError(value)
    return code
