"""Invented unified social credit codes: their check characters hold, their region does not exist."""

from contract_platform.analysis.uscc import check_character

GOVERNMENT_BODY, INSTITUTION, COMPANY = "11", "12", "91"
NOWHERE = "990100"  # no region of GB/T 2260 begins with 99, so no real body can hold the code
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)  # of GB 11714, the organisation code inside


def uscc(kind: str, number: int) -> str:
    """The code of the ``number``-th invented body of a kind (the two characters a code begins with)."""
    organisation = f"{number * 1_013_579 % 100_000_000:08d}"
    remainder = 11 - sum(int(digit) * weight for digit, weight in zip(organisation, _WEIGHTS, strict=True)) % 11
    body = kind + NOWHERE + organisation + {10: "X", 11: "0"}.get(remainder, str(remainder))
    return body + (check_character(body) or "")


def misprinted(code: str) -> str:
    """The code with a wrong check character, as a slip of the pen leaves it."""
    return code[:-1] + ("0" if code[-1] != "0" else "1")
