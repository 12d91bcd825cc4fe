"""Who may do and see what, as data: the only source for the code's checks, the pages' buttons and the tests.

A row allows an operation to roles; on a contract the post has to reach its handling unit, unless the role works for
the whole district. What the lifecycle allows beyond that stands in its own table.
"""

from collections.abc import Iterable

from contract_platform.domain.contract import Contract
from contract_platform.domain.lifecycle import BEFORE_OPINION
from contract_platform.domain.people import Actor, Post
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Role, State

R = Role

UNIT_ROLES = frozenset({R.HANDLER, R.HANDLER_LEAD, R.UNIT_LEGAL, R.COUNSEL, R.SIGNATORY, R.SEAL_KEEPER})
BUREAU_ROLES = frozenset({R.BUREAU_INTAKE, R.BUREAU_REVIEWER, R.BUREAU_LEAD, R.EXPERT, R.GOV_OFFICE, R.FILING_OFFICER})
SUPERVISING_ROLES = frozenset({R.PERF_SUPERVISOR, R.ARCHIVIST, R.OBSERVER})
READERS = UNIT_ROLES | BUREAU_ROLES | SUPERVISING_ROLES
EVERYBODY: frozenset[Role] = frozenset()

IN_UNIT = (State.DRAFTING, State.UNIT_COSIGNING, State.UNIT_REVIEW)
"""States in which a contract has not left its unit: nobody outside sees it unless it came back from review."""
AT_BUREAU = (
    *(state for state in BEFORE_OPINION if state not in IN_UNIT and state != State.FORWARDING),
    State.NOT_ACCEPTED, State.OPINION_ISSUED, State.AMENDING, State.CONFIRMING, State.ESCALATED,
)  # fmt: skip
"""States in which a contract is before the bureau."""


class Scope(Record, frozen=True, kw_only=True):
    """Which contracts a person sees: those of units, of the bureau's desk, or of the whole district."""

    person_id: str
    unit_ids: frozenset[str]
    bureau: bool
    all_units: bool

    def sees(self, contract: Contract) -> bool:
        """Whether the contract exists for this person."""
        known = contract.review_no is not None
        return (
            contract.handling_unit_id in self.unit_ids
            or (self.bureau and (contract.state in AT_BUREAU or known or contract.sign_date is not None))
            or (self.all_units and (contract.state not in IN_UNIT or known))
        )


class AccessRow(Record, frozen=True):
    """An operation and the roles that may ask for it; no role named = everybody who is signed in."""

    operation: str
    roles: frozenset[Role]


ACCESS: tuple[AccessRow, ...] = (
    AccessRow("session.read", EVERYBODY),
    AccessRow("session.delete", EVERYBODY),
    AccessRow("reference.read", EVERYBODY),
    AccessRow("event.stream", EVERYBODY),
    AccessRow("event.poll", EVERYBODY),
    AccessRow("person.list", frozenset({R.BUREAU_INTAKE, R.BUREAU_LEAD, R.HANDLER_LEAD})),
    AccessRow("task.list", READERS),
    AccessRow("contract.list", READERS),
    AccessRow("contract.create", frozenset({R.HANDLER})),
    AccessRow("contract.read", READERS),
    AccessRow("contract.update", frozenset({R.HANDLER})),
    AccessRow("contract.suggestion", frozenset({R.HANDLER, R.HANDLER_LEAD, R.UNIT_LEGAL})),
    AccessRow("contract.precheck", frozenset({R.HANDLER, R.HANDLER_LEAD, R.UNIT_LEGAL})),
    AccessRow("contract.timeline", READERS),
    AccessRow("contract.act", READERS - {R.OBSERVER, R.EXPERT, R.COUNSEL}),
    AccessRow("signing.confirm", frozenset({R.HANDLER, R.HANDLER_LEAD, R.UNIT_LEGAL})),
    AccessRow("deadline.read", READERS),
    AccessRow("document.add", frozenset({R.HANDLER, R.HANDLER_LEAD, R.UNIT_LEGAL})),
    AccessRow("version.read", READERS),
    AccessRow("version.content", READERS),
    AccessRow("version.reread", frozenset({R.HANDLER, R.UNIT_LEGAL, R.BUREAU_REVIEWER})),
    AccessRow("analysis.read", READERS),
    AccessRow("finding.judge", frozenset({R.UNIT_LEGAL, R.BUREAU_REVIEWER})),
    AccessRow("remark.list", READERS),
    AccessRow("remark.create", frozenset({R.UNIT_LEGAL, R.COUNSEL, R.BUREAU_REVIEWER, R.BUREAU_LEAD})),
    AccessRow("remark.reply", UNIT_ROLES | {R.BUREAU_REVIEWER, R.BUREAU_LEAD}),
    AccessRow("remark.resolve", frozenset({R.UNIT_LEGAL, R.BUREAU_REVIEWER, R.BUREAU_LEAD})),
    AccessRow("filing.act", frozenset({R.HANDLER, R.FILING_OFFICER})),
    AccessRow("obligation.create", frozenset({R.HANDLER, R.HANDLER_LEAD})),
    AccessRow("obligation.act", frozenset({R.HANDLER, R.HANDLER_LEAD})),
    AccessRow("alert.list", READERS),
    AccessRow("alert.act", frozenset({R.HANDLER, R.HANDLER_LEAD, R.BUREAU_REVIEWER, R.PERF_SUPERVISOR})),
    AccessRow("overview.read", BUREAU_ROLES | SUPERVISING_ROLES),
)
ALLOWED: dict[str, frozenset[Role]] = {row.operation: row.roles for row in ACCESS}


def may(actor: Actor, operation: str) -> bool:
    """Whether any post of the person may ask for the operation; an operation without a row is nobody's."""
    roles = ALLOWED.get(operation)
    return roles is not None and (not roles or bool(roles & actor.roles()))


def permissions(roles: Iterable[Role]) -> tuple[str, ...]:
    """The operations open to somebody holding these roles."""
    held = frozenset(roles)
    return tuple(row.operation for row in ACCESS if not row.roles or row.roles & held)


def scope_of(actor: Actor) -> Scope:
    """What the posts held today let a person see."""
    roles = actor.roles()
    units = (actor.subtree.get(post.unit_id, (post.unit_id,)) for post in actor.posts if post.role in UNIT_ROLES)
    return Scope(
        person_id=actor.person_id,
        unit_ids=frozenset(unit for reached in units for unit in reached),
        bureau=bool(roles & BUREAU_ROLES),
        all_units=bool(roles & SUPERVISING_ROLES),
    )


def reaches(actor: Actor, post: Post, contract: Contract) -> bool:
    """Whether a post has to do with the contract: its unit, or the whole district for the bureau and supervision."""
    if post.role not in UNIT_ROLES:
        return True
    return contract.handling_unit_id in actor.subtree.get(post.unit_id, (post.unit_id,))


def acting_roles(actor: Actor, contract: Contract) -> frozenset[Role]:
    """The roles in which a person can act on this contract."""
    return frozenset(post.role for post in actor.posts if reaches(actor, post, contract))
