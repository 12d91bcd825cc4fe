"""Ids inside bodies: a record of another contract is refused, whether it can be seen or not, and nothing is written."""

import msgspec
import pytest

from contract_platform.domain.vocabulary import Role, State
from tests.security.cells import Cell, Standing
from tests.security.factories import FACTORIES
from tests.security.foreign_fields import FOREIGN_FIELDS
from tests.security.held import FREE
from tests.security.operations import JSON, operations, resolved
from tests.security.staff import Place, member
from tests.security.world import World

FORBIDDEN, ABSENT, UNPROCESSABLE = 403, 404, 422
FILES = sorted((operation, field) for (operation, field), kind in FOREIGN_FIELDS.items() if kind == "file")
TAKERS = {
    "contract.act": ("decide", Role.HANDLER_LEAD),
    "correction.ask": ("ask", Role.HANDLER),
    "filing.act": ("register REGISTERED-DUE", Role.HANDLER),
    "obligation.act": ("report DUE", Role.HANDLER),
    "settlement.act": ("agree OPEN", Role.HANDLER),
    "term_end.record": ("", Role.HANDLER),
}


LISTS = sorted(operation for (operation, _), kind in FOREIGN_FIELDS.items() if kind == "files")


def with_files(body: object, files: list[str]) -> object:
    """The body with its lists of files replaced, however deep they stand."""
    if isinstance(body, list):
        return [with_files(one, files) for one in body]
    if not isinstance(body, dict):
        return body
    return {name: files if name == "version_ids" else with_files(one, files) for name, one in body.items()}


def named_fields(schema: dict[str, object], seen: frozenset[str] = frozenset()) -> set[str]:
    """Every field of a body, however deep, that holds the id of something."""
    found: set[str] = set()
    for one in resolved(schema):
        for name, described in one.get("properties", {}).items():
            if name.endswith(("_id", "_ids")):
                found.add(name)
            inner = described.get("items", described)
            ref = str(inner.get("$ref", inner.get("oneOf", "")))
            if ref and ref not in seen:
                found |= named_fields(inner, seen | {ref})
    return found


def test_every_field_that_names_another_record_is_accounted_for():
    found = {(one.name, field) for one in operations().values() if one.body for field in named_fields(one.body)}
    missing = sorted(found - set(FOREIGN_FIELDS))
    assert not missing, (
        f"{missing}: these fields of request bodies name records. Say in FOREIGN_FIELDS of tests/security/factories.py "
        "whose they may be; `file` where the record has to belong to the same contract."
    )
    assert sorted(set(FOREIGN_FIELDS) - found) == []


@pytest.mark.parametrize(("operation", "field"), FILES)
@pytest.mark.parametrize("whose", ["hidden", "unknown", "visible"])
def test_a_file_of_another_contract_is_no_evidence(world: World, operation: str, field: str, whose: str):
    act, role = TAKERS[operation]
    factory = next(one for one in FACTORIES[operation] if one.act == act)
    who = member(role, Place.NAMED)
    cell = Cell(operation=operations()[operation], factory=factory, who=who, standing=Standing.OWN, ended=False)
    method, url, headers, body = cell.request(world)
    files = {
        "hidden": world.hidden.ids["version_id"],
        "visible": world.own[State.READY_TO_SIGN].ids["version_id"],
        "unknown": "no-such-file",
    }
    sent = msgspec.json.encode(msgspec.json.decode(body) | {field: files[whose]})
    with world.held.taken_back():
        answer = world.ask(who, method, url, headers | {"content-type": JSON}, sent)
        written = world.held.written()
    assert answer.status == (UNPROCESSABLE if whose == "visible" else ABSENT), answer.start()
    assert written - FREE == set()


@pytest.mark.parametrize("operation", LISTS)
@pytest.mark.parametrize("whose", ["own", "hidden", "unknown", "visible"])
def test_files_of_another_contract_are_no_materials_and_none_says_which_exist(world: World, operation: str, whose: str):
    who = member(Role.HANDLER, Place.NAMED)
    factory = FACTORIES[operation][0]
    cell = Cell(operation=operations()[operation], factory=factory, who=who, standing=Standing.OWN, ended=False)
    method, url, headers, body = cell.request(world)
    files = {
        "own": world.own[State.DRAFTING].ids["version_id"],
        "hidden": world.hidden.ids["version_id"],
        "visible": world.own[State.READY_TO_SIGN].ids["version_id"],
        "unknown": "no-such-file",
    }
    sent = msgspec.json.encode(with_files(msgspec.json.decode(body), [files[whose]]))
    with world.held.taken_back():
        answer = world.ask(who, method, url, headers | {"content-type": JSON}, sent)
        written = world.held.written()
    assert answer.status == (200 if whose == "own" else UNPROCESSABLE), answer.start()
    assert bool(written - FREE) == (whose == "own")
    assert files[whose] not in answer.text() or whose == "own"


def test_a_contract_is_opened_only_where_one_is_an_officer(world: World):
    cell = Cell(
        operation=operations()["contract.create"],
        factory=FACTORIES["contract.create"][0],
        who=member(Role.HANDLER, Place.NAMED),
        standing=Standing.OWN,
        ended=False,
    )
    method, url, headers, body = cell.request(world)
    with world.held.taken_back():
        answer = world.ask(cell.who, method, f"{url}&unit_id=beta", headers, body)
        assert answer.status == FORBIDDEN
        assert world.held.written() - FREE == set()
    with world.held.taken_back():
        assert world.ask(cell.who, method, f"{url}&unit_id=alpha", headers, body).status == 201


@pytest.mark.parametrize("name", ["document.add", "remark.create", "obligation.create"])
def test_a_key_used_on_another_contract_is_another_key(world: World, name: str):
    operation = operations()[name]
    factory = next(one for one in FACTORIES[name] if one.act != "draft")
    who = member(Role.UNIT_LEGAL if name == "remark.create" else Role.HANDLER_LEAD, Place.NAMED)
    cell = Cell(operation=operation, factory=factory, who=who, standing=Standing.OWN, ended=False)
    method, url, headers, body = cell.request(world)
    first = world.own[factory.stage]
    other = world.own[State.CONSULTING]
    key = operation.about()[0]
    with world.held.taken_back():
        answers = [
            world.ask(who, method, url.replace(first.ids[key], bundle.ids[key]), headers, body)
            for bundle in (first, other, first)
        ]
    assert [answer.status for answer in answers] == [operation.success] * 3
    assert answers[0].body == answers[2].body != answers[1].body
