"""What people ask for about the policy's versions."""

from datetime import date
from typing import Annotated, Any

import msgspec

from contract_platform.application.people_commands import Reason
from contract_platform.domain.change import Key


class _Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A request body; unknown fields are errors."""


class DraftSaved(_Asked, frozen=True, kw_only=True):
    """A draft as it stands; ``basis`` is the paper its changes rest on."""

    content: dict[str, Any]
    effective_from: date | None = None
    basis: Annotated[str, msgspec.Meta(max_length=300)] = ""


class PublicationAsked(_Asked, frozen=True, kw_only=True):
    """Why the new version is needed."""

    reason: Reason


class ReplayAsked(_Asked, frozen=True, kw_only=True):
    """Which draft is replayed: one that is written, or one that waits for publication as a change request."""

    draft_id: Key | None = None
    change_id: Key | None = None
