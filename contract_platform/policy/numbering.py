"""Human numbers: templates with the year and a counter that starts anew each year."""

import re

from contract_platform.policy.values import Sourced, Text

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
