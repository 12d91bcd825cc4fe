"""Fields that belong to the server, sent along once with every body: refused, or without any effect whatever."""

import enum
import types
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, get_args, get_origin
from urllib.parse import urlencode

import msgspec
import pytest

from contract_platform.application.ports import UnitOfWork
from tests.security.cells import Cell, Standing, cells
from tests.security.client_fields import CLIENT_FIELDS
from tests.security.held import FREE
from tests.security.operations import Operation, operations, resolved
from tests.security.world import World

OK = range(200, 300)
BODIES = sorted(name for name, one in operations().items() if one.body)
QUERIES = sorted(name for name, one in operations().items() if one.uploads)
SECRET = frozenset({"sessions", "credentials", "recovery_codes", "failures", "responses", "events"})
"""Tables whose rows hold new secrets or what was sent, so that no two runs write the same."""


def planted(kind: Any) -> Any:
    """A value of a field's type that nobody would choose by accident."""
    kinds = [one for one in get_args(kind) if one is not type(None)] if get_origin(kind) is types.UnionType else [kind]
    first = kinds[0]
    if isinstance(first, type) and issubclass(first, enum.Enum):
        return list(first)[-1].value
    simple = {str: "PLANTED", int: 987_654_321, bool: True, date: "1999-09-09", bytes: "UExBTlRFRA=="}
    if first is datetime:
        return "1999-09-09T09:09:09Z"
    return simple.get(first, [])


def server_fields() -> dict[str, Any]:
    """Every field of every record by its name, with a value to plant."""
    records = {get_args(one)[0] for one in UnitOfWork.__annotations__.values() if get_args(one)}
    fields = (field for kind in records for field in msgspec.structs.fields(kind))
    return {field.name: planted(field.type) for field in fields} | {"revision": 987_654_321}


FIELDS = server_fields()


def furthest(world: World, operation: Operation) -> Cell:
    """A request of the operation that succeeds, or gets past the door where none can in this world."""
    every = [one for one in cells(operation) if one.standing in {Standing.OWN, Standing.SAME_UNIT} and not one.ended]
    return min(every, key=lambda one: (one.expected(world) not in OK, one.expected(world) in {401, 403}))


def own_fields(operation: Operation) -> set[str]:
    """What the description lets a client send, however deep."""
    found: set[str] = set()
    pending = resolved(operation.body or {})
    while pending:
        for name, described in pending.pop().get("properties", {}).items():
            if name not in found:
                found.add(name)
                pending += resolved(described.get("items", described))
    return found


def mutations(body: dict[str, Any], name: str, value: Any) -> Iterator[dict[str, Any]]:
    """The body with the field at its top, and once more in every object inside it."""
    yield {**body, name: value}
    for key, inner in body.items():
        if isinstance(inner, dict):
            yield from ({**body, key: changed} for changed in mutations(inner, name, value))
        elif isinstance(inner, list) and inner and isinstance(inner[0], dict):
            yield from ({**body, key: [changed, *inner[1:]]} for changed in mutations(inner[0], name, value))


def asked(world: World, cell: Cell, url: str, headers: dict[str, str], body: bytes) -> tuple[int, frozenset[str], Any]:
    """Status, tables written to, and where it succeeded all their rows afterwards."""
    world.rewind()
    with world.held.taken_back():
        answer = world.ask(cell.who, cell.operation.method, url, headers, body)
        written = world.held.written() - FREE - SECRET
        return answer.status, written, world.held.rows(written) if answer.status in OK else None


@pytest.mark.parametrize("name", BODIES)
def test_what_belongs_to_the_server_cannot_be_sent(world: World, name: str):
    operation = operations()[name]
    cell = furthest(world, operation)
    _, url, headers, sent = cell.request(world)
    status, _, unchanged = asked(world, cell, url, headers, sent)
    body = msgspec.json.decode(sent)
    wrong = []
    for field, value in FIELDS.items():
        if field in own_fields(operation):
            continue
        for changed in mutations(body, field, value):
            came, written, after = asked(world, cell, url, headers, msgspec.json.encode(changed))
            harmless = after == unchanged if came in OK else not written
            if not harmless or (came not in OK and came not in {400, 422, status}):
                wrong.append(f"{field}={value!r}: {came}, wrote {sorted(written)}")
    assert wrong == []


@pytest.mark.parametrize("name", QUERIES)
def test_what_belongs_to_the_server_cannot_stand_in_the_address(world: World, name: str):
    cell = furthest(world, operations()[name])
    _, url, headers, sent = cell.request(world)
    _, _, unchanged = asked(world, cell, url, headers, sent)
    more = {field: value for field, value in FIELDS.items() if field not in operations()[name].query}
    glue = "&" if "?" in url else "?"
    _, _, after = asked(world, cell, url + glue + urlencode(more, doseq=True), headers, sent)
    assert after == unchanged


@pytest.mark.parametrize("name", BODIES)
def test_only_what_was_written_down_is_taken_from_a_client(name: str):
    taken = own_fields(operations()[name]) & set(FIELDS)
    unlisted = sorted(taken - set(CLIENT_FIELDS.get(name, "").split()))
    assert not unlisted, (
        f"{name}: {unlisted} are fields of records. If clients may set them, say so in tests/security/client_fields.py."
    )
    assert sorted(set(CLIENT_FIELDS.get(name, "").split()) - taken) == []


def test_the_planted_values_cover_the_records():
    assert len(FIELDS) > 100
    assert {"state", "handler_id", "reviewer_id", "review_no", "disabled", "password_hash", "at", "by"} <= set(FIELDS)
