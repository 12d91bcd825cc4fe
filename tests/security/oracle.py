"""What every cell of the matrix must answer, from the access table and the tables of states; nothing of it is run.

The meaning of the relations is written here a second time, over plain records, so that a mistake in the first has to
be made twice to go unseen.
"""

from contract_platform.domain.access import READERS, ROWS
from contract_platform.domain.contract import Contract
from contract_platform.domain.lifecycle import TERMINAL
from contract_platform.domain.machine import Transition
from contract_platform.domain.relations import REACH, Relation
from contract_platform.domain.vocabulary import Role, State
from contract_platform.web.operations import PUBLIC
from tests.security.factory import Factory
from tests.security.operations import Operation
from tests.security.staff import Member, below
from tests.security.stages import Bundle
from tests.security.world import World

S = State
UNAUTHENTICATED, FORBIDDEN, ABSENT, REFUSED = 401, 403, 404, 409
BEFORE_THE_BUREAU = {
    S.SUBMITTED, S.SUPPLEMENTING, S.UNDER_REVIEW, S.CONSULTING, S.SIGNING_OFF, S.NOT_ACCEPTED, S.OPINION_ISSUED,
    S.AMENDING, S.CONFIRMING, S.ESCALATED,
}  # fmt: skip
INSIDE_THE_UNIT = {S.DRAFTING, S.UNIT_COSIGNING, S.UNIT_REVIEW}


def stands(world: World, who: Member, unit: str, relation: Relation, contract: Contract) -> bool:
    """Whether somebody with a post in that unit stands in the relation to the contract."""
    inside = contract.handling_unit_id in below(unit)
    bureau = contract.state in BEFORE_THE_BUREAU or bool(contract.review_no) or contract.sign_date is not None
    never_sent = contract.state is S.WITHDRAWN and contract.tier is None
    return {
        Relation.ANY: True,
        Relation.ASKED: inside or asked(world, unit, contract),
        Relation.OWN: inside and contract.handler_id == who.stands_as,
        Relation.ASSIGNED: bureau and contract.reviewer_id == who.stands_as,
        Relation.UNIT: inside,
        Relation.INVITED: (contract.id, who.id) in world.invited,
        Relation.BUREAU: bureau,
        Relation.GOVERNMENT: bureau or contract.state is S.FORWARDING,
        Relation.DISTRICT: bool(contract.review_no) or not (contract.state in INSIDE_THE_UNIT or never_sent),
    }.get(relation, False)


def asked(world: World, unit: str, contract: Contract) -> bool:
    """Whether a unit, or one below it, was asked to co-sign the contract."""
    return any((contract.id, one) in world.cosigning for one in below(unit))


def sees(world: World, who: Member, contract: Contract) -> bool:
    """Whether the contract exists for somebody: as far as a post sees, or because their unit was asked to co-sign."""
    answers = {Role.HANDLER_LEAD, Role.UNIT_LEGAL}
    return any(
        stands(world, who, unit, REACH[role], contract) or (role in answers and asked(world, unit, contract))
        for role, unit in who.posts
    )


def acting(world: World, who: Member, operation: str, contract: Contract) -> set[Role]:
    """The roles in which somebody stands to the contract as the operation asks; who is recused stands in none."""
    if (contract.id, who.id) in world.recused:
        return set()
    grants = ROWS[operation].grants
    return {role for role, unit in who.posts if role in grants and stands(world, who, unit, grants[role], contract)}


def expected(world: World, who: Member, operation: Operation, factory: Factory, target: Bundle | None) -> int:
    """The status of one request; ``target`` is the contract it is about, None where it is about none."""
    own = (factory.expects and factory.expects(world, who)) or operation.success
    if operation.name in PUBLIC:
        return own
    if who.entry != "signed_in":
        return UNAUTHENTICATED
    roles = ROWS[operation.name].roles
    if roles and not roles & who.roles():
        return FORBIDDEN
    return own if target is None else about_contract(world, who, operation, factory, target)


def about_contract(world: World, who: Member, operation: Operation, factory: Factory, target: Bundle) -> int:
    """In sight, in the relation, not ended, possible in this state: in that order. Reading asks for sight alone."""
    contract = target.contract
    if not sees(world, who, contract):
        return ABSENT
    row = ROWS[factory.asks or operation.name]
    held = acting(world, who, row.operation, contract)
    if factory.asks and not rows_of(factory, target):
        return REFUSED
    if not held and row.grants != READERS:
        return FORBIDDEN
    late = row.live and contract.state in TERMINAL
    taken = factory.takers is None or bool(held & factory.takers)
    if late or not taken or (factory.states is not None and contract.state not in factory.states):
        return REFUSED if late or taken else FORBIDDEN
    if factory.machine is not None:
        return by_table(factory, target, held, operation.success)
    return (factory.expects and factory.expects(world, who)) or operation.success


def rows_of(factory: Factory, target: Bundle) -> tuple[Transition, ...]:
    """The rows of the table for the act, from the state its subject is in."""
    assert factory.machine is not None
    children = [target.child(parameter, state) for parameter, state in factory.children.items()]
    state = target.states[children[0]] if children else target.contract.state
    return factory.machine.rows(state, factory.act.split(" ")[0])


def by_table(factory: Factory, target: Bundle, held: set[Role], success: int) -> int:
    """What the table of states says about an act."""
    rows = rows_of(factory, target)
    if not rows:
        return REFUSED
    taking = held & set(rows[0].roles)
    if not taking:
        return FORBIDDEN
    return REFUSED if taking <= factory.refuses else success
