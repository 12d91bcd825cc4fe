"""Choosing a password, having to choose one, and being given one."""

from datetime import timedelta

import msgspec
import pytest

from contract_platform.domain.credentials import MODERN
from contract_platform.web.session import COOKIE
from tests.web.conftest import PASSWORD
from tests.web.sign_in.conftest import NEW, said

AWAITED = (403, "password_change_awaited")


def change(door, new=NEW, current=PASSWORD):
    return door.ask("PUT", "/account/password", json={"current": current, "new": new})


def reasons(answer):
    assert said(answer) == (409, "password_not_accepted"), answer.text
    return [reason["code"] for reason in answer.json()["reasons"]]


@pytest.fixture
def due(entrance):
    """The handler, whose password somebody else gave."""
    entrance.keep("handler", set_at=None)
    return entrance.enter()


@pytest.fixture
def modern(platform):
    """The other profile."""
    rules = msgspec.structs.replace(platform.sign_in_rules, policy=MODERN)
    object.__setattr__(platform, "sign_in_rules", rules)


def test_a_new_password_is_used_from_then_on(entrance):
    assert change(entrance.enter()).status_code == 200
    assert said(entrance.sign_in()) == (401, "sign_in_failed")
    assert entrance.sign_in(password=NEW).status_code == 201
    assert [event["actor"] for event in entrance.events("password.changed")] == ["handler"]


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ("Kurz-7-x", "password_too_short"),
        ("alles-klein-geschrieben", "password_too_plain"),
        ("Handler-7-Qing-Lan", "password_holds_username"),
        ("Password@123456", "password_guessable"),
        ("1qaz@WSX3edc$RFV", "password_guessable"),
        ("Aa1!Aa1!Aa1!Aa1!", "password_guessable"),
    ],
)
def test_what_the_policy_refuses_is_said_with_a_way_out(entrance, new, code):
    answer = change(entrance.enter(), new)
    assert code in reasons(answer)
    [text] = [reason["text"] for reason in answer.json()["reasons"] if reason["code"] == code]
    assert "，" in text or "请" in text


def test_every_fault_is_said_at_once(entrance):
    assert reasons(change(entrance.enter(), "handler")) == [
        "password_too_short", "password_too_plain", "password_holds_username",
    ]  # fmt: skip


def test_a_refused_password_changes_nothing(entrance):
    door = entrance.enter()
    change(door, "kurz")
    assert door.get("/session").status_code == 200
    assert entrance.sign_in().status_code == 201


def test_the_last_five_passwords_are_not_taken_again(entrance):
    used = [PASSWORD]
    door = entrance.enter()
    for number in range(5):
        new = f"Qing-{number}-Lan-jiang"
        answer = change(door, new, current=used[-1])
        assert answer.status_code == 200, answer.text
        used.append(new)
        door = entrance.door(answer)
    assert [reasons(change(door, old, current=used[-1])) for old in used[1:]] == [["password_reused"]] * 5


def test_the_sixth_last_password_may_come_back(entrance):
    first = "Qing-first-1-Lan"
    door = entrance.door(change(entrance.enter(), first))
    current = first
    for number in range(5):
        new = f"Qing-{number}-Lan-jiang"
        door = entrance.door(change(door, new, current=current))
        current = new
    assert change(door, first, current=current).status_code == 200


def test_the_present_password_has_to_be_known(entrance):
    door = entrance.enter()
    assert said(change(door, current="falsch")) == (409, "password_not_confirmed")
    assert entrance.sign_in().status_code == 201


def test_guessing_the_present_password_inside_a_session_is_counted(entrance):
    door = entrance.enter()
    answers = [said(change(door, current="falsch")) for _ in range(6)]
    assert answers[:4] == [(409, "password_not_confirmed")] * 4
    assert answers[4:] == [(409, "confirmation_locked")] * 2
    assert said(entrance.sign_in()) == (401, "sign_in_locked")


def test_a_given_password_has_to_be_changed_before_anything_else(entrance, due):
    assert due.get("/session").json()["step"] == "PASSWORD"
    for path in ("/contracts", "/tasks", "/reference", "/events/poll"):
        assert said(due.get(path)) == AWAITED
    assert said(due.upload()) == AWAITED
    answer = change(due)
    assert (answer.status_code, answer.json()["step"]) == (200, None)
    assert entrance.door(answer).get("/contracts").status_code == 200


def test_somebody_of_whom_nothing_is_kept_yet_chooses_a_password_first(entrance, platform):
    with platform.unit_of_work() as uow:
        uow.credentials.remove("handler")
    door = entrance.enter()
    assert door.get("/session").json()["step"] == "PASSWORD"
    assert change(door).json()["step"] is None
    assert entrance.enter(password=NEW).get("/session").json()["step"] is None


def test_no_other_operation_opens_while_a_password_is_due(app, due):
    opened = set()
    for route in app.routes:
        for handler in route.route_handlers:
            name = handler.opt.get("operation")
            path = "/".join("x" if not isinstance(part, str) else part for part in route.path_components)
            if name and path.startswith("api/v1") and name not in {"pages", "session.delete"}:
                answer = due.ask(min(handler.http_methods), f"/{path.removeprefix('api/v1/')}")
                if answer.status_code != 403:
                    opened.add(name)
    public = {"session.create", "session.ways", "provider.begin", "provider.finish", "openapi"}
    assert opened - public == {"session.read", "session.keep", "account.read", "password.change"}


def test_a_password_runs_out_after_ninety_days(entrance, clock):
    clock.ahead += timedelta(days=89)
    assert entrance.enter().get("/session").json()["step"] is None
    clock.ahead += timedelta(days=2)
    door = entrance.enter()
    assert door.get("/session").json()["step"] == "PASSWORD"
    answer = change(door)
    assert answer.json()["step"] is None
    clock.ahead += timedelta(days=89)
    assert entrance.enter(password=NEW).get("/session").json()["step"] is None


def test_demo_people_keep_their_password(entrance, platform, clock):
    with platform.unit_of_work() as uow:
        uow.people.save(msgspec.structs.replace(uow.people.get("handler"), demo=True))
        uow.credentials.remove("handler")
    clock.ahead += timedelta(days=400)
    assert entrance.enter().get("/session").json()["step"] is None


def test_a_password_due_and_a_second_factor_are_asked_one_after_the_other(entrance):
    entrance.give_authenticator("handler")
    entrance.keep("handler", set_at=None)
    door = entrance.enter()
    assert said(change(door)) == (403, "second_factor_awaited")
    answer = door.ask("PUT", "/session/proof", json={"code": entrance.code()})
    assert answer.json()["step"] == "PASSWORD"
    answer = change(entrance.door(answer))
    assert answer.json()["step"] is None
    assert answer.cookies[COOKIE] != door.token


@pytest.mark.usefixtures("modern")
def test_the_modern_profile_wants_length_and_nothing_else(entrance, clock):
    door = entrance.enter()
    assert reasons(change(door, "vierzehn-kurz!")) == ["password_too_short"]
    answer = change(door, "lauter kleine lange worte")
    assert answer.status_code == 200
    clock.ahead += timedelta(days=4000)
    door = entrance.enter(password="lauter kleine lange worte")
    view = door.get("/session").json()
    assert view["step"] is None
    assert door.get("/account").json()["password_runs_out_at"] is None


@pytest.mark.usefixtures("modern")
def test_the_modern_profile_too_refuses_the_password_in_use_and_known_ones(entrance):
    long = "lauter kleine lange worte"
    door = entrance.door(change(entrance.enter(), long))
    assert reasons(change(door, long, current=long)) == ["password_reused"]
    assert reasons(change(door, "passwordpassword2026", current=long)) == ["password_guessable"]


def test_passwords_never_appear_in_the_trace(entrance, platform):
    entrance.fail(1)
    change(entrance.enter())
    with platform.reading() as uow:
        written = b"".join(bytes(event.data) for event in uow.events.find())
    for secret in (PASSWORD, NEW, "falsch"):
        assert secret.encode() not in written


def test_the_account_page_tells_the_rules_and_when_the_password_runs_out(entrance):
    account = entrance.enter().get("/account").json()
    assert account["policy"] == {"id": "dengbao", "shortest": 12, "classes": 3, "history": 5, "max_age_days": 90}
    assert account["password_set_at"] < account["password_runs_out_at"]
    assert (account["totp_since"], account["totp_required"], account["strong"]) == (None, False, False)
    assert account["signed_in_from"] == "testclient"
