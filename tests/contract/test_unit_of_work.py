"""One transaction, revisions, numbers, the trace."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import msgspec
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from contract_platform.domain.errors import Conflict, NotFound
from tests.contract.records import NOW, contract, event, job


def test_sixteen_savers_of_one_revision_have_one_winner(database):
    with database.unit_of_work() as uow:
        uow.contracts.add(contract("c1"))
        read = uow.contracts.get("c1")

    def save(number):
        try:
            with database.unit_of_work() as uow:
                uow.contracts.save(msgspec.structs.replace(read, name=f"第{number}"))
        except Conflict:
            return 0
        return 1

    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(save, range(16))) == 1
    with database.reading() as uow:
        assert uow.contracts.get("c1").revision == 1


def test_a_failing_unit_of_work_leaves_nothing(database):
    def fail():
        with database.unit_of_work() as uow:
            uow.contracts.add(contract("c1"))
            uow.events.add(event("e1", "c1"))
            uow.jobs.add(job("j1"))
            assert uow.next_number("contract_no/2026") == 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.unit_of_work() as uow:
        assert (uow.contracts.find(), uow.events.find(), uow.next_number("contract_no/2026")) == ([], [], 1)
        with pytest.raises(NotFound):
            uow.contracts.get("c1")
    assert database.ledger.get("j1") is None


def test_an_instant_of_beijing_comes_back_as_the_same_instant(database):
    beijing = datetime(2026, 3, 2, 8, 0, tzinfo=timezone(timedelta(hours=8)))
    with database.unit_of_work() as uow:
        uow.contracts.add(contract("c1", created_at=beijing))
    with database.reading() as uow:
        found = uow.contracts.get("c1")
    assert found.created_at.isoformat() == "2026-03-02T00:00:00+00:00"
    assert found == contract("c1", created_at=beijing)


@pytest.mark.parametrize("change", ["UPDATE events SET type = 'x'", "DELETE FROM events"])
def test_the_trace_is_never_changed(database, change):
    with database.unit_of_work() as uow:
        uow.events.add(event("e1"))
    with pytest.raises(DBAPIError, match="append-only"), database.engine.begin() as connection:
        connection.execute(sa.text(change))


def test_an_event_is_sealed_once(database):
    with database.unit_of_work() as uow:
        uow.events.add(event("e1"))
    with database.engine.begin() as connection:
        connection.execute(sa.text("UPDATE events SET seq = 1, hash = 'h'"))
    with pytest.raises(DBAPIError, match="append-only"), database.engine.begin() as connection:
        connection.execute(sa.text("UPDATE events SET hash = 'other'"))


def test_numbers_have_no_gaps_under_concurrency(database):
    def take(_):
        with database.unit_of_work() as uow:
            return uow.next_number("s")

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(take, range(24))) == list(range(1, 25))


def test_a_reader_writes_nothing(database):
    with pytest.raises((DBAPIError, Conflict)), database.reading() as uow:
        uow.contracts.add(contract("c1", created_at=NOW))
    with database.reading() as uow:
        assert uow.contracts.find() == []
