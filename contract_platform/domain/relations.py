"""How a person stands to a contract, as data: the relation an operation asks for and how far each role sees."""

from collections.abc import Callable, Iterable
from enum import auto

from contract_platform.domain.contract import Contract
from contract_platform.domain.lifecycle import BEFORE_OPINION
from contract_platform.domain.people import Actor, Post
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Name, Role, State

R = Role


class Relation(Name):
    """What the holder of a post has to be to the thing asked for, narrow ones first."""

    ANY = auto()
    SELF = auto()
    OWN = auto()
    ASSIGNED = auto()
    UNIT = auto()
    ASKED = auto()
    INVITED = auto()
    BUREAU = auto()
    GOVERNMENT = auto()
    DISTRICT = auto()
    PLATFORM = auto()


MEANINGS: dict[Relation, str] = {
    Relation.ANY: "不要求与合同有关系；列表只含本人各岗位看得到的合同",
    Relation.SELF: "只限本人：自己的会话和账户",
    Relation.OWN: "本合同的承办人，且岗位所在单位（含下级）是承办单位",
    Relation.ASSIGNED: "受理时为本合同指定的审查员",
    Relation.UNIT: "岗位所在单位（含下级）是合同的承办单位",
    Relation.ASKED: "岗位所在单位（含下级）是合同的承办单位，或正在会签本合同的单位",
    Relation.INVITED: "受邀请参与的合同，到邀请期限为止",
    Relation.BUREAU: "已送到司法局的合同：受理和审查环节中的、有审查编号的、已签订的",
    Relation.GOVERNMENT: "待批转的合同，以及已送到司法局的合同",
    Relation.DISTRICT: "全区已离开承办单位的合同；起草和单位审核中的不可见",
    Relation.PLATFORM: "平台自身的管理，看不到合同",
}
"""What each relation means, as the manual says it."""

REACH: dict[Role, Relation] = {
    R.HANDLER: Relation.UNIT,
    R.HANDLER_LEAD: Relation.UNIT,
    R.UNIT_LEGAL: Relation.UNIT,
    R.COUNSEL: Relation.INVITED,
    R.SIGNATORY: Relation.UNIT,
    R.SEAL_KEEPER: Relation.UNIT,
    R.BUREAU_INTAKE: Relation.BUREAU,
    R.BUREAU_REVIEWER: Relation.BUREAU,
    R.BUREAU_LEAD: Relation.BUREAU,
    R.FILING_OFFICER: Relation.BUREAU,
    R.EXPERT: Relation.INVITED,
    R.GOV_OFFICE: Relation.GOVERNMENT,
    R.PERF_SUPERVISOR: Relation.DISTRICT,
    R.ARCHIVIST: Relation.DISTRICT,
    R.OBSERVER: Relation.DISTRICT,
    R.SYS_ADMIN: Relation.PLATFORM,
    R.SEC_ADMIN: Relation.PLATFORM,
    R.AUDIT_ADMIN: Relation.PLATFORM,
}
"""How far a role sees; what it may do there stands in the access table."""


def reaching(*relations: Relation) -> frozenset[Role]:
    """The roles that see so far."""
    return frozenset(role for role, reach in REACH.items() if reach in relations)


UNIT_ROLES = reaching(Relation.UNIT)

IN_UNIT = (State.DRAFTING, State.UNIT_COSIGNING, State.UNIT_REVIEW)
"""States in which a contract has not left its unit: nobody outside sees it unless it came back from review."""
AT_BUREAU = (
    *(state for state in BEFORE_OPINION if state not in IN_UNIT and state != State.FORWARDING),
    State.NOT_ACCEPTED, State.OPINION_ISSUED, State.AMENDING, State.CONFIRMING, State.ESCALATED,
)  # fmt: skip
"""States in which a contract is before the bureau."""


def came_to_bureau(contract: Contract) -> bool:
    """Whether the bureau knows the contract: it is there, was there, or has been signed."""
    return contract.state in AT_BUREAU or contract.review_no is not None or contract.sign_date is not None


def came_to_government(contract: Contract) -> bool:
    """Whether the government's office is asked to forward it, or the bureau knows it."""
    return contract.state == State.FORWARDING or came_to_bureau(contract)


def left_unit(contract: Contract) -> bool:
    """Whether the contract is past its unit; one withdrawn as a draft never was, and has no route."""
    if contract.review_no is not None:
        return True
    return contract.state not in IN_UNIT and (contract.state != State.WITHDRAWN or contract.tier is not None)


def units_of(actor: Actor, posts: Iterable[Post]) -> frozenset[str]:
    """The units that these posts of the person reach."""
    return frozenset(unit for post in posts for unit in actor.subtree.get(post.unit_id, (post.unit_id,)))


def in_unit_of(actor: Actor, post: Post, contract: Contract) -> bool:
    """Whether the post's unit, or one below it, handles the contract."""
    return contract.handling_unit_id in units_of(actor, [post])


STAGES: dict[Relation, Callable[[Contract], bool]] = {
    Relation.BUREAU: came_to_bureau,
    Relation.GOVERNMENT: came_to_government,
    Relation.DISTRICT: left_unit,
}
"""Relations that depend on how far the contract has come, whoever asks."""


def holds(relation: Relation, actor: Actor, post: Post, contract: Contract) -> bool:
    """Whether somebody in that post stands in the relation to the contract; a deputy stands as the one who is away."""
    if relation in STAGES:
        return STAGES[relation](contract)
    if relation is Relation.INVITED:
        return contract.id in actor.invited
    if relation is Relation.ASSIGNED:
        return contract.reviewer_id == post.person_id and came_to_bureau(contract)
    if relation is Relation.OWN:
        return contract.handler_id == post.person_id and in_unit_of(actor, post, contract)
    if relation is Relation.ASKED:
        return in_unit_of(actor, post, contract) or asked_of(actor, post, contract)
    return relation is Relation.ANY or (relation is Relation.UNIT and in_unit_of(actor, post, contract))


def asked_of(actor: Actor, post: Post, contract: Contract) -> bool:
    """Whether the post's unit, or one below it, was asked to co-sign the contract."""
    reached = units_of(actor, [post])
    return any(contract_id == contract.id and unit_id in reached for contract_id, unit_id in actor.cosigning)


class Scope(Record, frozen=True, kw_only=True):
    """Which contracts a person sees: the union over their posts, in the shape a query can filter by.

    ``bureau``: what came to the bureau; ``all_units``: what left its unit; ``forwarding``: what is in that state now;
    ``invited``: the contracts a counsel or expert is invited to, or a unit was asked to co-sign.
    """

    person_id: str
    unit_ids: frozenset[str]
    bureau: bool
    all_units: bool
    forwarding: bool = False
    invited: frozenset[str] = frozenset()

    def sees(self, contract: Contract) -> bool:
        """Whether the contract exists for this person."""
        return (
            contract.handling_unit_id in self.unit_ids
            or (self.bureau and came_to_bureau(contract))
            or (self.all_units and left_unit(contract))
            or (self.forwarding and contract.state == State.FORWARDING)
            or contract.id in self.invited
        )


def scope_of(actor: Actor) -> Scope:
    """What the posts held today let a person see."""
    reached = {REACH[role] for role in actor.roles() if role in REACH}
    return Scope(
        person_id=actor.person_id,
        unit_ids=units_of(actor, (post for post in actor.posts if post.role in UNIT_ROLES)),
        bureau=bool(reached & {Relation.BUREAU, Relation.GOVERNMENT}),
        all_units=Relation.DISTRICT in reached,
        forwarding=Relation.GOVERNMENT in reached,
        invited=(actor.invited if Relation.INVITED in reached else frozenset())
        | frozenset(contract_id for contract_id, _ in actor.cosigning),
    )
