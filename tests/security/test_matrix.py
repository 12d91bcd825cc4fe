"""Every operation of the API asked by every role in every standing, at a live and at an ended contract."""

import pytest

from contract_platform.domain.access import ACCESS, ROWS
from contract_platform.domain.relations import Relation
from contract_platform.web.headers import EVERYWHERE, TRANSPORT
from contract_platform.web.operations import PUBLIC
from tests.security.caller import Answer
from tests.security.cells import Cell, cells
from tests.security.factories import FACTORIES
from tests.security.held import FREE
from tests.security.operations import operations
from tests.security.oracle import ABSENT, FORBIDDEN, UNAUTHENTICATED, sees
from tests.security.stages import MARK
from tests.security.world import World

LEAST_CELLS = 5_000
OK = range(200, 300)


def test_every_operation_has_a_row_and_a_factory():
    unmade = sorted(set(operations()) - set(FACTORIES))
    assert not unmade, (
        f"{unmade}: no request can be made for these operations. Add an entry per operation to FACTORIES in "
        "tests/security/factories.py: the stage of the contract at which it is possible and a body that is in order."
    )
    assert sorted(set(FACTORIES) - set(operations())) == []


def test_every_row_is_named_and_its_roles_stand_in_relations():
    assert [row.operation for row in ACCESS if not row.title] == []
    assert {type(relation) for row in ACCESS for relation in dict(row.grants).values()} == {Relation}


def test_the_matrix_is_large_enough():
    assert sum(1 for one in operations().values() for _ in cells(one)) >= LEAST_CELLS


@pytest.mark.parametrize("name", sorted(operations()))
def test_matrix(name: str, world: World):
    before = world.held.digest()
    wrong = [f"{cell.name()}: {fault}" for cell in cells(operations()[name]) for fault in faults(world, cell)]
    assert wrong == []
    assert world.held.digest() == before


def faults(world: World, cell: Cell) -> list[str]:
    """What is wrong with the answer to one cell."""
    world.rewind()
    method, url, headers, body = cell.request(world)
    with world.held.taken_back():
        answer = world.ask(cell.who, method, url, headers, body)
        written, refusals = world.held.written(), world.held.refusals()
    wanted = cell.expected(world)
    found = [] if answer.status == wanted else [f"{answer.status}, not {wanted}: {answer.start()}"]
    found += [f"no header {name}" for name in EVERYWHERE | TRANSPORT if name.lower() not in answer.headers]
    if wanted in OK:
        return found + leaks(world, cell, answer)
    if written - FREE:
        found.append(f"wrote {sorted(written - FREE)}")
    if MARK.search(answer.text()):
        found.append("tells what stands in a contract")
    if cell.operation.name in PUBLIC:
        return found
    noted = [actor for actor, _ in refusals] == [cell.who.id]
    if wanted in {FORBIDDEN, ABSENT} and not noted:
        found.append(f"refusals in the trace: {refusals}")
    if wanted == UNAUTHENTICATED and refusals:
        found.append("nobody is signed in, and yet the trace names somebody")
    return found


def leaks(world: World, cell: Cell, answer: Answer) -> list[str]:
    """Contracts the answer speaks of that do not exist for the asker."""
    told = {int(number) for number in MARK.findall(answer.text())}
    visible = {bundle.number for bundle in world.bundles if sees(world, cell.who, bundle.contract)}
    return [f"tells of contract {number}" for number in sorted(told - visible)]


def test_the_log_of_changes_and_the_digest_agree(world: World):
    cell = next(one for one in cells(operations()["obligation.create"]) if one.expected(world) in OK)
    before = world.held.digest()
    with world.held.taken_back():
        world.ask(cell.who, *cell.request(world))
        assert world.held.written() - FREE == {"obligations"}
        assert world.held.digest() != before
    assert world.held.digest() == before


def test_rows_without_an_operation_are_none():
    assert set(ROWS) - set(operations()) == set()
