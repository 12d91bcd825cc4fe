"""The people of the world under test: for every role somebody in each standing, and those who are not let in."""

import hashlib
from datetime import date, datetime, timedelta
from enum import auto

import msgspec

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.absence import PERSONAL, Delegation
from contract_platform.domain.credentials import Credential
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
DAY = timedelta(days=1)
PASSWORD = "一个足够长的口令"
TOTP_SECRET = b"twenty bytes of key."
"""Everybody's second factor, and what they are about to enrol."""


def below(unit: str) -> set[str]:
    """A unit and everything under it."""
    return {unit}.union(*(below(one.id) for one in UNITS if one.parent_id == unit))


class Place(Name):
    """Where somebody of a role stands.

    Named on the contract, a colleague, elsewhere, no longer in office, deputy of the named one, or kept apart.
    """

    NAMED = auto()
    COLLEAGUE = auto()
    ELSEWHERE = auto()
    LEFT = auto()
    DEPUTY = auto()
    RECUSED = auto()


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A person with the posts they may act in today as (role, unit); a deputy's are lent by somebody."""

    id: str
    posts: tuple[tuple[Role, str], ...]
    entry: str = "signed_in"  # signed_in | anonymous | expired | disabled
    lent_by: str = ""

    @property
    def token(self) -> str:
        """What the session cookie holds."""
        return f"token-of-{self.id}"

    @property
    def stands_as(self) -> str:
        """Whose name on a contract counts: a deputy stands as the one who is away."""
        return self.lent_by or self.id

    def roles(self) -> frozenset[Role]:
        """Roles held or filled in today."""
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
    nothing = place is Place.LEFT or (place is Place.DEPUTY and role in PERSONAL)
    lent_by = key(role, Place.NAMED) if place is Place.DEPUTY else ""
    return Member(id=key(role, place), posts=() if nothing else ((role, unit),), lent_by=lent_by)


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
EVERYBODY = (*MEMBERS, *(outsider for outsider in OUTSIDERS if outsider.entry != "anonymous"))


def appoint(platform: Platform, uow: UnitOfWork) -> None:
    """Write units, people, posts, second factors and sessions."""
    now, today = platform.clock.now(), platform.clock.today()
    for unit in UNITS:
        uow.units.add(unit)
    for one in EVERYBODY:
        enter(platform, uow, one, now)
        for number, (role, where) in enumerate(() if one.lent_by else one.posts):
            uow.posts.add(
                Post(id=post_id(one.id, number), person_id=one.id, unit_id=where, role=role, valid_from=LONG_AGO)
            )
    for role in ROLES:
        left = key(role, Place.LEFT)
        post = Post(
            id=post_id(left), person_id=left, unit_id=home(role), role=role, valid_from=LONG_AGO, valid_to=today - DAY
        )
        uow.posts.add(post)
        uow.delegations.add(delegation(role, now, today))


def post_id(person: str, number: int = 0) -> str:
    """The id of somebody's post."""
    return f"post-{person}-{number}"


def delegation(role: Role, now: datetime, today: date) -> Delegation:
    """The named person of a role is away for a week; a post nobody can fill in is on the list all the same."""
    named = key(role, Place.NAMED)
    return Delegation(
        id=f"delegation-{role.lower()}",
        from_id=named,
        to_id=key(role, Place.DEPUTY),
        post_ids=(post_id(named),),
        first_day=today - DAY,
        last_day=today + DAY,
        reason="休假",
        created_by=named,
        created_at=now,
    )


def enter(platform: Platform, uow: UnitOfWork, one: Member, now: datetime) -> None:
    """The person with a password, a second factor, and a session in which nothing is left open."""
    person = Person(
        id=one.id,
        username=one.id,
        name=f"姓名{one.id}",
        password_hash=platform.passwords.hash(PASSWORD),
        disabled=one.entry == "disabled",
        demo=True,
    )
    uow.people.add(person)
    sealed = platform.keys.seal("totp", one.id, TOTP_SECRET)
    uow.credentials.add(Credential(id=one.id, set_at=now, totp=sealed, totp_since=now, enrolling=sealed))
    seen = now - 2 * DAY if one.entry == "expired" else now
    hashed = hashlib.sha256(one.token.encode()).hexdigest()
    uow.sessions.add(Session(token_hash=hashed, person_id=one.id, created_at=seen, seen_at=seen, address="192.0.2.7"))
