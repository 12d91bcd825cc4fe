"""Headers on every kind of answer: pages, files, streams, problems of the framework, addresses that mean nothing."""

import json

import pytest

from contract_platform.domain.vocabulary import Role, State
from contract_platform.web.headers import EVERYWHERE, PAGES_POLICY, TRANSPORT
from contract_platform.web.session import COOKIE
from tests.security.caller import Answer
from tests.security.operations import JSON
from tests.security.staff import PASSWORD, Place, key, member
from tests.security.world import World

WHO = member(Role.HANDLER, Place.NAMED)
SET_BY_HANDLERS = {"Content-Security-Policy", "Cache-Control"}
"""Headers a handler may set to a value of its own; the others are the same everywhere."""
ODD = (
    ("GET", "/nowhere", 503),
    ("GET", "/assets/none.js", 404),
    ("GET", "/api/v1/nowhere", 404),
    ("POST", "/api/v1/nowhere", 404),
    ("PATCH", "/api/v1/contracts", 405),
    ("OPTIONS", "/api/v1/contracts", 204),
    ("GET", "/api/v1/openapi.json", 200),
    ("GET", "/healthz", 200),
    ("GET", "/api/v1/contracts?limit=0", 400),
    ("GET", "/api/v1/events", 200),
)


def check(answer: Answer) -> None:
    """Every header is there, with the value of the table unless the handler has a say."""
    wanted = {name.lower(): value for name, value in (EVERYWHERE | TRANSPORT).items()}
    assert set(wanted) - set(answer.headers) == set()
    fixed = {name: value for name, value in wanted.items() if name.title() not in SET_BY_HANDLERS}
    assert {name: answer.headers[name] for name in fixed} == fixed
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(("method", "path", "status"), ODD)
def test_odd_requests_are_answered_with_all_headers(world: World, method: str, path: str, status: int):
    with world.held.taken_back():
        answer = world.ask(WHO, method, path)
    assert answer.status == status, answer.start()
    check(answer)


def test_a_body_that_is_too_large_or_no_json_is_answered_with_all_headers(world: World):
    contract = world.own[State.DRAFTING].contract.id
    for body, status in ((b"{" + b" " * (3 << 20) + b"}", 413), (b"{", 400), (b"\xff", 400)):
        with world.held.taken_back():
            headers = {"content-type": JSON, "if-match": '"1"'}
            answer = world.ask(WHO, "PATCH", f"/api/v1/contracts/{contract}", headers, body)
        assert answer.status == status, answer.start()
        check(answer)


def test_a_file_is_shown_without_power_and_never_kept(world: World):
    version = world.own[State.DRAFTING].ids["version_id"]
    with world.held.taken_back():
        answer = world.ask(WHO, "GET", f"/api/v1/versions/{version}/content")
    check(answer)
    assert answer.headers["content-security-policy"].startswith("sandbox; ")
    assert answer.headers["cache-control"] == "no-store"
    assert "filename*=UTF-8''" in answer.headers["content-disposition"]


def test_the_cookie_cannot_be_read_sent_from_elsewhere_or_set_for_others(world: World):
    body = json.dumps({"username": key(Role.HANDLER, Place.NAMED), "password": PASSWORD}).encode()
    with world.held.taken_back():
        answer = world.ask(WHO, "POST", "/api/v1/session", {"content-type": JSON}, body)
    given = answer.headers["set-cookie"].lower()
    assert given.startswith(f"{COOKIE.lower()}=")
    assert all(part in given for part in ("secure", "httponly", "samesite=strict", "path=/"))
    assert "domain" not in given


def test_the_policy_of_the_pages_lets_no_string_become_code():
    parts = {words[0]: words[1:] for words in (part.split() for part in PAGES_POLICY.split(";"))}
    assert parts["default-src"] == ["'none'"]
    assert set(parts["script-src"]) == {"'self'", "'wasm-unsafe-eval'"}
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "data:"} & set(parts["script-src"])
    assert parts["base-uri"] == ["'none'"]
    assert "object-src" not in parts  # falls back to none
    assert {word for name, words in parts.items() for word in words if "*" in word} == set()


def test_a_request_from_another_site_is_refused_whoever_sends_it(world: World):
    act = f"/api/v1/contracts/{world.own[State.DRAFTING].contract.id}/actions"
    sent = json.dumps({"action": "withdraw", "reason": "撤件"}).encode()
    for foreign in ({"origin": "https://evil.test"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        with world.held.taken_back():
            answer = world.ask(WHO, "POST", act, {"content-type": JSON, "if-match": '"1"', **foreign}, sent)
            assert (answer.status, answer.json()["code"]) == (403, "origin_refused")
            assert world.held.written() == set()
        check(answer)
