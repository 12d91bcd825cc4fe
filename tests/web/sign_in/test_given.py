"""Passwords that are given and second factors that are taken away, as administrators do when a change is approved."""

from datetime import timedelta

import pytest

from contract_platform.application import sessions
from contract_platform.application.attempts import subjects
from contract_platform.application.passwords import give_password
from contract_platform.application.second_factor import forget_factor
from contract_platform.domain.credentials import DENGBAO, MODERN, faults
from tests.web.conftest import PASSWORD
from tests.web.sign_in.conftest import NEW, said


@pytest.fixture
def give(platform):
    """Gives the handler a password, and returns it."""

    def given():
        with platform.unit_of_work() as uow:
            return give_password(uow, platform, uow.people.get("handler"))[1]

    return given


def change(door, current, new=NEW):
    return door.ask("PUT", "/account/password", json={"current": current, "new": new})


def test_a_given_password_has_to_be_changed(entrance, give):
    given = give()
    assert said(entrance.sign_in()) == (401, "sign_in_failed")
    door = entrance.enter(password=given)
    assert door.get("/session").json()["step"] == "PASSWORD"
    assert change(door, given).json()["step"] is None
    assert entrance.enter(password=NEW).get("/session").json()["step"] is None


def test_it_ends_the_running_session_and_says_so(entrance, give):
    door = entrance.enter()
    give()
    assert said(door.get("/session")) == (401, "session_reset")


def test_it_satisfies_both_policies_and_differs_each_time(give):
    given = [give() for _ in range(5)]
    assert len(set(given)) == 5
    for password in given:
        assert faults(DENGBAO, password, "handler") == faults(MODERN, password, "handler") == ()


def test_the_given_password_itself_is_not_taken_as_the_new_one(entrance, give):
    given = give()
    answer = change(entrance.enter(password=given), given, given)
    assert [reason["code"] for reason in answer.json()["reasons"]] == ["password_reused"]


def test_passwords_from_before_are_not_taken_again(entrance, give):
    assert change(entrance.enter(), PASSWORD).status_code == 200
    given = give()
    answer = change(entrance.enter(password=given), given, NEW)
    assert [reason["code"] for reason in answer.json()["reasons"]] == ["password_reused"]


def test_it_waits_a_week_for_its_first_use(entrance, give, clock):
    given = give()
    clock.ahead += timedelta(days=6, hours=23)
    assert entrance.sign_in(password=given).status_code == 201
    clock.ahead += timedelta(hours=2)
    assert said(entrance.sign_in(password=given)) == (401, "sign_in_failed")
    assert entrance.events("session.refused")[-1]["because"] == "given_too_long_ago"


def test_it_lifts_the_lock_of_the_account_but_not_of_the_address(entrance, give, platform):
    entrance.fail(5)
    give()
    with platform.reading() as uow:
        counts = {one.kind: uow.failures.read(one.digest).count for one in subjects(platform, "handler", "testclient")}
    assert counts == {"account": 0, "address": 5}


def test_a_lost_second_factor_can_be_taken_away(entrance, platform):
    entrance.give_authenticator("handler")
    waiting = entrance.enter()
    with platform.unit_of_work() as uow:
        forget_factor(uow, "handler")
        sessions.end_all(uow, platform, "handler", "reset")
    assert said(waiting.get("/session")) == (401, "session_reset")
    assert entrance.enter().get("/session").json()["step"] is None


def test_an_administrator_whose_second_factor_was_taken_away_sets_up_a_new_one(entrance, platform):
    with platform.unit_of_work() as uow:
        forget_factor(uow, "auditor")
    assert entrance.enter("auditor").get("/session").json()["step"] == "ENROLMENT"
