"""Personal numbers in text: where they stand, how they are masked, and who sees them in clear.

Identity numbers (GB 11643-1999, and the 15 digits before it), bank accounts and cards, telephone numbers. Masking keeps
every length, so offsets stay valid. 个人信息保护法 art. 28, 51: accounts are sensitive, de-identify by role.
"""

import re
from collections.abc import Callable
from typing import Final

from contract_platform.domain.access import Grants, assigned, kept_apart, within
from contract_platform.domain.contract import Contract
from contract_platform.domain.people import Actor
from contract_platform.domain.records import Record
from contract_platform.domain.relations import holds
from contract_platform.domain.vocabulary import Role

SEES_CLEAR: Final[Grants] = (
    within(Role.HANDLER, Role.HANDLER_LEAD, Role.UNIT_LEGAL, Role.SIGNATORY, Role.SEAL_KEEPER, Role.FILING_OFFICER)
    | assigned(Role.BUREAU_REVIEWER)
)  # fmt: skip
"""Who works with the numbers themselves: the unit that handles the contract, its reviewer, and whoever files it."""

KEPT: Final = frozenset({"uscc", "contract_no", "review_no", "filing_no", "number", "sha256"})
"""Fields that hold public numbers, whatever they look like."""
ID_NO, ACCOUNT = "id_no", "bank_account"
STAR: Final = "*"
_WIDE: Final = str.maketrans("０１２３４５６７８９Ｘｘ－—–　\u00a0", "0123456789Xx---  ")
_TECHNICAL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=.*[a-f])[0-9a-f]{32,128}")
_DATE = r"(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_TOKEN = re.compile(r"[0-9A-Za-z]+")
CODE: Final = 18  # characters of an identity number and of a unified social credit code


class Kind(Record, frozen=True, kw_only=True):
    """A kind of number: how many of its characters stay readable at either end."""

    head: int
    tail: int


IDENTITY: Final = Kind(head=6, tail=4)
BANK: Final = Kind(head=4, tail=4)
PHONE: Final = Kind(head=3, tail=4)

_PATTERNS: Final = (
    (IDENTITY, re.compile(rf"(?<!\d)([1-9]\d{{5}}[ -]?{_DATE}[ -]?\d{{3}}[\dXx])(?![\dA-Za-z])")),
    (IDENTITY, re.compile(r"(?<!\d)(\d{17}[Xx])(?![\dA-Za-z])")),
    (IDENTITY, re.compile(r"(?:身份证|证件)[^\d\n]{0,8}?([A-Za-z]{0,2}\d[\dXx -]{5,}[\dXx])")),
    (BANK, re.compile(r"(?:[账帐][号户]|卡号)[^\d\n]{0,8}(\d[\d -]{6,}\d)")),
    (BANK, re.compile(r"(?<!\d)(\d{15,})(?!\d)")),
    (BANK, re.compile(r"(?<!\d)(\d{4}(?:[ -]\d{4}){3,6}(?:[ -]\d{1,4})?)(?!\d)")),
    (PHONE, re.compile(r"(?<![\d.])(?:\+?86[ -]?)?(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?![\d.]\d)(?!\d)")),
    (PHONE, re.compile(r"(?<![\d.-])([(（]?0[1-9]\d{1,2}(?:[)）] ?|[ -])\d{7,8})(?!\d)")),
    (PHONE, re.compile(r"(?<![\d.-])(0[1-9]\d{9,10})(?!\d)")),
)


class Found(Record, frozen=True, kw_only=True):
    """A personal number at ``[start, end)``, in code points."""

    start: int
    end: int
    kind: Kind


def numbers_in(text: str) -> list[Found]:
    """Every personal number, in text order; what several patterns claim belongs to the first of them."""
    plain = text.translate(_WIDE)
    public = [match.span() for match in _TOKEN.finditer(plain) if is_credit_code(match[0])]
    found: list[Found] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            start, end = match.span(1)
            taken = [(one.start, one.end) for one in found] + public
            if not any(start < last and first < end for first, last in taken):
                found.append(Found(start=start, end=end, kind=kind))
    return sorted(found, key=lambda one: one.start)


def is_credit_code(token: str) -> bool:
    """Whether this is a unified social credit code (GB 32100-2015), which is public, and no identity number."""
    code = token.upper()
    if len(code) != CODE or any(char not in _ALPHABET for char in code) or is_identity(code):
        return False
    values = [_ALPHABET.index(char) for char in code]
    return sum(value * pow(3, place, 31) for place, value in enumerate(values[:17])) % 31 == -values[17] % 31


def is_identity(number: str) -> bool:
    """Whether the check character of GB 11643-1999 (ISO 7064 MOD 11-2) holds."""
    code = number.upper()
    if len(code) != CODE or not code[:-1].isdigit():
        return False
    total = sum(int(char) * pow(2, 17 - place, 11) for place, char in enumerate(code[:17]))
    return "10X98765432"[total % 11] == code[17]


def mask_text(text: str) -> str:
    """The text with its personal numbers masked, as long as before; ids and hashes of the platform stay as they are."""
    if _TECHNICAL.fullmatch(text):
        return text
    return _replaced(text, lambda one: starred(text[one.start : one.end], one.kind))


def without_numbers(text: str) -> str:
    """The text with spaces where personal numbers stood: what a search index may hold."""
    return _replaced(text, lambda one: " " * (one.end - one.start))


def mask_field(name: str, value: str) -> str:
    """A field that holds a personal number whatever its shape, or any other field's text."""
    if name in KEPT:
        return value
    if name == ID_NO:
        return starred(value, IDENTITY)
    return starred(value, BANK) if name == ACCOUNT else mask_text(value)


def starred(number: str, kind: Kind) -> str:
    """Stars between head and tail; a number too short for both shows its tail or nothing. Separators stay."""
    size = sum(char.isalnum() for char in number)
    head = kind.head if size >= kind.head + kind.tail + 4 else 0
    tail = kind.tail if size >= kind.tail + 4 else 0
    seen, shown = 0, []
    for char in number:
        hidden = char.isalnum() and head <= seen < size - tail
        shown.append(STAR if hidden else char)
        seen += char.isalnum()
    return "".join(shown)


def sees_clear(actor: Actor, contract: Contract) -> bool:
    """Whether the person sees this contract's personal numbers."""
    if kept_apart(actor, contract):
        return False
    working = (post for post in actor.posts if post.role in SEES_CLEAR)
    return any(holds(SEES_CLEAR[post.role], actor, post, contract) for post in working)


def _replaced(text: str, instead: Callable[[Found], str]) -> str:
    parts, at = [], 0
    for one in numbers_in(text):
        parts += [text[at : one.start], instead(one)]
        at = one.end
    return "".join((*parts, text[at:]))
