"""A name somebody has and one nobody has cost the same: verifications, statements and answers are equal."""

from types import MethodType

import msgspec
import pytest
import sqlalchemy as sa

from storage.database import Database


@pytest.fixture
def counted(platform, monkeypatch):
    """Runs something and gives the verifications' parameters and the statements, without their values."""
    assert isinstance(platform.unit_of_work, MethodType)
    database = platform.unit_of_work.__self__
    assert isinstance(database, Database)
    verified, sent = [], []
    real, hashing = type(platform.passwords).verify, type(platform.passwords).hash

    def verify(self, password_hash, password):
        verified.append(password_hash.split("$")[:4])
        return real(self, password_hash, password)

    def hashed(self, password):
        verified.append("hashed")
        return hashing(self, password)

    def note(*event):
        sent.append(event[2])

    monkeypatch.setattr(type(platform.passwords), "verify", verify)
    monkeypatch.setattr(type(platform.passwords), "hash", hashed)

    def run(act):
        del verified[:], sent[:]
        sa.event.listen(database.engine, "before_cursor_execute", note)
        try:
            act()
        finally:
            sa.event.remove(database.engine, "before_cursor_execute", note)
        return list(verified), list(sent)

    return run


def test_one_verification_with_the_same_parameters(entrance, counted):
    known, _ = counted(lambda: entrance.fail(1))
    unknown, _ = counted(lambda: entrance.fail(1, "nobody-at-all"))
    assert len(known) == 1
    assert known == unknown
    assert known[0][1] == "argon2id"


def test_the_same_statements_in_the_same_order(entrance, counted):
    _, known = counted(lambda: entrance.fail(1))
    _, unknown = counted(lambda: entrance.fail(1, "nobody-at-all"))
    assert len(known) > 10
    assert known == unknown


def test_also_for_the_failure_that_locks_and_while_locked(entrance, counted):
    def each(name):
        entrance.fail(4, name)
        return counted(lambda: entrance.fail(1, name)), counted(lambda: entrance.fail(1, name))

    known = each("handler")
    entrance.clock.ahead += entrance.platform.sign_in_rules.policy.locked_for * 2
    unknown = each("nobody-at-all")
    assert known == unknown
    assert known[1][0] == []


def test_a_disabled_person_costs_what_a_wrong_password_costs(entrance, counted, platform):
    wrong = counted(lambda: entrance.fail(1))
    with platform.unit_of_work() as uow:
        uow.people.save(msgspec.structs.replace(uow.people.get("handler"), disabled=True))
    assert counted(lambda: entrance.fail(1)) == wrong
    answer = entrance.sign_in()
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_failed")
    assert entrance.events("session.refused")[-1]["because"] == "disabled"
