"""Warning windows: how long before and after a deadline which colour is due."""

from collections.abc import Iterable
from datetime import date, timedelta

from contract_platform.domain.deadlines import WORKING, WorkCalendar, overdue_days, roll_back
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import AlertLevel
from contract_platform.policy.values import Sourced, Unit

SEVERITY = tuple(AlertLevel)


class Window(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From ``before`` days ahead of the deadline the colour is ``level``; 0 = on the day, -1 = once it has passed."""

    level: AlertLevel
    before: int
    unit: Unit

    def has_come(self, calendar: WorkCalendar, today: date, due_on: date) -> bool:
        """Whether the colour is due; a warning's day rolls back to a working day, a missed deadline waits for none."""
        if self.before < 0:
            return overdue_days(calendar, due_on, today, self.unit) >= -self.before
        return today >= self.opens_on(calendar, due_on)

    def opens_on(self, calendar: WorkCalendar, due_on: date) -> date:
        """The working day on which a window of ``before`` >= 0 opens."""
        if self.unit != WORKING:
            return roll_back(calendar, due_on - timedelta(days=self.before))
        day = roll_back(calendar, due_on)
        for _ in range(self.before):
            day = roll_back(calendar, day - timedelta(days=1))
        return day


class WindowSet(Sourced, frozen=True, kw_only=True):
    """The windows of one kind of deadline."""

    windows: tuple[Window, ...]

    def __post_init__(self) -> None:
        """Refuse a graver colour that comes earlier than a milder one."""
        rising = sorted(self.windows, key=lambda window: SEVERITY.index(window.level))
        days = [window.before for window in rising]
        if len({window.level for window in rising}) < len(rising) or days != sorted(days, reverse=True):
            raise ValueError("warning windows: each colour once, the graver the later")


def level_on(calendar: WorkCalendar, windows: Iterable[Window], today: date, due_on: date) -> AlertLevel | None:
    """The gravest colour whose day has come, or None while there is nothing to warn of."""
    come = [window.level for window in windows if window.has_come(calendar, today, due_on)]
    return max(come, key=SEVERITY.index, default=None)
