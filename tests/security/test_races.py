"""Several at once, on a real database: one decision, one creation, one confirmation; no right outlives its post."""

import dataclasses
import itertools
import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from contract_platform import bootstrap
from contract_platform.application.ports import Platform
from contract_platform.domain.participation import Recusal
from contract_platform.domain.people import Post
from contract_platform.domain.vocabulary import Role, State
from contract_platform.settings import load
from contract_platform.web.app import create_app
from contract_platform.web.session import COOKIE
from storage.database.migrate import upgrade
from tests.security.bodies import TODAY
from tests.security.caller import Answer, Caller
from tests.security.operations import JSON
from tests.security.staff import ALPHA, LONG_AGO, Member, Place, appoint, key, member
from tests.security.stages import Bundle, Maker
from tests.security.world import NOON, PlainPasswords, StandingClock, database_of

ROUNDS = 8
MANY = 500
AT_ONCE = 6
Request = tuple[str, str, dict[str, str], bytes]


class Arena:
    """A platform whose contracts are made as they are needed and whose requests really run at the same time."""

    def __init__(self, folder: Path) -> None:
        settings = load({"DATA_DIR": str(folder)})
        upgrade(settings.database_url)
        built = bootstrap.build(settings)
        self.database = database_of(built)
        self.platform: Platform = dataclasses.replace(built, clock=StandingClock(), passwords=PlainPasswords())
        with self.platform.unit_of_work() as uow:
            appoint(self.platform, uow)
        self.caller = Caller(create_app(self.platform, settings, pages=folder / "pages"))
        self._numbers = itertools.count(1)

    def contract(self, stage: str) -> Bundle:
        """A new contract of the named people."""
        with self.platform.unit_of_work() as uow:
            maker = Maker(self.platform, uow, first=next(self._numbers))
            handler, reviewer = key(Role.HANDLER, Place.NAMED), key(Role.BUREAU_REVIEWER, Place.NAMED)
            return maker.make(stage, ALPHA, handler, reviewer)

    def request(self, who: Member, path: str, body: dict[str, Any] | None, *, once: str = "") -> Request:
        """A change of the newest revision as somebody; ``once`` is the key of a repeat."""
        headers = {"cookie": f"{COOKIE}={who.token}", "content-type": JSON, "if-match": '"1"'}
        if once:
            headers["idempotency-key"] = once
        return "POST", f"/api/v1{path}", headers, b"" if body is None else json.dumps(body).encode()

    def together(self, *requests: Request) -> list[Answer]:
        """All at once."""
        return self.caller.ask_together(requests)

    def found(self, table: str, **equals: object) -> list[Any]:
        """Records."""
        with self.platform.reading() as uow:
            return list(getattr(uow, table).find(**equals))


@pytest.fixture(scope="module")
def arena(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arena]:
    """The platform of these tests."""
    made = Arena(tmp_path_factory.mktemp("arena") / "data")
    with made.caller:
        yield made
    made.database.close()


def statuses(answers: list[Answer]) -> Counter[int]:
    """How many of each."""
    return Counter(answer.status for answer in answers)


def double_decision(arena: Arena) -> None:
    """Two heads decide on the same page."""
    contract = arena.contract(State.AWAITING_DECISION).contract
    heads = [member(Role.HANDLER_LEAD, place) for place in (Place.NAMED, Place.COLLEAGUE)]
    path = f"/contracts/{contract.id}/actions"
    body = {"action": "decide", "passed": True, "minutes_version_id": f"{contract.id}-attachment-v1"}
    answers = arena.together(*(arena.request(who, path, body) for who in heads))
    assert statuses(answers) == {200: 1, 409: 1}
    assert len(arena.found("decisions", contract_id=contract.id)) == 1


def double_acceptance(arena: Arena) -> None:
    """Two officers accept and name different reviewers; one number is given, to the one who won."""
    contract = arena.contract(State.SUBMITTED).contract
    path = f"/contracts/{contract.id}/actions"
    officers = [member(Role.BUREAU_INTAKE, place) for place in (Place.NAMED, Place.COLLEAGUE)]
    reviewers = [key(Role.BUREAU_REVIEWER, place) for place in (Place.NAMED, Place.COLLEAGUE)]
    answers = arena.together(
        *(
            arena.request(who, path, {"action": "accept", "reviewer_id": reviewer})
            for who, reviewer in zip(officers, reviewers, strict=True)
        )
    )
    assert statuses(answers) == {200: 1, 409: 1}
    [now] = arena.found("contracts", id=contract.id)
    won = next(reviewer for answer, reviewer in zip(answers, reviewers, strict=True) if answer.status == 200)
    assert (now.reviewer_id, now.state) == (won, State.UNDER_REVIEW)


def repeated_creation(arena: Arena) -> None:
    """The same creation under one key, many times at once."""
    contract = arena.contract(State.PERFORMING).contract
    before = len(arena.found("obligations", contract_id=contract.id))
    who, body = member(Role.HANDLER, Place.NAMED), {"kind": "PAYMENT", "side": "ours", "content": "支付"}
    path = f"/contracts/{contract.id}/obligations"
    answers = arena.together(*(arena.request(who, path, body, once="k") for _ in range(AT_ONCE)))
    assert set(statuses(answers)) <= {201, 409}
    assert len({answer.body for answer in answers if answer.status == 201}) == 1
    assert len(arena.found("obligations", contract_id=contract.id)) == before + 1


def double_confirmation(arena: Arena) -> None:
    """One person confirms many times at once: it counts once."""
    contract = arena.contract(State.SIGNING).contract
    who = member(Role.UNIT_LEGAL, Place.NAMED)
    path = f"/contracts/{contract.id}/signing/confirmations"
    answers = arena.together(*(arena.request(who, path, None) for _ in range(AT_ONCE)))
    assert statuses(answers) == {200: 1, 409: AT_ONCE - 1}
    [signing] = arena.found("signings", contract_id=contract.id)
    assert [one.person_id for one in signing.confirmations] == [who.id]


def post_that_ends(arena: Arena) -> None:
    """A post is revoked while its holder acts: from the moment it is written nothing is let through any more."""
    contract = arena.contract(State.PERFORMING).contract
    who = member(Role.HANDLER_LEAD, Place.COLLEAGUE)
    path = f"/contracts/{contract.id}/obligations"
    body = {"kind": "PAYMENT", "side": "ours", "content": "支付"}
    post = arena.found("posts", person_id=who.id)[0]
    over = msgspec.structs.replace(post, valid_to=arena.platform.clock.today() - timedelta(days=1))
    assert statuses(arena.together(arena.request(who, path, body, once="before"))) == {201: 1}
    with arena.platform.unit_of_work() as uow:
        saved = uow.posts.save(over)
    try:
        answers = arena.together(*(arena.request(who, path, body, once=f"after{n}") for n in range(AT_ONCE)))
        assert statuses(answers) == {403: AT_ONCE}
    finally:
        with arena.platform.unit_of_work() as uow:
            uow.posts.save(msgspec.structs.replace(saved, valid_to=None))


def recusal_that_comes(arena: Arena) -> None:
    """Somebody is kept apart between two requests of theirs."""
    contract = arena.contract(State.PERFORMING).contract
    who = member(Role.HANDLER_LEAD, Place.NAMED)
    act = arena.request(
        who,
        f"/contracts/{contract.id}/actions",
        {"action": "suspend", "reason": "中止", "ground": "AGREED", "from_on": TODAY},
    )
    recusal = Recusal(
        id=f"recusal-{contract.id}",
        contract_id=contract.id,
        person_id=who.id,
        reason="利害关系",
        recorded_by=who.id,
        recorded_at=NOON,
    )
    with arena.platform.unit_of_work() as uow:
        uow.recusals.add(recusal)
    assert statuses(arena.together(*[act] * AT_ONCE)) == {403: AT_ONCE}
    assert arena.found("contracts", id=contract.id)[0].state is State.PERFORMING


RACES = (
    double_decision,
    double_acceptance,
    repeated_creation,
    double_confirmation,
    post_that_ends,
    recusal_that_comes,
)


@pytest.mark.parametrize("race", RACES, ids=lambda race: race.__name__)
def test_race(arena: Arena, race: Any):
    for _ in range(ROUNDS):
        race(arena)


@pytest.mark.long
@pytest.mark.parametrize("race", RACES, ids=lambda race: race.__name__)
def test_race_many_times(arena: Arena, race: Any):
    for _ in range(MANY):
        race(arena)


def test_the_world_of_the_races_is_that_of_the_posts(arena: Arena):
    held = [post for post in arena.found("posts") if isinstance(post, Post) and post.valid_from == LONG_AGO]
    assert len(held) > 50
