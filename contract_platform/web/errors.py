"""Errors only a door can make: what is wrong with a request before any use case hears of it."""

from contract_platform.domain.errors import PlatformError


class Malformed(PlatformError):
    """The request cannot be read (400)."""


class RevisionMissing(PlatformError):
    """A change that does not say which revision it was made on (428)."""


class TooLarge(PlatformError):
    """More bytes than are taken in (413)."""


class Unavailable(PlatformError):
    """Something this process needs does not answer (503)."""
