"""The unified social credit code of GB 32100-2015: its shape and its check character."""

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18  # characters
_VALUES = {char: value for value, char in enumerate(ALPHABET)}
_WEIGHTS = tuple(3**i % 31 for i in range(17))


def check_character(body: str) -> str | None:
    """Check character of the first 17 characters; None when one of them is outside the alphabet."""
    if len(body) != len(_WEIGHTS) or any(char not in _VALUES for char in body):
        return None
    total = sum(_VALUES[char] * weight for char, weight in zip(body, _WEIGHTS, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def is_valid(code: str) -> bool:
    """Whether the code satisfies the check of GB 32100; a few genuine early codes do not, so ask, never refuse."""
    return len(code) == LENGTH and check_character(code[:17]) == code[17]
