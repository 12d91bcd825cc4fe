"""Time-based one-time passwords (RFC 6238) as authenticator programs make them: HMAC-SHA1, six digits, 30 seconds.

SHA-1 serves here as a keyed function, where its collisions do not matter; other hashes and lengths are not understood
by all authenticator programs.
"""

import base64
import hmac
from datetime import datetime
from urllib.parse import quote, urlencode

SECRET_BYTES = 20  # as long as the digest, RFC 4226 R6
PERIOD = 30  # seconds
DIGITS = 6
DRIFT = 1  # steps a clock may be off, RFC 6238 5.2


def code_at(secret: bytes, step: int) -> str:
    """The code of a time step (RFC 4226 5.3)."""
    digest = hmac.digest(secret, step.to_bytes(8, "big"), "sha1")
    offset = digest[-1] & 0x0F
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def step_at(now: datetime) -> int:
    """The time step of an instant."""
    return int(now.timestamp()) // PERIOD


def matching_step(secret: bytes, code: str, now: datetime, *, after: int) -> int | None:
    """The step whose code this is, within the drift; None for a wrong code and for one used at ``after`` or earlier.

    All steps are compared, in constant time each, so that the time taken tells nothing.
    """
    current = step_at(now)
    steps = range(current - DRIFT, current + DRIFT + 1)
    matches = [step for step in steps if hmac.compare_digest(code_at(secret, step).encode(), code.encode())]
    return next((step for step in matches if step > after), None)


def readable(secret: bytes) -> str:
    """The secret as people type it: base32 without padding (RFC 4648)."""
    return base64.b32encode(secret).decode().rstrip("=")


def enrolment_uri(secret: bytes, *, issuer: str, account: str) -> str:
    """What the QR code holds: the key URI format that authenticator programs read."""
    label = quote(f"{issuer}:{account}", safe="")
    return f"otpauth://totp/{label}?" + urlencode({"secret": readable(secret), "issuer": issuer}, quote_via=quote)
