from datetime import timedelta

import pytest

from contract_platform.web.session import COOKIE
from tests.web.conftest import PASSWORD


def sign_in(client, username="handler", password=PASSWORD, **headers):
    return client.post("/api/v1/session", json={"username": username, "password": password}, headers=headers)


def test_signing_in_gives_a_cookie_that_scripts_and_other_sites_cannot_use(client):
    answer = sign_in(client)
    assert answer.status_code == 201
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert {part.strip().lower() for part in cookie.split(";")[1:]} == {
        "path=/",
        "secure",
        "httponly",
        "samesite=strict",
    }
    view = answer.json()
    assert view["username"] == "handler"
    assert view["posts"] == [
        {"id": "post-handler", "role": "HANDLER", "unit_id": "data", "unit_name": "区大数据局", "acted_for": None}
    ]
    assert "contract.create" in view["permissions"]
    assert "password_hash" not in answer.text
    assert "argon2" not in answer.text


def test_the_session_is_read_with_the_cookie_only(client):
    assert client.get("/api/v1/session").status_code == 401
    sign_in(client)
    assert client.get("/api/v1/session").json()["username"] == "handler"


def test_an_unknown_name_and_a_wrong_password_read_the_same(client):
    answers = [sign_in(client, "nobody"), sign_in(client, "handler", "falsch")]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["code"] == "sign_in_failed"
    assert "set-cookie" not in answers[0].headers


def test_signing_out_ends_the_session_for_everybody_who_holds_the_cookie(client):
    token = sign_in(client).cookies[COOKIE]
    answer = client.delete("/api/v1/session")
    assert answer.status_code == 204
    assert "max-age=0" in answer.headers["set-cookie"].lower()
    client.cookies.clear()
    assert client.get("/api/v1/session", headers={"Cookie": f"{COOKIE}={token}"}).json()["code"] == "session_unknown"


@pytest.mark.parametrize(("steps", "code"), [((31,), "session_expired"), ((29,) * 21, "session_expired"), ((29,), "")])
def test_a_session_ends_without_use_and_at_the_latest_after_its_longest_time(client, clock, steps, code):
    sign_in(client)
    answers = []
    for minutes in steps:
        clock.ahead += timedelta(minutes=minutes)
        answers.append(client.get("/api/v1/session").json())
    assert answers[-1].get("code", "") == code


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://platform.test:444"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://platform.test"}, 201),
        ({"Sec-Fetch-Site": "same-origin"}, 201),
        ({}, 201),
    ],
)
def test_a_change_is_taken_from_the_own_pages_and_from_programs_only(client, headers, status):
    answer = sign_in(client, **headers)
    assert answer.status_code == status
    if status == 403:
        assert answer.json()["code"] == "origin_refused"


@pytest.mark.parametrize(
    "body", [{"username": "handler"}, {"username": "", "password": "x"}, {"username": "h", "password": "x" * 201}]
)
def test_credentials_of_the_wrong_shape_are_refused_before_anything_is_hashed(client, body):
    answer = client.post("/api/v1/session", json=body)
    assert (answer.status_code, answer.json()["code"]) == (400, "request_invalid")


def test_a_sign_in_that_failed_is_in_the_trace(client, platform):
    sign_in(client, "handler", "falsch")
    with platform.reading() as uow:
        assert [event.actor for event in uow.events.find(type="session.refused")] == ["handler"]
