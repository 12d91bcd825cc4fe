"""Who somebody is: hashing of passwords, keys that seal and sign, the provider of sign-in."""

from typing import Protocol


class Passwords(Protocol):
    """Password hashing (argon2id)."""

    @property
    def absent(self) -> str:
        """A hash that no password matches and whose check costs what every check costs."""
        ...

    def hash(self, password: str) -> str:
        """An encoded hash."""
        ...

    def verify(self, password_hash: str, password: str) -> bool:
        """Whether it matches; takes the same time for any hash."""
        ...


class SealBrokenError(Exception):
    """A sealed value was made under another secret, for another place, or was changed."""


class Keys(Protocol):
    """What is sealed or digested under the secret of this installation, with a key of its own for every purpose."""

    def seal(self, purpose: str, place: str, plain: bytes) -> bytes:
        """Encrypt; ``place`` names the row and column the value belongs to and has to be given again to open it."""
        ...

    def open(self, purpose: str, place: str, sealed: bytes) -> bytes:
        """Decrypt; ``SealBrokenError`` where that is not possible."""
        ...

    def digest(self, purpose: str, text: str) -> str:
        """A keyed digest as hex: equal texts are recognised, and nobody without the secret can try out texts."""
        ...


class IdentityProvider(Protocol):
    """An OpenID Connect provider (Core 1.0) that says who somebody is; ``Refused`` where it does not or cannot."""

    def address(self, *, state: str, nonce: str, verifier: str) -> str:
        """Where the browser is sent to sign in, by authorization code with PKCE (RFC 7636)."""
        ...

    def username(self, *, code: str, nonce: str, verifier: str) -> str:
        """Whose sign-in a code stands for: the claim that holds the user name."""
        ...
