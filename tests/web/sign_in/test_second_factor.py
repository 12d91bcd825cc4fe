"""Codes of an authenticator and recovery codes: shown at sign-in, set up, renewed, taken away."""

import base64
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest

from contract_platform.domain.people import Post
from contract_platform.domain.vocabulary import Role
from contract_platform.web.session import COOKIE
from tests.web.conftest import PASSWORD, SECRET
from tests.web.sign_in.conftest import said

WRONG = (401, "second_factor_wrong")


@pytest.fixture
def waiting(entrance):
    """The handler, who has an authenticator, after the password."""
    entrance.give_authenticator("handler")
    return entrance.enter()


def prove(door, code):
    return door.ask("PUT", "/session/proof", json={"code": code})


def enrol(entrance, username="handler"):
    """Set up an authenticator as the page does; (door afterwards, secret, recovery codes)."""
    door = entrance.enter(username)
    made = door.ask("POST", "/account/totp", json={"password": PASSWORD}).json()
    secret = base64.b32decode(made["secret"])
    answer = door.ask("PUT", "/account/totp", json={"code": entrance.code(secret=secret)})
    assert answer.status_code == 200, answer.text
    return entrance.door(answer), secret, answer.json()["codes"]


def test_the_password_alone_opens_nothing(waiting):
    view = waiting.get("/session").json()
    assert (view["step"], view["permissions"]) == ("SECOND_FACTOR", ["session.read", "session.delete", "session.prove"])
    for path in ("/contracts", "/tasks", "/reference", "/account", "/events/poll"):
        assert said(waiting.get(path)) == (403, "second_factor_awaited")


def test_a_code_opens_everything_under_a_new_token(entrance, waiting):
    answer = prove(waiting, entrance.code())
    assert (answer.status_code, answer.json()["step"]) == (200, None)
    assert answer.cookies[COOKIE] != waiting.token
    assert entrance.door(answer).get("/contracts").status_code == 200
    assert said(waiting.get("/session")) == (401, "session_unknown")
    assert entrance.events("session.proven") == [{"actor": "handler", "with": "totp"}]


def test_spaces_between_the_digits_do_no_harm(entrance, waiting):
    code = entrance.code()
    assert prove(waiting, f" {code[:3]} {code[3:]} ").status_code == 200


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_a_clock_may_be_one_step_off(entrance, waiting, steps):
    assert prove(waiting, entrance.code(steps)).status_code == 200


@pytest.mark.parametrize("steps", [-3, -2, 2, 3])
def test_a_clock_may_not_be_further_off(entrance, waiting, steps):
    assert said(prove(waiting, entrance.code(steps))) == WRONG


def test_a_code_works_once_even_within_its_time(entrance, waiting):
    code = entrance.code()
    assert prove(waiting, code).status_code == 200
    assert said(prove(entrance.enter(), code)) == WRONG


def test_an_earlier_code_does_not_work_after_a_later_one(entrance, waiting):
    # RFC 6238 5.2: the drift must not reopen a step that lies behind the last one used
    assert prove(waiting, entrance.code(1)).status_code == 200
    assert said(prove(entrance.enter(), entrance.code(0))) == WRONG
    entrance.clock.ahead += timedelta(seconds=60)
    assert prove(entrance.enter(), entrance.code(0)).status_code == 200


def test_wrong_codes_are_counted_and_lock_like_wrong_passwords(entrance, waiting):
    answers = [said(prove(waiting, "000000")) for _ in range(5)]
    assert answers == [WRONG] * 4 + [(401, "sign_in_locked")]
    assert said(prove(waiting, entrance.code())) == (401, "sign_in_locked")
    assert said(entrance.sign_in()) == (401, "sign_in_locked")
    assert len(entrance.events("session.unproven")) == 6


@pytest.mark.usefixtures("roomy")
def test_signing_in_again_with_the_password_gives_no_new_guesses(entrance):
    entrance.give_authenticator("handler")
    for _ in range(4):
        prove(entrance.enter(), "000000")
    assert said(prove(entrance.enter(), "000000")) == (401, "sign_in_locked")


def test_a_session_does_not_wait_longer_than_ten_minutes_for_the_code(entrance, waiting, clock):
    clock.ahead += timedelta(minutes=11)
    assert said(prove(waiting, entrance.code())) == (401, "session_expired")


def test_an_authenticator_of_somebody_else_does_not_help(entrance, waiting):
    assert said(prove(waiting, entrance.code(secret=b"x" * 20))) == WRONG


def test_setting_up_shows_a_secret_and_the_same_in_the_address_of_the_qr_code(entrance):
    made = entrance.enter().ask("POST", "/account/totp", json={"password": PASSWORD}).json()
    address = urlsplit(made["uri"])
    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert parse_qs(address.query) == {"secret": [made["secret"]], "issuer": ["政府合同监管平台"]}
    assert len(base64.b32decode(made["secret"])) == 20


def test_set_up_it_is_asked_for_at_the_next_sign_in(entrance):
    _, secret, _ = enrol(entrance)
    entrance.clock.ahead += timedelta(seconds=30)
    door = entrance.enter()
    assert door.get("/session").json()["step"] == "SECOND_FACTOR"
    assert prove(door, entrance.code(secret=secret)).status_code == 200


def test_the_code_that_set_it_up_does_not_sign_in(entrance):
    _, secret, _ = enrol(entrance)
    assert said(prove(entrance.enter(), entrance.code(secret=secret))) == WRONG


def test_setting_up_needs_the_password(entrance):
    door = entrance.enter()
    assert said(door.ask("POST", "/account/totp", json={"password": "falsch"})) == (409, "password_not_confirmed")
    assert said(door.ask("POST", "/account/totp", json={})) == (409, "password_not_confirmed")


def test_without_a_first_code_nothing_is_set_up(entrance):
    door = entrance.enter()
    assert said(door.ask("PUT", "/account/totp", json={"code": "123456"})) == (409, "enrolment_not_begun")
    door.ask("POST", "/account/totp", json={"password": PASSWORD})
    assert said(door.ask("PUT", "/account/totp", json={"code": "abcdef"})) == (409, "enrolment_code_wrong")
    assert entrance.enter().get("/session").json()["step"] is None


def test_a_new_authenticator_replaces_the_old_one_only_once_confirmed(entrance):
    entrance.give_authenticator("handler")
    door = entrance.door(prove(entrance.enter(), entrance.code()))
    made = door.ask("POST", "/account/totp", json={"password": PASSWORD}).json()
    entrance.clock.ahead += timedelta(seconds=60)
    again = entrance.door(prove(entrance.enter(), entrance.code()))
    fresh = base64.b32decode(made["secret"])
    assert again.ask("PUT", "/account/totp", json={"code": entrance.code(secret=fresh)}).status_code == 200
    entrance.clock.ahead += timedelta(seconds=60)
    assert said(prove(entrance.enter(), entrance.code())) == WRONG
    assert prove(entrance.enter(), entrance.code(secret=fresh)).status_code == 200


def test_the_secret_lies_sealed_in_the_database(entrance, platform):
    _, secret, codes = enrol(entrance)
    kept = b"".join(file.read_bytes() for file in platform.spool.parent.glob("platform.db*"))
    for plain in (secret, base64.b32encode(secret), secret.hex().encode(), *(code.encode() for code in codes)):
        assert plain not in kept
    assert SECRET not in kept


def test_a_sealed_secret_copied_to_somebody_else_does_not_work(entrance, platform):
    entrance.give_authenticator("handler")
    with platform.reading() as uow:
        stolen = uow.credentials.get("handler").totp
    entrance.keep("legal", totp=stolen)
    assert prove(entrance.enter("legal"), entrance.code()).status_code == 500


def test_ten_recovery_codes_each_sign_in_once(entrance):
    _, _, codes = enrol(entrance)
    assert len(set(codes)) == 10
    for code in codes[:3]:
        assert prove(entrance.enter(), code).status_code == 200
    assert said(prove(entrance.enter(), codes[0])) == WRONG
    door = entrance.door(prove(entrance.enter(), codes[3]))
    assert door.get("/account").json()["recovery_codes_left"] == 6
    assert {event["with"] for event in entrance.events("session.proven")} == {"recovery_code"}


def test_a_recovery_code_may_be_typed_in_small_letters_without_dashes(entrance):
    _, _, codes = enrol(entrance)
    assert prove(entrance.enter(), codes[0].replace("-", " ").lower()).status_code == 200


def test_recovery_codes_of_one_person_are_worth_nothing_to_another(entrance):
    _, _, codes = enrol(entrance)
    entrance.give_authenticator("legal")
    assert said(prove(entrance.enter("legal"), codes[0])) == WRONG


def test_new_recovery_codes_replace_the_old_ones_and_need_a_code(entrance):
    door, secret, codes = enrol(entrance)
    entrance.clock.ahead += timedelta(seconds=30)
    assert said(door.ask("POST", "/account/recovery-codes", json={"code": "000000"})) == (
        409,
        "second_factor_not_confirmed",
    )
    answer = door.ask("POST", "/account/recovery-codes", json={"code": entrance.code(secret=secret)})
    fresh = answer.json()["codes"]
    assert not set(fresh) & set(codes)
    assert said(prove(entrance.enter(), codes[0])) == WRONG
    assert prove(entrance.enter(), fresh[0]).status_code == 200


def test_it_can_be_turned_off_with_password_and_code(entrance):
    door, secret, codes = enrol(entrance)
    entrance.clock.ahead += timedelta(seconds=30)

    def remove(password, code):
        return door.ask("POST", "/account/totp/removal", json={"password": password, "code": code})

    assert said(remove("falsch", entrance.code(secret=secret))) == (409, "password_not_confirmed")
    assert said(remove(PASSWORD, "000000")) == (409, "second_factor_not_confirmed")
    assert remove(PASSWORD, entrance.code(secret=secret)).status_code == 204
    again = entrance.enter()
    assert again.get("/session").json()["step"] is None
    assert again.get("/account").json()["recovery_codes_left"] == 0
    assert codes


def test_guessing_codes_inside_a_session_is_counted_too(entrance):
    door, _, _ = enrol(entrance)
    answers = [said(door.ask("POST", "/account/recovery-codes", json={"code": "000000"})) for _ in range(6)]
    assert answers[:4] == [(409, "second_factor_not_confirmed")] * 4
    assert answers[4:] == [(409, "confirmation_locked")] * 2


@pytest.mark.parametrize("username", ["admin", "security", "auditor"])
def test_administrators_sign_in_with_two_factors(entrance, username):
    door = entrance.enter(username)
    assert door.get("/session").json()["step"] == "SECOND_FACTOR"
    assert prove(door, entrance.code()).json()["step"] is None


@pytest.mark.parametrize("username", ["admin", "security", "auditor"])
def test_administrators_without_one_set_it_up_before_anything_else(entrance, username):
    entrance.keep(username, totp=None)
    door = entrance.enter(username)
    assert door.get("/session").json()["step"] == "ENROLMENT"
    for path in ("/reference", "/events/poll"):
        assert said(door.get(path)) == (403, "enrolment_awaited")
    answer = door.ask("POST", "/changes")
    assert said(answer) == (403, "enrolment_awaited")
    door, _, _ = enrol(entrance, username)
    assert door.get("/session").json()["step"] is None
    assert door.get("/reference").status_code == 200


def test_who_becomes_administrator_is_asked_in_the_running_session(entrance, platform):
    door = entrance.enter()
    post = Post(id="more", person_id="handler", unit_id="justice", role=Role.AUDIT_ADMIN, valid_from=date(2020, 1, 1))
    with platform.unit_of_work() as uow:
        uow.posts.remove("post-handler")
        uow.posts.add(post)
    assert said(door.get("/reference")) == (403, "enrolment_awaited")


def test_administrators_cannot_turn_it_off(entrance):
    door = entrance.door(prove(entrance.enter("security"), entrance.code()))
    entrance.clock.ahead += timedelta(seconds=30)
    body = {"password": PASSWORD, "code": entrance.code()}
    assert said(door.ask("POST", "/account/totp/removal", json=body)) == (409, "second_factor_required")


def test_demo_administrators_are_exempt(entrance, platform):
    entrance.keep("admin", totp=None)
    with platform.unit_of_work() as uow:
        uow.people.save(msgspec.structs.replace(uow.people.get("admin"), demo=True))
    assert entrance.enter("admin").get("/session").json()["step"] is None


@pytest.mark.parametrize("code", ["", "12345", "x" * 65, None, 123456])
def test_codes_of_the_wrong_shape_are_refused_before_anything_is_counted(entrance, waiting, code):
    assert said(prove(waiting, code)) == (400, "request_invalid")
    assert entrance.events("session.unproven") == []
