"""The thread that keeps the trace, and the commands that people use it by."""

import dataclasses
import json
import threading
from datetime import timedelta

import pytest

from contract_platform.application.tasks import CONTINUOUS, Continuous
from contract_platform.commands import doctor, export_trace, verify_trace
from contract_platform.settings import load
from storage.database.migrate import upgrade
from tests.contract.records import event
from tests.unit.trace.ledger import ENTRIES, duplicate
from tests.workers.platform_process import eventually
from workers.steady import Steady


@pytest.fixture
def kept(reopened):
    """A platform whose trace is kept by the thread of the product."""
    thread = Steady(reopened[0])
    thread.start()
    yield reopened[0]
    thread.stop()
    thread.join(10)
    assert not thread.is_alive()


def test_what_is_committed_is_chained_within_seconds(kept):
    with kept.unit_of_work() as uow:
        uow.events.add(event("now"))
    assert eventually(lambda: kept.trace.chain.last().seq == ENTRIES + 1, 5)


def test_what_waited_for_its_minute_is_signed(reopened):
    later = dataclasses.replace(reopened[0], clock=Later(reopened[0].clock))
    with later.unit_of_work() as uow:
        uow.events.add(event("now"))
    CONTINUOUS[0].run(later)
    assert later.trace.checkpoints.last().checkpoint.last == ENTRIES + 1


class Later:
    """A clock that is two minutes ahead."""

    def __init__(self, clock):
        self._clock = clock

    def now(self):
        return self._clock.now() + timedelta(minutes=2)


def test_a_round_that_fails_is_tried_again_and_the_beginning_is_done_once(traced, monkeypatch):
    monkeypatch.setattr("workers.steady.CALM_SECONDS", 0.01)
    done, enough = [], threading.Event()

    def run(_):
        done.append("run")
        if len(done) > 5:
            enough.set()
        raise ZeroDivisionError

    def begin(_):
        done.append("begin")
        if done.count("begin") == 1:
            raise ZeroDivisionError

    task = Continuous(name="task", pause=timedelta(0), begin=begin, run=run)
    thread = Steady(traced[0], (task,))
    thread.start()
    assert enough.wait(10)
    thread.stop()
    thread.join(10)
    assert done[:4] == ["begin", "begin", "run", "run"]


@pytest.fixture
def installed(traced, tmp_path, monkeypatch):
    folder = duplicate(traced[1], tmp_path / "data")
    monkeypatch.setenv("DATA_DIR", str(folder))
    upgrade(load().database_url)


@pytest.mark.usefixtures("installed")
def test_the_commands_export_and_verify(tmp_path, capsysbinary):
    target = str(tmp_path / "trace.zip")
    assert export_trace.run([target]) == 0
    assert f"{ENTRIES} 条" in capsysbinary.readouterr().out.decode()
    assert verify_trace.run([target, "--json"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["entries"] == ENTRIES
    assert export_trace.run([target]) == export_trace.REFUSED
    assert export_trace.run([f"{target}2", "--contract", "无此编号"]) == export_trace.REFUSED
    assert "核对编号" in capsysbinary.readouterr().err.decode()


def test_doctor_prints_the_key_and_sees_what_is_gone(copies):
    tampering = copies()
    key = tampering.platform.trace.notary.public.hex()
    assert (
        doctor.trace(tampering.platform) == f"{ENTRIES} entries chained, {ENTRIES} signed, 0 waiting; public key {key}"
    )
    tampering.sql.execute("DELETE FROM events WHERE seq > 100")
    with pytest.raises(doctor.TroubleError, match="entries 101 to 104 are gone"):
        doctor.trace(tampering.platform)
