"""Errors that carry meaning: a stable ``code`` and ``params``; HTTP numbers live in the web adapter only."""


class PlatformError(Exception):
    """Root of all expected errors. ``code`` is stable; texts in both languages stand in one catalogue."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Invalid(PlatformError):
    """The request makes no sense as data (422 after decoding)."""


class Refused(PlatformError):
    """The rules of the domain refuse the act; ``params["reasons"]`` lists every guard that failed (409)."""


class Conflict(PlatformError):
    """Somebody else changed the record first (409)."""


class Forbidden(PlatformError):
    """In scope, but not this act for this person (403)."""


class NotFound(PlatformError):
    """No such thing within the actor's scope (404)."""


class Unauthenticated(PlatformError):
    """Nobody is signed in (401)."""
