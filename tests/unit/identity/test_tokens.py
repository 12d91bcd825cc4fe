"""Forged, foreign and stale ID tokens are refused; the keys of a provider may change."""

import base64
import hmac
import json
import time

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, RSAKey

from contract_platform.identity.tokens import Refusal, TokenChecker

ISSUER, CLIENT, NONCE = "https://id.test", "platform", "n-1"
RSA = RSAKey.generate_key(2048, {"kid": "rsa", "use": "sig"})
EC = ECKey.generate_key("P-256", {"kid": "ec", "use": "sig"})
STRANGER = RSAKey.generate_key(2048, {"kid": "rsa"})


def claims(**changes):
    now = int(time.time())
    made = {"iss": ISSUER, "aud": CLIENT, "sub": "u1", "nonce": NONCE, "iat": now, "exp": now + 300} | changes
    return {name: value for name, value in made.items() if value is not None}


def token(key=RSA, algorithm="RS256", kid="rsa", **changes):
    header = {"alg": algorithm} | ({"kid": kid} if kid else {})
    return jwt.encode(header, claims(**changes), key, algorithms=[algorithm])


def coded(part):
    """A part of a token written by hand."""
    return base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")


class Published:
    """The provider's keys, and how often they were asked for."""

    def __init__(self, *keys):
        self.keys = keys
        self.asked = 0

    def fetch(self):
        self.asked += 1
        return KeySet(list(self.keys)).as_dict(private=False)


@pytest.fixture
def published():
    return Published(RSA, EC)


@pytest.fixture
def checker(published):
    return TokenChecker(issuer=ISSUER, client_id=CLIENT, fetch=published.fetch, now=time.time)


@pytest.mark.parametrize(
    ("key", "algorithm", "kid"), [(RSA, "RS256", "rsa"), (EC, "ES256", "ec"), (RSA, "RS256", None)]
)
def test_a_token_in_due_form_holds(checker, key, algorithm, kid):
    assert checker.claims(token(key, algorithm, kid), NONCE)["sub"] == "u1"


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://other.test"}, {"iss": None}, {"aud": "another"}, {"aud": None}, {"aud": []},
        {"nonce": "n-2"}, {"nonce": None}, {"sub": None}, {"sub": ""}, {"exp": None}, {"iat": None},
        {"exp": int(time.time()) - 3600}, {"iat": int(time.time()) + 3600}, {"exp": "never"},
        {"aud": [CLIENT, "another"]}, {"aud": [CLIENT, "another"], "azp": "another"},
    ],
)  # fmt: skip
def test_claims_that_are_not_ours_or_not_now_are_refused(checker, changes):
    with pytest.raises(Refusal):
        checker.claims(token(**changes), NONCE)


def test_a_token_for_several_that_names_us_as_its_party_holds(checker):
    assert checker.claims(token(aud=[CLIENT, "another"], azp=CLIENT), NONCE)["sub"] == "u1"


def test_a_stranger_under_the_name_of_a_known_key_is_refused(checker):
    with pytest.raises(Refusal, match="nobody known"):
        checker.claims(token(STRANGER), NONCE)


def test_a_token_without_signature_is_refused(checker):
    head, body, _ = token().split(".")
    for forged in (f"{coded({'alg': 'none'})}.{body}.", f"{head}.{body}.", f"{head}.{body}"):
        with pytest.raises(Refusal):
            checker.claims(forged, NONCE)


def test_a_token_signed_with_the_public_key_as_a_shared_secret_is_refused(checker):
    # RFC 8725 2.1: the algorithm is ours to choose, not the token's
    signed = f"{coded({'alg': 'HS256', 'kid': 'rsa'})}.{coded(claims())}"
    signature = hmac.digest(RSA.as_pem(private=False), signed.encode(), "sha256")
    with pytest.raises(Refusal, match="HS256"):
        checker.claims(f"{signed}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}", NONCE)


def test_a_changed_claim_breaks_the_signature(checker):
    genuine, other = token(), token(sub="u2")
    head, _, signature = genuine.split(".")
    with pytest.raises(Refusal):
        checker.claims(f"{head}.{other.split('.')[1]}.{signature}", NONCE)


@pytest.mark.parametrize("text", ["", "a", "a.b.c", "....", "é.b.c"])
def test_what_is_no_token_is_refused(checker, text):
    with pytest.raises(Refusal):
        checker.claims(text, NONCE)


def test_keys_are_asked_for_once_and_again_when_they_have_changed(checker, published):
    for _ in range(3):
        checker.claims(token(), NONCE)
    assert published.asked == 1
    fresh = RSAKey.generate_key(2048, {"kid": "rsa-2"})
    published.keys = (fresh, EC)
    assert checker.claims(token(fresh, kid="rsa-2"), NONCE)["sub"] == "u1"
    assert published.asked == 2
    with pytest.raises(Refusal):
        checker.claims(token(), NONCE)
