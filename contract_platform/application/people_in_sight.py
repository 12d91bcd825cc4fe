"""Who sees a contract, in which post: those it may be copied to, and who may be asked for an opinion."""

from contract_platform.application.circumstances import unit_and_above
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.endorsement import COSIGNERS
from contract_platform.domain.people import Post
from contract_platform.domain.relations import REACH, STAGES, Relation
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState


def posts_in_sight(uow: UnitOfWork, platform: Platform, contract: Contract) -> list[Post]:
    """The posts held today by people who can sign in, from which the contract is seen."""
    today = platform.clock.today()
    present = {person.id for person in uow.people.find(disabled=False)}
    reached = unit_and_above(uow, contract.handling_unit_id)
    invited = {one.person_id for one in uow.invitations.find(contract_id=contract.id) if one.holds_on(today)}
    cosigning = units_asked(uow, contract)

    def sees(post: Post) -> bool:
        relation = REACH.get(post.role)
        if post.role in COSIGNERS and post.unit_id in cosigning:
            return True
        if relation in STAGES:
            return STAGES[relation](contract)
        if relation is Relation.INVITED:
            return post.person_id in invited
        return relation is Relation.UNIT and post.unit_id in reached

    return [post for post in uow.posts.find() if post.held_on(today) and post.person_id in present and sees(post)]


def units_asked(uow: UnitOfWork, contract: Contract) -> frozenset[str]:
    """The units that co-sign the contract in this round, and those above them."""
    gone = {EndorsementState.TAKEN_OUT, EndorsementState.CANCELLED}
    asked = uow.endorsements.find(contract_id=contract.id, kind=EndorsementKind.UNIT, ended_at=None)
    found = (unit_and_above(uow, one.unit_id) for one in asked if one.unit_id and one.state not in gone)
    return frozenset(unit for units in found for unit in units)
