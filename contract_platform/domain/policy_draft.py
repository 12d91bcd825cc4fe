"""A new version of the profile while somebody writes it."""

from datetime import date, datetime
from typing import Any

from contract_platform.domain.records import Root


class PolicyDraft(Root, frozen=True, kw_only=True):
    """``base``: the version (``id@version``) it is drafted on. ``content``: the groups of values as plain JSON.

    It may be wrong or incomplete while it is written; it is decoded strictly when it is asked for and when it is
    published. ``basis``: the paper the changes rest on.
    """

    profile: str
    base: str
    content: dict[str, Any]
    created_by: str
    created_at: datetime
    updated_at: datetime
    effective_from: date | None = None
    basis: str = ""
