"""Which of the two languages a client reads."""

from typing import Literal

Language = Literal["zh", "en"]


def language_of(accept: str) -> Language:
    """The preferred one of an ``Accept-Language`` header (RFC 9110 12.5.4); Chinese when nothing else is asked for."""
    best: Language = "zh"
    weight = 0.0
    for part in accept.split(","):
        tag, _, parameters = part.strip().lower().partition(";")
        asked = quality(parameters)
        if tag[:2] == "zh" and asked > weight:
            best, weight = "zh", asked
        elif tag[:2] == "en" and asked > weight:
            best, weight = "en", asked
    return best


def quality(parameters: str) -> float:
    """The ``q`` of one part of the header, 1 where none is given, 0 where it is no number."""
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
