"""Unified social credit codes (GB 32100-2015) with right and with wrong check characters. None is a real one."""

from tests.generated.chance import Chance

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # without I O S V Z
BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)  # GB 11714, characters 9 to 16
DIVISIONS = ("339981", "339982", "359971", "369965", "379953")  # no such divisions exist


def check_character(first: str) -> str:
    """The last character for the first 17."""
    total = sum(ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(first))
    return ALPHABET[-total % 31]


def body_check(body: str) -> str:
    """The ninth character of an organisation code for its first eight."""
    total = sum(int(character, 36) * weight for character, weight in zip(body, BODY_WEIGHTS, strict=True))
    rest = 11 - total % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))


def code(chance: Chance, prefix: str) -> str:
    """A code that passes both checks; ``prefix`` is 11 for authorities, 12 institutions, 91 companies."""
    letters = "MA" if prefix == "91" else "00"
    body = letters + "".join(chance.pick(ALPHABET if prefix == "91" else "0123456789") for _ in range(6))
    first = prefix + chance.pick(DIVISIONS) + body + body_check(body)
    return first + check_character(first)


def spoiled(chance: Chance, valid: str) -> str:
    """The code with one character changed, so that the check fails."""
    at = chance.number(9, 17)
    other = chance.pick([character for character in ALPHABET if character != valid[at]])
    return valid[:at] + other + valid[at + 1 :]
