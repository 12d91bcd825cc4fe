"""Checking an ID token: who signed it, for whom, when, and in answer to what (OpenID Connect Core 1.0 3.1.3.7)."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import Key, KeySet

ALGORITHMS: Final = ("RS256", "ES256")
LEEWAY: Final = 60  # seconds two clocks may differ


class Refusal(Exception):
    """Something about the provider's answer is not as it has to be; the message is for the log."""


class TokenChecker:
    """Checks ID tokens of one issuer for one client; keys are fetched when none that is known signed a token."""

    def __init__(
        self, *, issuer: str, client_id: str, fetch: Callable[[], Mapping[str, Any]], now: Callable[[], float]
    ) -> None:
        self._issuer = issuer
        self._client_id = client_id
        self._fetch = fetch
        self._now = now
        self._keys: tuple[Key, ...] = ()

    def claims(self, token: str, nonce: str) -> Mapping[str, Any]:
        """The claims of a token that holds; ``Refusal`` otherwise."""
        try:
            claims = self._signed(token)
            self._registry(nonce).validate(claims)
        except (JoseError, ValueError) as error:
            raise Refusal(f"{type(error).__name__}: {error}") from error
        audience = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
        if len(audience) > 1 and claims.get("azp") != self._client_id:
            raise Refusal("made for several, and not for this client")
        return claims

    def _registry(self, nonce: str) -> jwt.JWTClaimsRegistry:
        return jwt.JWTClaimsRegistry(
            now=int(self._now()),
            leeway=LEEWAY,
            iss={"essential": True, "value": self._issuer},
            aud={"essential": True, "value": self._client_id},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
        )

    def _signed(self, token: str) -> dict[str, Any]:
        header = jws.extract_compact(token.encode()).headers()
        algorithm = header.get("alg")
        if algorithm not in ALGORITHMS:
            raise Refusal(f"signed by {algorithm}")
        kid, kind = header.get("kid"), "RSA" if algorithm == "RS256" else "EC"
        for keys in (self._known, self._fetched):
            for key in keys():
                if key.key_type != kind or kid not in {None, key.kid}:
                    continue
                try:
                    return jwt.decode(token, key, algorithms=[algorithm]).claims
                except JoseError:
                    continue
        raise Refusal("signed by nobody known")

    def _known(self) -> tuple[Key, ...]:
        return self._keys

    def _fetched(self) -> tuple[Key, ...]:
        """The keys the provider has now, kept for the next token."""
        self._keys = tuple(KeySet.import_key_set(dict(self._fetch())).keys)  # type: ignore[arg-type]
        return self._keys
