"""How long a session lasts, what renews it, and why it is over."""

import asyncio
import time
from datetime import timedelta
from functools import partial

import msgspec
import pytest

from contract_platform.application import sessions
from contract_platform.application.shown_time import shown
from contract_platform.domain.relations import Scope
from contract_platform.web.feed import LOOK_AFTER_SESSIONS, POLL_SECONDS, Feed, Listener
from contract_platform.web.session import COOKIE
from tests.web.conftest import PASSWORD
from tests.web.sign_in.conftest import NEW, said

NOTHING = Scope(person_id="handler", unit_ids=frozenset(), bureau=False, all_units=False)
UNATTENDED = {"Unattended": "?1"}


def later(clock, minutes):
    clock.ahead += timedelta(minutes=minutes)


def test_a_new_sign_in_ends_the_old_session_and_says_when_and_from_where(entrance, clock):
    old = entrance.enter()
    later(clock, 5)
    new = entrance.enter()
    answer = old.get("/session")
    assert said(answer) == (401, "session_replaced")
    assert answer.json()["params"] == {"at": shown(clock.now()), "address": "testclient"}
    assert "testclient" in answer.json()["detail"]
    assert new.get("/session").status_code == 200
    assert entrance.events("session.ended") == [{"actor": "handler", "because": "replaced"}]


def test_a_failed_sign_in_ends_nobodys_session(entrance):
    door = entrance.enter()
    entrance.fail(2)
    assert door.get("/session").status_code == 200


def test_a_sign_in_that_waits_for_the_second_factor_ends_nobodys_session(entrance):
    # whoever knows a password only cannot throw its owner out
    entrance.give_authenticator("handler")
    first = entrance.enter()
    assert first.ask("PUT", "/session/proof", json={"code": entrance.code()}).status_code == 200
    proven = entrance.door(entrance.sign_in())
    assert proven.get("/session").json()["step"] == "SECOND_FACTOR"
    assert entrance.events("session.ended") == []


def test_why_a_session_ended_is_remembered_for_a_day_only(entrance, clock, platform):
    old = entrance.enter()
    later(clock, 60 * 36)
    entrance.enter()
    with platform.reading() as uow:
        assert len(uow.sessions.find(person_id="handler")) == 1
    assert said(old.get("/session")) == (401, "session_unknown")


def test_reading_on_keeps_a_session_by_telling_that_somebody_is_there(entrance, clock):
    door = entrance.enter()
    for _ in range(4):
        later(clock, 20)
        assert door.ask("PUT", "/session/activity").status_code == 204
    assert door.get("/session").status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [("GET", "/events/poll", {}), ("GET", "/session", UNATTENDED), ("GET", "/contracts", UNATTENDED)],
)
def test_what_pages_ask_by_themselves_keeps_no_session(entrance, clock, method, path, headers):
    door = entrance.enter()
    for _ in range(2):
        later(clock, 14)
        assert door.ask(method, path, headers=headers).status_code == 200
    later(clock, 3)
    assert said(door.get("/session")) == (401, "session_expired")


def test_the_longest_time_holds_however_busy_somebody_is(entrance, clock):
    door = entrance.enter()
    for _ in range(29):
        later(clock, 20)
        assert door.ask("PUT", "/session/activity").status_code == 204
    assert door.get("/session").json()["left_seconds"] <= 20 * 60
    later(clock, 21)
    assert said(door.ask("PUT", "/session/activity")) == (401, "session_expired")


def test_the_session_tells_how_long_it_lasts(entrance, clock):
    door = entrance.enter()
    view = door.get("/session").json()
    assert 1795 <= view["idle_seconds"] <= 1800
    assert 35995 <= view["left_seconds"] <= 36000
    later(clock, 25)
    view = door.get("/session", headers=UNATTENDED).json()
    assert 295 <= view["idle_seconds"] <= 300


def test_both_times_are_settings(entrance, clock, platform):
    rules = msgspec.structs.replace(platform.sign_in_rules, idle=timedelta(minutes=5), absolute=timedelta(minutes=8))
    object.__setattr__(platform, "sign_in_rules", rules)
    door = entrance.enter()
    later(clock, 4)
    assert door.get("/session").status_code == 200
    later(clock, 4.1)
    assert said(door.get("/session")) == (401, "session_expired")
    idle = entrance.enter()
    later(clock, 5.1)
    assert said(idle.get("/session")) == (401, "session_expired")


def test_a_session_that_ran_out_stays_over(entrance, clock):
    door = entrance.enter()
    later(clock, 31)
    assert said(door.get("/session")) == (401, "session_expired")
    clock.ahead = timedelta(0)
    assert said(door.get("/session")) == (401, "session_expired")
    assert entrance.events("session.ended")[-1]["because"] == "expired"


def test_sessions_of_people_who_are_disabled_end_at_once(entrance, platform):
    door = entrance.enter()
    with platform.unit_of_work() as uow:
        uow.people.save(msgspec.structs.replace(uow.people.get("handler"), disabled=True))
    assert said(door.get("/contracts")) == (401, "session_disabled")
    assert entrance.events("session.ended")[-1]["because"] == "disabled"


def test_streams_of_people_who_are_disabled_are_over_too(entrance, platform):
    token = entrance.enter().token
    assert sessions.ended(platform, [token]) == set()
    with platform.unit_of_work() as uow:
        uow.people.save(msgspec.structs.replace(uow.people.get("handler"), disabled=True))
    assert sessions.ended(platform, [token]) == {token}


def test_streams_of_a_session_that_was_replaced_are_over(entrance, platform):
    token = entrance.enter().token
    fresh = entrance.enter().token
    assert sessions.ended(platform, [token, fresh]) == {token}


def test_an_open_stream_is_ended_as_soon_as_its_session_is(entrance, platform):
    async def run():
        feed = Feed(platform, partial(sessions.ended, platform))
        polling = asyncio.create_task(feed.run())
        old = Listener(NOTHING, await asyncio.to_thread(lambda: entrance.enter().token))
        await feed.open(old)
        new = Listener(NOTHING, await asyncio.to_thread(lambda: entrance.enter().token))
        await feed.open(new)
        heard = await asyncio.wait_for(old.waiting.get(), 10)
        left = new.waiting.empty()
        feed.shut_down()
        await polling
        return heard, left

    began = time.monotonic()
    assert asyncio.run(run()) == (None, True)
    assert time.monotonic() - began < LOOK_AFTER_SESSIONS * POLL_SECONDS


def test_every_sign_in_has_a_token_of_its_own(entrance):
    tokens = {entrance.enter().token for _ in range(4)}
    assert len(tokens) == 4
    assert all(len(token) >= 43 for token in tokens)


def test_a_token_brought_along_is_not_taken_over(client, platform):
    # session fixation: what the browser brings to the sign-in means nothing afterwards
    client.cookies.clear()
    body = {"username": "handler", "password": PASSWORD}
    answer = client.post("/api/v1/session", json=body, headers={"Cookie": f"{COOKIE}=chosen-by-somebody-else"})
    assert answer.cookies[COOKIE] != "chosen-by-somebody-else"
    with platform.reading() as uow:
        assert len(uow.sessions.find(person_id="handler")) == 1


def test_the_token_changes_with_the_password_and_the_old_one_is_worth_nothing(entrance):
    door = entrance.enter()
    answer = door.ask("PUT", "/account/password", json={"current": PASSWORD, "new": NEW})
    assert answer.status_code == 200, answer.text
    assert answer.cookies[COOKIE] != door.token
    assert said(door.get("/session")) == (401, "session_unknown")
    assert entrance.door(answer).get("/session").status_code == 200


def test_a_new_token_does_not_prolong_the_longest_time(entrance, clock):
    door = entrance.enter()
    later(clock, 25)
    answer = door.ask("PUT", "/account/password", json={"current": PASSWORD, "new": NEW})
    assert answer.json()["left_seconds"] <= 36000 - 25 * 60


def test_only_a_digest_of_the_token_is_stored(entrance, platform):
    token = entrance.enter().token
    kept = b"".join(file.read_bytes() for file in platform.spool.parent.glob("platform.db*"))
    assert token.encode() not in kept
    assert sessions.token_hash(token).encode() in kept


def test_signing_out_clears_what_the_browser_kept_but_not_other_systems_cookies(entrance):
    answer = entrance.enter().ask("DELETE", "/session")
    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    assert "max-age=0" in answer.headers["set-cookie"].lower()
    assert entrance.events("session.ended")[-1]["because"] == "signed_out"


@pytest.mark.parametrize("path", ["/session", "/account"])
def test_nothing_about_sign_in_may_be_kept_by_caches(entrance, path):
    assert entrance.enter().get(path).headers["cache-control"] == "no-store"
