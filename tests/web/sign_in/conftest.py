"""Ways to sign in and what a test may look at afterwards."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from argon2 import PasswordHasher
from httpx import Response
from litestar import Litestar
from litestar.testing import TestClient

from contract_platform import bootstrap
from contract_platform.application.ports import Platform
from contract_platform.domain.credentials import Credential
from contract_platform.domain.totp import code_at, step_at
from contract_platform.settings import Settings
from contract_platform.web.session import COOKIE
from tests.web.conftest import PASSWORD, SECRET, Clock, Door, close_database

NEW = "Lan-7-jiang-Qing"


class QuickPasswords(bootstrap.Argon2Passwords):
    """The same hashing at the least cost: these tests sign in many hundred times."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1, hash_len=32, salt_len=16)


@pytest.fixture(scope="session")
def quick_hash() -> str:
    """What is kept of everybody's password."""
    return QuickPasswords().hash(PASSWORD)


@pytest.fixture
def platform(settings: Settings, clock: Clock, quick_hash: str) -> Iterator[Platform]:
    """The platform under test, with quick passwords."""
    built = dataclasses.replace(bootstrap.build(settings), clock=clock, passwords=QuickPasswords())
    with built.unit_of_work() as uow:
        for person in uow.people.find():
            uow.people.save(msgspec.structs.replace(person, password_hash=quick_hash))
    yield built
    close_database(built)


class Entrance:
    """Signing in by name and password, with the answers as they come."""

    def __init__(self, client: TestClient[Litestar], platform: Platform, clock: Clock) -> None:
        self._client = client
        self.platform = platform
        self.clock = clock

    def sign_in(self, username: str = "handler", password: str = PASSWORD) -> Response:
        """Ask for a session."""
        self._client.cookies.clear()
        return self._client.post("/api/v1/session", json={"username": username, "password": password})

    def fail(self, times: int, username: str = "handler") -> list[Response]:
        """Sign in with a wrong password."""
        return [self.sign_in(username, "falsch") for _ in range(times)]

    def door(self, answer: Response) -> Door:
        """Requests under the session of an answer."""
        return Door(self._client, answer.cookies[COOKIE])

    def enter(self, username: str = "handler", password: str = PASSWORD) -> Door:
        """Sign in with a password that is right."""
        answer = self.sign_in(username, password)
        assert answer.status_code == 201, answer.text
        return self.door(answer)

    def code(self, steps: int = 0, secret: bytes = SECRET) -> str:
        """What the authenticator shows now, or that many steps later."""
        return code_at(secret, step_at(self.clock.now()) + steps)

    def keep(self, username: str, **changes: Any) -> Credential:
        """Change what is kept of somebody's credentials."""
        with self.platform.unit_of_work() as uow:
            return uow.credentials.save(msgspec.structs.replace(uow.credentials.get(username), **changes))

    def give_authenticator(self, username: str, secret: bytes = SECRET) -> None:
        """Let somebody have an authenticator from the beginning."""
        sealed = self.platform.keys.seal("totp", username, secret)
        self.keep(username, totp=sealed, totp_since=self.clock.now())

    def events(self, type_: str) -> list[dict[str, Any]]:
        """What the trace says of a kind, oldest first: who, from which session, and the data."""
        with self.platform.reading() as uow:
            found = sorted(uow.events.find(type=type_), key=lambda event: event.recorded_at)
        return [{"actor": event.actor, **msgspec.json.decode(event.data)} for event in found]


@pytest.fixture
def roomy(platform: Platform) -> None:
    """No lock by address, so that locks by account show alone."""
    rules = msgspec.structs.replace(platform.sign_in_rules, address_failures=1000)
    object.__setattr__(platform, "sign_in_rules", rules)


@pytest.fixture
def entrance(client: TestClient[Litestar], platform: Platform, clock: Clock) -> Entrance:
    """The way in."""
    return Entrance(client, platform, clock)


def said(answer: Response) -> tuple[int, str]:
    """Status and code of a refusal."""
    return answer.status_code, answer.json()["code"]
