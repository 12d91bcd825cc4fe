"""Human numbers: templates with the year and a counter that starts anew each year."""

import re
from collections.abc import Iterator

from contract_platform.policy.values import Sourced, Text

PATTERN = {"yyyy": r"(?P<yyyy>\d{4})", "seq": r"(?P<seq>\d+)"}
PLACE = re.compile(r"\{(?:(yyyy)|seq(?::(\d))?)\}")


class NumberTemplate(Sourced, frozen=True, kw_only=True):
    """A number such as ``鲤政合〔{yyyy}〕{seq:4}号``: ``{yyyy}`` is the year, ``{seq:4}`` the counter, zero-filled.

    Counters start anew each year, so both places are required: without the year a number would come twice.
    """

    template: Text

    def __post_init__(self) -> None:
        """Refuse a template that cannot give unique numbers."""
        kinds = ["yyyy" if year else "seq" for year, _ in PLACE.findall(self.template)]
        rest = PLACE.sub("", self.template)
        if sorted(kinds) != ["seq", "yyyy"] or "{" in rest or "}" in rest:
            raise ValueError(f"a number needs {{yyyy}} and {{seq:n}} once each: {self.template}")

    def fill(self, year: int, seq: int) -> str:
        """The number with its places filled; a counter wider than its place is printed in full."""

        def filled(place: re.Match[str]) -> str:
            return f"{year:04}" if place[1] else f"{seq:0{place[2] or 1}}"

        return PLACE.sub(filled, self.template)

    def read(self, number: str) -> tuple[int, int] | None:
        """Year and counter of a number this template gave; None for one of another template."""
        parts = [
            re.escape(text) if place is None else PATTERN[place.group(1) or "seq"]
            for text, place in pieces(self.template)
        ]
        found = re.fullmatch("".join(parts), number)
        return (int(found["yyyy"]), int(found["seq"])) if found else None


def pieces(template: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """The text between places, and the places, in their order."""
    end = 0
    for place in PLACE.finditer(template):
        yield template[end : place.start()], None
        yield "", place
        end = place.end()
    yield template[end:], None
