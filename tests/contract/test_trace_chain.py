"""Sealing the trace: one gap-free chain in the settled order, whoever seals and whatever commits meanwhile."""

import dataclasses
import threading
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from contract_platform.application import sequence_trace as sequencing
from contract_platform.application.sequence_trace import seal_batch, sequence_trace
from contract_platform.application.trace_ports import Trace
from contract_platform.domain.chain import GENESIS, chain, recomputed
from storage.witness import CheckpointFolder, FileNotary
from tests.contract.records import contract, event


@dataclasses.dataclass(frozen=True)
class Sealer:
    """As much of the platform as sealing needs."""

    trace: Trace


@pytest.fixture
def platform(database, tmp_path):
    notary = FileNotary(tmp_path / "keys")
    checkpoints = CheckpointFolder(tmp_path / "checkpoints")
    return Sealer(Trace(chain=database.chain, checkpoints=checkpoints, notary=notary, algorithm="sha256"))


def add(database, *keys, contract_id=None):
    with database.unit_of_work() as uow:
        for key in keys:
            uow.events.add(event(key, contract_id))


def check(platform, number):
    """One chain of so many entries without a gap, each with the hash it should have."""
    previous, entries = GENESIS, platform.trace.chain.entries(0, number + 1)
    assert [entry.seq for entry in entries] == list(range(1, number + 1))
    for entry in entries:
        previous = recomputed(entry, previous, platform.trace.notary.digest)
    return [entry.id for entry in entries]


def test_events_are_sealed_in_the_order_of_their_commits(database, platform):
    add(database, "a", "b")
    add(database, "c")
    assert sequence_trace(platform) == 3
    assert sequence_trace(platform) == 0
    assert check(platform, 3) == ["a", "b", "c"]


def test_an_entry_names_the_one_before_it_of_its_contract(database, platform, monkeypatch):
    monkeypatch.setattr(sequencing, "BATCH", 2)  # across batches as within one
    for key, contract_id in (("a", "c1"), ("b", "c2"), ("c", "c1"), ("d", None), ("e", "c2"), ("f", "c1")):
        add(database, key, contract_id=contract_id)
    sequence_trace(platform)
    check(platform, 6)
    assert [entry.prior for entry in platform.trace.chain.entries(0, 9)] == [None, None, 1, None, 2, 3]
    assert [entry.id for entry in platform.trace.chain.entries_of("c1")] == ["a", "c", "f"]


def test_what_a_transaction_under_way_may_still_precede_waits(database, platform):
    if database.engine.dialect.name == "sqlite":
        pytest.skip("writers are serial on SQLite")
    with database.unit_of_work() as slow:
        slow.events.add(event("first"))
        add(database, "second")
        assert sequence_trace(platform) == 0
        assert platform.trace.chain.waiting() == 0
    assert sequence_trace(platform) == 2
    assert check(platform, 2) == ["first", "second"]


def test_events_of_a_restored_backup_are_sealed_on_a_younger_server(database, platform):
    if database.engine.dialect.name == "sqlite":
        pytest.skip("SQLite numbers no transactions")
    add(database, "old")
    with database.engine.begin() as connection:  # the server it was dumped from had counted further
        connection.execute(sa.text("ALTER TABLE events DISABLE TRIGGER events_kept"))
        connection.execute(sa.text("UPDATE events SET xid = xid + 1000000"))
        connection.execute(sa.text("ALTER TABLE events ENABLE TRIGGER events_kept"))
    add(database, "new")
    assert sequence_trace(platform) == 2
    check(platform, 2)


def test_a_second_sealer_leaves_the_work_to_the_first(database, platform):
    add(database, "a")
    if database.engine.dialect.name == "sqlite":
        pytest.skip("on SQLite the second one waits for the write lock instead")
    with database.chain.sealing() as first:
        assert first is not None
        assert seal_batch(platform) == 0
    assert seal_batch(platform) == 1


def test_sealers_and_writers_at_once_leave_one_chain(database, platform, monkeypatch):
    monkeypatch.setattr(sequencing, "BATCH", 7)
    writing = threading.Event()
    writing.set()

    def write(writer):
        for number in range(20):
            add(database, f"{writer}-{number}a", f"{writer}-{number}b", contract_id=f"c{number % 3}")

    def seal(_):
        while writing.is_set():
            sequence_trace(platform)

    with ThreadPoolExecutor(7) as pool:
        sealers = [pool.submit(seal, number) for number in range(3)]
        for done in [pool.submit(write, name) for name in "abcd"]:
            done.result()
        writing.clear()
        for sealer in sealers:
            sealer.result()
    sequence_trace(platform)
    order = check(platform, 160)
    for writer in "abcd":
        assert [key for key in order if key.startswith(writer)] == [f"{writer}-{n}{x}" for n in range(20) for x in "ab"]


def test_a_crash_between_batches_loses_nothing(database, platform, monkeypatch):
    monkeypatch.setattr(sequencing, "BATCH", 4)
    add(database, *(f"e{number}" for number in range(10)))
    assert seal_batch(platform) == 4

    def interrupted(*arguments):
        yield from list(chain(*arguments))[:2]
        raise KeyboardInterrupt

    with monkeypatch.context() as crash:
        crash.setattr(sequencing, "chain", interrupted)
        with pytest.raises(KeyboardInterrupt):
            seal_batch(platform)
    check(platform, 4)
    assert sequence_trace(platform) == 6
    check(platform, 10)


def test_a_sealed_event_keeps_its_place(database, platform):
    add(database, "a")
    sequence_trace(platform)
    for change in ("seq = 2", "prior = 1", "hash = 'x'", "seq = NULL, hash = NULL"):
        with pytest.raises(DBAPIError, match="append-only"), database.engine.begin() as connection:
            connection.execute(sa.text(f"UPDATE events SET {change}"))


def test_rows_and_decisions_are_told_as_of_one_moment(database, platform):
    with database.unit_of_work() as uow:
        uow.contracts.add(contract("c1"))
        uow.events.add(msgspec.structs.replace(event("a", "c1"), object_id="c1"))
    sequence_trace(platform)
    with database.unit_of_work() as uow:
        uow.contracts.add(contract("c2"))
        uow.events.add(msgspec.structs.replace(event("b", "c2"), object_id="c2"))
    told = database.chain.traced_rows({})
    assert (told.last, told.objects) == (1, {("contract", "c1")})
    sequence_trace(platform)
    assert database.chain.traced_rows({}).objects == {("contract", "c1"), ("contract", "c2")}
    assert database.chain.traced_rows({}, "c2").objects == {("contract", "c2")}
