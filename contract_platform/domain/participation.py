"""Who takes part in one contract by name, and who must not: invitations of counsel and experts, recusals (回避)."""

from datetime import date, datetime
from typing import Final

from contract_platform.domain.records import Root
from contract_platform.domain.vocabulary import Role

INVITED_ROLES: Final = frozenset({Role.COUNSEL, Role.EXPERT})
"""Roles that see a contract only while they are invited to it."""


class Invitation(Root, frozen=True, kw_only=True):
    """Counsel or an expert may read and comment on one contract until a day, that day included."""

    contract_id: str
    person_id: str
    until: date
    reason: str
    invited_by: str
    invited_at: datetime
    ended_at: datetime | None = None
    ended_by: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the invitation is open on that day."""
        return self.ended_at is None and day <= self.until


class Recusal(Root, frozen=True, kw_only=True):
    """A person stays out of one contract; it is lifted only by the bureau's lead, with a reason."""

    contract_id: str
    person_id: str
    reason: str
    recorded_by: str
    recorded_at: datetime
    lifted_at: datetime | None = None
    lifted_by: str | None = None
    lifted_why: str = ""
