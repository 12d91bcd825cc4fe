"""Small records for the suites."""

from datetime import UTC, datetime

from contract_platform.domain.contract import Contract, Party
from contract_platform.domain.events import Event, Job
from contract_platform.domain.people import Person, Unit
from contract_platform.domain.vocabulary import State

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def seed(uow):
    """Two units and a person."""
    for key in ("u1", "u2"):
        uow.units.add(Unit(id=key, name=f"望澜区{key}局", short_name=key, kind="BUREAU"))
    uow.people.add(Person(id="p1", username="chengban", name="林知远", password_hash="-"))


def contract(key, **changes):
    """A draft of unit u1."""
    values = {
        "id": key, "state": State.DRAFTING, "name": f"保洁服务合同{key}", "handling_unit_id": "u1",
        "signing_body_id": "u1",
        "handler_id": "p1", "created_at": NOW, "updated_at": NOW, "secrecy_declared": True,
        "parties": (Party(role="乙方", name="清和物业服务有限公司"),),
    }  # fmt: skip
    return Contract(**(values | changes))


def job(job_id, **changes):
    """A waiting job."""
    values = {
        "id": job_id, "name": "read", "key": job_id, "lane": "slow", "body": b"{}", "state": "waiting", "run_at": NOW,
    }  # fmt: skip
    return Job(**(values | changes))


def event(key, contract_id=None):
    """A trace entry."""
    return Event(
        id=key, type="contract.submit", schema_version=1, actor="p1", post=None, role=None, acted_for=None, session="",
        address="", object_type="contract", object_id=key, contract_id=contract_id, event_time=NOW, recorded_at=NOW,
        data=b"{}",
    )  # fmt: skip
