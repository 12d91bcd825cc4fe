"""Signing in with a wrong password: a name somebody has beside one nobody has. 1 means the time tells nothing."""

import dataclasses
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import MethodType

import msgspec

from bench.pairs import Bench, expect_equal
from contract_platform import bootstrap
from contract_platform.application.ports import Platform
from contract_platform.application.sign_in import sign_in
from contract_platform.domain.credentials import Credential
from contract_platform.domain.errors import Unauthenticated
from contract_platform.domain.people import Person
from contract_platform.settings import load
from storage.database import Database
from storage.database.migrate import upgrade

KNOWN, UNKNOWN = "somebody", "nobody-1"  # equally long
NEVER = 1_000_000  # failures until a lock: here every attempt is to be weighed


def benches(folder: Path) -> tuple[list[Bench], Callable[[], None]]:
    """The bench over a platform of its own, and what closes its database."""
    platform = filled(folder / "sign-in")
    known, unknown = (partial(answer, platform, name) for name in (KNOWN, UNKNOWN))
    bench = Bench(
        name="sign_in_unknown_name",
        bare_is="the same with a name nobody has",
        equal="the refusal with its parameters",
        ours=known,
        bare=unknown,
        same=lambda: expect_equal("refusal", known(), unknown()),
    )
    return [bench], partial(close, platform)


def filled(folder: Path) -> Platform:
    """A platform with one person, on which nothing locks."""
    settings = load({"DATA_DIR": str(folder)})
    upgrade(settings.database_url)
    built = bootstrap.build(settings)
    policy = msgspec.structs.replace(built.sign_in_rules.policy, failures=NEVER)
    rules = msgspec.structs.replace(built.sign_in_rules, policy=policy, address_failures=NEVER)
    platform = dataclasses.replace(built, sign_in_rules=rules)
    hashed = platform.passwords.hash("a password of somebody")
    with platform.unit_of_work() as uow:
        uow.people.add(Person(id="p", username=KNOWN, name="某人", password_hash=hashed))
        uow.credentials.add(Credential(id="p", set_at=platform.clock.now()))
    return platform


def answer(platform: Platform, username: str) -> tuple[str, dict[str, object]]:
    """What somebody is told who types a wrong password."""
    try:
        sign_in(platform, username, "a wrong password", "127.0.0.1")
    except Unauthenticated as refusal:
        return refusal.code, refusal.params
    raise AssertionError("let in")


def close(platform: Platform) -> None:
    """Close the connections, which a process leaves to its end."""
    database = platform.unit_of_work.__self__ if isinstance(platform.unit_of_work, MethodType) else None
    assert isinstance(database, Database)
    database.close()
