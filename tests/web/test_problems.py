import pytest
from litestar import get
from litestar.testing import TestClient

from contract_platform.domain.errors import PlatformError
from contract_platform.web import errors
from contract_platform.web.app import create_app
from contract_platform.web.language import language_of
from contract_platform.web.problems import STATUSES, TITLES, spoken

FIELDS = {"type", "title", "status", "detail", "code", "params", "reasons"}


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("", "zh"),
        ("en", "en"),
        ("zh-CN", "zh"),
        ("en-GB,en;q=0.9,zh;q=0.1", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("fr, en;q=0.5", "en"),
        ("fr", "zh"),
        ("en;q=0, zh;q=0.1", "zh"),
        ("en;q=many", "zh"),
    ],
)
def test_the_language_is_the_one_asked_for_and_chinese_otherwise(accept, language):
    assert language_of(accept) == language


def test_a_problem_reads_in_both_languages_and_keeps_its_code(client):
    chinese = client.get("/api/v1/contracts", headers={"Accept-Language": "zh-CN"})
    english = client.get("/api/v1/contracts", headers={"Accept-Language": "en"})
    assert chinese.headers["content-type"] == english.headers["content-type"] == "application/problem+json"
    assert (chinese.headers["content-language"], english.headers["content-language"]) == ("zh-CN", "en")
    assert chinese.json()["code"] == english.json()["code"] == "not_signed_in"
    assert (chinese.json()["detail"], english.json()["detail"]) == ("请先登录", "Sign in first")
    assert set(chinese.json()) == FIELDS
    assert chinese.json()["status"] == chinese.status_code == 401


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/v1/nothing", "/api/v2/contracts", "/api/v1/contracts/x/nothing"]
)
def test_an_unknown_address_below_api_is_a_problem_for_every_method(client, method, path):
    answer = client.request(method, path)
    assert (answer.status_code, answer.json()["code"]) == (404, "address_unknown")
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_method_that_an_address_does_not_take_is_a_problem(client):
    answer = client.delete("/api/v1/contracts")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b""])
def test_a_body_that_is_no_json_is_a_problem(client, body):
    answer = client.post("/api/v1/session", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["code"] in {"body_unreadable", "request_invalid"}


def test_a_wrong_field_is_named_with_what_was_expected(client):
    body = {"username": 7, "password": "x"}
    answer = client.post("/api/v1/session", json=body)
    assert answer.json()["code"] == "request_invalid"
    assert answer.json()["params"]["fields"] == [{"field": "username", "problem": "Expected `str`, got `int`"}]
    assert "username：应为 `str`，收到 `int`" in answer.json()["detail"]


def test_a_field_too_many_is_named(client):
    answer = client.post("/api/v1/session", json={"username": "a", "password": "b", "role": "SYS_ADMIN"})
    assert answer.status_code == 400
    assert "role" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"limit": "201"}, "limit"),
        ({"limit": "x"}, "limit"),
        ({"states": "NOWHERE"}, "states"),
        ({"year": "1"}, "year"),
    ],
)
def test_a_wrong_query_parameter_is_named(enter, query, field):
    answer = enter("handler").get("/contracts", params=query)
    assert (answer.status_code, answer.json()["code"]) == (400, "request_invalid")
    assert [one["field"] for one in answer.json()["params"]["fields"]] == [field]


def test_a_cursor_of_somebody_else_is_a_problem(enter):
    answer = enter("handler").get("/contracts", params={"after": "***"})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_cursor")


def test_a_body_that_is_too_large_is_a_problem(client):
    answer = client.post("/api/v1/session", json={"username": "a", "password": "x" * (3 << 20)})
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


def test_a_fault_of_ours_tells_a_number_and_nothing_else(platform, settings, capsys):
    @get("/broken", opt={"operation": "pages"}, sync_to_thread=True)
    def broken() -> None:
        raise ZeroDivisionError("the password is 12345")

    app = create_app(platform, settings)
    app.register(broken)
    with TestClient(app, base_url="https://platform.test", raise_server_exceptions=False) as client:
        answer = client.get("/broken")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert answer.headers["content-type"] == "application/problem+json"
    assert "12345" not in answer.text
    incident = answer.json()["params"]["incident"]
    assert incident in answer.json()["detail"]
    logged = capsys.readouterr().out
    assert incident in logged
    assert "ZeroDivisionError" in logged


def test_every_kind_of_error_has_a_status_and_every_status_a_title():
    kinds = set(PlatformError.__subclasses__())
    assert errors.Malformed in kinds
    assert kinds == set(STATUSES)
    assert set(STATUSES.values()) <= set(TITLES)


@pytest.mark.parametrize(
    ("message", "chinese"),
    [
        ("Expected `int`, got `str` - at `$.a`", "应为 `int`，收到 `str`"),
        ("Object missing required field `name`", "缺少字段 name"),
        ("Object contains unknown field `role`", "不认识的字段 role"),
        ("Invalid enum value 'X'", "不在可选值之列：'X'"),
        ("something else", "something else"),
    ],
)
def test_what_the_decoder_says_is_said_in_chinese(message, chinese):
    assert spoken(message, "zh") == chinese


def test_health_says_when_the_database_does_not_answer(client, platform, monkeypatch):
    assert client.get("/healthz").json() == {"status": "ok"}
    monkeypatch.setattr(type(platform.queries), "last_event", lambda _: 1 / 0)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
