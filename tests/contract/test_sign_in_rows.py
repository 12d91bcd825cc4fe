"""Credentials, sessions and failed attempts in both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import msgspec
import pytest

from contract_platform.domain.credentials import DENGBAO, Credential, RecoveryCode, Step, counted
from contract_platform.domain.errors import Conflict
from contract_platform.domain.people import Person, Session
from tests.contract.records import NOW


@pytest.fixture
def person(database):
    """Somebody to whom the rows belong."""
    with database.unit_of_work() as uow:
        uow.people.add(Person(id="p9", username="p9", name="某人", password_hash="-"))
    return "p9"


def session(person_id, token="t1", **changes):
    made = Session(token_hash=token, person_id=person_id, created_at=NOW, seen_at=NOW, address="127.0.0.1")
    return msgspec.structs.replace(made, **changes)


def test_a_credential_comes_back_as_it_was_kept(database, person):
    kept = Credential(
        id=person, set_at=NOW, given_at=NOW, past=("a", "b"), totp=b"\x00\xff", totp_since=NOW, totp_step=2**40,
        enrolling=b"x",
    )  # fmt: skip
    with database.unit_of_work() as uow:
        uow.credentials.add(kept)
    with database.reading() as uow:
        assert uow.credentials.get(person) == kept


def test_one_time_step_is_taken_by_one_of_two_who_read_it_together(database, person):
    with database.unit_of_work() as uow:
        uow.credentials.add(Credential(id=person))
        read = uow.credentials.get(person)

    def take(step):
        try:
            with database.unit_of_work() as uow:
                uow.credentials.save(msgspec.structs.replace(read, totp_step=step))
        except Conflict:
            return 0
        return 1

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(take, range(1, 9))) == 1


def test_failures_counted_at_once_are_all_counted(database):
    def fail(_):
        with database.unit_of_work() as uow:
            uow.failures.keep(counted(uow.failures.hold("s1"), DENGBAO, NOW, limit=99))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(fail, range(24)))
    with database.reading() as uow:
        assert uow.failures.read("s1").count == 24


def test_two_subjects_held_in_one_order_never_wait_for_each_other(database):
    def fail(_):
        with database.unit_of_work() as uow:
            for subject in ("s1", "s2"):
                uow.failures.keep(counted(uow.failures.hold(subject), DENGBAO, NOW, limit=99))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(fail, range(16)))
    with database.reading() as uow:
        assert [uow.failures.read(subject).count for subject in ("s1", "s2")] == [16, 16]


def test_what_was_never_counted_reads_as_nothing_and_forgetting_twice_does_no_harm(database):
    with database.unit_of_work() as uow:
        assert uow.failures.read("none").count == 0
        uow.failures.keep(counted(uow.failures.hold("s1"), DENGBAO, NOW, limit=1))
        assert uow.failures.read("s1").locked(NOW + timedelta(minutes=29))
        uow.failures.forget("s1")
        uow.failures.forget("s1")
        assert not uow.failures.read("s1").locked(NOW)


def test_a_session_is_rewritten_whole_and_only_if_it_is_there(database, person):
    ended = session(
        person, awaiting=Step.PASSWORD, strong=True, provided=True, ended_at=NOW, ended_because="replaced",
        ended_from="10.0.0.1",
    )  # fmt: skip
    with database.unit_of_work() as uow:
        uow.sessions.add(session(person))
        uow.replace_session(ended)
        uow.replace_session(session(person, "never-added"))
    with database.reading() as uow:
        assert uow.sessions.find(person_id=person) == [ended]
        assert uow.sessions.find(person_id=person, ended_at=None) == []


def test_recovery_codes_are_found_by_digest_while_unused(database, person):
    used = RecoveryCode(id="1", person_id=person, digest="d1", made_at=NOW, used_at=NOW)
    fresh = RecoveryCode(id="2", person_id=person, digest="d2", made_at=NOW)
    with database.unit_of_work() as uow:
        uow.recovery_codes.add(used)
        uow.recovery_codes.add(fresh)
        assert uow.recovery_codes.find(person_id=person, digest="d1", used_at=None) == []
        assert uow.recovery_codes.find(person_id=person, digest="d2", used_at=None) == [fresh]


def test_people_of_the_demo_exist_on_sqlite_only(database):
    demo = Person(id="demo", username="demo", name="演示", password_hash="-", demo=True)
    if database.engine.dialect.name == "sqlite":
        with database.unit_of_work() as uow:
            uow.people.add(demo)
        return

    def add():
        with database.unit_of_work() as uow:
            uow.people.add(demo)

    with pytest.raises(Conflict):
        add()
