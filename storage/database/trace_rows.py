"""The rows that sealed events tell of, so that an event without its row, and a row without its event, can be found.

Read in one snapshot: rows whose events are committed but have no place in the chain yet are left out.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.application.trace_ports import Act
from contract_platform.domain.vocabulary import Role
from storage.database.tables.contracts import contracts, decisions
from storage.database.tables.documents import remarks, versions
from storage.database.tables.followups import alerts
from storage.database.tables.ledger import events

# kinds of rows that are never made without an event and never removed: id, contract
TRACED = {
    "alert": (alerts.c.id, alerts.c.contract_id),
    "contract": (contracts.c.id, contracts.c.id),
    "remark": (remarks.c.id, remarks.c.contract_id),
    "version": (versions.c.id, versions.c.contract_id),
}


def told(
    connection: Connection, deciding: Mapping[str, str], contract_id: str | None
) -> tuple[set[tuple[str, str]], Counter[Act]]:
    """(kind, id) of the rows, and how often each act was decided; ``deciding`` gives the act of an event's type."""
    objects = {
        (kind, row[0])
        for kind, (key, owner) in TRACED.items()
        for row in connection.execute(of_contract(sa.select(key), owner, contract_id))
    }
    acts = decided(connection, set(deciding.values()), contract_id)
    for event in unsealed(connection, contract_id):
        if event.role != Role.SYSTEM and event.type in deciding:
            acts[deciding[event.type], event.contract_id] -= 1
        if not named(connection, event):
            objects.discard((event.object_type, event.object_id))
    return objects, +acts


def of_contract(chosen: sa.Select[Any], owner: sa.ColumnElement[Any], contract_id: str | None) -> sa.Select[Any]:
    """Restricted to one contract, or not."""
    return chosen if contract_id is None else chosen.where(owner == contract_id)


def decided(connection: Connection, known: set[str], contract_id: str | None) -> Counter[Act]:
    """Decisions by act and contract."""
    key = (decisions.c.action, decisions.c.contract_id)
    chosen = sa.select(*key, sa.func.count()).group_by(*key)
    rows = connection.execute(of_contract(chosen, decisions.c.contract_id, contract_id))
    return Counter({(row[0], row[1]): row[2] for row in rows if row[0] in known})


def unsealed(connection: Connection, contract_id: str | None) -> list[sa.Row[Any]]:
    """What the events without a place are about."""
    chosen = sa.select(events.c.type, events.c.role, events.c.object_type, events.c.object_id, events.c.contract_id)
    waiting = chosen.where(events.c.seq.is_(None))
    return list(connection.execute(of_contract(waiting, events.c.contract_id, contract_id)))


def named(connection: Connection, event: sa.Row[Any]) -> bool:
    """Whether a sealed event names the same object."""
    kept = ("contract_id", "object_type", "object_id")
    same = [events.c[name].is_not_distinct_from(getattr(event, name)) for name in kept]
    return connection.scalar(sa.select(events.c.id).where(*same, events.c.seq.is_not(None)).limit(1)) is not None
