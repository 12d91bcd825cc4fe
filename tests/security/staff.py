"""The people of the world under test: for every role somebody in each standing, and those who are not let in."""

import hashlib
from datetime import date, datetime, timedelta
from enum import auto

import msgspec

from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.people import Person, Post, Session, Unit
from contract_platform.domain.relations import REACH, Relation
from contract_platform.domain.vocabulary import Name, Role

ROLES = tuple(role for role in Role if role is not Role.SYSTEM)
ALPHA, ALPHA_OFFICE, BETA, JUSTICE, GOVERNMENT = "alpha", "alpha-office", "beta", "justice", "government"
UNITS = (
    Unit(id="district", name="望澜区", short_name="望澜区", kind="DISTRICT"),
    Unit(id=ALPHA, name="望澜区甲局", short_name="区甲局", kind="BUREAU", parent_id="district"),
    Unit(id=ALPHA_OFFICE, name="望澜区甲局服务所", short_name="甲局服务所", kind="INSTITUTION", parent_id=ALPHA),
    Unit(id=BETA, name="望澜区乙局", short_name="区乙局", kind="BUREAU", parent_id="district"),
    Unit(id=JUSTICE, name="望澜区司法局", short_name="区司法局", kind="JUSTICE_BUREAU", parent_id="district"),
    Unit(id=GOVERNMENT, name="望澜区人民政府", short_name="区政府", kind="GOVERNMENT", parent_id="district"),
)
LONG_AGO = date(2020, 1, 1)
PASSWORD = "一个足够长的口令"


class Place(Name):
    """Where somebody of a role stands: named on the contract, a colleague, elsewhere, or no longer in office."""

    NAMED = auto()
    COLLEAGUE = auto()
    ELSEWHERE = auto()
    LEFT = auto()


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A person with posts as (role, unit) held today."""

    id: str
    posts: tuple[tuple[Role, str], ...]
    entry: str = "signed_in"  # signed_in | anonymous | expired | disabled
    invited: frozenset[str] = frozenset()

    @property
    def token(self) -> str:
        """What the session cookie holds."""
        return f"token-of-{self.id}"

    def roles(self) -> frozenset[Role]:
        """Roles held today."""
        return frozenset(role for role, _ in self.posts)


def home(role: Role) -> str:
    """The unit of those who are named: the handling unit for its own roles."""
    if REACH[role] is Relation.GOVERNMENT:
        return GOVERNMENT
    inside = REACH[role] is Relation.UNIT or role is Role.COUNSEL
    return ALPHA if inside else JUSTICE


def key(role: Role, place: Place) -> str:
    """A person's id and user name."""
    return f"{role.lower()}-{place.lower()}"


def member(role: Role, place: Place) -> Member:
    """The person of a role in a place."""
    unit = BETA if place is Place.ELSEWHERE else home(role)
    return Member(id=key(role, place), posts=() if place is Place.LEFT else ((role, unit),))


HANDLER_AND_REVIEWER = Member(id="two-posts", posts=((Role.HANDLER, BETA), (Role.BUREAU_REVIEWER, JUSTICE)))
"""One person with two posts: what one post lets them see, the other must not let them change."""
ABOVE = Member(id="lead-above", posts=((Role.HANDLER_LEAD, "district"),))
"""A lead whose unit has all others below it."""
OUTSIDERS = (
    Member(id="anonymous", posts=(), entry="anonymous"),
    Member(id="expired", posts=((Role.HANDLER, ALPHA),), entry="expired"),
    Member(id="disabled", posts=((Role.HANDLER, ALPHA),), entry="disabled"),
)
MEMBERS = (*(member(role, place) for role in ROLES for place in Place), HANDLER_AND_REVIEWER, ABOVE)


def appoint(uow: UnitOfWork, now: datetime, today: date) -> None:
    """Write units, people, posts and sessions."""
    for unit in UNITS:
        uow.units.add(unit)
    for one in (*MEMBERS, *(outsider for outsider in OUTSIDERS if outsider.entry != "anonymous")):
        uow.people.add(
            Person(
                id=one.id,
                username=one.id,
                name=f"姓名{one.id}",
                password_hash=f"plain:{PASSWORD}",
                disabled=one.entry == "disabled",
                demo=True,
            )
        )
        for number, (role, where) in enumerate(one.posts):
            uow.posts.add(
                Post(id=f"post-{one.id}-{number}", person_id=one.id, unit_id=where, role=role, valid_from=LONG_AGO)
            )
        seen = now - timedelta(days=2) if one.entry == "expired" else now
        hashed = hashlib.sha256(one.token.encode()).hexdigest()
        uow.sessions.add(
            Session(token_hash=hashed, person_id=one.id, created_at=seen, seen_at=seen, address="192.0.2.7")
        )
    for role in ROLES:
        left = Post(
            id=f"post-{key(role, Place.LEFT)}",
            person_id=key(role, Place.LEFT),
            unit_id=home(role),
            role=role,
            valid_from=LONG_AGO,
            valid_to=today - timedelta(days=1),
        )
        uow.posts.add(left)
