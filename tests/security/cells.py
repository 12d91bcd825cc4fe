"""The cells of the matrix: operation x role x standing x stage, and the request of each."""

from collections.abc import Iterator
from enum import auto
from urllib.parse import quote, urlencode

import msgspec

from contract_platform.domain.access import ROWS
from contract_platform.domain.vocabulary import Name, State
from tests.security.factories import FACTORIES
from tests.security.factory import Factory
from tests.security.operations import JSON, Operation
from tests.security.oracle import ABSENT, expected
from tests.security.staff import OUTSIDERS, ROLES, Member, Place, member
from tests.security.stages import Bundle
from tests.security.world import World


class Standing(Name):
    """How somebody stands to the contract of the request."""

    OWN = auto()
    SAME_UNIT = auto()
    OTHER_UNIT = auto()
    ASSIGNED = auto()
    FORMERLY = auto()
    DEPUTY = auto()
    RECUSED = auto()
    FOREIGN_ID = auto()


PLACES = {
    Standing.OWN: Place.NAMED,
    Standing.SAME_UNIT: Place.COLLEAGUE,
    Standing.OTHER_UNIT: Place.ELSEWHERE,
    Standing.ASSIGNED: Place.NAMED,
    Standing.FORMERLY: Place.LEFT,
    Standing.DEPUTY: Place.DEPUTY,
    Standing.RECUSED: Place.RECUSED,
    Standing.FOREIGN_ID: Place.NAMED,
}
ABOUT_NOTHING = (Standing.OWN, Standing.OTHER_UNIT, Standing.FORMERLY, Standing.DEPUTY)

ASKED_LIVE_ONLY = (Standing.FORMERLY, Standing.DEPUTY, Standing.RECUSED)
ASKED_ENDED_ALWAYS = (Standing.OWN, Standing.FOREIGN_ID)
"""Standings in which an ended contract is asked about even where its end makes no difference."""


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One question: may this person, standing so, do this at that stage?"""

    operation: Operation
    factory: Factory
    who: Member
    standing: Standing
    ended: bool

    def name(self) -> str:
        """The cell in words."""
        act = f":{self.factory.act}" if self.factory.act else ""
        return f"{self.operation.name}{act} {self.who.id} {self.standing} {'ended' if self.ended else 'live'}"

    def target(self, world: World) -> Bundle | None:
        """The contract the expectation is about."""
        if not (self.operation.about() or self.factory.in_body):
            return None
        if self.standing is Standing.FOREIGN_ID and not self._mixed():
            return world.hidden_ended if self.ended else world.hidden
        stage = State.ARCHIVED if self.ended else self.factory.stage
        return (world.others if self.standing is Standing.ASSIGNED else world.own)[stage]

    def _mixed(self) -> bool:
        return len(self.operation.about()) > 1

    def expected(self, world: World) -> int:
        """The status the table demands; a child of another contract is absent for whoever got that far."""
        status = expected(world, self.who, self.operation, self.factory, self.target(world))
        mixed = self.standing is Standing.FOREIGN_ID and self._mixed()
        return ABSENT if mixed and status == self.operation.success else status

    def parameters(self, world: World) -> dict[str, str]:
        """What stands in the path."""
        target = self.target(world)
        found = dict(self.factory.paths)
        if target is not None:
            found |= {name: target.child(name, self.factory.children.get(name, "")) for name in self.operation.about()}
        unknown = set(self.operation.parameters) - set(found)
        assert not unknown, f"{self.operation.name}: give {unknown} in the factory's paths, or add it to OF_CONTRACTS"
        if self.standing is Standing.FOREIGN_ID and self._mixed():
            found[self.operation.about()[-1]] = "of-another-contract"
        return found

    def request(self, world: World) -> tuple[str, str, dict[str, str], bytes]:
        """Method, address, headers and body."""
        parameters = self.parameters(world)
        path = self.operation.path.format(**{name: quote(value) for name, value in parameters.items()})
        query = {name: value for name, value in self.factory.query.items() if name in self.operation.query}
        headers = {}
        if "If-Match" in self.operation.headers:
            subject = parameters[self.operation.parameters[0]]
            headers["if-match"] = f'"{world.revisions.get(subject, 0)}"'
        if "Idempotency-Key" in self.operation.headers:
            headers["idempotency-key"] = "once"
        body = self.factory.content
        if self.factory.body is not None:
            headers["content-type"] = JSON
            target = self.target(world) or world.own[self.factory.stage]
            body = msgspec.json.encode(self.factory.body(world, target, self.who))
        return self.operation.method, f"{path}?{urlencode(query)}" if query else path, headers, body


def cells(operation: Operation) -> Iterator[Cell]:
    """Every cell of an operation; one that is about no contract has no stages and no foreign ids."""
    people = [(standing, member(role, PLACES[standing])) for role in ROLES for standing in Standing]
    people += [(standing, who) for who in OUTSIDERS for standing in (Standing.OWN, Standing.FOREIGN_ID)]
    for factory in FACTORIES[operation.name]:
        about = bool(operation.about()) or factory.in_body
        for standing, who in people:
            if not about and standing not in ABOUT_NOTHING:
                continue
            matters = standing in ASKED_ENDED_ALWAYS or depends_on_state(operation, factory)
            for ended in (False, True) if about and matters and standing not in ASKED_LIVE_ONLY else (False,):
                yield Cell(operation=operation, factory=factory, who=who, standing=standing, ended=ended)


def depends_on_state(operation: Operation, factory: Factory) -> bool:
    """Whether the answer can differ at an ended contract."""
    live = operation.name in ROWS and ROWS[operation.name].live
    return live or factory.machine is not None or factory.states is not None


def stages() -> tuple[str, ...]:
    """The stages the factories ask for."""
    return tuple(dict.fromkeys(factory.stage for found in FACTORIES.values() for factory in found))
