"""The outbox as the workers use it."""

from datetime import timedelta

from tests.contract.records import NOW, job


def add(database, *jobs):
    with database.unit_of_work() as uow:
        for each in jobs:
            uow.jobs.add(each)


def test_a_lease_bounds_a_lane_and_runs_out(database):
    add(database, job("a"), job("b"), job("q", lane="quick"))
    ledger = database.ledger
    assert [each.id for each in ledger.lease(lane="slow", limit=1, seconds=5, now=NOW)] == ["a"]
    assert ledger.lease(lane="slow", limit=1, seconds=5, now=NOW) == []
    later = NOW + timedelta(seconds=6)
    assert [each.id for each in ledger.lease(lane="slow", limit=2, seconds=5, now=later)] == ["a", "b"]


def test_one_starter_gets_the_job_until_its_lease_runs_out(database):
    add(database, job("a"))
    ledger = database.ledger
    assert ledger.start("a", seconds=5, now=NOW).attempts == 1
    assert ledger.start("a", seconds=5, now=NOW) is None
    assert ledger.start("a", seconds=5, now=NOW + timedelta(seconds=6)).attempts == 2


def test_finishing_counts_once(database):
    add(database, job("a"))
    with database.unit_of_work() as uow:
        assert uow.jobs.finish("a", NOW)
    with database.unit_of_work() as uow:
        assert not uow.jobs.finish("a", NOW)
    assert database.ledger.start("a", seconds=5, now=NOW) is None


def test_the_same_waiting_work_is_kept_once(database):
    add(database, job("a"), job("b", key="a"), job("a", key="z"))
    assert database.ledger.get("b") is None
    assert database.ledger.get("a").key == "a"
