"""The base of all domain records."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen record with keyword-only fields; changes return a new record."""


class Root(Record):
    """An aggregate root. ``revision`` counts saves; a save against another revision is a conflict (409)."""

    id: str
    revision: int = 0
