"""An OpenID Connect provider asked by authorization code with PKCE (OpenID Connect Core 1.0 section 3.1, RFC 7636)."""

import base64
import hashlib
import time
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar
from urllib.parse import quote_plus, urlencode

import httpx
import msgspec
import structlog

from contract_platform.domain.errors import Unauthenticated
from contract_platform.identity.metadata import Metadata, fetch_metadata
from contract_platform.identity.tokens import Refusal, TokenChecker

log = structlog.get_logger(__name__)

T = TypeVar("T")

SCOPE: Final = "openid profile"
SECONDS: Final = 10  # a provider may take to answer


class Client(msgspec.Struct, frozen=True, kw_only=True):
    """How this platform is known at the provider; ``secret`` "" for a public client."""

    issuer: str
    client_id: str
    secret: str
    redirect_uri: str
    claim: str


def connect(client: Client) -> "OpenIdProvider":
    """The provider over HTTP. Nothing is asked yet: the platform starts without it."""
    return OpenIdProvider(client, httpx.Client(timeout=SECONDS), time.time)


class OpenIdProvider:
    """The provider of one issuer. What it publishes is read when first needed, its keys again when they change."""

    def __init__(self, client: Client, http: httpx.Client, now: Callable[[], float]) -> None:
        self._client = client
        self._http = http
        self._now = now
        self._metadata: Metadata | None = None
        self._checker: TokenChecker | None = None

    def address(self, *, state: str, nonce: str, verifier: str) -> str:
        """Where the browser is sent."""
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
        query = {
            "response_type": "code",
            "client_id": self._client.client_id,
            "redirect_uri": self._client.redirect_uri,
            "scope": SCOPE,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        endpoint = self._asked(self._published).authorization_endpoint
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(query)}"

    def username(self, *, code: str, nonce: str, verifier: str) -> str:
        """Whose sign-in the code stands for; ``Unauthenticated`` where the provider does not say so in due form."""
        return self._asked(lambda: self._username(code, nonce, verifier))

    def _username(self, code: str, nonce: str, verifier: str) -> str:
        tokens = self._redeemed(code, verifier)
        claims = self._check(str(tokens.get("id_token", "")), nonce)
        found = claims.get(self._client.claim)
        if found is None:
            found = self._told(str(tokens.get("access_token", "")), str(claims["sub"])).get(self._client.claim)
        if not isinstance(found, str) or not found:
            raise Refusal(f"no claim {self._client.claim}")
        return found

    def _asked(self, ask: Callable[[], T]) -> T:
        """Ask, and word what goes wrong; details go to the log only."""
        try:
            return ask()
        except Refusal as refusal:
            log.warning("provider refused", reason=str(refusal))
            raise Unauthenticated("provider_refused") from refusal
        except (httpx.HTTPError, msgspec.MsgspecError) as error:
            log.warning("provider unreachable", reason=type(error).__name__)
            raise Unauthenticated("provider_unreachable") from error

    def _published(self) -> Metadata:
        if self._metadata is None:
            self._metadata = fetch_metadata(self._http, self._client.issuer)
        return self._metadata

    def _check(self, token: str, nonce: str) -> Mapping[str, Any]:
        if self._checker is None:
            published = self._published()
            self._checker = TokenChecker(
                issuer=published.issuer,
                client_id=self._client.client_id,
                fetch=lambda: self._json(self._http.get(published.jwks_uri)),
                now=self._now,
            )
        return self._checker.claims(token, nonce)

    def _redeemed(self, code: str, verifier: str) -> Mapping[str, Any]:
        """The tokens for a code (Core 3.1.3); the client shows who it is as the provider wants it."""
        client = self._client
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": client.redirect_uri,
            "code_verifier": verifier,
        }
        headers = {}
        if not client.secret:
            form["client_id"] = client.client_id
        elif "client_secret_basic" in self._published().token_endpoint_auth_methods_supported:
            pair = f"{quote_plus(client.client_id)}:{quote_plus(client.secret)}"  # RFC 6749 2.3.1
            headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        else:
            form |= {"client_id": client.client_id, "client_secret": client.secret}
        answer = self._http.post(self._published().token_endpoint, data=form, headers=headers)
        if answer.status_code in {400, 401}:
            raise Refusal(f"token endpoint: {answer.status_code}")
        return self._json(answer)

    def _told(self, access_token: str, subject: str) -> Mapping[str, Any]:
        """The claims a provider keeps out of the ID token, of the same subject (Core 5.3.2)."""
        endpoint = self._published().userinfo_endpoint
        if not endpoint or not access_token:
            return {}
        told = self._json(self._http.get(endpoint, headers={"Authorization": f"Bearer {access_token}"}))
        if told.get("sub") != subject:
            raise Refusal("user info of somebody else")
        return told

    @staticmethod
    def _json(answer: httpx.Response) -> Mapping[str, Any]:
        return msgspec.json.decode(answer.raise_for_status().content, type=dict[str, Any])
