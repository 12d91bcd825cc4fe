"""How long the law gives in a dispute: in days, months or years."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from contract_platform.domain.deadlines import WorkCalendar, months_after, reckon, roll_forward
from contract_platform.policy.values import Sourced

MONTHS = {"months": 1, "years": 12}


class Term(Sourced, frozen=True, kw_only=True):
    """A number of working or natural days, months or years from an event."""

    count: Annotated[int, msgspec.Meta(ge=1)]
    unit: Literal["working", "natural", "months", "years"]

    def due(self, calendar: WorkCalendar, start: date) -> date:
        """The last day: the start is not counted, months and years end on the same day (民法典 art. 200-203)."""
        if self.unit in MONTHS:
            return roll_forward(calendar, months_after(start, self.count * MONTHS[self.unit]))
        return reckon(calendar, start, self.count, self.unit).due_on
