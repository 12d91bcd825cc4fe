"""Every act of the contract's table at every state asked by every role: only the table's pairs can succeed."""

import hashlib

import msgspec
import pytest

from contract_platform.application.act_on_contract import act_on_contract
from contract_platform.application.actors import actor_of
from contract_platform.application.commands import ACTIONS, ContractCommand
from contract_platform.domain.errors import Forbidden, NotFound, PlatformError, Refused
from contract_platform.domain.lifecycle import LIFECYCLE
from contract_platform.domain.vocabulary import Role, State
from tests.security.bodies import TODAY
from tests.security.oracle import acting, sees
from tests.security.staff import BETA, ROLES, Member, Place, key, member
from tests.security.stages import PROVEN, Bundle
from tests.security.world import World

Pair = tuple[str, State, Role]
SHARE = 10  # a tenth of the pairs the table does not have, the same ones each time
LEAST = 40  # acts that succeed
CARRIED: dict[str, dict[str, object]] = {
    "accept": {"reviewer_id": key(Role.BUREAU_REVIEWER, Place.COLLEAGUE)},
    "reassign": {"reviewer_id": key(Role.BUREAU_REVIEWER, Place.COLLEAGUE)},
    "cosign": {"unit_ids": [BETA]},
    "request_supplement": {"items": ["授权委托书"]},
    "propose": {"conclusion": "APPROVE", "body": "同意"},
    "submit_adoption": {"adoption": []},
    "decide": {"passed": True},
    "use_seal": {"sealed_on": TODAY, "seals": ["CONTRACT_SEAL"], "keeper": "办公室", "copies": 4},
    "sign": {"signatures": [{"party": "x", "signatory": "代表", "signed_on": TODAY}]},
}
"""What commands carry beside their reason."""
DOCUMENTED = frozenset({"decide", "override"})
"""Acts that need minutes."""


def command(action: str, bundle: Bundle | None = None) -> ContractCommand:
    """The act with everything it carries in order, as far as the contract has it."""
    given: dict[str, object] = {"action": action, "reason": "理由", **CARRIED.get(action, {})}
    if bundle is not None and action in DOCUMENTED and bundle.contract.state in PROVEN:
        given["minutes_version_id"] = bundle.ids["proof"]
    made: ContractCommand = msgspec.convert(given, type=ContractCommand)
    return made


def outcome(world: World, who: Member, bundle: Bundle, action: str) -> str:
    """What came of asking: the name of the error, or the state that was reached."""
    with world.held.taken_back():
        with world.platform.reading() as uow:
            actor = actor_of(uow, uow.people.get(who.id), world.platform.clock.today())
        revision = world.revisions[bundle.contract.id]
        try:
            asked = command(action, bundle)
            page = act_on_contract(world.platform, actor, bundle.contract.id, asked, revision=revision)
        except PlatformError as error:
            return type(error).__name__
        return str(page.contract.state)


def permitted(world: World, who: Member, bundle: Bundle, action: str) -> set[str]:
    """What the table lets come of it; whether its guards hold is another matter."""
    contract = bundle.contract
    if not sees(world, who, contract):
        return {NotFound.__name__}
    held = acting(world, who, "contract.act", contract)
    rows = LIFECYCLE.rows(contract.state, action)
    if not held:
        return {Forbidden.__name__}
    taken = [row for row in rows if set(row.roles) & held]
    if not taken:
        return {Refused.__name__, Forbidden.__name__} if rows else {Refused.__name__}
    by_itself = {row.target for row in LIFECYCLE.transitions if row.roles == (Role.SYSTEM,)}
    return {Refused.__name__, *by_itself, *(row.target for row in taken)}


def pairs(share: int) -> list[Pair]:
    """Acts, states and roles: all that the table has, and of the others that fraction, spread by a hash."""
    of_table = {(row.action, row.source, role) for row in LIFECYCLE.transitions for role in row.roles}
    every = ((action, state, role) for action in sorted(ACTIONS) for state in State for role in ROLES)
    return [pair for pair in every if pair in of_table or hashlib.sha256(repr(pair).encode()).digest()[0] % share == 0]


def check(world: World, share: int) -> None:
    """Ask all pairs, of one's own contracts and of others'."""
    wrong, succeeded = [], 0
    for action, state, role in pairs(share):
        who = member(role, Place.NAMED)
        for bundle in (world.own[state], world.others[state]):
            came = outcome(world, who, bundle, action)
            wanted = permitted(world, who, bundle, action)
            succeeded += came in State.__members__
            if came not in wanted:
                wrong.append(f"{role} {action} at {state} of {bundle.contract.handling_unit_id}: {came}, not {wanted}")
    assert wrong == []
    assert succeeded > LEAST, "hardly anything succeeds: the test shows nothing"


def test_only_the_tables_pairs_succeed(world: World):
    check(world, SHARE)


@pytest.mark.long
def test_only_the_tables_pairs_succeed_of_all(world: World):
    check(world, 1)


def test_every_act_of_the_api_is_tried():
    assert {action for action, _, _ in pairs(SHARE)} == set(ACTIONS)
    assert all(command(action) for action in ACTIONS)
