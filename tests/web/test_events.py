import asyncio
import dataclasses
from datetime import timedelta

import msgspec
import pytest

from contract_platform.application.sessions import ended
from contract_platform.domain.relations import Scope
from contract_platform.web import feed as feeds
from contract_platform.web.events import framed, told
from contract_platform.web.feed import Change, Feed, Listener

DATA = Scope(person_id="handler", unit_ids=frozenset({"data"}), bureau=False, all_units=False)
HOUSING = Scope(person_id="stranger", unit_ids=frozenset({"housing"}), bureau=False, all_units=False)


def test_polling_starts_now_and_tells_only_what_came_after(enter, contract):
    door = enter("handler")
    start = door.get("/events/poll").json()
    assert start["changes"] == []
    assert door.get("/events/poll", params={"after": start["cursor"]}).json() == start
    door.upload(f"/contracts/{contract['contract']['id']}/documents/ATTACHMENT/versions", b"text", key="k2")
    page = door.get("/events/poll", params={"after": start["cursor"]}).json()
    assert page["changes"] == [{"type": "version.added", "contract_id": contract["contract"]["id"]}]
    assert page["cursor"] != start["cursor"]


def test_another_unit_hears_nothing_but_its_cursor_moves_on(enter):
    start = enter("stranger").get("/events/poll").json()["cursor"]
    enter("handler").upload()
    page = enter("stranger").get("/events/poll", params={"after": start}).json()
    assert page["changes"] == []
    assert page["cursor"] != start


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(feeds, "POLL_SECONDS", 0.02)
    monkeypatch.setattr(feeds, "LOOK_AFTER_SESSIONS", 2)


def listen(platform, scopes, acts, *, gone=frozenset(), least=1):
    """What listeners of these scopes hear while something happens, once the first has heard ``least`` things."""

    async def run():
        feed = Feed(platform, lambda tokens: gone & set(tokens))
        polling = asyncio.create_task(feed.run())
        listeners = [Listener(scope, f"token-{n}") for n, scope in enumerate(scopes)]
        for listener in listeners:
            await feed.open(listener)
        await asyncio.to_thread(acts)
        for _ in range(1000):
            if listeners[0].waiting.qsize() >= least:
                break
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        heard = [[listener.waiting.get_nowait() for _ in range(listener.waiting.qsize())] for listener in listeners]
        feed.shut_down()
        await polling
        return heard, [listener.waiting.qsize() for listener in listeners]

    return asyncio.run(run())


@pytest.mark.usefixtures("quick")
def test_one_poller_tells_each_listener_what_they_may_see(platform, enter):
    heard, _ = listen(platform, [DATA, HOUSING], lambda: enter("handler").upload(), least=2)
    assert [change.type for change in heard[0]] == ["contract.registered", "version.added"]
    assert heard[1] == []


@pytest.mark.usefixtures("quick")
def test_the_database_is_asked_once_however_many_listen(platform, enter, monkeypatch):
    asked = []
    queries = type(platform.queries)
    visible = queries.visible

    def counted(self, scope, key):
        asked.append(scope)
        return visible(self, scope, key)

    monkeypatch.setattr(queries, "visible", counted)
    heard, _ = listen(platform, [DATA] * 100, lambda: enter("handler").upload(), least=2)
    assert {len(one) for one in heard} == {2}
    assert len(asked) <= 2  # once, or twice when the poll fell between the two events


@pytest.mark.usefixtures("quick")
def test_a_stream_whose_session_is_over_is_ended_and_shutting_down_ends_all(platform):
    heard, left = listen(platform, [DATA, DATA], lambda: None, gone=frozenset({"token-0"}))
    assert heard[0][0] is None
    assert heard[1] == []
    assert all(left)


def test_a_stream_that_never_began_leaves_nothing_behind(platform):
    async def run():
        feed = Feed(platform, lambda _: set())
        stream = told(feed, Listener(DATA, "t"))
        del stream
        await asyncio.sleep(0)
        return feed._listeners

    assert asyncio.run(run()) == set()


def test_who_comes_back_hears_what_was_missed_and_only_that(platform, enter):
    enter("handler").upload(key="before")
    last = platform.queries.last_event()
    enter("handler").upload(key="missed")

    async def run():
        feed, listener = Feed(platform, lambda _: set()), Listener(DATA, "t")
        await feed.open(listener, last)
        return [listener.waiting.get_nowait() for _ in range(listener.waiting.qsize())]

    assert [change.type for change in asyncio.run(run()) if change] == ["contract.registered", "version.added"]


@pytest.mark.usefixtures("quick")
def test_a_failing_database_is_asked_again(platform, enter, monkeypatch, capsys):
    queries = type(platform.queries)
    after, failures = queries.events_after, [ConnectionError("gone"), ConnectionError("gone")]

    def flaky(self, cursor, limit):
        if failures:
            raise failures.pop()
        return after(self, cursor, limit)

    monkeypatch.setattr(queries, "events_after", flaky)
    heard, _ = listen(platform, [DATA], lambda: enter("handler").upload(), least=2)
    assert len(heard[0]) == 2
    assert "changes not told" in capsys.readouterr().out


def test_a_client_that_does_not_keep_up_is_cut_off():
    listener = Listener(DATA, "t")
    for n in range(feeds.BACKLOG + 1):
        listener.tell(Change(id=str(n), type="contract.submit", contract_id="c"))
    assert listener.waiting.get_nowait() is None


def test_an_event_is_framed_for_browsers():
    assert framed(Change(id="7", type="contract.submit", contract_id="c")) == (
        b'id: 7\nevent: change\ndata: {"type":"contract.submit","contract_id":"c"}\n\n'
    )


def test_a_stream_begins_at_once_ends_when_told_and_forgets_its_listener(platform):
    async def run():
        feed = Feed(platform, lambda _: set())
        listener = Listener(DATA, "t")
        listener.tell(Change(id="7", type="a.b", contract_id="c"))
        listener.tell(None)
        pieces = [piece async for piece in told(feed, listener)]
        return pieces, feed._listeners

    pieces, listeners = asyncio.run(run())
    assert pieces[0].startswith(b"retry: ")
    assert [piece.split(b"\n")[0] for piece in pieces[1:]] == [b"id: 7"]
    assert listeners == set()


def test_looking_after_sessions_keeps_none_alive(platform, clock, enter):
    token = enter("handler").token
    for _ in range(3):
        clock.ahead += timedelta(minutes=9)
        assert ended(platform, [token, "unknown"]) == {"unknown"}
    clock.ahead += timedelta(minutes=9)
    assert ended(platform, [token]) == {token}


def test_a_change_is_a_plain_record():
    assert msgspec.json.decode(msgspec.json.encode(Change(id="1", type="t", contract_id="c"))) == {
        "id": "1", "type": "t", "contract_id": "c",
    }  # fmt: skip
    assert not dataclasses.is_dataclass(Change)
