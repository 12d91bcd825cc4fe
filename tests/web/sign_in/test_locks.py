"""After five failures nobody signs in for half an hour, whoever the name is and wherever they come from."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import msgspec
import pytest

from contract_platform.application import attempts
from contract_platform.application.shown_time import shown
from contract_platform.domain.credentials import MODERN
from contract_platform.domain.people import SYSTEM_ACTOR
from contract_platform.web.session import COOKIE
from tests.web.conftest import PASSWORD
from tests.web.sign_in.conftest import said

FAILED, LOCKED = (401, "sign_in_failed"), (401, "sign_in_locked")
FORTY_MINUTES = timedelta(minutes=40)


@pytest.mark.usefixtures("roomy")
def test_the_fifth_failure_locks_the_account_even_for_the_right_password(entrance):
    assert [said(answer) for answer in entrance.fail(5)] == [FAILED] * 4 + [LOCKED]
    assert said(entrance.sign_in()) == LOCKED


def test_four_failures_lock_nothing(entrance):
    entrance.fail(4)
    assert entrance.sign_in().status_code == 201


@pytest.mark.usefixtures("roomy")
def test_a_name_nobody_has_is_locked_in_the_same_words(entrance):
    known, unknown = entrance.fail(6), entrance.fail(6, "nobody-at-all")
    assert [answer.text for answer in known] == [answer.text for answer in unknown]
    assert [answer.headers.keys() for answer in known] == [answer.headers.keys() for answer in unknown]


@pytest.mark.usefixtures("roomy")
def test_a_locked_account_leaves_the_others_alone(entrance):
    entrance.fail(5)
    assert entrance.sign_in("legal").status_code == 201


@pytest.mark.usefixtures("roomy")
def test_a_lock_counts_for_every_spelling_of_the_name(entrance):
    for spelling in ("handler", "HANDLER", " handler", "Handler ", "handLer"):
        entrance.sign_in(spelling, "falsch")
    assert said(entrance.sign_in()) == LOCKED


def test_five_failures_from_one_address_lock_the_address_for_every_name(entrance):
    for name in ("handler", "legal", "lead", "intake", "nobody-at-all"):
        entrance.sign_in(name, "falsch")
    assert said(entrance.sign_in("reviewer")) == LOCKED


def test_a_success_does_not_let_an_address_count_anew(entrance):
    # whoever has an account of their own would otherwise guess on for ever
    for name in ("legal", "lead", "intake", "reviewer"):
        entrance.sign_in(name, "falsch")
    assert entrance.sign_in("handler").status_code == 201
    assert said(entrance.sign_in("stranger", "falsch")) == LOCKED


@pytest.mark.usefixtures("roomy")
def test_a_success_lets_the_account_count_anew(entrance):
    entrance.fail(4)
    assert entrance.sign_in().status_code == 201
    assert [said(answer) for answer in entrance.fail(4)] == [FAILED] * 4
    assert entrance.sign_in().status_code == 201


def test_the_lock_ends_after_half_an_hour_and_says_when(entrance, clock):
    answer = entrance.fail(5)[-1]
    until = shown(clock.now() + timedelta(minutes=30))
    assert answer.json()["params"]["until"] == until
    assert until in answer.json()["detail"]
    clock.ahead += timedelta(minutes=29)
    assert said(entrance.sign_in()) == LOCKED
    clock.ahead += timedelta(minutes=2)
    assert entrance.sign_in().status_code == 201


def test_attempts_during_a_lock_do_not_prolong_it(entrance, clock):
    entrance.fail(5)
    clock.ahead += timedelta(minutes=20)
    entrance.fail(3)
    clock.ahead += timedelta(minutes=11)
    assert entrance.sign_in().status_code == 201


def test_after_a_lock_five_failures_are_needed_for_the_next(entrance, clock):
    entrance.fail(5)
    clock.ahead += timedelta(minutes=31)
    assert [said(answer) for answer in entrance.fail(5)] == [FAILED] * 4 + [LOCKED]


def test_failures_over_a_long_time_do_not_add_up(entrance, clock):
    for _ in range(9):
        entrance.fail(1)
        clock.ahead += FORTY_MINUTES
    assert entrance.sign_in().status_code == 201


def test_while_locked_no_password_is_checked(entrance, platform, monkeypatch):
    entrance.fail(5)
    asked = []

    def verify(*given):
        asked.append(given)
        return True

    monkeypatch.setattr(type(platform.passwords), "verify", verify)
    assert said(entrance.sign_in()) == LOCKED
    assert asked == []


def test_guesses_sent_at_once_are_counted_one_by_one(client):
    # all are past the first look at the lock before the first failure is written
    def guess(number):
        body = {"username": "handler", "password": PASSWORD if number == 19 else "falsch"}
        return client.post("/api/v1/session", json=body)

    with ThreadPoolExecutor(20) as at_once:
        answers = list(at_once.map(guess, range(20)))
    told = [answer for answer in answers if answer.status_code == 201 or answer.json()["code"] == "sign_in_failed"]
    assert len(told) <= 5
    assert all(said(answer) == LOCKED for answer in answers if answer not in told)


def test_a_right_password_that_was_checked_while_others_failed_is_too_late(entrance, platform, monkeypatch):
    # the fifth failure is written between the first look at the lock and the end of this check
    def verify(*_given):
        with platform.unit_of_work() as uow:
            for _ in range(5):
                attempts.count(uow, platform, SYSTEM_ACTOR, attempts.subjects(platform, "handler", "testclient"))
        return True

    monkeypatch.setattr(type(platform.passwords), "verify", verify)
    assert said(entrance.sign_in()) == LOCKED
    with platform.reading() as uow:
        assert uow.sessions.find(person_id="handler") == []


def test_a_lock_and_every_attempt_are_in_the_trace(entrance):
    entrance.fail(6)
    assert [event["because"] for event in entrance.events("session.refused")] == ["wrong"] * 5 + ["locked"]
    assert {event["what"] for event in entrance.events("session.locked")} == {"account", "address"}
    assert {event["actor"] for event in entrance.events("session.refused")} == {"handler"}


def test_a_name_nobody_has_is_never_written_down(entrance, platform):
    typed = "my-Password-typed-into-the-wrong-field"
    entrance.sign_in(typed, "falsch")
    entrance.sign_in(typed, "falsch")
    events = entrance.events("session.refused")
    assert {event["actor"] for event in events} == {"unknown"}
    assert len({event["name"] for event in events}) == 1
    with platform.reading() as uow:
        assert not any(typed.casefold().encode() in bytes(event.data).lower() for event in uow.events.find())
    database = platform.spool.parent / "platform.db"
    kept = b"".join(file.read_bytes() for file in database.parent.glob("platform.db*"))
    assert typed.encode() not in kept
    assert typed.casefold().encode() not in kept


def test_no_answer_sets_a_cookie_unless_somebody_is_let_in(entrance):
    assert [answer for answer in entrance.fail(6) if COOKIE in answer.cookies] == []


def test_the_limit_by_address_is_a_setting(entrance, platform):
    rules = msgspec.structs.replace(platform.sign_in_rules, address_failures=7, policy=MODERN)
    object.__setattr__(platform, "sign_in_rules", rules)
    names = ("handler", "legal", "lead", "intake", "reviewer", "supervisor", "stranger")
    answers = [said(entrance.sign_in(name, "falsch")) for name in names]
    assert answers == [FAILED] * 6 + [LOCKED]
