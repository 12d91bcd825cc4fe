"""委托代办: somebody acts for a colleague who is away, in that colleague's posts and under that colleague's limits."""

from datetime import date, datetime
from typing import Final

from contract_platform.domain.administrators import ADMINISTRATORS
from contract_platform.domain.people import Post
from contract_platform.domain.records import Root
from contract_platform.domain.vocabulary import Role

PERSONAL: Final = ADMINISTRATORS | {Role.COUNSEL, Role.EXPERT, Role.OBSERVER}
"""Posts nobody else fills in: an invited expert is asked as a person, administrators are appointed in twos."""


class Delegation(Root, frozen=True, kw_only=True):
    """From ``first_day`` to ``last_day``, both included, ``to_id`` acts in these posts of ``from_id``.

    ``ended_on`` is the day from which it no longer holds, where it was ended early.
    """

    from_id: str
    to_id: str
    post_ids: tuple[str, ...]
    first_day: date
    last_day: date
    reason: str
    created_by: str
    created_at: datetime
    ended_on: date | None = None
    ended_by: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it holds on that day."""
        return self.first_day <= day <= self.last_day and (self.ended_on is None or day < self.ended_on)

    def clashes(self, other: "Delegation") -> bool:
        """Whether both lend the same post on the same day."""
        days = max(self.first_day, other.first_day), min(self.end(), other.end())
        return days[0] <= days[1] and bool(set(self.post_ids) & set(other.post_ids))

    def end(self) -> date:
        """The last day on which it may hold."""
        return self.last_day if self.ended_on is None else min(self.last_day, self.ended_on - date.resolution)


def may_be_lent(post: Post) -> bool:
    """Whether a deputy may act in a post."""
    return post.role not in PERSONAL
