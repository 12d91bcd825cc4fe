"""A stream that is open follows the rights of whoever reads it: what a post no longer shows is no longer told."""

import asyncio
from functools import partial

import msgspec
import pytest

from contract_platform.application.actors import actor_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.sessions import ended, scopes
from contract_platform.application.trace import record
from contract_platform.domain.people import SYSTEM_ACTOR, Post
from contract_platform.domain.relations import scope_of
from contract_platform.domain.vocabulary import Role, State
from contract_platform.web import feed as feeds
from contract_platform.web.feed import Feed, Listener
from tests.security.staff import ALPHA, DAY, LONG_AGO, Place, member, post_id
from tests.security.world import World

PATIENCE = 2_000  # hundredths of a second


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Poll without waiting."""
    monkeypatch.setattr(feeds, "POLL_SECONDS", 0.02)


def revoke(world: World, uow: UnitOfWork, person: str) -> None:
    """The post ended yesterday."""
    post = uow.posts.get(post_id(person))
    uow.posts.save(msgspec.structs.replace(post, valid_to=world.platform.clock.today() - DAY))
    record(uow, world.platform, SYSTEM_ACTOR, "post.revoked", object_id=post.id)


def grant(world: World, uow: UnitOfWork, person: str) -> None:
    """A post that begins today."""
    post = Post(id="granted", person_id=person, unit_id=ALPHA, role=Role.HANDLER_LEAD, valid_from=LONG_AGO)
    uow.posts.add(post)
    record(uow, world.platform, SYSTEM_ACTOR, "post.granted", object_id=post.id)


async def told_all(feed: Feed, platform: Platform) -> None:
    """Wait until the poller has come to the newest event."""
    for _ in range(PATIENCE):
        if feed._cursor == platform.queries.last_event():
            return
        await asyncio.sleep(0.01)
    pytest.fail("the poller never came to the newest event")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("place", "change", "heard"), [(Place.NAMED, revoke, ["before"]), (Place.LEFT, grant, ["after"])]
)
def test_what_is_told_follows_the_post(world: World, place: Place, change, heard: list[str]):
    who = member(Role.HANDLER_LEAD, place)
    contract = world.own[State.DRAFTING].contract
    platform = world.platform

    def happens(what: str) -> None:
        with platform.unit_of_work() as uow:
            record(uow, platform, SYSTEM_ACTOR, f"contract.{what}", object_id=contract.id, contract_id=contract.id)

    async def run() -> list[str]:
        feed = Feed(platform, partial(ended, platform), partial(scopes, platform))
        with platform.reading() as uow:
            actor = actor_of(uow, uow.people.get(who.id), platform.clock.today())
        listener = Listener(scope_of(actor), who.token)
        await feed.open(listener)
        running = asyncio.create_task(feed.run())
        happens("before")
        await told_all(feed, platform)
        with platform.unit_of_work() as uow:
            change(world, uow, who.id)
        happens("after")
        await told_all(feed, platform)
        feed.shut_down()
        await running
        told = [listener.waiting.get_nowait() for _ in range(listener.waiting.qsize())]
        return [one.type.removeprefix("contract.") for one in told if one is not None]

    with world.held.taken_back():
        assert asyncio.run(run()) == heard
