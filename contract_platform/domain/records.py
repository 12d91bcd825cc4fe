"""The base of all domain records."""

import msgspec


class Record(msgspec.Struct, frozen=True):
    """A frozen record; changes return a new one. Subclasses repeat ``frozen`` and name ``kw_only``."""


class Root(Record, frozen=True, kw_only=True):
    """An aggregate root. ``revision`` counts saves; a save against another revision is a conflict (409)."""

    id: str
    revision: int = 0
