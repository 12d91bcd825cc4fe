"""The base of all domain records."""

import msgspec


class Record(msgspec.Struct, frozen=True):
    """A frozen record; changes return a new one. Subclasses name ``kw_only=True``, which msgspec does not inherit."""


class Root(Record, kw_only=True):
    """An aggregate root. ``revision`` counts saves; a save against another revision is a conflict (409)."""

    id: str
    revision: int = 0
