"""What a provider publishes about itself (OpenID Connect Discovery 1.0)."""

from typing import Final

import httpx
import msgspec

from contract_platform.identity.tokens import Refusal

WELL_KNOWN: Final = "/.well-known/openid-configuration"


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """The part of it that is needed here."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str = ""
    token_endpoint_auth_methods_supported: tuple[str, ...] = ("client_secret_basic",)


def fetch_metadata(http: httpx.Client, issuer: str) -> Metadata:
    """Read it; ``Refusal`` when it is another issuer's (4.3) or its addresses are less safe than the issuer's."""
    answer = http.get(issuer.rstrip("/") + WELL_KNOWN).raise_for_status()
    published = msgspec.json.decode(answer.content, type=Metadata)
    if published.issuer != issuer:
        raise Refusal(f"issuer is {published.issuer}")
    wanted = issuer.partition(":")[0] + "://"
    endpoints = (published.authorization_endpoint, published.token_endpoint, published.jwks_uri)
    if not all(endpoint.startswith(("https://", wanted)) for endpoint in endpoints):
        raise Refusal("an endpoint without TLS")
    return published
