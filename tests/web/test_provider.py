"""Signing in through a real OpenID Connect provider that runs as a process on loopback."""

import contextlib
import dataclasses
import os
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import httpx
import msgspec
import pytest
from litestar.testing import TestClient

from contract_platform import bootstrap
from contract_platform.domain.credentials import Credential
from contract_platform.identity.provider import OpenIdProvider
from contract_platform.settings import SettingsError, load
from contract_platform.web.app import create_app
from contract_platform.web.provider import NOTE
from contract_platform.web.session import COOKIE
from tests.services.openid import running_provider
from tests.web.conftest import SECRET, close_database
from tools.install import FRONTEND

PUBLIC = "https://platform.test"
REDIRECT = f"{PUBLIC}/login/provider"


@pytest.fixture(scope="module", autouse=True)
def installed():
    if not (FRONTEND / "node_modules" / "oidc-provider").exists():
        stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        stop("the packages of the pages are not installed: make install")


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    with running_provider(tmp_path_factory.mktemp("provider") / "log", REDIRECT) as running:
        yield running


@pytest.fixture
def connect(settings, clock, tmp_path):
    """A client of the platform that knows a provider."""
    stack = contextlib.ExitStack()

    def make(provider, **environ):
        secret = tmp_path / "secret"
        secret.write_text(provider.client.get("secret", ""), "utf-8")
        given = {
            "DATA_DIR": str(settings.data_dir),
            "PUBLIC_URL": PUBLIC,
            "OIDC_ISSUER": provider.issuer,
            "OIDC_CLIENT_ID": provider.client["id"],
            "OIDC_CLIENT_SECRET_FILE": str(secret) if "secret" in provider.client else "",
        }
        platform = dataclasses.replace(bootstrap.build(load(given | environ)), clock=clock)
        stack.callback(close_database, platform)
        assert isinstance(platform.identity, OpenIdProvider)
        stack.callback(platform.identity._http.close)
        return stack.enter_context(TestClient(create_app(platform, settings, pages=tmp_path), base_url=PUBLIC))

    with stack:
        yield make


def depart(client):
    """(where to go, the note for the way back)."""
    answer = client.post("/api/v1/session/provider")
    assert answer.status_code == 201, answer.text
    return answer.json()["address"], answer.cookies[NOTE]


def arrive(client, note, back, **changed):
    query = {name: values[0] for name, values in parse_qs(urlsplit(str(back)).query).items()}
    body = {"code": query["code"], "state": query["state"]} | changed
    client.cookies.clear()
    return client.put("/api/v1/session/provider", json=body, headers={"Cookie": f"{NOTE}={note}"})


def test_whom_the_provider_names_is_signed_in(connect, provider):
    client = connect(provider)
    assert client.get("/api/v1/session/ways").json() == {"provider": True}
    address, note = depart(client)
    answer = arrive(client, note, provider.sign_in(address, "handler"))
    assert answer.status_code == 200, answer.text
    assert (answer.json()["username"], answer.json()["step"]) == ("handler", None)
    assert COOKIE in answer.cookies
    assert any(one.startswith(f"{NOTE}=") and "Max-Age=0" in one for one in answer.headers.get_list("set-cookie"))


@pytest.mark.parametrize(("algorithm", "secret"), [("ES256", "s3cret"), ("RS256", ""), ("ES256", "")])
def test_both_signatures_hold_for_clients_with_and_without_a_secret(connect, tmp_path, algorithm, secret):
    with running_provider(tmp_path / "log", REDIRECT, algorithm=algorithm, secret=secret) as other:
        client = connect(other)
        address, note = depart(client)
        answer = arrive(client, note, other.sign_in(address, "handler"))
    assert (answer.status_code, answer.json()["username"]) == (200, "handler")


def test_a_claim_that_only_the_user_info_holds_names_the_person(connect, provider):
    client = connect(provider, OIDC_CLAIM="preferred_username")
    address, note = depart(client)
    answer = arrive(client, note, provider.sign_in(address, "legal"))
    assert answer.json()["username"] == "legal"


def test_a_claim_the_provider_does_not_give_signs_nobody_in(connect, provider):
    client = connect(provider, OIDC_CLAIM="employee_number")
    address, note = depart(client)
    answer = arrive(client, note, provider.sign_in(address, "handler"))
    assert (answer.status_code, answer.json()["code"]) == (401, "provider_refused")


def test_the_browser_is_sent_with_pkce_and_fresh_values_each_time(connect, provider):
    client = connect(provider)
    (first, _), (second, _) = depart(client), depart(client)
    asked, again = (parse_qs(urlsplit(one).query) for one in (first, second))
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [REDIRECT]
    for name in ("state", "nonce", "code_challenge"):
        assert len(asked[name][0]) == 43
        assert asked[name] != again[name]


def test_a_person_nobody_knows_here_is_not_made(connect, provider, platform):
    client = connect(provider)
    address, note = depart(client)
    answer = arrive(client, note, provider.sign_in(address, "newcomer"))
    assert (answer.status_code, answer.json()["code"]) == (401, "provider_person_unknown")
    assert COOKIE not in answer.cookies
    with platform.reading() as uow:
        assert uow.people.find(username="newcomer") == []
        [event] = uow.events.find(type="session.refused")
    data = msgspec.json.decode(event.data)
    assert (event.actor, data["because"], data["by"]) == ("unknown", "unknown", "provider")
    assert b"newcomer" not in event.data


def test_a_disabled_person_reads_as_unknown(connect, provider, platform):
    with platform.unit_of_work() as uow:
        uow.people.save(msgspec.structs.replace(uow.people.get("handler"), disabled=True))
    client = connect(provider)
    address, note = depart(client)
    answer = arrive(client, note, provider.sign_in(address, "handler"))
    assert (answer.status_code, answer.json()["code"]) == (401, "provider_person_unknown")


def test_a_state_that_was_not_sent_ends_the_journey(connect, provider):
    client = connect(provider)
    address, note = depart(client)
    answer = arrive(client, note, provider.sign_in(address, "handler"), state="s" * 43)
    assert (answer.status_code, answer.json()["code"]) == (401, "provider_journey_lost")


def test_an_answer_to_another_journey_is_refused(connect, provider):
    # the code and state of one browser, brought back by another: nobody is put into somebody else's session
    client = connect(provider)
    address, _ = depart(client)
    _, note = depart(client)
    answer = arrive(client, note, provider.sign_in(address, "handler"))
    assert (answer.status_code, answer.json()["code"]) == (401, "provider_journey_lost")


def test_the_state_of_one_journey_with_the_code_of_another_is_refused(connect, provider):
    client = connect(provider)
    first, note = depart(client)
    second, _ = depart(client)
    foreign = parse_qs(urlsplit(str(provider.sign_in(second, "handler"))).query)["code"][0]
    answer = arrive(client, note, provider.sign_in(first, "legal"), code=foreign)
    assert (answer.status_code, answer.json()["code"]) == (401, "provider_refused")


@pytest.mark.parametrize("note", ["", "bm90IG91cnM=", "%%%"])
def test_without_the_note_of_the_journey_nothing_is_taken(connect, provider, note):
    client = connect(provider)
    address, _ = depart(client)
    answer = arrive(client, note, provider.sign_in(address, "handler"))
    assert (answer.status_code, answer.json()["code"]) == (401, "provider_journey_lost")


def test_a_code_works_once(connect, provider):
    client = connect(provider)
    address, note = depart(client)
    back = provider.sign_in(address, "handler")
    assert arrive(client, note, back).status_code == 200
    answer = arrive(client, note, back)
    assert (answer.status_code, answer.json()["code"]) == (401, "provider_refused")


def test_a_journey_lasts_ten_minutes(connect, provider, clock):
    client = connect(provider)
    address, note = depart(client)
    back = provider.sign_in(address, "handler")
    clock.ahead += timedelta(minutes=10, seconds=1)
    answer = arrive(client, note, back)
    assert (answer.status_code, answer.json()["code"]) == (401, "provider_journey_lost")


def test_a_provider_that_does_not_answer_is_said(connect, tmp_path):
    with running_provider(tmp_path / "log", REDIRECT) as other:
        pass
    client = connect(other)
    answer = client.post("/api/v1/session/provider")
    assert (answer.status_code, answer.json()["code"]) == (401, "provider_unreachable")


def test_a_provider_that_calls_itself_otherwise_is_not_believed(connect, provider):
    # OpenID Connect Discovery 4.3: the published issuer is the one that was asked
    client = connect(provider, OIDC_ISSUER=provider.issuer.replace("127.0.0.1", "localhost"))
    answer = client.post("/api/v1/session/provider")
    assert (answer.status_code, answer.json()["code"]) == (401, "provider_refused")


def test_a_password_that_is_due_does_not_stop_whom_the_provider_names(connect, provider, platform):
    with platform.unit_of_work() as uow:
        uow.credentials.save(msgspec.structs.replace(uow.credentials.get("handler"), set_at=None))
    client = connect(provider)
    address, note = depart(client)
    assert arrive(client, note, provider.sign_in(address, "handler")).json()["step"] is None


def test_an_own_second_factor_is_asked_for_after_the_provider_too(connect, provider, platform):
    sealed = platform.keys.seal("totp", "handler", SECRET)
    with platform.unit_of_work() as uow:
        uow.credentials.remove("handler")
        uow.credentials.add(Credential(id="handler", set_at=platform.clock.now(), totp=sealed))
    client = connect(provider)
    address, note = depart(client)
    answer = arrive(client, note, provider.sign_in(address, "handler"))
    assert (answer.json()["step"], answer.json()["permissions"]) == (
        "SECOND_FACTOR",
        ["session.read", "session.delete", "session.prove"],
    )


def test_an_installation_without_a_provider_says_so(client):
    assert client.get("/api/v1/session/ways").json() == {"provider": False}
    answer = client.post("/api/v1/session/provider")
    assert (answer.status_code, answer.json()["code"]) == (404, "provider_not_configured")


@pytest.mark.parametrize(
    "given",
    [
        {"OIDC_ISSUER": "https://id.example"},
        {"OIDC_ISSUER": "https://id.example", "OIDC_CLIENT_ID": "platform"},
        {
            "OIDC_ISSUER": "https://id.example",
            "OIDC_CLIENT_ID": "platform",
            "PUBLIC_URL": PUBLIC,
            "OIDC_CLIENT_SECRET_FILE": "no/such/file",
        },
    ],
)
def test_settings_that_are_not_complete_are_refused_at_the_start(tmp_path, given):
    with pytest.raises(SettingsError, match="OIDC_"):
        bootstrap.build(load({"DATA_DIR": str(tmp_path)} | given))


def test_the_provider_itself_refuses_a_journey_without_pkce(provider):
    query = {
        "client_id": "platform",
        "response_type": "code",
        "scope": "openid",
        "redirect_uri": REDIRECT,
        "state": "s",
    }
    answer = httpx.get(f"{provider.issuer}/auth", params=query)
    assert "error=invalid_request" in answer.headers["location"]
